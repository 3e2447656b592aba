import type { INestApplicationContext } from '@nestjs/common'
import { isUUID } from 'class-validator'
import type { Command } from 'commander'
import type { Actor } from '../auth/roles.js'
import { readConfig } from '../config.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { openGlossaryFile } from '../lookup/file-glossary.js'
import type { Asked, GlossaryDoor } from '../lookup/glossary-door.js'
import { LookupService } from '../lookup/lookup.service.js'
import { type ListedTermbase, ServerGlossary } from '../lookup/server-glossary.js'
import { releaseNumber } from '../releases/release-number.js'
import { DomainError } from '../shared/errors.js'
import { requireLanguage } from '../shared/language-tag.js'
import { withServices } from './with-services.js'

/** Whoever can open the database may read all of it. */
export const operator: Actor = { id: '00000000-0000-0000-0000-000000000000', name: 'termloom', role: 'administrator' }

export interface ScopeOptions {
  source?: string
  target?: string
  termbase?: string
  release: string
  server?: string
  key?: string
}

/** A glossary to be asked, and what is asked of it when nothing else is said. */
export interface Glossary {
  door: GlossaryDoor
  asked: Asked
}

/** Which glossary is asked, and in which direction. */
export function withScope(command: Command): Command {
  return command
    .option('--source <language>', 'language asked about; the one of the termbase when nothing is said')
    .option('--target <language>', 'language answered in; the one of the termbase when nothing is said')
    .option('--termbase <name>', 'name or id; needed when there are several')
    .option('--release <release>', 'number of a release, latest, or the file of an exported one', 'latest')
    .option('--server <url>', 'ask a server instead of the database of this machine')
    .option('--key <key>', 'API key for that server; better kept in TERMLOOM_KEY')
    .addHelpText(
      'after',
      `
Where the glossary is:
  --release glossary.tbx        in a file: TBX, JSONL, a table or another glossary format; no server, no database
  --server https://terms.org    behind a server; without a key it answers from public termbases
  (neither)                     in the database of DATABASE_URL, or the embedded one in TERMLOOM_DATA`,
    )
}

/** Opens the glossary that the options name, for as long as the task takes. */
export async function withGlossary(options: ScopeOptions, task: (glossary: Glossary) => Promise<void>): Promise<void> {
  if (options.server !== undefined && isFile(options.release)) throw fileAndServer()
  if (options.server !== undefined) return task(await behindServer(options, options.server))
  if (isFile(options.release)) return task(await inFile(options))
  return withServices(async (app) => {
    const asked = await scopeFrom(app, options)
    const lookups = app.get(LookupService)
    return task({ asked, door: lookups.doorOf(operator) })
  })
}

function isFile(release: string): boolean {
  return !/^(latest|\d+)$/.test(release)
}

async function inFile({ release, termbase, ...languages }: ScopeOptions): Promise<Glossary> {
  if (termbase !== undefined)
    throw new DomainError('invalid-input', 'A file holds one glossary: --termbase says nothing there.', {
      remedy: 'Leave --termbase out.',
    })
  const source = languages.source && requireLanguage(languages.source, 'source')
  const target = languages.target && requireLanguage(languages.target, 'target')
  const { door, languages: found } = await openGlossaryFile(release, { source, target })
  if (!(source && target) && found.length !== 2)
    throw new DomainError('invalid-input', `${release} has terms in ${found.join(', ')}.`, {
      remedy: 'Say from which language into which with --source and --target.',
    })
  const other = (known: string | undefined): string => found.find((each) => known?.split('-')[0] !== each)!
  return { door, asked: { source: source ?? other(target), target: target ?? other(source ?? other(target)) } }
}

async function behindServer(options: ScopeOptions, address: string): Promise<Glossary> {
  if (!/^https?:\/\//.test(address))
    throw new DomainError('invalid-input', `“${address}” is no address.`, {
      remedy: 'Write it in full, such as https://terms.example.org.',
    })
  const door = new ServerGlossary(address, options.key ?? readConfig().apiKey)
  const isComplete = options.source && options.target && (!options.termbase || isUUID(options.termbase))
  const termbase = isComplete ? undefined : chosen(await door.termbases(), options.termbase)
  return { door, asked: { ...askedOf(options, termbase), termbase: termbase?.id ?? options.termbase } }
}

async function scopeFrom(app: INestApplicationContext, options: ScopeOptions): Promise<Asked & { termbase: string }> {
  const termbase = await chosenTermbase(app, options.termbase)
  return { ...askedOf(options, termbase), termbase: termbase.id }
}

/** What the options say, and where they are silent, the termbase. */
function askedOf(options: ScopeOptions, termbase?: Pick<ListedTermbase, 'sourceLanguage' | 'targetLanguage'>): Asked {
  return {
    source: requireLanguage(options.source ?? termbase!.sourceLanguage, 'source'),
    target: requireLanguage(options.target ?? termbase!.targetLanguage, 'target'),
    ...(options.release !== 'latest' && { release: releaseNumber(options.release) }),
  }
}

/** The termbase of that name or id; without a name the only one there is. */
export async function chosenTermbase(app: INestApplicationContext, name: string | undefined) {
  const termbases = app.get(TermbasesService)
  if (name !== undefined && isUUID(name)) return termbases.require(name)
  return chosen(await termbases.list(), name)
}

function chosen<T extends ListedTermbase>(termbases: T[], name: string | undefined): T {
  if (name !== undefined) {
    const found = termbases.find((termbase) => termbase.name === name || termbase.id === name)
    if (found) return found
    throw new DomainError('not-found', `There is no termbase “${name}”.`, { remedy: choices(termbases) })
  }
  const [only, ...others] = termbases
  if (only && others.length === 0) return only
  throw new DomainError('invalid-input', only ? 'There are several termbases.' : 'There is no termbase yet.', {
    remedy: choices(termbases),
  })
}

function choices(termbases: ListedTermbase[]): string {
  const names = termbases.map(({ name }) => `“${name}”`)
  return names.length > 0 ? `Choose one with --termbase: ${names.join(', ')}.` : 'Create one on the page of the server.'
}

function fileAndServer(): DomainError {
  return new DomainError('invalid-input', 'A release in a file and a server cannot be asked at once.', {
    remedy: 'Leave out --server to ask the file, or give --release a number to ask the server.',
  })
}
