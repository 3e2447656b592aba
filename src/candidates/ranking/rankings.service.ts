import { Injectable } from '@nestjs/common'
import { AuditService } from '../../auth/audit.service.js'
import type { Actor } from '../../auth/roles.js'
import { Database, type Db } from '../../database/database.js'
import {
  fewestDecisions,
  fewestOfEither,
  learntScore,
  movementOf,
  type Movement,
  type Rankable,
  type RankingModel,
} from '../../extraction/index.js'
import { TermbasesService } from '../../glossary/termbases.service.js'
import { JobsService } from '../../jobs/jobs.service.js'
import { DomainError } from '../../shared/errors.js'
import { FORMAT, modelIn, type RankingFile } from './ranking-file.js'
import type { RankingRecord, Replaced } from './ranking-record.js'
import { Ranking } from './ranking.entity.js'

export const LEARN_RANKING = 'learn-ranking'

export interface LearnRanking {
  termbaseId: string
}

/** The score a candidate has in a termbase. */
export type Scoring = (candidate: Rankable) => number

/** After so many new decisions a run is worth its while, and after this share of those that are known. */
const worthARun = { decisions: 10, share: 0.05 }

/** The ranking of a termbase: what it is, where it comes from, and how people change it. What it learns stands in learn-ranking.job.ts. */
@Injectable()
export class RankingsService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
  ) {}

  async get(termbaseId: string, db: Db = this.database.db): Promise<RankingRecord> {
    await this.termbases.require(termbaseId, db)
    const ranking = await db.findOneBy(Ranking, { termbaseId })
    const { bias, slope, features } = ranking?.model ?? { bias: 0, slope: 1, features: {} }
    return {
      state: ranking?.state ?? 'waiting',
      isImported: ranking?.before != null,
      decisions: ranking?.report?.decisions ?? { accepted: 0, rejected: 0, worth: 0 },
      unlearnt: ranking?.unlearnt ?? 0,
      needed: { decisions: fewestDecisions, ofEither: fewestOfEither },
      quality: ranking?.report?.quality ?? null,
      learntAt: ranking?.learntAt ?? null,
      learnSince: ranking?.learnSince ?? null,
      bias,
      slope,
      features: Object.entries(features)
        .map(([name, feature]) => ({ name, ...feature }))
        .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1)),
      canUndo: ranking?.replaced?.by ?? null,
      jobId: ranking ? await this.runUnderWay(db, ranking) : null,
    }
  }

  /** How candidates are scored here now. */
  async scoring(db: Db, termbaseId: string): Promise<Scoring> {
    const ranking = await db.findOneBy(Ranking, { termbaseId })
    return ranking?.model ? learntScore(ranking.model) : ({ score }) => score
  }

  /** Which features moved a candidate, and by how much; null where nothing is learnt. */
  async movement(termbaseId: string, candidateId: string): Promise<Movement | null> {
    const [candidate]: Rankable[] = await this.database.db.query(
      `SELECT extracted_score AS score, reasons FROM candidates WHERE id = $1 AND termbase_id = $2`,
      [candidateId, termbaseId],
    )
    if (!candidate) throw new DomainError('not-found', `There is no candidate ${candidateId} in this termbase.`)
    const ranking = await this.database.db.findOneBy(Ranking, { termbaseId })
    return ranking?.model ? movementOf(ranking.model, candidate) : null
  }

  /** Called in the transaction of decisions, after all else: when enough have come together, they are learnt. */
  async noticeDecisions(db: Db, actor: Actor, termbaseId: string, count: number): Promise<void> {
    if (count === 0) return
    const [{ unlearnt, known }]: [{ unlearnt: number; known: number }] = await db.query(
      `INSERT INTO rankings AS r (termbase_id, unlearnt) VALUES ($1, $2)
       ON CONFLICT ON CONSTRAINT pk_rankings DO UPDATE SET unlearnt = r.unlearnt + excluded.unlearnt
       RETURNING unlearnt, coalesce((report -> 'decisions' ->> 'worth')::real, 0) AS known`,
      [termbaseId, count],
    )
    if (unlearnt < Math.max(worthARun.decisions, worthARun.share * known)) return
    // What is decided while a run is under way is noticed by the next decision.
    const ranking = await db.findOneByOrFail(Ranking, { termbaseId })
    if (!(await this.runUnderWay(db, ranking))) await this.requestRun(db, actor, termbaseId)
  }

  /** Learns now, however few decisions are new. */
  async learn(actor: Actor, termbaseId: string): Promise<RankingRecord> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.require(termbaseId, db)
      await this.hold(db, termbaseId)
      await this.requestRun(db, actor, termbaseId)
      return this.get(termbaseId, db)
    })
  }

  /** Back to the shipped ranking; only decisions made from now on teach. */
  async reset(actor: Actor, termbaseId: string): Promise<RankingRecord> {
    return this.replace(actor, termbaseId, 'reset', { before: null, learnSince: new Date() })
  }

  /** What another termbase has learnt is believed here until own decisions say otherwise. */
  async import(actor: Actor, termbaseId: string, file: unknown): Promise<RankingRecord> {
    return this.replace(actor, termbaseId, 'import', { before: modelIn(file) })
  }

  /** Undoes the last reset or import. */
  async restore(actor: Actor, termbaseId: string): Promise<RankingRecord> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.require(termbaseId, db)
      const ranking = await this.hold(db, termbaseId)
      if (!ranking.replaced) throw nothingToUndo()
      const { by, at: _, learnSince, learntAt, ...rest } = ranking.replaced
      const generation = ranking.generation + 1
      await db.update(Ranking, { termbaseId }, {
        ...rest,
        learnSince: dateOf(learnSince),
        learntAt: dateOf(learntAt),
        generation,
        replaced: null,
      } as never)
      await this.record(db, actor, termbaseId, `undo-${by}-ranking`)
      await this.requestRun(db, actor, termbaseId)
      return this.get(termbaseId, db)
    })
  }

  async export(termbaseId: string): Promise<{ name: string; file: RankingFile }> {
    const { name, sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const ranking = await this.database.db.findOneBy(Ranking, { termbaseId })
    if (!ranking?.model)
      throw new DomainError('conflict', 'This termbase ranks as shipped: there is nothing to export.', {
        remedy: `Decide candidates; from about ${fewestDecisions} on the ranking learns.`,
      })
    const { accepted, rejected } = ranking.report?.decisions ?? { accepted: 0, rejected: 0 }
    return {
      name: `${name} ranking.json`,
      file: {
        format: FORMAT,
        version: 1,
        termbase: name,
        sourceLanguage,
        targetLanguage,
        exportedAt: new Date().toISOString(),
        decisions: accepted + rejected,
        model: ranking.model,
      },
    }
  }

  private async replace(
    actor: Actor,
    termbaseId: string,
    by: Replaced['by'],
    changes: { before: RankingModel | null; learnSince?: Date },
  ): Promise<RankingRecord> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.require(termbaseId, db)
      const { state, model, before, learnSince, report, learntAt, generation } = await this.hold(db, termbaseId)
      const replaced: Replaced = {
        by,
        at: new Date().toISOString(),
        state,
        model,
        before,
        learnSince: learnSince?.toISOString() ?? null,
        report,
        learntAt: learntAt?.toISOString() ?? null,
      }
      await db.update(Ranking, { termbaseId }, {
        ...changes,
        state: 'waiting',
        model: changes.before,
        report: null,
        learntAt: null,
        generation: generation + 1,
        replaced,
      } as never)
      await this.record(db, actor, termbaseId, `${by}-ranking`)
      await this.requestRun(db, actor, termbaseId)
      return this.get(termbaseId, db)
    })
  }

  /** The row of the termbase, made if there was none, and nobody else's until the transaction ends. */
  private async hold(db: Db, termbaseId: string): Promise<Ranking> {
    await db.query(`INSERT INTO rankings (termbase_id) VALUES ($1) ON CONFLICT DO NOTHING`, [termbaseId])
    return db.findOneOrFail(Ranking, { where: { termbaseId }, lock: { mode: 'pessimistic_write' } })
  }

  /** A run that waits will see all that is decided by now; one that runs may have looked before. */
  private async requestRun(db: Db, actor: Actor, termbaseId: string): Promise<void> {
    const ranking = await db.findOneByOrFail(Ranking, { termbaseId })
    if (await this.runUnderWay(db, ranking, ['waiting'])) return
    const payload: LearnRanking = { termbaseId }
    const { id } = await this.jobs.enqueue(db, { kind: LEARN_RANKING, payload, createdBy: actor.id })
    await db.update(Ranking, { termbaseId }, { jobId: id })
  }

  private async runUnderWay(db: Db, { jobId }: Ranking, states = ['waiting', 'running']): Promise<string | null> {
    if (!jobId) return null
    const [job]: unknown[] = await db.query(
      `SELECT 1 FROM jobs WHERE id = $1 AND state = ANY($2) AND cancel_requested_at IS NULL`,
      [jobId, states],
    )
    return job ? jobId : null
  }

  private record(db: Db, actor: Actor, termbaseId: string, action: string): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'termbase', subjectId: termbaseId })
  }
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

function nothingToUndo(): DomainError {
  return new DomainError('conflict', 'There is no reset or import of the ranking to undo.', {
    remedy: 'Reload the page.',
  })
}
