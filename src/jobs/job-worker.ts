import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common'
import { Logger as QueueLogger, run, type Runner, type WorkerEvents } from 'graphile-worker'
import { EventEmitter } from 'node:events'
import { In } from 'typeorm'
import { Config } from '../config.js'
import { Database } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { DeadWorkers } from './dead-workers.js'
import { JobChanges } from './job-changes.js'
import { JobHandlers } from './job-handlers.js'
import { JobProgress } from './job-progress.js'
import { Job } from './job.entity.js'
import { problemOf } from './job.js'
import { QUEUE_TASK } from './jobs.service.js'

/** Surprises are tried again this often; what a domain error says will be true the next time as well. */
const ATTEMPTS = 3

const STOPPING = new Error('The server stops')

/** Runs the jobs of this instance. Started by the server, not by the commands of the command line. */
@Injectable()
export class JobWorker implements OnModuleDestroy {
  private readonly log = new Logger('jobs')
  private readonly running = new Map<string, AbortController>()
  private runner: Runner | null = null
  private deadWorkers: DeadWorkers | null = null

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly changes: JobChanges,
  ) {}

  async start(): Promise<void> {
    const url = this.config.databaseUrl!
    const events = new EventEmitter() as WorkerEvents
    this.deadWorkers = await DeadWorkers.watch(url, events)
    this.changes.all().subscribe((id) => void this.heedCancel(id))
    this.runner = await run({
      connectionString: url,
      maxPoolSize: this.config.jobConcurrency + 2,
      concurrency: this.config.jobConcurrency,
      noHandleSignals: true,
      events,
      logger: quietly(this.log),
      taskList: { [QUEUE_TASK]: (payload) => this.runJob((payload as { jobId: string }).jobId) },
    })
  }

  /** Before anything else closes: a job that is put back needs the database for it. */
  async onModuleDestroy(): Promise<void> {
    for (const controller of this.running.values()) controller.abort(STOPPING)
    await this.runner?.stop()
    await this.deadWorkers?.stop()
  }

  private async runJob(id: string): Promise<void> {
    const job = await this.begin(id)
    if (!job) return
    const controller = new AbortController()
    const progress = new JobProgress(this.database, id, () => controller.abort(cancelled()))
    this.running.set(id, controller)
    try {
      const handler = this.handlers.of(job.kind)
      const { signal } = controller
      const context = { jobId: id, createdBy: job.createdBy, signal, progress: progress.tell }
      const result = await handler.run(job.payload as never, context)
      await progress.settled()
      await this.finish(id, { state: 'done', progress: 1, message: null, result: result ?? null })
    } catch (error) {
      await progress.settled()
      await this.endBadly(job, error, controller.signal)
    } finally {
      this.running.delete(id)
    }
  }

  /** null when there is nothing to do: cancelled meanwhile, or deleted. A job that was running belonged to a killed process. */
  private async begin(id: string): Promise<Job | null> {
    return this.database.inTransaction(async (db) => {
      const job = await db.findOne(Job, {
        where: { id, state: In(['waiting', 'running']) },
        lock: { mode: 'pessimistic_write' },
      })
      if (!job) return null
      if (job.cancelRequestedAt) {
        await db.update(Job, id, { state: 'cancelled', finishedAt: new Date() })
        return null
      }
      if (job.attempts >= ATTEMPTS) {
        const problem = {
          code: 'internal',
          message: `The server was stopped ${job.attempts} times while this ran.`,
          remedy: 'It may need more memory than there is. Try a smaller file.',
        }
        await db.update(Job, id, { state: 'failed', problem, finishedAt: new Date() })
        return null
      }
      Object.assign(job, {
        state: 'running',
        startedAt: new Date(),
        attempts: job.attempts + 1,
        progress: 0,
        stage: null,
        message: null,
      })
      return db.save(Job, job)
    })
  }

  private async endBadly(job: Job, error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted && signal.reason === STOPPING) {
      await this.waitAgain(job, job.attempts - 1)
      throw STOPPING
    }
    if (signal.aborted || (error instanceof DomainError && error.code === 'cancelled'))
      return this.finish(job.id, { state: 'cancelled' })
    if (!(error instanceof DomainError))
      this.log.error(`Job ${job.id} (${job.kind}) failed`, (error as Error)?.stack ?? error)
    if (error instanceof DomainError || job.attempts >= ATTEMPTS)
      return this.finish(job.id, { state: 'failed', problem: problemOf(error) })
    await this.waitAgain(job, job.attempts)
    throw error
  }

  private async finish(
    id: string,
    outcome: Partial<Pick<Job, 'state' | 'progress' | 'message' | 'result' | 'problem'>>,
  ): Promise<void> {
    await this.database.db.update(Job, { id, state: 'running' }, { ...outcome, finishedAt: new Date() } as never)
  }

  private async waitAgain({ id }: Job, attempts: number): Promise<void> {
    await this.database.db.update(
      Job,
      { id, state: 'running' },
      { state: 'waiting', attempts, stage: null, progress: 0, message: null },
    )
  }

  private async heedCancel(id: string): Promise<void> {
    const controller = this.running.get(id)
    if (!controller || controller.signal.aborted) return
    const job = await this.database.db.findOneBy(Job, { id }).catch(() => null)
    if (job?.cancelRequestedAt) controller.abort(cancelled())
  }
}

function cancelled(): DomainError {
  return new DomainError('cancelled', 'The job was cancelled.')
}

/** The queue tells every step it takes, and each failed job, of which we have told already. */
function quietly(log: Logger): QueueLogger {
  return new QueueLogger(() => (level: string, message) => {
    if (level === 'error' && !message.startsWith('Failed task')) log.error(message)
    else if (level === 'warning') log.warn(message)
  })
}
