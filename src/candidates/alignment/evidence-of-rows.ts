import type { Db } from '../../database/database.js'

/** One occurrence as the table keeps it. */
export interface EvidenceRow {
  candidateId: string
  sentencePairId: string
  sourceStart: number
  sourceEnd: number
  targetStart: number
  targetEnd: number
}

/** A candidate that left the queue with its last evidence: the whole row, so that it can come back. */
export type ForgottenCandidate = Record<string, unknown> & { id: string }

export function evidenceIn(db: Db, sentencePairIds: string[]): Promise<EvidenceRow[]> {
  return db.query(
    `SELECT candidate_id AS "candidateId", sentence_pair_id AS "sentencePairId", source_start AS "sourceStart",
       source_end AS "sourceEnd", target_start AS "targetStart", target_end AS "targetEnd"
     FROM candidate_evidence WHERE sentence_pair_id = ANY ($1::bigint[]) ORDER BY id`,
    [sentencePairIds],
  )
}

export async function addEvidence(db: Db, rows: EvidenceRow[]): Promise<void> {
  await db.query(
    `INSERT INTO candidate_evidence (candidate_id, sentence_pair_id, source_start, source_end, target_start, target_end)
     SELECT r."candidateId", r."sentencePairId", r."sourceStart", r."sourceEnd", r."targetStart", r."targetEnd"
     FROM jsonb_to_recordset($1::jsonb) AS r ("candidateId" uuid, "sentencePairId" bigint, "sourceStart" integer, "sourceEnd" integer,
       "targetStart" integer, "targetEnd" integer)
     JOIN candidates c ON c.id = r."candidateId"
     ON CONFLICT ON CONSTRAINT uq_candidate_evidence_span DO NOTHING`,
    [JSON.stringify(rows)],
  )
}

/** How often a candidate was seen moves by what it won and lost; it is never less than what its evidence shows. */
export async function recount(db: Db, before: EvidenceRow[], after: EvidenceRow[]): Promise<void> {
  const change = new Map<string, number>()
  const count = (rows: EvidenceRow[], by: 1 | -1) => {
    for (const { candidateId } of rows) change.set(candidateId, (change.get(candidateId) ?? 0) + by)
  }
  count(before, -1)
  count(after, 1)
  const changed = [...change].filter(([, by]) => by !== 0)
  await db.query(
    `UPDATE candidates c SET frequency = greatest(c.frequency + d.by, (SELECT count(*) FROM candidate_evidence e WHERE e.candidate_id = c.id))
     FROM unnest($1::uuid[], $2::integer[]) AS d (id, by) WHERE c.id = d.id`,
    [changed.map(([id]) => id), changed.map(([, by]) => by)],
  )
}

/** Of these, the proposals that nothing speaks for any more leave the queue. What was decided, or merged into, stays. */
export async function forgetUnfounded(db: Db, candidateIds: string[]): Promise<ForgottenCandidate[]> {
  const [rows] = (await db.query(
    `DELETE FROM candidates c
     WHERE c.id = ANY ($1::uuid[]) AND c.state = 'proposed'
       AND NOT EXISTS (SELECT 1 FROM candidate_evidence e WHERE e.candidate_id = c.id)
       AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.candidate_id = c.id)
       AND NOT EXISTS (SELECT 1 FROM candidates m WHERE m.merged_into = c.id)
     RETURNING to_jsonb(c) AS row`,
    [candidateIds],
  )) as [{ row: ForgottenCandidate }[], number]
  return rows.map(({ row }) => row)
}

/** Brings them back; the ids under which they stand now, for one may have been proposed anew meanwhile. */
export async function bringBack(db: Db, forgotten: ForgottenCandidate[]): Promise<Map<string, string>> {
  if (forgotten.length === 0) return new Map()
  const rows = JSON.stringify(forgotten)
  await db.query(
    `INSERT INTO candidates SELECT (jsonb_populate_record(NULL::candidates, f)).* FROM jsonb_array_elements($1::jsonb) AS f
     ON CONFLICT ON CONSTRAINT uq_candidates_pair DO NOTHING`,
    [rows],
  )
  const ids: { was: string; is: string }[] = await db.query(
    `SELECT f->>'id' AS was, c.id AS is FROM jsonb_array_elements($1::jsonb) AS f
     JOIN candidates c ON c.termbase_id = (f->>'termbase_id')::uuid AND c.source_key = f->>'source_key' AND c.target_key = f->>'target_key'`,
    [rows],
  )
  return new Map(ids.map(({ was, is }) => [was, is]))
}
