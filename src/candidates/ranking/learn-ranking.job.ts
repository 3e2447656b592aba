import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Database, type Db } from '../../database/database.js'
import type { DecidedCandidate, LearntRanking, Rankable, RankingState } from '../../extraction/index.js'
import { TermbasesService } from '../../glossary/termbases.service.js'
import { JobHandlers } from '../../jobs/job-handlers.js'
import type { JobContext, JobHandler } from '../../jobs/job.js'
import { learnInThread } from './learn-in-thread.js'
import { Ranking } from './ranking.entity.js'
import { LEARN_RANKING, type LearnRanking, RankingsService } from './rankings.service.js'

export interface RankingRun {
  state: RankingState
  decisions: number
  rescored: number
}

/** The newest decisions teach; more than these would only repeat them. */
const MOST_DECISIONS = 20_000

/** A score that would move less stays as it is: nobody sees the difference, and a run writes only what has changed. */
const LEAST_CHANGE = 0.005

/** Rows rescored in one transaction: decisions on them wait no longer than that takes. */
const BATCH = 2000

/** Learns what the decisions of a termbase teach, and scores what is still open by it. Decided candidates keep their score. */
@Injectable()
export class LearnRankingJob implements JobHandler<LearnRanking, RankingRun>, OnModuleInit {
  readonly kind = LEARN_RANKING

  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly rankings: RankingsService,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this)
  }

  async run({ termbaseId }: LearnRanking, { progress, signal }: JobContext): Promise<RankingRun> {
    progress({ stage: 'learn', progress: 0 })
    const learnt = await this.learn(termbaseId, signal)
    if (!learnt) return { state: 'waiting', decisions: 0, rescored: 0 }
    progress({ stage: 'rescore', progress: 0.5 })
    const rescored = await this.rescore(termbaseId, signal)
    const { accepted, rejected } = learnt.decisions
    return { state: learnt.state, decisions: accepted + rejected, rescored }
  }

  /** After a reset, an import or another run in the midst of it, it is learnt anew. Null where there is nothing to learn from. */
  private async learn(termbaseId: string, signal: AbortSignal): Promise<LearntRanking | null> {
    for (;;) {
      signal.throwIfAborted()
      const { ranking, decided } = await this.database.inSnapshot((db) => read(db, termbaseId))
      if (!ranking) return null
      const learnt = await learnInThread({ decided, before: ranking.before }, signal)
      if (await this.database.inTransaction((db) => keep(db, ranking, learnt))) return learnt
    }
  }

  /** Batch by batch, in the order in which bulk decisions take their locks. Versions stay: what an editor sees of a candidate is still true. */
  private async rescore(termbaseId: string, signal: AbortSignal): Promise<number> {
    let rescored = 0
    let last = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      signal.throwIfAborted()
      const batch = await this.database.inTransaction(async (db) => {
        await this.termbases.holdFor(db, termbaseId)
        const scoreOf = await this.rankings.scoring(db, termbaseId)
        const open: (Rankable & { id: string })[] = await db.query(OPEN, [termbaseId, last])
        const ids = open.map(({ id }) => id)
        const [, changed]: [unknown, number] = await db.query(RESCORE, [ids, open.map(scoreOf)])
        return { last: ids.at(-1), isLast: ids.length < BATCH, changed }
      })
      rescored += batch.changed
      if (batch.isLast) return rescored
      last = batch.last!
    }
  }
}

async function read(db: Db, termbaseId: string): Promise<{ ranking: Ranking | null; decided: DecidedCandidate[] }> {
  const ranking = await db.findOneBy(Ranking, { termbaseId })
  return { ranking, decided: ranking ? await db.query(DECIDED, [termbaseId, ranking.learnSince]) : [] }
}

/** Whether the ranking is still the one that was read. */
async function keep(db: Db, { termbaseId, generation, unlearnt }: Ranking, learnt: LearntRanking): Promise<boolean> {
  const { state, model, decisions, quality } = learnt
  const [, kept]: [unknown, number] = await db.query(
    `UPDATE rankings SET state = $3, model = $4, report = $5, learnt_at = now(), generation = generation + 1, unlearnt = greatest(0, unlearnt - $6)
     WHERE termbase_id = $1 AND generation = $2`,
    [termbaseId, generation, state, model && JSON.stringify(model), JSON.stringify({ decisions, quality }), unlearnt],
  )
  return kept === 1
}

/** Standing decisions that accepted or rejected, newest first. */
const DECIDED = `
  SELECT c.source_key || E'\\t' || c.target_key AS key, c.extracted_score AS score, c.reasons,
    c.state = 'accepted' AS "isAccepted", d.kind = 'edit' AS "isEdited", d.reason, d.batch_id AS batch
  FROM candidates c
  JOIN LATERAL (
    SELECT kind, reason, batch_id, at FROM decisions WHERE candidate_id = c.id AND undone_at IS NULL
    ORDER BY at DESC, id LIMIT 1) d ON true
  WHERE c.termbase_id = $1 AND c.state IN ('accepted', 'rejected') AND ($2::timestamptz IS NULL OR d.at >= $2)
  ORDER BY d.at DESC, c.id LIMIT ${MOST_DECISIONS}`

const OPEN = `
  SELECT id, extracted_score AS score, reasons FROM candidates
  WHERE termbase_id = $1 AND state IN ('proposed', 'skipped') AND id > $2 ORDER BY id LIMIT ${BATCH} FOR UPDATE`

const RESCORE = `
  UPDATE candidates c SET score = s.score FROM unnest($1::uuid[], $2::real[]) AS s (id, score)
  WHERE c.id = s.id AND (abs(c.score - s.score) >= ${LEAST_CHANGE} OR s.score = c.extracted_score AND c.score <> s.score)`
