import type { Db } from '../database/database.js'
import type { ConceptRecord } from './concept-record.js'
import { recordFromRows } from './record-from-rows.js'

/** Whole concepts, in the order of `ids`. Built by the database: an entity for each of its rows would cost ten times that. */
export async function loadConcepts(db: Db, ids: string[]): Promise<ConceptRecord[]> {
  if (ids.length === 0) return []
  const rows: { record: ConceptRecord }[] = await db.query(
    `SELECT ${recordFromRows} AS record FROM concepts c JOIN unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
     ON wanted.id = c.id ORDER BY wanted.place`,
    [ids],
  )
  return rows.map(({ record }) => record)
}
