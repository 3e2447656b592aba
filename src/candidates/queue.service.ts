import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import { Database, type Db } from '../database/database.js'
import { ConceptMatchesService, type PairOfTerms } from '../glossary/concept-matches.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import { decodeCursor, encodeCursor, type Page } from '../shared/page.js'
import { applyFilter, type CandidateFilter } from './candidate-filter.js'
import type { CandidateEvidenceRecord, CandidateRecord, CandidateRow, DecisionRecord } from './candidate-record.js'
import { Candidate } from './candidate.entity.js'
import type { DecisionKind } from './review.js'

/** Orders of the queue: the column, and the way it runs. Ties break on the id, so a page never repeats or skips a row. */
export const sortings = {
  score: { column: 'c.score', direction: 'DESC' },
  frequency: { column: 'c.frequency', direction: 'DESC' },
  source: { column: 'c.source_key', direction: 'ASC' },
  recent: { column: 'c.created_at', direction: 'DESC' },
} as const
export type Sorting = keyof typeof sortings

export interface QueueQuery extends CandidateFilter {
  sort: Sorting
  cursor?: string
  limit: number
}

/** A decision that its author may want to take back: of one candidate, or a bulk action. */
export interface OwnDecision {
  decisionId: string | null
  batchId: string | null
  /** Of the candidate, or of one of them. */
  candidateId: string
  source: string
  target: string
  kind: DecisionKind
  at: Date
  count: number
}

/** Occurrences shown with a candidate. */
const MOST_EVIDENCE = 100

/** Reads the queue. Nothing here changes anything. */
@Injectable()
export class QueueService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly matches: ConceptMatchesService,
  ) {}

  async list(termbaseId: string, { sort, cursor, limit, ...filter }: QueueQuery): Promise<Page<CandidateRow>> {
    const query = await this.filtered(termbaseId, filter)
    const total = cursor ? undefined : await query.getCount()
    const { column, direction } = sortings[sort]
    if (cursor) {
      const [value, id] = positionOf(cursor, sort)
      query.andWhere(`(${column}, c.id) ${direction === 'DESC' ? '<' : '>'} (:value, :id)`, { value, id })
    }
    query.select(`c.id`, 'id').addSelect(`${column}::text`, 'position')
    const rows: { id: string; position: string }[] = await query
      .orderBy(column, direction)
      .addOrderBy('c.id', direction)
      .limit(limit + 1)
      .getRawMany()
    const page = rows.slice(0, limit)
    const items = await this.rows(page.map(({ id }) => id))
    const last = page.at(-1)
    return {
      items,
      ...(total === undefined ? {} : { total }),
      next: last && rows.length > limit ? encodeCursor([sort, last.position, last.id]) : null,
    }
  }

  async get(termbaseId: string, id: string): Promise<CandidateRecord> {
    const [row] = await this.rows([id], termbaseId)
    if (!row) throw new DomainError('not-found', `There is no candidate ${id} in this termbase.`)
    const termbase = await this.termbases.require(termbaseId)
    const pair: PairOfTerms = {
      source: { language: termbase.sourceLanguage, text: row.source },
      target: { language: termbase.targetLanguage, text: row.target },
    }
    const [evidence, decisions, related] = await Promise.all([
      this.evidence(id),
      this.decisions(id),
      this.matches.related(termbaseId, pair),
    ])
    return { ...row, evidence, decisions, related: related.filter(({ conceptId }) => conceptId !== row.conceptId) }
  }

  /** What somebody decided last and still stands: single decisions, and bulk actions as one. Newest first. */
  async decidedBy(userId: string, termbaseId: string, limit: number): Promise<OwnDecision[]> {
    return this.database.db.query(
      `SELECT CASE WHEN d.batch_id IS NULL THEN (array_agg(d.id))[1] END AS "decisionId", d.batch_id AS "batchId",
         (array_agg(c.id))[1] AS "candidateId", (array_agg(c.source))[1] AS source, (array_agg(c.target))[1] AS target,
         (array_agg(d.kind))[1] AS kind, max(d.at) AS at, count(*)::integer AS count
       FROM decisions d JOIN candidates c ON c.id = d.candidate_id
       WHERE d.author_id = $1 AND c.termbase_id = $2 AND d.undone_at IS NULL AND d.at > now() - interval '7 days'
       GROUP BY d.batch_id, CASE WHEN d.batch_id IS NULL THEN d.id END
       ORDER BY at DESC LIMIT $3`,
      [userId, termbaseId, limit],
    )
  }

  /** Ids of all that match, best first: what a bulk decision is about. */
  async idsMatching(termbaseId: string, filter: CandidateFilter): Promise<string[]> {
    const query = await this.filtered(termbaseId, filter)
    const rows: { id: string }[] = await query
      .select('c.id', 'id')
      .orderBy('c.score', 'DESC')
      .addOrderBy('c.id')
      .getRawMany()
    return rows.map(({ id }) => id)
  }

  /** Rows as the queue shows them, in the order of `ids`. */
  async rows(ids: string[], termbaseId?: string, db: Db = this.database.db): Promise<CandidateRow[]> {
    const rows: CandidateRow[] = await db.query(
      `SELECT c.id, c.source, c.target, c.score, c.kind, c.frequency, c.state, c.version,
         json_build_object('en', c.explanation, 'zh', c.explanation_zh) AS explanation,
         c.reasons, c.variants, c.contained_in AS "containedIn", c.concept_id AS "conceptId", c.merged_into AS "mergedInto",
         (SELECT json_build_object('id', d.id, 'kind', d.kind, 'author', json_build_object('id', u.id, 'name', u.name), 'at', d.at, 'reason', d.reason)
          FROM decisions d JOIN users u ON u.id = d.author_id
          WHERE d.candidate_id = c.id AND d.undone_at IS NULL ORDER BY d.at DESC, d.id LIMIT 1) AS "lastDecision"
       FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN candidates c ON c.id = wanted.id
       WHERE $2::uuid IS NULL OR c.termbase_id = $2
       ORDER BY wanted.place`,
      [ids, termbaseId ?? null],
    )
    return rows
  }

  private async filtered(termbaseId: string, filter: CandidateFilter): Promise<SelectQueryBuilder<Candidate>> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const query = this.database.db
      .createQueryBuilder(Candidate, 'c')
      .where('c.termbase_id = :termbaseId', { termbaseId })
    return applyFilter(query, filter, [sourceLanguage, targetLanguage])
  }

  private evidence(id: string): Promise<CandidateEvidenceRecord[]> {
    return this.database.db.query(
      `SELECT d.id AS "documentId", d.name AS "documentName", p.id AS "sentencePairId", p.position,
         json_build_object('text', p.source_text, 'start', e.source_start, 'end', e.source_end, 'offset', p.source_start, 'line', p.source_line) AS source,
         json_build_object('text', p.target_text, 'start', e.target_start, 'end', e.target_end, 'offset', p.target_start, 'line', p.target_line) AS target
       FROM candidate_evidence e
       JOIN sentence_pairs p ON p.id = e.sentence_pair_id
       JOIN documents d ON d.id = p.document_id
       WHERE e.candidate_id = $1 ORDER BY d.created_at, p.position, e.source_start, e.target_start LIMIT ${MOST_EVIDENCE}`,
      [id],
    )
  }

  private decisions(id: string): Promise<DecisionRecord[]> {
    return this.database.db.query(
      `SELECT d.id, d.kind, d.from_state AS "fromState", d.to_state AS "toState", d.at, d.reason, d.source, d.target, d.batch_id AS "batchId",
         d.undone_at AS "undoneAt", json_build_object('id', u.id, 'name', u.name) AS author,
         CASE WHEN w.id IS NULL THEN NULL ELSE json_build_object('id', w.id, 'name', w.name) END AS "undoneBy"
       FROM decisions d JOIN users u ON u.id = d.author_id LEFT JOIN users w ON w.id = d.undone_by
       WHERE d.candidate_id = $1 ORDER BY d.at DESC, d.id`,
      [id],
    )
  }
}

function positionOf(cursor: string, sort: Sorting): [value: string, id: string] {
  const [sorting, value, id] = decodeCursor(cursor) ?? []
  if (sorting === sort && typeof value === 'string' && typeof id === 'string') return [value, id]
  throw new DomainError('invalid-input', 'This cursor is none of ours, or of another order.', {
    remedy: 'Begin again without a cursor.',
    fields: { cursor: ['is not a `next` of a page in this order'] },
  })
}
