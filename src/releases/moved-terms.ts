import type { Db } from '../database/database.js'

/** Where a term came from, or where it went: the other concept, by what people know it by. */
export interface TermMove {
  language: string
  text: string
  from?: ConceptPlace
  to?: ConceptPlace
}

export interface ConceptPlace {
  id: string
  number: number
}

/** The moves of each concept, by its id. */
export type Moves = ReadonlyMap<string, TermMove[]>

/** A term as it stands in a concept. */
export interface PlacedTerm extends ConceptPlace {
  language: string
  text: string
}

/** Among more concepts nobody looks for one term, and all their terms would have to be held. */
const mostConcepts = 5000

/** Rows of `concept_id, concept` on either side, with the value that stands for $1 in it. */
interface Side {
  sql: string
  value: string | null
}

/** Terms that one concept lost and another got: the same spelling in the same language. Empty where too many differ. */
export async function movesAmong(db: Db, before: Side, after: Side, conceptIds: string[]): Promise<Moves> {
  if (conceptIds.length < 2 || conceptIds.length > mostConcepts) return new Map()
  return moves(await termsOf(db, before, conceptIds), await termsOf(db, after, conceptIds))
}

/** What was lost and what was got, laid side by side. A term of several concepts goes to the first that got it. */
export function moves(before: PlacedTerm[], after: PlacedTerm[]): Moves {
  const lost = byTerm(before, new Set(after.map(placeOf)))
  const got = byTerm(after, new Set(before.map(placeOf)))
  const found = new Map<string, TermMove[]>()
  const add = (id: string, move: TermMove) => found.set(id, [...(found.get(id) ?? []), move])
  for (const [term, { language, text, ...from }] of lost) {
    const target = got.get(term)
    if (!target) continue
    const to = { id: target.id, number: target.number }
    add(from.id, { language, text, to })
    add(to.id, { language, text, from })
  }
  return found
}

const termOf = ({ language, text }: PlacedTerm): string => `${language} ${text}`
const placeOf = (term: PlacedTerm): string => `${term.id} ${termOf(term)}`

/** By term, those that do not stand in the same concept on the other side. */
function byTerm(terms: PlacedTerm[], elsewhere: ReadonlySet<string>): Map<string, PlacedTerm> {
  const found = new Map<string, PlacedTerm>()
  for (const term of terms) if (!elsewhere.has(placeOf(term)) && !found.has(termOf(term))) found.set(termOf(term), term)
  return found
}

function termsOf(db: Db, { sql, value }: Side, conceptIds: string[]): Promise<PlacedTerm[]> {
  return db.query(
    `SELECT concept_id AS id, (concept ->> 'number')::int AS number, l ->> 'language' AS language, t ->> 'text' AS text
     FROM (${sql}) s, jsonb_array_elements(concept -> 'languages') l, jsonb_array_elements(l -> 'terms') t
     WHERE concept_id = ANY ($2::uuid[]) ORDER BY number`,
    [value, conceptIds],
  )
}
