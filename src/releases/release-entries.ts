import type { Db } from '../database/database.js'
import type { ConceptRecord } from '../glossary/concept-record.js'
import { approvedConcepts } from './approved-concepts.js'
import { evidenceReferences } from './evidence-references.js'
import type { JobContext } from '../jobs/job.js'
import { ContentSummary } from './release-content.js'

/** Who is told how far publishing is, and may stop it. */
export type Watch = Pick<JobContext, 'progress' | 'signal'>

/** Written so many concepts at a time, so that memory stays flat. */
const batchSize = 250

/** Freezes the approved concepts, in the order of their numbers, as entries of a release; one statement for some hundreds. */
export async function writeEntries(
  db: Db,
  releaseId: string,
  termbaseId: string,
  { progress, signal }: Watch,
): Promise<ContentSummary> {
  const summary = new ContentSummary()
  const all = await approvedCount(db, termbaseId)
  for (let last = '0'; ;) {
    signal.throwIfAborted()
    progress({ stage: 'Freezing concepts', progress: (0.95 * summary.conceptCount) / Math.max(1, all) })
    const concepts = await approvedAfter(db, termbaseId, last)
    if (concepts.length === 0) break
    const evidence = await evidenceReferences(db, concepts)
    await db.query(
      `INSERT INTO release_entries (release_id, position, concept_id, concept, evidence)
       SELECT $1, $2 + ordinality - 1, (concept ->> 'id')::uuid, concept, evidence
       FROM unnest($3::jsonb[], $4::jsonb[]) WITH ORDINALITY AS e (concept, evidence)`,
      [
        releaseId,
        summary.conceptCount,
        concepts.map((concept) => JSON.stringify(concept)),
        concepts.map(({ id }) => JSON.stringify(evidence.get(id) ?? [])),
      ],
    )
    for (const concept of concepts) summary.add(concept)
    last = String(concepts.at(-1)!.number)
  }
  return summary
}

/** The entries of an older release once more, under another release. */
export async function copyEntries(db: Db, releaseId: string, olderId: string): Promise<void> {
  await db.query(
    `INSERT INTO release_entries (release_id, position, concept_id, concept, evidence)
     SELECT $1, position, concept_id, concept, evidence FROM release_entries WHERE release_id = $2`,
    [releaseId, olderId],
  )
}

/** How many concepts a release would take now. */
export async function approvedCount(db: Db, termbaseId: string): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `SELECT count(*)::int AS count FROM concepts WHERE termbase_id = $1 AND status = 'approved'`,
    [termbaseId],
  )
  return row!.count
}

async function approvedAfter(db: Db, termbaseId: string, last: string): Promise<ConceptRecord[]> {
  const rows: { concept: ConceptRecord }[] = await db.query(
    `SELECT concept FROM (${approvedConcepts('$1')}) a WHERE number > $2 ORDER BY number LIMIT ${batchSize}`,
    [termbaseId, last],
  )
  return rows.map(({ concept }) => concept)
}
