import { Injectable } from '@nestjs/common'
import { Database, type Db } from '../database/database.js'
import { normaliseTerm } from '../matching/index.js'
import type { LanguageTag } from '../shared/language-tag.js'
import type { AdministrativeStatus, ConceptStatus } from './concept-record.js'

/** A pair of terms as a candidate proposes it. */
export interface PairOfTerms {
  source: { language: LanguageTag; text: string }
  target: { language: LanguageTag; text: string }
}

/** How a concept of the termbase stands to a pair. `contains`: one of its terms contains a side; `contained`: the other way round. */
export const relations = ['exact', 'same-source', 'same-target', 'contains', 'contained'] as const
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
    const source = normaliseTerm(pair.source.text, pair.source.language)
    const target = normaliseTerm(pair.target.text, pair.target.language)
    const rows: Row[] = await db.query(RELATED, [
      termbaseId,
      source,
      target,
      languageOf(pair.source.language),
      languageOf(pair.target.language),
      MOST_RELATED,
    ])
    return rows.map(({ number, ...row }) => ({ ...row, number: Number(number) }))
  }

  /** Concepts that share a term with the pair. */
  async sharing(termbaseId: string, pair: PairOfTerms, db?: Db): Promise<RelatedConcept[]> {
    const related = await this.related(termbaseId, pair, db)
    return related.filter(
      ({ relation }) => relation === 'exact' || relation === 'same-source' || relation === 'same-target',
    )
  }
}

interface Row extends Omit<RelatedConcept, 'number'> {
  number: string
}

function languageOf(tag: LanguageTag): string {
  return tag.split('-')[0]!
}

/**
 * $1 termbase, $2 and $3 keys of source and target, $4 and $5 their languages without script and region, $6 most rows.
 * A side is asked only among terms of its own language, so that an acronym of one is not taken for a word of the other.
 */
const RELATED = `
  WITH hits AS (
    SELECT s.concept_id,
      bool_or(split_part(s.language, '-', 1) = $4 AND t.key = $2) AS source_same,
      bool_or(split_part(s.language, '-', 1) = $5 AND t.key = $3) AS target_same,
      bool_or(CASE split_part(s.language, '-', 1) WHEN $4 THEN strpos(t.key, $2) > 0 WHEN $5 THEN strpos(t.key, $3) > 0 END) AS contains,
      bool_or(length(t.key) > 1 AND
        CASE split_part(s.language, '-', 1) WHEN $4 THEN strpos($2, t.key) > 0 WHEN $5 THEN strpos($3, t.key) > 0 END) AS contained
    FROM terms t
    JOIN language_sections s ON s.id = t.language_section_id
    JOIN concepts c ON c.id = s.concept_id AND c.termbase_id = $1 AND c.status <> 'retired'
    GROUP BY s.concept_id
  ), ranked AS (
    SELECT concept_id, CASE
      WHEN source_same AND target_same THEN 'exact'
      WHEN source_same THEN 'same-source'
      WHEN target_same THEN 'same-target'
      WHEN contains THEN 'contains'
      WHEN contained THEN 'contained' END AS relation
    FROM hits WHERE source_same OR target_same OR contains OR contained
  )
  SELECT c.id AS "conceptId", c.number, c.status, r.relation,
    (SELECT json_agg(json_build_object('language', s.language, 'text', t.text, 'status', t.administrative_status) ORDER BY s.position, t.position)
     FROM language_sections s JOIN terms t ON t.language_section_id = s.id WHERE s.concept_id = c.id) AS terms
  FROM ranked r JOIN concepts c ON c.id = r.concept_id
  ORDER BY array_position(ARRAY['exact', 'same-source', 'same-target', 'contains', 'contained'], r.relation), c.number
  LIMIT $6`
