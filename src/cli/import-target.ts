import type { INestApplicationContext } from '@nestjs/common'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Actor } from '../auth/roles.js'
import { readGlossary } from '../formats/index.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import { chosenTermbase } from './glossary-scope.js'

interface Options {
  termbase?: string
  create?: boolean
  source?: string
  target?: string
  encoding?: string
}

/** Where a file is imported to: the termbase that is named, or a new one in the languages of the file. */
export async function termbaseFor(
  app: INestApplicationContext,
  actor: Actor,
  file: string,
  options: Options,
): Promise<{ id: string; isNew: boolean }> {
  const termbases = app.get(TermbasesService)
  if (!options.create) return { id: (await chosenTermbase(app, options.termbase)).id, isNew: false }
  const name = options.termbase ?? path.parse(file).name
  const known = await termbases.named(name)
  if (known) return { id: known.id, isNew: false }
  const [sourceLanguage, targetLanguage] = await languagesOf(file, options)
  return { id: (await termbases.create(actor, { name, sourceLanguage, targetLanguage })).id, isNew: true }
}

/** As many entries are looked at for the languages of a new termbase. */
const LOOKED_AT = 200

async function languagesOf(file: string, { source, target, encoding }: Options): Promise<[string, string]> {
  if (source && target) return [source, target]
  const bytes = createReadStream(file)
  const asked = { file, ...(encoding && { encoding }), ...(source && { source }), ...(target && { target }) }
  const counts = new Map<string, number>()
  try {
    const { header, entries } = await readGlossary(bytes, asked)
    for (const language of header.languages ?? []) counts.set(language, LOOKED_AT)
    let count = 0
    for await (const { languages } of entries) {
      for (const { language } of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
      if (++count === LOOKED_AT) break
    }
  } finally {
    bytes.destroy()
  }
  const met = [...counts].sort(([, one], [, other]) => other - one).map(([language]) => language)
  const first = source ?? met.find((language) => language !== target)
  const second = target ?? met.find((language) => language !== first)
  if (first && second) return [first, second]
  throw new DomainError('invalid-input', 'The file does not say two languages for the new termbase.', {
    remedy: 'Say them with --source and --target.',
  })
}
