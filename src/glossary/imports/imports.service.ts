import { Injectable } from '@nestjs/common'
import type { Actor } from '../../auth/roles.js'
import { Database, type Db } from '../../database/database.js'
import { JobsService } from '../../jobs/jobs.service.js'
import { isFinished, problemOf } from '../../jobs/job.js'
import { DomainError } from '../../shared/errors.js'
import { decodeCursor, encodeCursor, type Page } from '../../shared/page.js'
import { containing } from '../../shared/text/search-pattern.js'
import type { ConceptDraft } from '../concept-record.js'
import { loadConcepts } from '../load-concepts.js'
import { TermbasesService } from '../termbases.service.js'
import type { Difference } from './compare-concept.js'
import {
  comparisonFor,
  type Decision,
  type ImportedEntry,
  type ImportOptions,
  type ImportState,
  type ImportSummary,
  type Rules,
  type Verdict,
  verdicts,
} from './import-record.js'
import { differencesOf } from './judge-entries.js'
import { openVerdicts } from './standing.js'

export type Job = Awaited<ReturnType<JobsService['get']>>

export const READ_IMPORT = 'read-import'
export const APPLY_IMPORT = 'apply-import'

export interface EntryFilter {
  verdict?: Verdict
  /** Only what neither a decision nor a rule answers. */
  open?: boolean
  q?: string
  cursor?: string
  limit: number
}

/** Which entries a decision is for: these, or all of a verdict that match. */
export interface Decided {
  positions?: number[]
  filter?: Pick<EntryFilter, 'verdict' | 'open' | 'q'>
}

/** What some entries had for a decision before they got another. */
export interface DecidedBefore {
  decision: Decision | null
  positions: number[]
}

/** Imports as changesets: their list, their entries, and what people decide of them. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly jobs: JobsService,
  ) {}

  /** Before the file: an import that nobody finishes uploading is deleted again. */
  async begin(
    actor: Actor,
    termbaseId: string,
    fileName: string,
    options: ImportOptions,
    rules: Rules = ASK,
    sizeBytes = 0,
  ): Promise<string> {
    await this.termbases.require(termbaseId)
    const [row]: { id: string }[] = await this.database.db.query(
      `INSERT INTO imports (termbase_id, file_name, size_bytes, options, rules, created_by) VALUES ($1, $2, $6, $3, $4, $5) RETURNING id`,
      [termbaseId, fileName, JSON.stringify(options), JSON.stringify(rules), actor.id, sizeBytes],
    )
    return row!.id
  }

  async keepPart(id: string, position: number, bytes: Buffer): Promise<void> {
    await this.database.db.query(`INSERT INTO import_file_parts (import_id, position, bytes) VALUES ($1, $2, $3)`, [
      id,
      position,
      bytes,
    ])
  }

  /** The whole file is here: a job reads it. */
  async enqueueReading(actor: Actor, id: string, sizeBytes: number): Promise<Job> {
    return this.database.inTransaction(async (db) => {
      await db.query(`UPDATE imports SET size_bytes = $2 WHERE id = $1`, [id, sizeBytes])
      return this.enqueue(db, actor, READ_IMPORT, id)
    })
  }

  async enqueueApplying(actor: Actor, termbaseId: string, id: string): Promise<Job> {
    return this.database.inTransaction(async (db) => {
      await requireState(db, termbaseId, id, 'ready')
      await setState(db, id, 'applying')
      return this.enqueue(db, actor, APPLY_IMPORT, id)
    })
  }

  /** The same entries against the glossary as it is now; decisions on what did not change are kept. */
  async enqueueComparing(actor: Actor, termbaseId: string, id: string): Promise<Job> {
    return this.database.inTransaction(async (db) => {
      await requireState(db, termbaseId, id, 'ready')
      await setState(db, id, 'reading')
      return this.enqueue(db, actor, READ_IMPORT, id)
    })
  }

  private async enqueue(db: Db, actor: Actor, kind: string, importId: string): Promise<Job> {
    const job = await this.jobs.enqueue(db, { kind, payload: { importId }, createdBy: actor.id })
    await db.query(`UPDATE imports SET job_id = $2 WHERE id = $1`, [importId, job.id])
    return job
  }

  async file(id: string): Promise<{
    termbaseId: string
    fileName: string
    sizeBytes: number
    options: ImportOptions
    format: string | null
  } | null> {
    const [row]: {
      termbaseId: string
      fileName: string
      sizeBytes: string
      options: ImportOptions
      format: string | null
    }[] = await this.database.db.query(
      `SELECT termbase_id AS "termbaseId", file_name AS "fileName", size_bytes AS "sizeBytes", options, format FROM imports WHERE id = $1`,
      [id],
    )
    return row ? { ...row, sizeBytes: Number(row.sizeBytes) } : null
  }

  /** The file as it came, part by part; none when it has been read already. */
  async *parts(id: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const [part]: { bytes: Buffer }[] = await this.database.db.query(
        `SELECT bytes FROM import_file_parts WHERE import_id = $1 AND position = $2`,
        [id, position],
      )
      if (!part) return
      yield part.bytes
    }
  }

  async hasParts(id: string): Promise<boolean> {
    const rows: unknown[] = await this.database.db.query(
      `SELECT 1 FROM import_file_parts WHERE import_id = $1 LIMIT 1`,
      [id],
    )
    return rows.length > 0
  }

  async settle(id: string, state: ImportState, error?: unknown): Promise<void> {
    await this.database.db.query(`UPDATE imports SET state = $2, problem = $3 WHERE id = $1`, [
      id,
      state,
      error === undefined ? null : JSON.stringify(problemOf(error)),
    ])
  }

  /** Newest first. */
  async list(termbaseId: string): Promise<ImportSummary[]> {
    await this.termbases.require(termbaseId)
    return this.summaries(`i.termbase_id = $1 ORDER BY i.created_at DESC LIMIT 200`, [termbaseId])
  }

  async get(termbaseId: string, id: string): Promise<ImportSummary> {
    const [found] = await this.summaries(`i.termbase_id = $1 AND i.id = $2`, [termbaseId, id])
    if (found) return found
    throw new DomainError('not-found', `There is no import ${id} in this termbase.`)
  }

  async entries(termbaseId: string, id: string, filter: EntryFilter): Promise<Page<ImportedEntry>> {
    const { rules } = await this.get(termbaseId, id)
    const { cursor, limit } = filter
    const { where, values } = condition(id, filter, rules)
    const after = cursor ? positionOf(cursor) : -1
    const rows: ImportedEntry[] = await this.database.db.query(
      `SELECT ${entryColumns} FROM import_entries e LEFT JOIN concepts c ON c.id = e.concept_id
       WHERE ${where} AND e.position > $${values.length + 1} ORDER BY e.position LIMIT ${limit + 1}`,
      [...values, after],
    )
    const [counted]: { total: number }[] = await this.database.db.query(
      `SELECT count(*)::int AS total FROM import_entries e WHERE ${where}`,
      values,
    )
    const items = rows.slice(0, limit).map((row) => ({ ...row, decided: isDecided(row, rules) }))
    const last = items.at(-1)
    return { items, total: counted!.total, next: last && rows.length > limit ? encodeCursor([last.position]) : null }
  }

  /** Row by row, for the report: every entry in the order of the file. */
  async *everyEntry(id: string): AsyncGenerator<ImportedEntry & { written: boolean }> {
    for (let after = -1; ;) {
      const rows: (ImportedEntry & { written: boolean })[] = await this.database.db.query(
        `SELECT ${entryColumns}, w.concept_id IS NOT NULL AS written
         FROM import_entries e LEFT JOIN concepts c ON c.id = e.concept_id
         LEFT JOIN import_writes w ON w.import_id = e.import_id AND w.position = e.position
         WHERE e.import_id = $1 AND e.position > $2 ORDER BY e.position LIMIT 1000`,
        [id, after],
      )
      if (rows.length === 0) return
      yield* rows
      after = rows.at(-1)!.position
    }
  }

  async setRules(termbaseId: string, id: string, rules: Partial<Rules>): Promise<ImportSummary> {
    await this.database.inTransaction(async (db) => {
      await requireState(db, termbaseId, id, 'ready')
      await db.query(`UPDATE imports SET rules = rules || $2::jsonb WHERE id = $1`, [id, JSON.stringify(rules)])
    })
    return this.get(termbaseId, id)
  }

  /** One decision for some entries, or null to take theirs back. Tells what they were before, so that it can be undone. */
  async decide(
    termbaseId: string,
    id: string,
    { positions, filter }: Decided,
    decision: Decision | null,
  ): Promise<DecidedBefore[]> {
    const { rules } = await this.get(termbaseId, id)
    return this.database.inTransaction(async (db) => {
      await requireState(db, termbaseId, id, 'ready')
      const { where, values } = condition(id, filter ?? {}, rules)
      const parts = [where, `e.verdict = ANY ($${values.push(decision ? fitting(decision) : [...verdicts])})`]
      if (positions) parts.push(`e.position = ANY ($${values.push(positions)}::int[])`)
      if (decision?.into)
        parts.push(
          `EXISTS (SELECT FROM json_array_elements(e.offers) o WHERE o ->> 'conceptId' = $${values.push(decision.into)})`,
        )
      const before: DecidedBefore[] = await db.query(
        `WITH before AS MATERIALIZED (SELECT position, decision FROM import_entries e WHERE ${parts.join(' AND ')}),
           decided AS (
             UPDATE import_entries e SET decision = $${values.push(decision && JSON.stringify(decision))}
             FROM before WHERE e.import_id = $1 AND e.position = before.position
           )
         SELECT decision, array_agg(position ORDER BY position) AS positions FROM before GROUP BY decision`,
        values,
      )
      if (before.length === 0 && positions)
        throw new DomainError('invalid-input', `"${decision?.action}" is no answer to these entries.`, {
          remedy:
            'Conflicts and changes take keep, take, add or fill; duplicates take new, skip, or merge into an offered concept.',
        })
      return before
    })
  }

  /** What an entry says differently from another of the concepts that are offered for it. */
  async differencesFrom(termbaseId: string, id: string, position: number, conceptId: string): Promise<Difference[]> {
    const { options, format } = await this.get(termbaseId, id)
    const [entry]: { draft: ConceptDraft }[] = await this.database.db.query(
      `SELECT draft FROM import_entries e WHERE e.import_id = $1 AND e.position = $2
         AND EXISTS (SELECT FROM json_array_elements(e.offers) o WHERE o ->> 'conceptId' = $3)`,
      [id, position, conceptId],
    )
    const [concept] = entry ? await loadConcepts(this.database.db, [conceptId]) : []
    if (!entry || !concept)
      throw new DomainError('not-found', `Entry ${position} of this import is not offered this concept.`)
    return differencesOf(this.database.db, concept, entry.draft, comparisonFor(options, format))
  }

  /** Stops reading, or deletes a changeset that was not applied. What was applied stays: it is undone, not deleted. */
  async remove(termbaseId: string, id: string): Promise<void> {
    const { state, jobId } = await this.get(termbaseId, id)
    if (state === 'applied' || state === 'undone')
      throw new DomainError('conflict', `The import is ${state}, and its report is kept.`, {
        remedy: 'Undo it, if the concepts are not wanted.',
      })
    const job = jobId ? await this.jobs.get(jobId).catch(() => null) : null
    if (job && !isFinished(job.state)) {
      await this.jobs.cancel(job.id)
      await this.jobs.finished(job.id)
    }
    await this.database.db.query(`DELETE FROM imports WHERE id = $1 AND state NOT IN ('applied', 'undone')`, [id])
  }

  /** Of an upload that was cut off. */
  async forget(id: string): Promise<void> {
    await this.database.db.query(`DELETE FROM imports WHERE id = $1`, [id])
  }

  private async summaries(where: string, values: unknown[]): Promise<ImportSummary[]> {
    const rows: (Omit<ImportSummary, 'counts'> & {
      entryCount: number
      termCount: number
      verdictCounts: Partial<Record<Verdict, number>>
      open: Partial<Record<Verdict, number>>
    })[] = await this.database.db.query(`${SUMMARY} WHERE ${where}`, values)
    return rows.map(({ entryCount, termCount, verdictCounts, open, ...row }) => {
      const counted = Object.fromEntries(verdicts.map((verdict) => [verdict, verdictCounts[verdict] ?? 0]))
      const undecided = openVerdicts(row.rules).reduce((sum, verdict) => sum + (open[verdict as Verdict] ?? 0), 0)
      const counts = { entries: entryCount, terms: termCount, verdicts: counted as Record<Verdict, number>, undecided }
      return { ...row, sizeBytes: Number(row.sizeBytes), counts }
    })
  }
}

const ASK: Rules = { conflicts: 'ask', duplicates: 'ask' }

const SUMMARY = `
  SELECT i.id, i.termbase_id AS "termbaseId", i.file_name AS "fileName", i.size_bytes AS "sizeBytes", i.format,
    i.header ->> 'dialect' AS dialect, i.languages, i.options, i.rules, i.state, i.renamed_languages AS "renamedLanguages",
    i.warnings, i.problem, i.job_id AS "jobId", i.created_at AS "createdAt", i.applied_at AS "appliedAt",
    i.undone_at AS "undoneAt", i.result, json_build_object('id', u.id, 'name', u.name) AS "createdBy",
    coalesce(n.entries, 0) AS "entryCount", coalesce(n.terms, 0) AS "termCount", coalesce(n.verdicts, '{}') AS "verdictCounts",
    coalesce(n.open, '{}') AS open
  FROM imports i JOIN users u ON u.id = i.created_by
  LEFT JOIN LATERAL (
    SELECT sum(entries)::int AS entries, sum(terms)::int AS terms, jsonb_object_agg(verdict, entries) AS verdicts,
      jsonb_object_agg(verdict, open) AS open
    FROM (SELECT verdict, count(*) AS entries, sum(cardinality(keys)) AS terms, count(*) FILTER (WHERE decision IS NULL) AS open
          FROM import_entries e WHERE e.import_id = i.id GROUP BY verdict) v
  ) n ON true`

const entryColumns = `e.position, e.line, e.external_id AS "externalId", e.label, e.verdict, e.matched_by AS "matchedBy",
  e.concept_id AS "conceptId", c.number::int AS "conceptNumber", c.status AS "conceptStatus",
  coalesce(e.changes, '[]') AS changes, coalesce(e.offers, '[]') AS offers, e.problem, e.decision`

function condition(
  id: string,
  { verdict, open, q }: Partial<EntryFilter>,
  rules: Rules,
): { where: string; values: unknown[] } {
  const values: unknown[] = [id]
  const parts = ['e.import_id = $1']
  if (verdict) parts.push(`e.verdict = $${values.push(verdict)}`)
  if (open) parts.push(`e.decision IS NULL AND e.verdict = ANY ($${values.push(openVerdicts(rules))})`)
  if (q?.trim()) {
    const pattern = `$${values.push(containing(q.trim()))}`
    parts.push(
      `(e.label ILIKE ${pattern} OR e.external_id ILIKE ${pattern} OR array_to_string(e.keys, ' ') ILIKE ${pattern})`,
    )
  }
  return { where: parts.join(' AND '), values }
}

function isDecided({ verdict, decision }: ImportedEntry, rules: Rules): boolean {
  return decision !== null || !openVerdicts(rules).includes(verdict)
}

/** Which verdicts an action answers. */
function fitting({ action }: Decision): Verdict[] {
  return action === 'new' || action === 'merge' || action === 'skip' ? ['duplicate'] : ['conflict', 'changed']
}

function positionOf(cursor: string): number {
  const position = Number(decodeCursor(cursor)?.[0])
  if (Number.isSafeInteger(position)) return position
  throw new DomainError('invalid-input', 'This cursor is none of ours.', {
    fields: { cursor: ['is not a `next` of a page before'] },
  })
}

async function requireState(db: Db, termbaseId: string, id: string, wanted: ImportState): Promise<void> {
  const [row]: { state: ImportState }[] = await db.query(
    `SELECT state FROM imports WHERE id = $1 AND termbase_id = $2 FOR UPDATE`,
    [id, termbaseId],
  )
  if (!row) throw new DomainError('not-found', `There is no import ${id} in this termbase.`)
  if (row.state !== wanted)
    throw new DomainError('conflict', `The import is ${row.state}; this needs one that is ${wanted}.`)
}

async function setState(db: Db, id: string, state: ImportState): Promise<void> {
  await db.query(`UPDATE imports SET state = $2 WHERE id = $1`, [id, state])
}
