import type { CleaningCount, IntakeWarning, Passage } from '../extraction/index.js'
import type { SourceWarning } from '../formats/index.js'
import type { JobProblem } from '../jobs/job.js'

export const documentStates = ['waiting', 'processing', 'ready', 'failed', 'cancelled'] as const
export type DocumentState = (typeof documentStates)[number]

/** A document as people and programs see it: without its bytes. */
export interface DocumentRecord {
  id: string
  name: string
  /** The second file, when each language has its own. */
  targetName: string | null
  sizeBytes: number
  encoding: string
  state: DocumentState
  /** Why it could not be read, and what to do. */
  problem: JobProblem | null
  cleaning: CleaningCount[]
  warnings: DocumentWarning[]
  pairCount: number
  candidateCount: number
  /** One more with every correction of its sentence alignment by hand, and with every undo of one. */
  alignmentVersion: number
  jobId: string | null
  createdAt: Date
  createdBy: { id: string; name: string } | null
}

/** What was left out or guessed, while the file was read or its sentences were paired. */
export type DocumentWarning = SourceWarning | IntakeWarning

export interface SentencePairRecord {
  id: string
  position: number
  source: Passage | null
  target: Passage | null
  score: number
  /** Who put these two sides together by hand; null when the program did. */
  alignedBy: { id: string; name: string } | null
}

/** A file as somebody hands it in. */
export interface SourceBytes {
  name: string
  bytes: Buffer
}

export interface NewDocument {
  file: SourceBytes
  /** Its translation, when the file holds one language only. */
  targetFile?: SourceBytes
  /** Line n of one file translates line n of the other. */
  aligned?: boolean
}

/** All that reading a document needs. */
export interface DocumentContent extends NewDocument {
  id: string
  termbaseId: string
  languages: { source: string; target: string }
}

/** The state of a document `d` is that of its newest job `j`; a document without one was put in whole. */
export const STATE = `
  CASE j.state WHEN 'waiting' THEN 'waiting' WHEN 'running' THEN 'processing' WHEN 'failed' THEN 'failed'
    WHEN 'cancelled' THEN 'cancelled' ELSE 'ready' END`
