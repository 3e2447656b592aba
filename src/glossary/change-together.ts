import type { Actor } from '../auth/roles.js'
import type { Db } from '../database/database.js'
import type { ConceptStatus } from './concept-record.js'
import { recordFromRows } from './record-from-rows.js'

/**
 * Fields of the first level of many concepts, by statements over all rows: sections and terms stay as they are. The
 * caller's transaction must hold the termbase.
 */

/** What many concepts shall say; null clears a field, a field left out stays as it is. */
export interface BulkChange {
  status?: ConceptStatus
  subjectField?: string | null
  customerSubset?: string | null
  projectSubset?: string | null
}

type Field = keyof BulkChange

const columns: Record<Field, string> = {
  status: 'status',
  subjectField: 'subject_field',
  customerSubset: 'customer_subset',
  projectSubset: 'project_subset',
}
const fields = Object.keys(columns) as Field[]

/** Of these concepts, those that do not say it yet. */
export async function idsChanging(db: Db, ids: string[], change: BulkChange): Promise<string[]> {
  const values = Object.entries(change) as [Field, string | null][]
  const differs = values.map(([field], i) => `c.${columns[field]} IS DISTINCT FROM $${i + 2}::text`)
  const rows: { id: string }[] = await db.query(
    `SELECT c.id FROM concepts c JOIN unnest($1::uuid[]) WITH ORDINALITY AS w (id, place) ON w.id = c.id
     WHERE ${differs.join(' OR ')} ORDER BY w.place`,
    [ids, ...values.map(([, value]) => value)],
  )
  return rows.map(({ id }) => id)
}

/** @param reopens whether the rule of the termbase counts by which a change sends an approved concept back */
export async function changeTogether(
  db: Db,
  actor: Actor,
  ids: string[],
  change: BulkChange,
  cause: string,
  { reopens = false } = {},
): Promise<void> {
  const values = Object.entries(change) as [Field, string | null][]
  const sets = values.map(([field], i) => `${columns[field]} = $${i + 3}::text`)
  // One that is used again stands for itself.
  if (change.status && change.status !== 'retired') sets.push('replaced_by = NULL')
  if (reopens && change.subjectField !== undefined && change.status === undefined)
    sets.push(`status = ${statusUnder(3 + values.findIndex(([field]) => field === 'subjectField'))}`)
  await asNextVersion(db, actor, ids, cause, () =>
    db.query(`UPDATE concepts c SET ${sets.join(', ')}, ${NEXT} WHERE c.id = ANY ($1::uuid[])`, [
      ids,
      actor.id,
      ...values.map(([, value]) => value),
    ]),
  )
}

/** Of many fields, the subject field is the only one that a termbase may name as reopening (see `reopening.ts`). */
const statusUnder = (subjectField: number): string => `CASE
  WHEN c.status = 'approved' AND c.subject_field IS DISTINCT FROM $${subjectField}::text
    AND 'subjectField' = ANY ((SELECT reopening_fields FROM termbases t WHERE t.id = c.termbase_id)::text[])
  THEN 'draft' ELSE c.status END`

/** The fields as the version before had them. */
export async function changeBackTogether(db: Db, actor: Actor, ids: string[], cause: string): Promise<void> {
  const sets = fields.map((field) => `${columns[field]} = v.snapshot->>'${field}'`)
  await asNextVersion(db, actor, ids, cause, () =>
    db.query(
      `UPDATE concepts c SET ${sets.join(', ')}, ${NEXT} FROM concept_versions v
       WHERE c.id = ANY ($1::uuid[]) AND v.concept_id = c.id AND v.version = c.version - 1`,
      [ids, actor.id],
    ),
  )
}

const NEXT = 'version = c.version + 1, updated_by = $2, updated_at = now()'

/** Around a change of the rows: before it the newest versions get the words that only the concepts had, after it each has one more. */
async function asNextVersion(
  db: Db,
  actor: Actor,
  ids: string[],
  cause: string,
  change: () => Promise<unknown>,
): Promise<void> {
  await db.query(`SELECT 1 FROM concepts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [ids])
  await db.query(
    `UPDATE concept_versions v SET snapshot = ${recordFromRows} FROM concepts c
     WHERE c.id = ANY ($1::uuid[]) AND v.concept_id = c.id AND v.version = c.version AND v.snapshot IS NULL`,
    [ids],
  )
  await change()
  await db.query(
    `INSERT INTO concept_versions (concept_id, version, author_id, cause)
     SELECT id, version, $2, $3 FROM concepts WHERE id = ANY ($1::uuid[])`,
    [ids, actor.id, cause],
  )
}
