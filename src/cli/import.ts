import type { INestApplicationContext } from '@nestjs/common'
import { Presets, SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ImportRunsService } from '../glossary/imports/import-runs.service.js'
import type { ImportOptions, ImportSummary, Rules } from '../glossary/imports/import-record.js'
import { reportOf } from '../glossary/imports/import-report.js'
import { ImportsService } from '../glossary/imports/imports.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import type { JobStep } from '../jobs/job.js'
import { DomainError } from '../shared/errors.js'
import { actingPerson } from './acting-person.js'
import { termbaseFor } from './import-target.js'
import { printImport } from './print-import.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  create?: boolean
  apply?: boolean
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

/** `termloom import FILE`: what it would do; with --apply all of it, or nothing. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'Compares a glossary file with a termbase and tells what would change; with --apply writes it, all or nothing. Approved concepts change only by a rule.',
    )
    .argument('<file>', 'TBX of any edition, MultiTerm XML, CSV, TSV, XLSX, OmegaT, UTX, SKOS, TMX, DeepL or JSONL')
    .option('--termbase <name>', 'name or id; needed when there are several')
    .option('--create', 'make the termbase of that name if there is none')
    .option('--apply', 'write it; else only what would happen is told')
    .addOption(new Option('--dry-run', 'only say what would happen, as without --apply').conflicts('apply'))
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
  let isKept = false
  try {
    const runs = app.get(ImportRunsService)
    const watch = { progress: bar.tell, signal: new AbortController().signal }
    await runs.read(id, watch, createReadStream(file))
    const found = await imports.get(termbaseId, id)
    if (options.report) await writeReport(imports, found, options.report)
    bar.stop()
    await printImport(found, imports.everyEntry(id))
    if (!options.apply) return tellUndecided(found)
    const { added, changed } = await applied(() => runs.apply(id, actor, watch))
    isKept = true
    bar.stop()
    process.stdout.write(`written: ${added} concepts new, ${changed} changed\nimport ${id}\n`)
  } finally {
    bar.stop()
    if (!isKept) {
      await imports.forget(id)
      if (isNew) await app.get(TermbasesService).remove(actor, termbaseId)
    }
  }
}

function tellUndecided({ counts: { undecided } }: ImportSummary): void {
  process.stderr.write('Nothing was written: this was a dry run. Add --apply to write it.\n')
  if (undecided > 0) process.stderr.write(`${undecided} entries are undecided: ${REMEDY}\n`)
}

const REMEDY = 'choose a rule for conflicts (--rule) and one for duplicates (--duplicates), or decide on the page.'

/** On the command line the remedy is an option. */
async function applied<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof DomainError) || !error.details.extra?.['undecided']) throw error
    throw new DomainError(error.code, `${error.message} Nothing was written.`, {
      ...error.details,
      remedy: `C${REMEDY.slice(1)}`,
    })
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
