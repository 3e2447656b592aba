import { Injectable } from '@nestjs/common'
import { Database, type Db } from '../database/database.js'
import { likenessOf, normaliseTerm } from '../matching/index.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { gramsOfQuery } from '../shared/text/search-pattern.js'
import type { AdministrativeStatus, ConceptStatus } from './concept-record.js'

/** A pair of terms as a candidate proposes it. */
export interface PairOfTerms {
  source: { language: LanguageTag; text: string }
  target: { language: LanguageTag; text: string }
}

/**
 * How a concept of the termbase stands to a pair. `contains`: one of its terms contains a side; `contained`: the other way round;
 * `similar`: a term of its is spelled much like a side.
 */
export const relations = ['exact', 'same-source', 'same-target', 'contains', 'contained', 'similar'] as const
export type Relation = (typeof relations)[number]

export interface RelatedConcept {
  conceptId: string
  number: number
  status: ConceptStatus
  relation: Relation
  terms: { language: LanguageTag; text: string; status: AdministrativeStatus }[]
}

/** A term that contains, or is contained in, more terms than this is no help to an editor. */
const MOST_RELATED = 20

/** What the termbase already knows of a pair, by the shared matcher's keys: "already in the termbase" and the offer of a synonym. */
@Injectable()
export class ConceptMatchesService {
  constructor(private readonly database: Database) {}

  /** Nearest first; exact and same-side concepts are what an accepted pair might belong to. */
  async related(termbaseId: string, pair: PairOfTerms, db: Db = this.database.db): Promise<RelatedConcept[]> {
    const near = await this.holding(termbaseId, pair, db)
    if (near.length >= MOST_RELATED) return near
    const similar = await this.similar(termbaseId, pair, db)
    const known = new Set(near.map(({ conceptId }) => conceptId))
    return [...near, ...similar.filter(({ conceptId }) => !known.has(conceptId))].slice(0, MOST_RELATED)
  }

  /** Those that share a term with the pair, or hold one of its terms, or are held. */
  private async holding(termbaseId: string, pair: PairOfTerms, db: Db): Promise<RelatedConcept[]> {
    const source = normaliseTerm(pair.source.text, pair.source.language)
    const target = normaliseTerm(pair.target.text, pair.target.language)
    const rows: Row[] = await db.query(RELATED, [
      termbaseId,
      source,
      target,
      languageOf(pair.source.language),
      languageOf(pair.target.language),
      MOST_RELATED,
      partsOf(source),
      partsOf(target),
      gramsOfQuery(source),
      gramsOfQuery(target),
    ])
    return rows.map(({ number, ...row }) => ({ ...row, number: Number(number) }))
  }

  /** Concepts that share a term with the pair. */
  async sharing(termbaseId: string, pair: PairOfTerms, db: Db = this.database.db): Promise<RelatedConcept[]> {
    const related = await this.holding(termbaseId, pair, db)
    return related.filter(
      ({ relation }) => relation === 'exact' || relation === 'same-source' || relation === 'same-target',
    )
  }

  /** Concepts with a term that is spelled much like a side: 国防白皮书 and 国防政策白皮书, defence and defense. */
  private async similar(termbaseId: string, { source, target }: PairOfTerms, db: Db): Promise<RelatedConcept[]> {
    const likeness = new Map<string, number>()
    for (const { language, text } of [source, target]) {
      const key = normaliseTerm(text, language)
      const [beginning, middle, end] = thirds(gramsOfQuery(key))
      if (!beginning?.length || !middle?.length || !end?.length) continue
      const length = [...key].length
      const terms: { conceptId: string; key: string }[] = await db.query(LIKE_IT, [
        termbaseId,
        languageOf(language),
        beginning,
        middle,
        end,
        Math.ceil(length / LENGTHS_APART),
        Math.floor(length * LENGTHS_APART),
      ])
      for (const term of terms) {
        const share = likenessOf(key, term.key)
        if (share >= LIKE_ENOUGH && share > (likeness.get(term.conceptId) ?? 0)) likeness.set(term.conceptId, share)
      }
    }
    const nearest = [...likeness].toSorted(([, one], [, other]) => other - one).slice(0, MOST_RELATED)
    if (nearest.length === 0) return []
    const rows: Row[] = await db.query(SIMILAR, [nearest.map(([id]) => id)])
    return rows.map(({ number, ...row }) => ({ ...row, number: Number(number) }))
  }
}

/** From this share of common grams on two terms are alike, as an editor sees them. */
const LIKE_ENOUGH = 0.6

/** A term that is more than so many times as long is not alike, whatever they share. */
const LENGTHS_APART = 2

/** Terms that are alike share something at the beginning, in the middle and at the end: the index finds them by that. */
function thirds(grams: string[]): string[][] {
  const size = Math.max(1, Math.ceil(grams.length / 3))
  const parts = [grams.slice(0, size), grams.slice(size, 2 * size), grams.slice(2 * size)].filter(
    (part) => part.length > 0,
  )
  return Array.from({ length: 3 }, (_, i) => parts[Math.min(i, parts.length - 1)] ?? [])
}

interface Row extends Omit<RelatedConcept, 'number'> {
  number: string
}

function languageOf(tag: LanguageTag): string {
  return tag.split('-')[0]!
}

/** Longer terms than this stand inside no other, as far as this question goes: parts are counted by the square. */
const LONGEST_PART = 40

/** Every stretch of a key that might itself be a term: more than one character, at most `LONGEST_PART`. */
export function partsOf(key: string): string[] {
  const characters = [...key]
  const parts = new Set<string>()
  for (let start = 0; start < characters.length; start++)
    for (let end = start + 2; end <= Math.min(characters.length, start + LONGEST_PART); end++)
      parts.add(characters.slice(start, end).join(''))
  return [...parts]
}

const TERMS_OF_CONCEPT = `
    (SELECT json_agg(json_build_object('language', s.language, 'text', t.text, 'status', t.administrative_status) ORDER BY s.position, t.position)
     FROM language_sections s JOIN terms t ON t.language_section_id = s.id WHERE s.concept_id = c.id) AS terms`

/** $1 termbase, $2 language without script and region, $3 to $5 grams of which one each must be there, $6 and $7 the length of the key. */
const LIKE_IT = `
  SELECT l.concept_id AS "conceptId", t.key
  FROM terms t
  JOIN language_sections l ON l.id = t.language_section_id AND split_part(l.language, '-', 1) = $2
  JOIN concepts c ON c.id = l.concept_id AND c.termbase_id = $1 AND c.status <> 'retired'
  WHERE t.grams && $3::text[] AND t.grams && $4::text[] AND t.grams && $5::text[] AND length(t.key) BETWEEN $6 AND $7
  LIMIT 20000`

/** $1 concepts, nearest first. */
const SIMILAR = `
  SELECT c.id AS "conceptId", c.number, c.status, 'similar' AS relation, ${TERMS_OF_CONCEPT}
  FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN concepts c ON c.id = wanted.id ORDER BY wanted.place`

/**
 * $1 termbase, $2 and $3 keys of source and target, $4 and $5 their languages without script and region, $6 most rows,
 * $7 and $8 parts of the keys, $9 and $10 their grams. Every hit is found by an index: the same key, a part as a key,
 * the grams of a longer key. A side is asked only among terms of its own language, so that an acronym of one is not
 * taken for a word of the other.
 */
const RELATED = `
  WITH sides (language, key, parts, grams, is_source) AS (
    VALUES ($4::text, $2::text, $7::text[], $9::text[], true), ($5, $3, $8, $10, false)
  ), found AS (
    SELECT t.language_section_id, s.language, s.is_source, t.key = s.key AS same, false AS contains, t.key <> s.key AS contained
    FROM sides s JOIN terms t ON t.key = s.key OR t.key = ANY (s.parts)
    UNION ALL
    SELECT t.language_section_id, s.language, s.is_source, t.key = s.key, t.key <> s.key, false
    FROM sides s JOIN terms t ON t.grams @> s.grams AND strpos(t.key, s.key) > 0 WHERE cardinality(s.grams) > 0
  ), hits AS (
    SELECT l.concept_id, bool_or(f.same AND f.is_source) AS source_same, bool_or(f.same AND NOT f.is_source) AS target_same,
      bool_or(f.contains) AS contains, bool_or(f.contained) AS contained
    FROM found f
    JOIN language_sections l ON l.id = f.language_section_id AND split_part(l.language, '-', 1) = f.language
    JOIN concepts c ON c.id = l.concept_id AND c.termbase_id = $1 AND c.status <> 'retired'
    GROUP BY l.concept_id
  ), ranked AS (
    SELECT concept_id, CASE
      WHEN source_same AND target_same THEN 'exact'
      WHEN source_same THEN 'same-source'
      WHEN target_same THEN 'same-target'
      WHEN contains THEN 'contains'
      WHEN contained THEN 'contained' END AS relation
    FROM hits
  )
  SELECT c.id AS "conceptId", c.number, c.status, r.relation, ${TERMS_OF_CONCEPT}
  FROM ranked r JOIN concepts c ON c.id = r.concept_id
  ORDER BY array_position(ARRAY['exact', 'same-source', 'same-target', 'contains', 'contained'], r.relation), c.number
  LIMIT $6`
