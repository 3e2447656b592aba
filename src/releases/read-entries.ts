import type { ReleasedConcept } from './release-content.js'

/** Read so many concepts at a time, so that memory stays flat. */
const batchSize = 500

/** The concepts of a release in their order, through anything that can ask the database. */
export async function* readEntries(
  db: { query(sql: string, values: unknown[]): Promise<unknown[]> },
  releaseId: string,
): AsyncGenerator<ReleasedConcept> {
  for (let last = -1; ;) {
    const entries = (await db.query(
      `SELECT position, concept, evidence FROM release_entries WHERE release_id = $1 AND position > $2 ORDER BY position LIMIT ${batchSize}`,
      [releaseId, last],
    )) as (ReleasedConcept & { position: number })[]
    if (entries.length === 0) return
    yield* entries
    last = entries.at(-1)!.position
  }
}
