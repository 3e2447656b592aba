import { DomainError, type DomainErrorDetails } from '../shared/errors.js'

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

export type JobState = (typeof jobStates)[number]

/** Which state may follow which; a running job whose process was killed goes back to waiting. */
export const nextStates: Record<JobState, readonly JobState[]> = {
  waiting: ['running', 'cancelled'],
  running: ['done', 'failed', 'cancelled', 'waiting'],
  done: [],
  failed: [],
  cancelled: [],
}

export function isFinished(state: JobState): boolean {
  return nextStates[state].length === 0
}

/** What went wrong, for people: the same words as the problem document of a request. */
export interface JobProblem extends DomainErrorDetails {
  code: string
  message: string
}

/** A surprise keeps its words for the log: they may tell more than a reader should know. */
export function problemOf(error: unknown): JobProblem {
  if (error instanceof DomainError) return { code: error.code, message: error.message, ...error.details }
  return {
    code: 'internal',
    message: 'Something went wrong inside the server.',
    remedy: 'Try again. The log of the server says more.',
  }
}

export interface JobStep {
  /** What is being done, for people: `Aligning sentences`. */
  stage: string
  /** Of the whole job, 0 … 1. */
  progress: number
  message?: string
}

export interface JobContext {
  jobId: string
  /** Tells those who watch. Cheap: it may be called for every line, and is written a few times a second at most. */
  progress: (step: JobStep) => void
  /** Aborted when somebody cancels the job, or when the server stops. Look at it between pieces of work, or pass it on. */
  signal: AbortSignal
  /** The person who asked for the job, if it was one. */
  createdBy: string | null
}

/**
 * The work behind one kind of job. It may be run again from the start when a server was killed in between, so what it
 * writes must be safe to write twice: one transaction at the end, or steps that replace what they find.
 */
export interface JobHandler<Payload = never, Result = unknown> {
  readonly kind: string
  run(payload: Payload, context: JobContext): Promise<Result>
}
