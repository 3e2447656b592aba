import type { Db } from '../../database/database.js'
import { tbxId } from '../../formats/index.js'
import { ownId } from '../concept-entries.js'
import type { ConceptRecord, ConceptStatus } from '../concept-record.js'
import type { ReadEntry } from './entry-drafts.js'
import type { Offer } from './import-record.js'

/** A concept of the termbase that an entry of the file may be. */
export interface Match {
  conceptId: string
  matchedBy: 'id' | 'number' | 'terms'
}

export interface EntryMatches {
  /** The concept that it is. */
  match: Match | null
  /** Concepts that have some of its terms, nearest first. */
  nearby: string[]
}

/** How often each id of the file was met: the second entry of an id is the second concept of that id. */
export type IdCounts = Map<string, number>

/** Ids first, then terms by the shared matcher's keys; three statements, however many entries. */
export async function matchEntries(
  db: Db,
  termbaseId: string,
  entries: ReadEntry[],
  seen: IdCounts,
): Promise<Map<number, EntryMatches>> {
  const byId = await conceptsById(db, termbaseId, entries)
  const sharing = await conceptsSharing(db, termbaseId, entries)
  const matches = new Map<number, EntryMatches>()
  for (const entry of entries) {
    const shared = sharing.get(entry.position) ?? []
    matches.set(entry.position, {
      match: matchById(entry, byId, seen) ?? matchByWrittenId(entry, shared) ?? matchByTerms(entry, shared),
      nearby: shared.map(({ conceptId }) => conceptId),
    })
  }
  return matches
}

function matchById({ externalId }: ReadEntry, byId: Map<string, string[]>, seen: IdCounts): Match | null {
  if (externalId === null) return null
  const before = seen.get(externalId) ?? 0
  seen.set(externalId, before + 1)
  const conceptId = byId.get(externalId)?.[before]
  return conceptId ? { conceptId, matchedBy: 'id' } : null
}

/**
 * What our exports call a concept: `c12` is number 12 without an id, `c254003` had the id 254003, which XML does not allow,
 * and `a-2` is the second of an id. Others use such ids too, hence at least one common term.
 */
function matchByWrittenId({ externalId }: ReadEntry, shared: Shared[]): Match | null {
  if (externalId === null) return null
  const names = [externalId, externalId.replace(/-\d+$/, '')]
  const same = shared.find((one) => names.includes(tbxId(one.externalId ?? ownId(Number(one.number)))))
  return same ? { conceptId: same.conceptId, matchedBy: same.externalId === null ? 'number' : 'id' } : null
}

/** A concept that has every term of the entry, in two languages at least or in all that it has. */
function matchByTerms({ keys }: ReadEntry, shared: Shared[]): Match | null {
  const wanted = new Set(keys).size
  const whole = shared.find(({ hits, languages }) => hits === wanted && languages > 1)
  return whole ? { conceptId: whole.conceptId, matchedBy: 'terms' } : null
}

async function conceptsById(db: Db, termbaseId: string, entries: ReadEntry[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(entries.flatMap(({ externalId }) => externalId ?? []))]
  const rows: { externalId: string; ids: string[] }[] =
    ids.length === 0
      ? []
      : await db.query(
          `SELECT external_id AS "externalId", array_agg(id ORDER BY number) AS ids FROM concepts
           WHERE termbase_id = $1 AND external_id = ANY ($2) GROUP BY external_id`,
          [termbaseId, ids],
        )
  return new Map(rows.map(({ externalId, ids }) => [externalId, ids]))
}

interface Shared {
  position: number
  conceptId: string
  number: string
  externalId: string | null
  hits: number
  languages: number
}

async function conceptsSharing(db: Db, termbaseId: string, entries: ReadEntry[]): Promise<Map<number, Shared[]>> {
  const asked = entries.flatMap(({ position, keys }) => keys.map((key) => ({ position, key })))
  const rows: Shared[] = await db.query(SHARING, [
    termbaseId,
    asked.map(({ position }) => position),
    asked.map(({ key }) => key.slice(0, key.indexOf(' '))),
    asked.map(({ key }) => key.slice(key.indexOf(' ') + 1)),
  ])
  const byPosition = new Map<number, Shared[]>()
  for (const row of rows) byPosition.set(row.position, [...(byPosition.get(row.position) ?? []), row])
  return byPosition
}

/** More homographs than this are no help to an editor. */
const MOST_NEARBY = 5

const SHARING = `
  SELECT * FROM (
    SELECT a.position, c.id AS "conceptId", c.number, c.external_id AS "externalId",
      count(DISTINCT (a.language, a.key))::int AS hits, count(DISTINCT a.language)::int AS languages,
      row_number() OVER (PARTITION BY a.position ORDER BY count(DISTINCT (a.language, a.key)) DESC, c.number) AS rank
    FROM unnest($2::int[], $3::text[], $4::text[]) AS a (position, language, key)
    JOIN terms t ON t.key = a.key
    JOIN language_sections l ON l.id = t.language_section_id AND split_part(l.language, '-', 1) = a.language
    JOIN concepts c ON c.id = l.concept_id AND c.termbase_id = $1 AND c.status <> 'retired'
    GROUP BY a.position, c.id
  ) s WHERE rank <= ${MOST_NEARBY} ORDER BY position, rank`

/** What is known of a concept beside its record. */
export interface ConceptBackground {
  /** Nobody but imports has written it. */
  onlyImported: boolean
  /** The sentences its terms were found in, which exports give as contexts. */
  evidence: Set<string>
}

/** Of all these concepts, in two statements. */
export async function backgroundsOf(db: Db, concepts: ConceptRecord[]): Promise<Map<string, ConceptBackground>> {
  const ids = concepts.map(({ id }) => id)
  const written: { id: string }[] = await db.query(
    `SELECT c.id FROM unnest($1::uuid[]) AS c (id)
     WHERE NOT EXISTS (SELECT 1 FROM concept_versions v WHERE v.concept_id = c.id AND v.cause NOT IN ('import', 'undo-import'))`,
    [ids],
  )
  const imported = new Set(written.map(({ id }) => id))
  const backgrounds = new Map(
    ids.map((id) => [id, { onlyImported: imported.has(id), evidence: new Set<string>() }] as const),
  )
  const candidates = concepts.flatMap(({ id, languages }) =>
    languages.flatMap(({ terms }) => terms.flatMap(({ candidateId }) => (candidateId ? [{ id, candidateId }] : []))),
  )
  if (candidates.length === 0) return backgrounds
  const sentences: { id: string; texts: (string | null)[] }[] = await db.query(
    `SELECT a.concept_id AS id, ARRAY[p.source_text, p.target_text] AS texts
     FROM unnest($1::uuid[], $2::uuid[]) AS a (concept_id, candidate_id)
     JOIN candidate_evidence e ON e.candidate_id = a.candidate_id
     JOIN sentence_pairs p ON p.id = e.sentence_pair_id`,
    [candidates.map(({ id }) => id), candidates.map(({ candidateId }) => candidateId)],
  )
  for (const { id, texts } of sentences) for (const text of texts) if (text) backgrounds.get(id)!.evidence.add(text)
  return backgrounds
}

export function offerOf({ id, number, status, languages }: ConceptRecord): Offer {
  const terms = languages.flatMap(({ language, terms }) => terms.map(({ text }) => ({ language, text })))
  return { conceptId: id, number, status: status as ConceptStatus, terms: terms.slice(0, 20) }
}
