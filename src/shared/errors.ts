/**
 * The failures that belong to the domain: each has a code that programs can rely on, and a message that tells a person
 * what is wrong and what to do. Everything else that is thrown is a surprise and ends as a 500.
 * `src/http/error.filter.ts` is the one place where a code becomes an HTTP status, `src/cli` the one where it becomes an exit code.
 */
export type DomainErrorCode =
  | 'not-found'
  | 'invalid-input'
  | 'unreadable-file'
  | 'too-large'
  | 'conflict'
  | 'stale'
  | 'version-behind'
  | 'version-missing'
  | 'not-allowed'
  | 'not-signed-in'
  | 'too-many-requests'
  | 'cancelled'

/** Where in a file something is wrong. Lines and columns count from 1, offsets from 0 (bytes of the file as it came). */
export interface FilePlace {
  file?: string
  line?: number
  column?: number
  offset?: number
}

export interface DomainErrorDetails {
  /** What the person can do about it: one sentence. */
  remedy?: string
  place?: FilePlace
  /** Field name -> what is wrong with it, for input that has fields. */
  fields?: Record<string, string[]>
  /** Anything a program may want: the newer decision, the id of the duplicate. JSON only. */
  extra?: Record<string, unknown>
}

export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    readonly details: DomainErrorDetails = {},
  ) {
    super(message)
    this.name = 'DomainError'
  }
}
