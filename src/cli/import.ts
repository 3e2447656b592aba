import type { INestApplicationContext } from '@nestjs/common'
import { Presets, SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '../auth/roles.js'
import { readGlossary } from '../formats/index.js'
import { ImportRunsService } from '../glossary/imports/import-runs.service.js'
import type { ImportOptions, ImportSummary, Rules } from '../glossary/imports/import-record.js'
import { reportOf } from '../glossary/imports/import-report.js'
import { ImportsService } from '../glossary/imports/imports.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import type { JobStep } from '../jobs/job.js'
import { DomainError } from '../shared/errors.js'
import { actingPerson } from './acting-person.js'
import { chosenTermbase } from './glossary-scope.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  create?: boolean
  dryRun?: boolean
  rule: Rules['conflicts']
  duplicates: Rules['duplicates']
  status: ImportOptions['status']
  complete?: boolean
  mapping?: string
  fields?: string
  source?: string
  target?: string
  encoding?: string
  report?: string
  user?: string
}

/** `termloom import FILE`: dry run, then all of it or nothing. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'Compares a glossary file with a termbase and writes what is new. Approved concepts change only by a rule; all is written, or nothing.',
    )
    .argument('<file>', 'TBX of any edition, MultiTerm XML, CSV, TSV, XLSX, OmegaT, UTX, SKOS, TMX, DeepL or JSONL')
    .option('--termbase <name>', 'name or id; needed when there are several')
    .option('--create', 'make the termbase of that name if there is none')
    .option('--dry-run', 'only say what would happen')
    .addOption(
      new Option('--rule <rule>', 'for conflicts: keep ours, take theirs, add what is not there, fill empty fields')
        .choices(['ask', 'keep', 'take', 'add', 'fill'])
        .default('ask'),
    )
    .addOption(
      new Option('--duplicates <rule>', 'for entries that share terms with another concept')
        .choices(['ask', 'new', 'merge', 'skip'])
        .default('ask'),
    )
    .addOption(
      new Option('--status <status>', 'what new concepts come in as').choices(['draft', 'approved']).default('draft'),
    )
    .option('--complete', 'the file says everything: what it leaves out counts as removed')
    .option('--mapping <json>', 'what the columns of a table mean: JSON, or the name of a file with it')
    .option('--fields <json>', 'what the fields of a MultiTerm file mean: JSON, or the name of a file with it')
    .option('--source <language>', 'source language, for tables without header and for --create')
    .option('--target <language>', 'target language')
    .option('--encoding <name>', 'encoding of the file, when it does not say it right')
    .option('--report <file>', 'write a row per difference (.csv or .jsonl)')
    .option('--user <name>', 'who imports; the first administrator when nobody is named')
    .addHelpText('after', '\nExits with 1 when entries stay undecided; nothing has been written then.')
    .action((file: string, options: Options) => withServices((app) => importFile(app, file, options)))
}

async function importFile(app: INestApplicationContext, file: string, options: Options): Promise<void> {
  const size = await sizeOf(file)
  const actor = await actingPerson(app, options.user)
  const { id: termbaseId, isNew } = await termbaseFor(app, actor, file, options)
  const imports = app.get(ImportsService)
  const rules: Rules = { conflicts: options.rule, duplicates: options.duplicates }
  const id = await imports.begin(actor, termbaseId, path.basename(file), await importOptions(options), rules, size)
  const bar = progressBar()
  try {
    const runs = app.get(ImportRunsService)
    await runs.read(id, { progress: bar.tell, signal: new AbortController().signal }, createReadStream(file))
    const found = await imports.get(termbaseId, id)
    if (options.report) await writeReport(imports, found, options.report)
    if (options.dryRun) return print(found, 'would be written; nothing was (dry run).')
    const result = await runs.apply(id, actor, { progress: bar.tell, signal: new AbortController().signal })
    bar.stop()
    print(found, `written: ${result.added} concepts new, ${result.changed} changed.`)
    process.stdout.write(`import ${id}\n`)
  } catch (error) {
    bar.stop()
    await imports.forget(id)
    if (isNew) await app.get(TermbasesService).remove(actor, termbaseId)
    throw error
  } finally {
    bar.stop()
    if (options.dryRun) {
      await imports.forget(id)
      if (isNew) await app.get(TermbasesService).remove(actor, termbaseId)
    }
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null)
  if (found?.isFile()) return found.size
  throw new DomainError('not-found', `There is no file "${file}".`, {
    remedy: 'Check the name and the folder.',
    place: { file },
  })
}

async function termbaseFor(
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

async function importOptions(options: Options): Promise<ImportOptions> {
  const { status, complete, source, target, encoding } = options
  const said = {
    complete,
    source,
    target,
    encoding,
    ...(await jsonOf('mapping', options)),
    ...(await jsonOf('fields', options)),
  }
  return { status, ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as object) }
}

async function jsonOf(name: 'mapping' | 'fields', options: Options): Promise<object> {
  const given = options[name]
  if (given === undefined) return {}
  const text =
    given.trim().startsWith('{') || given.trim().startsWith('[') ? given : await readFile(given, 'utf8').catch(() => '')
  try {
    return { [name]: JSON.parse(text) as unknown }
  } catch {
    throw new DomainError('invalid-input', `--${name} is no JSON and no file with JSON.`, {
      remedy: 'Give it as JSON in quotes, or name a file that holds it.',
    })
  }
}

async function writeReport(imports: ImportsService, { id, rules }: ImportSummary, file: string): Promise<void> {
  const format = path.extname(file).toLowerCase() === '.jsonl' ? 'jsonl' : 'csv'
  await pipeline(Readable.from(reportOf(imports.everyEntry(id), rules, format)), createWriteStream(file))
}

function print(
  { counts, format, dialect, languages, warnings, renamedLanguages }: ImportSummary,
  outcome: string,
): void {
  for (const { message, line, count } of warnings)
    process.stderr.write(
      `warning: ${message}${count > 1 ? ` ${count} times, first` : ''}${line ? ` at line ${line}` : ''}\n`,
    )
  for (const { written, language, count } of renamedLanguages)
    process.stderr.write(`language "${written}" was read as ${language} (${count} times)\n`)
  const rows = Object.entries(counts.verdicts).map(([verdict, count]) => `${verdict.padEnd(10)} ${count}`)
  const read = `${counts.entries} entries with ${counts.terms} terms in ${languages.join(', ')} (${dialect ?? format})`
  process.stdout.write([read, ...rows, outcome].join('\n') + '\n')
}

/** On a terminal only; shorter work is done before it could be read. */
function progressBar() {
  const begin = Date.now()
  let bar: SingleBar | null = null
  return {
    tell({ stage, progress }: JobStep): void {
      if (!process.stderr.isTTY || Date.now() - begin < 700) return
      if (!bar) {
        bar = new SingleBar({ format: '{bar} {percentage}%  {stage}', stream: process.stderr }, Presets.shades_classic)
        bar.start(100, 0, { stage })
      }
      bar.update(Math.round(100 * progress), { stage })
    },
    stop(): void {
      bar?.stop()
      bar = null
    },
  }
}
