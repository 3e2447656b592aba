import type { NewDocument } from '../corpora/document-record.js'
import type { ReadingStage } from '../corpora/reading-stages.js'
import type { Reading } from '../corpora/read-document.js'
import type { KnownPair, LanguagePair, TermPair } from '../extraction/index.js'
import type { DomainErrorCode, DomainErrorDetails } from '../shared/errors.js'

/** What the thread gets to work on. */
export interface ExtractionOrder extends NewDocument {
  languages: LanguagePair
  maxBytes: number
  known: KnownPair[]
  /** What the termbase's other documents taught. */
  taught: Uint8Array[]
  /** The user's module for embeddings. */
  embedder: string | null
}

export interface Extracted {
  reading: Reading
  /** Best first. */
  pairs: TermPair[]
  /** What the document teaches the termbase's next one; null when nothing of it could be aligned. */
  lesson?: Uint8Array | null
}

/** What the thread says, in this order: progress now and then, the reading, what it teaches, pairs in batches, and whether it is done or refuses. */
export type ExtractionMessage =
  | { kind: 'progress'; stage: ReadingStage; share: number }
  | { kind: 'reading'; reading: Reading }
  | { kind: 'lesson'; lesson: Uint8Array }
  | { kind: 'pairs'; pairs: TermPair[] }
  | { kind: 'done' }
  | { kind: 'refused'; code: DomainErrorCode; message: string; details: DomainErrorDetails }
