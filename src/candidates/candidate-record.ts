import type { EvidenceSide, PairKind, PairVariant } from '../extraction/index.js'
import type { RelatedConcept } from '../glossary/concept-matches.service.js'
import type { CandidateState, DecisionKind } from './review.js'

export interface Person {
  id: string
  name: string
}

/** A line of the queue. */
export interface CandidateRow {
  id: string
  source: string
  target: string
  score: number
  kind: PairKind
  frequency: number
  state: CandidateState
  version: number
  explanation: { en: string; zh: string }
  reasons: Record<string, number>
  variants: PairVariant[]
  containedIn: { source: string; target: string }[]
  conceptId: string | null
  mergedInto: string | null
  /** The decision that made its state; null while none stands. */
  lastDecision: { id: string; kind: DecisionKind; author: Person; at: Date; reason: string | null } | null
}

export interface CandidateEvidenceRecord {
  documentId: string
  documentName: string
  sentencePairId: string
  position: number
  source: EvidenceSide
  target: EvidenceSide
}

export interface DecisionRecord {
  id: string
  kind: DecisionKind
  fromState: CandidateState
  toState: CandidateState
  author: Person
  at: Date
  reason: string | null
  source: string | null
  target: string | null
  batchId: string | null
  undoneAt: Date | null
  undoneBy: Person | null
}

/** All an editor needs to decide: the row, its evidence, what was decided before and what the termbase knows. */
export interface CandidateRecord extends CandidateRow {
  evidence: CandidateEvidenceRecord[]
  decisions: DecisionRecord[]
  related: RelatedConcept[]
}
