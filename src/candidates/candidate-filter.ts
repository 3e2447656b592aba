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
  q?: string
}

export type FilterField = keyof CandidateFilter

/** Each field, and the condition it adds. Counting a field leaves that field's own condition out. */
export function applyFilter(
  query: SelectQueryBuilder<Candidate>,
  filter: CandidateFilter,
  languages: [source: LanguageTag, target: LanguageTag],
  without?: FilterField,
): SelectQueryBuilder<Candidate> {
  const asked: CandidateFilter = { ...filter }
  if (without) delete asked[without]
  const { state, kind, minScore, maxScore, document, q } = asked
  if (state?.length) query.andWhere('c.state IN (:...state)', { state })
  if (kind?.length) query.andWhere('c.kind IN (:...kind)', { kind })
  if (minScore !== undefined) query.andWhere('c.score >= :minScore', { minScore })
  if (maxScore !== undefined) query.andWhere('c.score < :maxScore', { maxScore })
  if (document)
    query.andWhere(
      `EXISTS (SELECT 1 FROM candidate_evidence e JOIN sentence_pairs p ON p.id = e.sentence_pair_id
               WHERE e.candidate_id = c.id AND p.document_id = :document)`,
      { document },
    )
  if (q?.trim()) {
    const keys = languages.map((language) => normaliseTerm(q, language))
    query.andWhere(`(${inTerm('source_key', 0)} OR ${inTerm('target_key', 1)})`, {
      grams0: gramsOfQuery(keys[0]!),
      like0: containing(keys[0]!),
      grams1: gramsOfQuery(keys[1]!),
      like1: containing(keys[1]!),
    })
  }
  return query
}

/** A term is found from one character on, whatever its script, width and case. The grams narrow down, LIKE decides. */
function inTerm(column: string, i: number): string {
  return `(c.grams @> :grams${i}::text[] AND c.${column} LIKE :like${i})`
}
