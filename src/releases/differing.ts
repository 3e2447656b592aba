import type { Db } from '../database/database.js'
import type { ConceptRecord } from '../glossary/concept-record.js'
import { approvedConcepts } from './approved-concepts.js'
import { movesAmong } from './moved-terms.js'
import { type ConceptDifference, type DifferenceKind, differenceOf } from './release-diff.js'

/** A set of concepts that another is compared with: those of a release, or those that would be published now. */
export type Contents = { release: string } | { approvedOf: string } | 'nothing'

/** A concept that differs, by its place in the order of both sides. */
export interface Differing {
  number: string
  conceptId: string
  kind: DifferenceKind
}

/** Rows of `concept_id, concept`. */
const sources = {
  release: (at: string) => `SELECT concept_id, concept FROM release_entries WHERE release_id = ${at}`,
  approvedOf: approvedConcepts,
  nothing: (at: string) => `SELECT NULL::uuid AS concept_id, NULL::jsonb AS concept WHERE ${at}::uuid IS NULL`,
}

/** Bookkeeping goes, and so do the ids of terms, which alone are no difference. */
const bookkeeping = `'{number,version,status,createdAt,createdBy,updatedAt,updatedBy}'::text[]`
const said = (column: string) =>
  `regexp_replace(jsonb_strip_nulls(${column} - ${bookkeeping})::text, '(, )?"(id|candidateId)": "[0-9a-f-]{36}"', '', 'g')`

/** Which concepts differ, in the order of their numbers. Some hundred bytes each are held, whatever they say. */
export async function differingConcepts(db: Db, before: Contents, after: Contents): Promise<Differing[]> {
  const [one, other] = [part(before, '$1'), part(after, '$2')]
  return db.query(
    `SELECT coalesce(b.concept, a.concept) ->> 'number' AS number, concept_id AS "conceptId",
       CASE WHEN a.concept IS NULL THEN 'added' WHEN b.concept IS NULL THEN 'removed' ELSE 'changed' END AS kind
     FROM (${one.sql}) a FULL JOIN (${other.sql}) b USING (concept_id)
     WHERE concept_id IS NOT NULL AND a.concept IS DISTINCT FROM b.concept
       AND (a.concept IS NULL OR b.concept IS NULL OR ${said('a.concept')} <> ${said('b.concept')})
     ORDER BY (coalesce(b.concept, a.concept) ->> 'number')::bigint`,
    [one.value, other.value],
  )
}

/** How they differ, in the same order, so many at a time. @param all of which `differing` are some: terms move among them */
export async function* differencesOf(
  db: Db,
  before: Contents,
  after: Contents,
  differing: Differing[],
  all: Differing[] = differing,
): AsyncGenerator<{ kind: DifferenceKind; difference: ConceptDifference }> {
  if (differing.length === 0) return
  const moves = await movesAmong(
    db,
    part(before, '$1'),
    part(after, '$1'),
    all.map(({ conceptId }) => conceptId),
  )
  for (let start = 0; start < differing.length; start += batchSize) {
    const ids = differing.slice(start, start + batchSize).map(({ conceptId }) => conceptId)
    const [were, are] = [await conceptsOf(db, before, ids), await conceptsOf(db, after, ids)]
    for (const id of ids) {
      const found = differenceOf(were.get(id) ?? null, are.get(id) ?? null)
      const moved = moves.get(id)
      if (found) yield moved ? { ...found, difference: { ...found.difference, moved } } : found
    }
  }
}

const batchSize = 200

async function conceptsOf(db: Db, contents: Contents, ids: string[]): Promise<Map<string, ConceptRecord>> {
  const { sql, value } = part(contents, '$1')
  const rows: { concept_id: string; concept: ConceptRecord }[] = await db.query(
    `SELECT * FROM (${sql}) s WHERE concept_id = ANY ($2::uuid[])`,
    [value, ids],
  )
  return new Map(rows.map((row) => [row.concept_id, row.concept]))
}

function part(contents: Contents, at: string): { sql: string; value: string | null } {
  if (contents === 'nothing') return { sql: sources.nothing(at), value: null }
  if ('release' in contents) return { sql: sources.release(at), value: contents.release }
  return { sql: sources.approvedOf(at), value: contents.approvedOf }
}
