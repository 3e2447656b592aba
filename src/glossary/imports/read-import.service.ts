import { Injectable } from '@nestjs/common'
import { copyRows, TextList, type Value } from '../../database/copy-rows.js'
import { Database, type Db } from '../../database/database.js'
import { type GlossaryReading, readGlossary, type ReadGlossaryOptions } from '../../formats/index.js'
import type { JobStep } from '../../jobs/job.js'
import { DomainError } from '../../shared/errors.js'
import { readEntries, type ReadEntry, withoutNulls } from './entry-drafts.js'
import { comparisonFor, type ImportOptions } from './import-record.js'
import { judgeEntries, type JudgedEntry, type JudgingContext } from './judge-entries.js'

/** Compared so many at a time: few enough that what a batch needs is gone before memory is tidied up for good. */
const BATCH = 100

/** Files with more are cut by whoever made them. */
export const MOST_ENTRIES = 1_000_000

export interface ReadingTask {
  importId: string
  termbaseId: string
  fileName: string
  sizeBytes: number
  options: ImportOptions
}

export interface Watch {
  progress(step: JobStep): void
  signal: AbortSignal
}

/** The dry run: a file becomes entries with a verdict each. Everything in one transaction, so a killed one leaves nothing. */
@Injectable()
export class ReadImportService {
  constructor(private readonly database: Database) {}

  async read(task: ReadingTask, bytes: AsyncIterable<Uint8Array>, watch: Watch): Promise<void> {
    const { importId, termbaseId, fileName, sizeBytes, options } = task
    const { encoding, source, target, mapping, fields } = options
    const onProgress = (read: number) =>
      watch.progress({ stage: 'Reading and comparing', progress: (0.98 * read) / Math.max(1, sizeBytes) })
    const asked = { file: fileName, encoding, source, target, mapping, fields, onProgress, maxBytes: sizeBytes + 1 }
    const reading = await readGlossary(bytes, said(asked) as ReadGlossaryOptions)
    const context: JudgingContext = { termbaseId, compare: comparisonFor(options, reading.format), seen: new Map() }
    const languages = new LanguageTally()
    await this.database.inTransaction(async (db) => {
      await db.query(`DELETE FROM import_entries WHERE import_id = $1`, [importId])
      // COPY keeps its connection busy, so the glossary is asked on another.
      const judged = this.judged(languages.counting(readEntries(reading)), context, watch.signal)
      await copyRows(db, 'import_entries', columns, rowsOf(importId, judged))
      await keepHead(db, importId, reading, languages)
      await db.query(`DELETE FROM import_file_parts WHERE import_id = $1`, [importId])
    })
    await this.database.db.query('ANALYZE import_entries (import_id, position, verdict)')
  }

  private async *judged(entries: AsyncIterable<ReadEntry>, context: JudgingContext, signal: AbortSignal) {
    for await (const batch of inBatches(entries)) {
      signal.throwIfAborted()
      yield* await judgeEntries(this.database.db, batch, context)
    }
  }
}

function said(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

async function* inBatches(entries: AsyncIterable<ReadEntry>): AsyncGenerator<ReadEntry[]> {
  let batch: ReadEntry[] = []
  let count = 0
  for await (const entry of entries) {
    if (++count > MOST_ENTRIES) throw tooMany()
    batch.push(entry)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function tooMany(): DomainError {
  return new DomainError('too-large', `The file has more than ${MOST_ENTRIES.toLocaleString('en')} entries.`, {
    remedy: 'Split it into smaller files.',
  })
}

const columns = [
  'import_id',
  'position',
  'line',
  'external_id',
  'label',
  'draft',
  'keys',
  'verdict',
  'matched_by',
  'concept_id',
  'base_version',
  'changes',
  'offers',
  'problem',
]

async function* rowsOf(importId: string, entries: AsyncIterable<JudgedEntry>): AsyncGenerator<Value[]> {
  for await (const entry of entries) {
    const { position, line, externalId, label, draft, keys, verdict, matchedBy, conceptId, baseVersion } = entry
    const findings = [
      verdict,
      matchedBy,
      conceptId,
      baseVersion,
      orNull(entry.changes),
      orNull(entry.offers),
      entry.problem,
    ]
    yield [importId, position, line, externalId, label, withoutNulls(draft), new TextList(keys), ...findings]
  }
}

function orNull(list: object[]): object[] | null {
  return list.length > 0 ? list : null
}

async function keepHead(db: Db, importId: string, reading: GlossaryReading, languages: LanguageTally): Promise<void> {
  const { format, header, backMatter, warnings } = reading
  await db.query(
    `UPDATE imports SET format = $2, header = $3, back_matter = $4, warnings = $5, languages = $6, renamed_languages = $7,
       state = 'ready', problem = NULL WHERE id = $1`,
    [
      importId,
      format,
      JSON.stringify(header),
      JSON.stringify(backMatter),
      JSON.stringify(warnings),
      languages.languages(),
      JSON.stringify(languages.renamed()),
    ],
  )
}

/** Which languages a file has, and which of its codes became others. */
class LanguageTally {
  private readonly counts = new Map<string, number>()
  private readonly renamings = new Map<string, { written: string; language: string; count: number }>()

  async *counting(entries: AsyncIterable<ReadEntry>): AsyncGenerator<ReadEntry> {
    for await (const entry of entries) {
      for (const { language, asWritten } of entry.draft.languages) {
        this.counts.set(language, (this.counts.get(language) ?? 0) + 1)
        const written = asWritten?.language
        if (written === undefined) continue
        const known = this.renamings.get(written)
        if (known) known.count++
        else this.renamings.set(written, { written, language, count: 1 })
      }
      yield entry
    }
  }

  languages(): string[] {
    return [...this.counts].sort(([, one], [, other]) => other - one).map(([language]) => language)
  }

  renamed() {
    return [...this.renamings.values()]
  }
}
