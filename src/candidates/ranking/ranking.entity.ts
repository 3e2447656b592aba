import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { RankingModel, RankingState } from '../../extraction/index.js'
import type { Replaced, RankingReport } from './ranking-record.js'

/** How one termbase ranks its candidates. Without a row, or without a model, as it was shipped. */
@Entity('rankings')
@Check('ck_rankings_state', `state IN ('waiting', 'calibrated', 'learnt')`)
@Check('ck_rankings_model', `state = 'waiting' OR model IS NOT NULL`)
@Check('ck_rankings_unlearnt', `unlearnt >= 0`)
export class Ranking {
  @ForeignKey('Termbase', { name: 'fk_rankings_termbase', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'termbase_id', primaryKeyConstraintName: 'pk_rankings' })
  termbaseId: string

  @Column('text', { default: 'waiting' })
  state: RankingState

  @Column('jsonb', { nullable: true })
  model: RankingModel | null

  /** What was believed before the first decision: an imported model. */
  @Column('jsonb', { nullable: true })
  before: RankingModel | null

  /** After a reset only later decisions teach. */
  @Column('timestamptz', { name: 'learn_since', nullable: true })
  learnSince: Date | null

  @Column('jsonb', { nullable: true })
  report: RankingReport | null

  @Column('timestamptz', { name: 'learnt_at', nullable: true })
  learntAt: Date | null

  /** Grows with each change: a run that read an older one is thrown away. */
  @Column('integer', { default: 0 })
  generation: number

  /** Decisions made or undone since the last run. */
  @Column('integer', { default: 0 })
  unlearnt: number

  @ForeignKey('Job', { name: 'fk_rankings_job', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'job_id', nullable: true })
  jobId: string | null

  /** What the last reset or import took away, so that it can be undone. */
  @Column('jsonb', { nullable: true })
  replaced: Replaced | null
}
