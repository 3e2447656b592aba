import { Injectable } from '@nestjs/common'
import { isUUID } from 'class-validator'
import {
  filter,
  firstValueFrom,
  from,
  interval,
  merge,
  type Observable,
  startWith,
  switchMap,
  takeUntil,
  takeWhile,
} from 'rxjs'
import { distinctUntilChanged } from 'rxjs/operators'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { decodeCursor, encodeCursor, type Page } from '../shared/page.js'
import { JobChanges } from './job-changes.js'
import { Job } from './job.entity.js'
import { isFinished, type JobState } from './job.js'
import { jobView, type JobView } from './jobs.dto.js'

/** The one task of the queue; which job it is stands in its payload. */
export const QUEUE_TASK = 'run-job'

/** Should a notification get lost, watchers see the change this much later. */
const POLL_MS = 3000

export interface NewJob {
  kind: string
  payload: object
  createdBy?: string | null
}

export interface JobFilter {
  state?: JobState
  kind?: string
  cursor?: string
  limit: number
}

@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly changes: JobChanges,
  ) {}

  /** Written in the caller's transaction: if that rolls back, there never was a job. */
  async enqueue(db: Db, { kind, payload, createdBy = null }: NewJob): Promise<JobView> {
    const job = await db.save(Job, db.create(Job, { kind, payload, createdBy }))
    await db.query(
      `SELECT graphile_worker.add_job($1, json_build_object('jobId', $2::text), job_key => $2::text, max_attempts => 25)`,
      [QUEUE_TASK, job.id],
    )
    return this.get(job.id, db)
  }

  async get(id: string, db: Db = this.database.db): Promise<JobView> {
    const job = await db.findOneBy(Job, { id })
    if (!job) throw new DomainError('not-found', `There is no job ${id}.`)
    return jobView(job)
  }

  /** Newest first. */
  async list({ state, kind, cursor, limit }: JobFilter): Promise<Page<JobView>> {
    const query = this.database.db
      .createQueryBuilder(Job, 'j')
      .orderBy('j.createdAt', 'DESC')
      .addOrderBy('j.id', 'DESC')
    if (state) query.andWhere('j.state = :state', { state })
    if (kind) query.andWhere('j.kind = :kind', { kind })
    if (cursor)
      query.andWhere('(j.createdAt, j.id) < (SELECT c.created_at, c.id FROM jobs c WHERE c.id = :last)', {
        last: lastOf(cursor),
      })
    const jobs = await query.take(limit + 1).getMany()
    const items = jobs.slice(0, limit)
    const last = items.at(-1)
    return { items: items.map(jobView), next: last && jobs.length > limit ? encodeCursor([last.id]) : null }
  }

  /** A waiting job is cancelled at once, a running one when it next looks at its signal; a finished one stays as it is. */
  async cancel(id: string): Promise<JobView> {
    return this.database.inTransaction(async (db) => {
      const job = await db.findOne(Job, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!job) throw new DomainError('not-found', `There is no job ${id}.`)
      if (isFinished(job.state)) throw new DomainError('conflict', `The job is ${job.state} already.`)
      const now = new Date()
      if (job.state === 'waiting') {
        await db.update(Job, id, { state: 'cancelled', cancelRequestedAt: now, finishedAt: now })
        await db.query(`SELECT graphile_worker.remove_job($1)`, [id])
      } else await db.update(Job, id, { cancelRequestedAt: job.cancelRequestedAt ?? now })
      return this.get(id, db)
    })
  }

  /** The job as it is, then each time it changes, until it is finished or the server stops. */
  watch(id: string): Observable<JobView> {
    const moments = merge(this.changes.of(id), interval(POLL_MS)).pipe(startWith(null))
    return moments.pipe(
      switchMap(() => from(this.get(id))),
      distinctUntilChanged((one, other) => JSON.stringify(one) === JSON.stringify(other)),
      takeWhile(({ state }) => !isFinished(state), true),
      takeUntil(this.changes.ended),
    )
  }

  /** The job when it is done, failed or cancelled. */
  finished(id: string): Promise<JobView> {
    return firstValueFrom(this.watch(id).pipe(filter(({ state }) => isFinished(state))))
  }
}

/** The cursor is the last job of the page before; the database knows its time more precisely than we do. */
function lastOf(cursor: string): string {
  const [id] = decodeCursor(cursor) ?? []
  if (isUUID(id)) return id as string
  throw new DomainError('invalid-input', 'This cursor is none of ours.', {
    fields: { cursor: ['is not a `next` of a page before'] },
  })
}
