import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import type { PairKind } from '../extraction/index.js'
import type { Person } from './candidate-record.js'
import type { CandidateState } from './review.js'

/** How decisions fell among candidates that have something in common. */
export interface Outcome {
  accepted: number
  rejected: number
  /** Proposed or skipped: still to be decided. */
  open: number
}

export interface Progress {
  states: Partial<Record<CandidateState, number>>
  /** Decisions that stand, by the day (UTC) and the person; days without any are left out. */
  days: { day: string; author: Person; decisions: number }[]
  /** Ten bands of the score, lowest first: `from` 0.9 means 0.9 and more. */
  scores: ({ from: number } & Outcome)[]
  kinds: ({ kind: PairKind } & Outcome)[]
  /** In how many of its aligned sentences a document shows a term that has been accepted. */
  documents: { id: string; name: string; sentences: number; covered: number; terms: number }[]
}

/** Days back that are told. */
const DAYS = 30

/** How the work on a termbase goes, in numbers. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
  ) {}

  async progress(termbaseId: string): Promise<Progress> {
    await this.termbases.require(termbaseId)
    const ask = <Row>(sql: string): Promise<Row[]> => this.database.db.query(sql, [termbaseId])
    const [states, days, scores, kinds, documents] = await Promise.all([
      ask<{ state: CandidateState; n: number }>(STATES),
      ask<Progress['days'][number]>(DAYS_AND_PEOPLE),
      ask<Progress['scores'][number]>(outcomesBy('band', SCORE_BANDS)),
      ask<Progress['kinds'][number]>(outcomesBy('kind', 'c.kind AS kind')),
      ask<Progress['documents'][number]>(DOCUMENTS),
    ])
    return {
      states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
      days,
      scores: allBands(scores),
      kinds,
      documents,
    }
  }
}

/** A band without candidates is told too, so that a plot has ten. */
function allBands(rows: (Outcome & { band?: number })[]): Progress['scores'] {
  return Array.from({ length: 10 }, (_, band) => {
    const { accepted, rejected, open } = rows.find((row) => row.band === band) ?? { accepted: 0, rejected: 0, open: 0 }
    return { from: band / 10, accepted, rejected, open }
  })
}

const STATES = `SELECT state, count(*)::integer AS n FROM candidates WHERE termbase_id = $1 GROUP BY state`

const SCORE_BANDS = `least(floor(c.score::numeric * 10), 9)::integer AS band`

/** What is merged counts as accepted: its terms are names of an accepted concept, or will be. */
const outcomesBy = (name: string, column: string) => `
  SELECT ${column},
    count(*) FILTER (WHERE c.state IN ('accepted', 'merged'))::integer AS accepted,
    count(*) FILTER (WHERE c.state = 'rejected')::integer AS rejected,
    count(*) FILTER (WHERE c.state IN ('proposed', 'skipped'))::integer AS open
  FROM candidates c WHERE c.termbase_id = $1 GROUP BY ${name} ORDER BY ${name}`

const DAYS_AND_PEOPLE = `
  SELECT to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, json_build_object('id', u.id, 'name', u.name) AS author,
    count(*)::integer AS decisions
  FROM decisions d JOIN candidates c ON c.id = d.candidate_id JOIN users u ON u.id = d.author_id
  WHERE c.termbase_id = $1 AND d.undone_at IS NULL AND d.at > now() - interval '${DAYS} days'
  GROUP BY 1, u.id ORDER BY 1, u.name, u.id`

const DOCUMENTS = `
  SELECT d.id, d.name, d.pair_count AS sentences,
    count(DISTINCT p.id)::integer AS covered, count(DISTINCT c.id)::integer AS terms
  FROM documents d
  LEFT JOIN (sentence_pairs p JOIN candidate_evidence e ON e.sentence_pair_id = p.id
    JOIN candidates c ON c.id = e.candidate_id AND c.state = 'accepted') ON p.document_id = d.id
  WHERE d.termbase_id = $1 GROUP BY d.id ORDER BY d.created_at, d.id`
