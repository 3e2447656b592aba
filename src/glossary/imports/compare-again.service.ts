import { Injectable } from '@nestjs/common'
import { copyRows, type Value } from '../../database/copy-rows.js'
import { Database, type Db } from '../../database/database.js'
import type { ReadEntry } from './entry-drafts.js'
import { comparisonFor, type ImportOptions } from './import-record.js'
import { judgeEntries, type JudgedEntry, type JudgingContext } from './judge-entries.js'
import type { Watch } from './read-import.service.js'

const BATCH = 500

/** The entries of a changeset against the glossary as it is by now; the file is not needed any more. */
@Injectable()
export class CompareAgainService {
  constructor(private readonly database: Database) {}

  async compare(
    importId: string,
    { termbaseId, options, format }: { termbaseId: string; options: ImportOptions; format: string | null },
    { progress, signal }: Watch,
  ): Promise<void> {
    const context: JudgingContext = { termbaseId, compare: comparisonFor(options, format), seen: new Map() }
    await this.database.inTransaction(async (db) => {
      await db.query(`
        CREATE TEMP TABLE judged (position integer, verdict text, matched_by text, concept_id uuid, base_version integer, changes json, offers json)
        ON COMMIT DROP`)
      for (let after = -1; ;) {
        signal.throwIfAborted()
        const entries = await entriesAfter(db, importId, after)
        if (entries.length === 0) break
        await copyRows(db, 'judged', columns, (await judgeEntries(db, entries, context)).map(rowOf))
        after = entries.at(-1)!.position
        progress({ stage: 'Comparing', progress: 0.5 })
      }
      await db.query(UPDATE, [importId])
      await db.query(`UPDATE imports SET state = 'ready', problem = NULL WHERE id = $1`, [importId])
    })
  }
}

function entriesAfter(db: Db, importId: string, after: number): Promise<ReadEntry[]> {
  return db.query(
    `SELECT position, line, external_id AS "externalId", draft, keys, label, problem FROM import_entries
     WHERE import_id = $1 AND position > $2 ORDER BY position LIMIT ${BATCH}`,
    [importId, after],
  )
}

const columns = ['position', 'verdict', 'matched_by', 'concept_id', 'base_version', 'changes', 'offers']

function rowOf({ position, verdict, matchedBy, conceptId, baseVersion, changes, offers }: JudgedEntry): Value[] {
  const lists = [changes, offers].map((list) => (list.length > 0 ? list : null))
  return [position, verdict, matchedBy, conceptId, baseVersion, ...lists]
}

/** A decision answers the differences it was made for; others want a new one. */
const UPDATE = `
  UPDATE import_entries e SET verdict = j.verdict, matched_by = j.matched_by, concept_id = j.concept_id,
    base_version = j.base_version, changes = j.changes, offers = j.offers,
    decision = CASE WHEN e.verdict = j.verdict AND e.concept_id IS NOT DISTINCT FROM j.concept_id
      AND e.changes::text IS NOT DISTINCT FROM j.changes::text THEN e.decision END
  FROM judged j WHERE e.import_id = $1 AND e.position = j.position`
