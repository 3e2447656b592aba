import { Injectable } from '@nestjs/common'
import { AuditService } from '../../auth/audit.service.js'
import type { Actor } from '../../auth/roles.js'
import { Database, type Db } from '../../database/database.js'
import type { GlossaryHeader, Markup } from '../../formats/index.js'
import { DomainError } from '../../shared/errors.js'
import { draftOf } from '../concept-mapping.js'
import type { ConceptDraft, ConceptRecord } from '../concept-record.js'
import { checkedDraft } from '../concept-rules.js'
import { loadConcepts } from '../load-concepts.js'
import { MatterService } from '../matter.service.js'
import { TermbasesService } from '../termbases.service.js'
import {
  beginOf,
  type PreparedConcepts,
  prepareConcepts,
  rewriteConcepts,
  writePrepared,
  type Writing,
} from '../write-concepts.js'
import { copyRows } from '../../database/copy-rows.js'
import { changesBetween } from './compare-concept.js'
import {
  actionFor,
  comparisonFor,
  type Decision,
  type ImportOptions,
  type ImportResult,
  isTaken,
  type Rules,
  type Verdict,
} from './import-record.js'
import { backgroundsOf } from './match-entries.js'
import type { Watch } from './read-import.service.js'
import { changedSince, undecidedCount } from './standing.js'

/** Written so many at a time. */
const BATCH = 500

/** Tables that grew by this much have other statistics; the planner waits for them a minute otherwise. */
const MANY_TERMS = 5000

interface Row {
  position: number
  /** For the concept that it may become. */
  number: string | null
  draft: ConceptDraft
  verdict: Verdict
  concept_id: string | null
  decision: Decision | null
  /** As they were shown when they were decided. */
  changes: { path: string; after: string | null }[] | null
}

interface ImportRow {
  termbase_id: string
  state: string
  file_name: string
  format: string | null
  options: ImportOptions
  rules: Rules
  header: GlossaryHeader | null
  back_matter: Markup[]
}

/** Writes a changeset: one transaction for all of it, a handful of statements for a thousand entries. */
@Injectable()
export class ApplyImportService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly matter: MatterService,
    private readonly audit: AuditService,
  ) {}

  async apply(importId: string, actor: Actor, { progress, signal }: Watch): Promise<ImportResult> {
    const result = await this.database.inTransaction(async (db) => {
      const row = await lockImport(db, importId)
      await this.termbases.holdFor(db, row.termbase_id)
      await refuseUnfit(db, importId, row)
      await holdBackGrams(db)
      const writing: Writing = { termbaseId: row.termbase_id, actor, cause: 'import', at: await beginOf(db) }
      const result: ImportResult = { added: 0, changed: 0, terms: 0 }
      const last = await lastPosition(db, importId)
      let written = Promise.resolve()
      // On a connection of its own the next batch is read, and made rows, while this one is written; the lock keeps the
      // entries as they are.
      for await (const rows of batchesAhead(this.database.db, importId)) {
        signal.throwIfAborted()
        const batch = batchOf(rows, row, writing)
        await written
        written = writeBatch(db, { importId, batch, row, writing, result })
        // Waited for above or below, unless reading ahead fails before.
        written.catch(() => {})
        progress({ stage: 'Writing', progress: (0.98 * rows.at(-1)!.position) / Math.max(1, last) })
      }
      await written
      await this.finish(db, { importId, row, actor, result })
      signal.throwIfAborted()
      return result
    })
    if (result.terms >= MANY_TERMS) await settleStatistics(this.database.db)
    return result
  }

  private async finish(
    db: Db,
    { importId, row, actor, result }: { importId: string; row: ImportRow; actor: Actor; result: ImportResult },
  ): Promise<void> {
    const before = await this.matter.of(db, row.termbase_id)
    await this.matter.add(db, row.termbase_id, { header: row.header, backMatter: row.back_matter })
    await db.query(
      `UPDATE imports SET state = 'applied', applied_by = $2, applied_at = clock_timestamp(), matter_before = $3, result = $4,
         problem = NULL WHERE id = $1`,
      [importId, actor.id, JSON.stringify(before), JSON.stringify(result)],
    )
    const details = { importId, file: row.file_name, ...result }
    await this.audit.record(db, actor, {
      action: 'apply-import',
      subjectKind: 'termbase',
      subjectId: row.termbase_id,
      details,
    })
  }
}

/**
 * The index of grams takes a term's two dozen entries one by one, or thousands of terms' at once, which costs a fifth: it is
 * given all of them when the import stands. Searches look into what waits, so nothing is missed in between.
 */
async function holdBackGrams(db: Db): Promise<void> {
  await db.query(`SET LOCAL gin_pending_list_limit = '1GB'`)
}

async function settleStatistics(db: Db): Promise<void> {
  await Promise.all([
    db.query(`SELECT gin_clean_pending_list('ix_terms_grams')`),
    db.query(`ANALYZE concepts, language_sections, terms (id, language_section_id, key)`),
  ])
}

interface Batch {
  added: Row[]
  prepared: PreparedConcepts
  others: Row[]
}

/** What becomes new concepts, ready to be sent, and what changes those that are there. */
function batchOf(rows: Row[], { rules, options: { status } }: ImportRow, writing: Writing): Batch {
  const isNew = ({ verdict, decision }: Row) => actionFor(verdict, decision, rules) === 'new'
  const added = rows.filter(isNew)
  const drafts = added.map(({ draft, number }) => ({ ...draft, status, number: Number(number) }))
  return { added, prepared: prepareConcepts(drafts, writing), others: rows.filter((one) => !isNew(one)) }
}

async function writeBatch(
  db: Db,
  {
    importId,
    batch: { added, prepared, others },
    row,
    writing,
    result,
  }: { importId: string; batch: Batch; row: ImportRow; writing: Writing; result: ImportResult },
): Promise<void> {
  await writePrepared(db, prepared)
  const rewritings = await rewritingsOf(db, others, row)
  const rewritten = await rewriteConcepts(db, rewritings, writing)
  result.added += added.length
  result.changed += rewritten.length
  result.terms += termsOf(prepared.records)
  const written = [
    ...added.map(({ position }, i) => ({ position, record: prepared.records[i]! })),
    ...rewritings.map(({ position }, i) => ({ position, record: rewritten[i]! })),
  ]
  await copyRows(
    db,
    'import_writes',
    ['import_id', 'position', 'concept_id', 'version'],
    written.map(({ position, record: { id, version } }) => [importId, position, id, version]),
  )
}

async function lastPosition(db: Db, importId: string): Promise<number> {
  const [row]: { last: number }[] = await db.query(
    `SELECT coalesce(max(position), 0)::int AS last FROM import_entries WHERE import_id = $1`,
    [importId],
  )
  return row!.last
}

async function lockImport(db: Db, importId: string): Promise<ImportRow> {
  const [row]: ImportRow[] = await db.query(`SELECT * FROM imports WHERE id = $1 FOR UPDATE`, [importId])
  if (row) return row
  throw new DomainError('not-found', `There is no import ${importId}.`)
}

async function refuseUnfit(db: Db, importId: string, { state, rules, termbase_id }: ImportRow): Promise<void> {
  if (state !== 'ready' && state !== 'applying')
    throw new DomainError('conflict', `The import is ${state}, so it cannot be applied.`, {
      remedy: 'Import the file again.',
    })
  const undecided = await undecidedCount(db, importId, rules)
  if (undecided > 0)
    throw new DomainError('conflict', `${undecided} entries are not decided yet.`, {
      remedy: 'Decide them one by one, or choose a rule for conflicts and one for duplicates.',
      extra: { undecided },
    })
  const stale = await changedSince(db, importId, termbase_id)
  if (stale.length > 0)
    throw new DomainError('stale', `${stale.length} entries meet concepts that changed since the dry run.`, {
      remedy: 'Compare again, and look at what became different.',
      extra: { entries: stale.slice(0, 50) },
    })
}

async function* batchesAhead(db: Db, importId: string): AsyncGenerator<Row[]> {
  let rows = await batchAfter(db, importId, -1)
  while (rows.length > 0) {
    const next = batchAfter(db, importId, rows.at(-1)!.position)
    // Waited for below, unless whoever takes the batches stops before.
    next.catch(() => {})
    yield rows
    rows = await next
  }
}

function batchAfter(db: Db, importId: string, after: number): Promise<Row[]> {
  return db.query(
    `SELECT position, draft, verdict, concept_id, decision, changes,
       CASE WHEN verdict IN ('new', 'duplicate') THEN nextval(pg_get_serial_sequence('concepts', 'number')) END AS number
     FROM import_entries WHERE import_id = $1 AND position > $2 AND verdict NOT IN ('same', 'refused') ORDER BY position LIMIT ${BATCH}`,
    [importId, after],
  )
}

interface Rewriting {
  position: number
  before: ConceptRecord
  draft: ConceptDraft
}

/** Our concepts with what is taken over from the file. Two entries that change one concept follow each other. */
async function rewritingsOf(db: Db, rows: Row[], { rules, options, format }: ImportRow): Promise<Rewriting[]> {
  const target = ({ concept_id, decision }: Row) => decision?.into ?? concept_id!
  const concepts = new Map((await loadConcepts(db, [...new Set(rows.map(target))])).map((one) => [one.id, one]))
  const backgrounds = concepts.size > 0 ? await backgroundsOf(db, [...concepts.values()]) : new Map()
  const rewritings = new Map<string, Rewriting>()
  for (const row of rows) {
    const action = actionFor(row.verdict, row.decision, rules)!
    if (action === 'skip' || (action === 'keep' && !row.decision?.fields)) continue
    const before = concepts.get(target(row))
    if (!before) continue
    const known = rewritings.get(before.id)
    const draft = known?.draft ?? structuredClone(draftOf(before))
    const evidence = backgrounds.get(before.id)?.evidence
    const ours = { ...before, ...draft } as ConceptRecord
    const changes = changesBetween(ours, row.draft, { ...comparisonFor(options, format), evidence })
    const taken = changes.filter((change, index) => isTaken(change, index, row.decision, action))
    for (const change of taken) change.take(draft)
    if (taken.length > 0 || known)
      rewritings.set(before.id, { position: row.position, before, draft: checkedDraft(draft) })
  }
  return [...rewritings.values()]
}

function termsOf(records: ConceptRecord[]): number {
  return records.reduce((sum, { languages }) => languages.reduce((n, { terms }) => n + terms.length, sum), 0)
}
