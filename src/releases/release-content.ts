import { createHash, type Hash } from 'node:crypto'
import type { ConceptRecord } from '../glossary/concept-record.js'

/** What a release freezes, in the words of the glossary. */
export {
  type AdministrativeStatus,
  administrativeStatuses,
  type ConceptRecord,
  type TermRecord,
} from '../glossary/concept-record.js'

/** Where a term of a concept was seen: the passages as they stood, so that they outlive the document. */
export interface EvidenceReference {
  termId: string
  candidateId: string
  documentId: string
  documentName: string
  sentencePairId: string
  source: EvidenceSide
  target: EvidenceSide
}

/** `start` and `end` (exclusive) in UTF-16 code units of `text`. */
export interface EvidenceSide {
  language: string
  text: string
  start: number
  end: number
}

export interface ReleasedConcept {
  concept: ConceptRecord
  evidence: EvidenceReference[]
}

/** What identifies a row or tells when and by whom it was written, and nothing about the concept. */
const bookkeeping = {
  concept: new Set(['id', 'number', 'version', 'status', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']),
  term: new Set(['id', 'candidateId']),
}

/** What the concept says, in a form that is equal for equal concepts. A field that is missing says nothing, like null. */
export function statement(concept: ConceptRecord): string {
  const languages = concept.languages.map((section) => ({
    ...section,
    terms: section.terms.map((term) => without(term, bookkeeping.term)),
  }))
  return JSON.stringify({ ...without(concept, bookkeeping.concept), languages }, (_, value: unknown) =>
    value === null ? undefined : sortedKeys(value),
  )
}

function without(record: object, names: Set<string>): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)))
}

export function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Counts and fingerprint of a release, gathered while its concepts pass by in their order. */
export class ContentSummary {
  private readonly hash: Hash = createHash('sha256')
  private readonly seen = new Set<string>()
  conceptCount = 0
  termCount = 0

  add(concept: ConceptRecord): void {
    this.hash.update(`${concept.id} ${statement(concept)}\n`)
    this.conceptCount++
    for (const { language, terms } of concept.languages) {
      this.seen.add(language)
      this.termCount += terms.length
    }
  }

  get languages(): string[] {
    return [...this.seen].sort()
  }

  contentHash(): string {
    return this.hash.digest('hex')
  }
}
