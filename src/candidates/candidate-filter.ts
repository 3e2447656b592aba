import type { SelectQueryBuilder } from 'typeorm'
import { normaliseTerm } from '../matching/index.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { containing, gramsOfQuery } from '../shared/text/search-pattern.js'
import type { PairKind } from '../extraction/index.js'
import type { Candidate } from './candidate.entity.js'
import type { CandidateState } from './review.js'

/** What part of the queue is meant: by the page, by a count, or by a bulk decision. */
export interface CandidateFilter {
  state?: CandidateState[]
  kind?: PairKind[]
  minScore?: number
  maxScore?: number
  document?: string
  /** With evidence in a document that has this language on a side. */
  language?: LanguageTag
  minFrequency?: number
  maxFrequency?: number
  /** Who made the decision that stands. */
  author?: string
  /** With a decision of this day (UTC) that stands, as `2026-05-04`. */
  decidedOn?: string
  /** The reason of the decision that stands. */
  reason?: string
  /** Whether it is one of several that may still be accepted, or are, and share a term. */
  rival?: boolean
  /** Fragments of this candidate: both sides stand inside its sides. */
  containedIn?: string
  q?: string
}

export type FilterField = keyof CandidateFilter
type Query = SelectQueryBuilder<Candidate>
type Languages = [source: LanguageTag, target: LanguageTag]

/** Each field, and the condition it adds. */
const conditions: {
  [Field in FilterField]-?: (query: Query, value: NonNullable<CandidateFilter[Field]>, languages: Languages) => void
} = {
  state: (query, state) => state.length > 0 && query.andWhere('c.state IN (:...state)', { state }),
  kind: (query, kind) => kind.length > 0 && query.andWhere('c.kind IN (:...kind)', { kind }),
  minScore: (query, minScore) => query.andWhere('c.score >= :minScore', { minScore }),
  maxScore: (query, maxScore) => query.andWhere('c.score < :maxScore', { maxScore }),
  minFrequency: (query, minFrequency) => query.andWhere('c.frequency >= :minFrequency', { minFrequency }),
  maxFrequency: (query, maxFrequency) => query.andWhere('c.frequency <= :maxFrequency', { maxFrequency }),
  document: (query, document) =>
    query.andWhere(
      `EXISTS (SELECT 1 FROM candidate_evidence e JOIN sentence_pairs p ON p.id = e.sentence_pair_id
               WHERE e.candidate_id = c.id AND p.document_id = :document)`,
      { document },
    ),
  language: (query, language) =>
    query.andWhere(
      `EXISTS (SELECT 1 FROM candidate_evidence e JOIN sentence_pairs p ON p.id = e.sentence_pair_id
               JOIN documents d ON d.id = p.document_id
               WHERE e.candidate_id = c.id AND :language IN (d.source_language, d.target_language))`,
      { language },
    ),
  author: (query, author) => query.andWhere(`${standing('author_id')} = :author`, { author }),
  decidedOn: (query, decidedOn) =>
    query.andWhere(
      `EXISTS (SELECT 1 FROM decisions d WHERE d.candidate_id = c.id AND d.undone_at IS NULL
               AND d.at >= CAST(:decidedOn AS date) AT TIME ZONE 'UTC' AND d.at < (CAST(:decidedOn AS date) + 1) AT TIME ZONE 'UTC')`,
      { decidedOn },
    ),
  reason: (query, reason) => query.andWhere(`${standing('reason')} = :reason`, { reason }),
  rival: (query, rival) => query.andWhere(rival ? HAS_RIVAL : `NOT ${HAS_RIVAL}`),
  containedIn: (query, containedIn) =>
    query.andWhere(
      `EXISTS (SELECT 1 FROM candidates whole WHERE whole.id = :containedIn AND whole.termbase_id = c.termbase_id AND whole.id <> c.id
               AND strpos(whole.source_key, c.source_key) > 0 AND strpos(whole.target_key, c.target_key) > 0)`,
      { containedIn },
    ),
  q: (query, q, languages) => {
    if (!q.trim()) return
    const keys = languages.map((language) => normaliseTerm(q, language))
    query.andWhere(`(${inTerm('source_key', 0)} OR ${inTerm('target_key', 1)})`, {
      grams0: gramsOfQuery(keys[0]!),
      like0: containing(keys[0]!),
      grams1: gramsOfQuery(keys[1]!),
      like1: containing(keys[1]!),
    })
  },
}

/** Adds what the filter asks for. Counting a field leaves that field's own condition out. */
export function applyFilter(query: Query, filter: CandidateFilter, languages: Languages, without?: FilterField): Query {
  for (const field of Object.keys(conditions) as FilterField[])
    if (field !== without && filter[field] !== undefined) conditions[field](query, filter[field] as never, languages)
  return query
}

/** A column of the decision that made the candidate's state; no decision, no value. */
function standing(column: string): string {
  return `(SELECT d.${column} FROM decisions d WHERE d.candidate_id = c.id AND d.undone_at IS NULL ORDER BY d.at DESC, d.id LIMIT 1)`
}

/** Keys that several pairs share which may still be accepted, or are. Read once for all rows; the query knows `:termbaseId`. */
const sharedKeys = (column: string) => `
  (SELECT r.${column} FROM candidates r WHERE r.termbase_id = :termbaseId AND r.state IN ('proposed', 'skipped', 'accepted')
   GROUP BY r.${column} HAVING count(*) > 1)`

export const HAS_RIVAL = `(c.state IN ('proposed', 'skipped', 'accepted')
  AND (c.source_key IN ${sharedKeys('source_key')} OR c.target_key IN ${sharedKeys('target_key')}))`

/** A term is found from one character on, whatever its script, width and case. The grams narrow down, LIKE decides. */
function inTerm(column: string, i: number): string {
  return `(c.grams @> :grams${i}::text[] AND c.${column} LIKE :like${i})`
}
