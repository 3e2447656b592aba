import type { Db } from '../database/database.js'
import { normaliseTerm } from '../matching/index.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { gramsOfQuery } from '../shared/text/search-pattern.js'
import { type Put, type Sought, termHas } from './concept-filter.js'
import { distanceInside, errorsAllowed, intactPieces } from './near-spelling.js'

/** Terms that share letters with a misspelt query are looked at one by one: at most so many, and so many concepts shown. */
const MOST_COMPARED = 30_000
const MOST_NEAR = 200

/** Parameters of a statement, in the order in which they are put. */
export function parameters(): { values: unknown[]; put: Put } {
  const values: unknown[] = []
  return { values, put: (value) => `$${values.push(value)}` }
}

/**
 * What a query asks for: terms that hold all its words, whatever their script, width and case; where no term of the
 * termbase does, the concepts whose terms are nearest to it in spelling. Null asks for nothing.
 */
export async function soughtBy(
  db: Db,
  termbaseId: string,
  q: string | undefined,
  languages: LanguageTag[],
): Promise<Sought | null> {
  const readings = readingsOf(q ?? '', languages)
  if (readings.length === 0) return q?.trim() ? { readings: [] } : null
  const wholes = [...new Set(readings.map((words) => words.join('')))].filter((whole) => errorsAllowed(whole) > 0)
  if (wholes.length === 0 || (await someTermHas(db, termbaseId, readings))) return { readings }
  const near = await nearest(db, termbaseId, wholes)
  return near.length > 0 ? { near } : { readings }
}

/** A query may be of any of the termbase's languages; folded alike, they are asked once. */
export function readingsOf(q: string, languages: LanguageTag[]): string[][] {
  const words = q.trim().split(/\s+/).slice(0, 12)
  const readings = [...new Set(languages.map(primaryLanguage))].map((language) =>
    words.map((word) => normaliseTerm(word, language).replaceAll(' ', '')).filter((key) => key !== ''),
  )
  return readings.filter(
    (words, i) => words.length > 0 && readings.findIndex((other) => other.join(' ') === words.join(' ')) === i,
  )
}

async function someTermHas(db: Db, termbaseId: string, readings: string[][]): Promise<boolean> {
  const { values, put } = parameters()
  const found: unknown[] = await db.query(
    `SELECT 1 FROM terms t JOIN language_sections s ON s.id = t.language_section_id
     JOIN concepts c ON c.id = s.concept_id AND c.termbase_id = ${put(termbaseId)} WHERE ${termHas(readings, put)} LIMIT 1`,
    values,
  )
  return found.length > 0
}

/** Ids of concepts with a term near one of the keys, nearest first. */
async function nearest(db: Db, termbaseId: string, keys: string[]): Promise<string[]> {
  const distances = new Map<string, number>()
  for (const key of keys) {
    const errors = errorsAllowed(key)
    for (const { concept, text } of await termsSharing(db, termbaseId, key, errors)) {
      const distance = distanceInside(key, text, errors)
      // Of two that are as near, the one that says less besides.
      if (distance !== null) {
        const rank = distance * 10_000 + text.length
        distances.set(concept, Math.min(rank, distances.get(concept) ?? rank))
      }
    }
  }
  return [...distances]
    .sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(([concept]) => concept)
}

function termsSharing(
  db: Db,
  termbaseId: string,
  key: string,
  errors: number,
): Promise<{ concept: string; text: string }[]> {
  const { values, put } = parameters()
  const shares = intactPieces(key, errors).map((piece) => `t.grams @> ${put(gramsOfQuery(piece))}::text[]`)
  return db.query(
    `SELECT s.concept_id AS concept, replace(t.key, ' ', '') AS text
     FROM terms t JOIN language_sections s ON s.id = t.language_section_id
     JOIN concepts c ON c.id = s.concept_id AND c.termbase_id = ${put(termbaseId)}
     WHERE (${shares.join(' OR ')}) AND char_length(t.key) >= ${put(key.length - errors)} LIMIT ${MOST_COMPARED}`,
    values,
  )
}
