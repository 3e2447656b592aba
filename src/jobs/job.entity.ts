import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm'
import type { JobProblem, JobState } from './job.js'

@Entity('jobs')
@Index('ix_jobs_created_at', { synchronize: false })
@Check('ck_jobs_state', `state IN ('waiting', 'running', 'done', 'failed', 'cancelled')`)
@Check('ck_jobs_progress', `progress BETWEEN 0 AND 1`)
@Check('ck_jobs_finished', `(state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)`)
@Check('ck_jobs_problem', `(state = 'failed') = (problem IS NOT NULL)`)
export class Job {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_jobs' })
  id: string

  @Column('text')
  kind: string

  @Column('jsonb')
  payload: unknown

  @Column('text', { default: 'waiting' })
  state: JobState

  @Column('text', { nullable: true })
  stage: string | null

  @Column('real', { default: 0 })
  progress: number

  @Column('text', { nullable: true })
  message: string | null

  @Column('jsonb', { nullable: true })
  result: unknown

  @Column('jsonb', { nullable: true })
  problem: JobProblem | null

  @Column('integer', { default: 0 })
  attempts: number

  @Column('timestamptz', { name: 'cancel_requested_at', nullable: true })
  cancelRequestedAt: Date | null

  @ForeignKey('User', { name: 'fk_jobs_created_by' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null
}
