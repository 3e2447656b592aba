/** What the server says, by the HTTP contract of /api/v1. Offsets are UTF-16 code units, which is what JavaScript strings count in. */

export type Role = 'reader' | 'editor' | 'administrator'
export interface Person {
  id: string
  name: string
  email?: string | null
  role: Role
  /** False until one is set: the person came in by a link. */
  hasPassword?: boolean
}
export interface Member extends Person {
  disabled: boolean
  lastSignedInAt: string | null
  createdAt: string
}
export interface ApiKey {
  id: string
  name: string
  userId: string
  role: Role
  prefix: string
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}
export interface AuditEntry {
  id: string
  at: string
  actorName: string
  action: string
  subjectKind: string
  subjectId: string
  details: Record<string, unknown>
}
export interface Author {
  id: string
  name: string
}
export interface Page<T> {
  items: T[]
  next: string | null
  total?: number
}

export type CandidateState = 'proposed' | 'accepted' | 'rejected' | 'merged' | 'skipped'
export interface Termbase {
  id: string
  name: string
  description: string | null
  sourceLanguage: string
  targetLanguage: string
  /** Further languages that editors are offered. */
  otherLanguages: string[]
  visibility: 'private' | 'public'
  /** A change of one of these makes an approved concept a draft again. */
  reopeningFields: ReopeningField[]
  /** Since when it is closed to changes. */
  archivedAt: string | null
  createdAt: string
  counts: {
    documents: number
    candidates: Record<CandidateState, number>
    concepts: number
    approvedConcepts: number
    releases: number
  }
}

export const reopeningFields = [
  'term',
  'administrativeStatus',
  'definition',
  'definitionSource',
  'subjectField',
  'note',
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'geographicalUsage',
  'context',
  'contextSource',
  'source',
] as const
export type ReopeningField = (typeof reopeningFields)[number]
export interface LanguageUse {
  language: string
  concepts: number
  terms: number
  documents: number
}
export interface SubjectFieldNode {
  id: string
  parentId: string | null
  name: string
  position: number
  concepts: number
}
/** Parents before children; `outside` are fields that concepts name and the tree does not have. */
export interface SubjectTree {
  items: SubjectFieldNode[]
  outside: { name: string; concepts: number }[]
}

export interface Problem {
  code?: string
  message: string
  remedy?: string
}
export interface Job {
  id: string
  kind: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  stage: string | null
  /** 0..1 */
  progress: number
  message: string | null
  result: unknown
  problem: Problem | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

export type CleaningKind = 'pinyin' | 'traditional' | 'width' | 'ligature' | 'soft-hyphen' | 'invisible' | 'markup'
export interface SourceDocument {
  id: string
  name: string
  /** The second file, when each language has its own. */
  targetName: string | null
  sizeBytes: number
  encoding: string
  state: 'waiting' | 'processing' | 'ready' | 'failed' | 'cancelled'
  problem: Problem | null
  cleaning: { kind: CleaningKind; count: number; examples: { from: string; to: string }[] }[]
  warnings: { code: string; message: string; line?: number; count?: number }[]
  pairCount: number
  candidateCount: number
  /** One more with every correction of its sentence alignment. */
  alignmentVersion: number
  jobId: string | null
  createdAt: string
  createdBy: Author | null
}
export interface Passage {
  text: string
  start: number
  line: number
}
export interface SentencePair {
  id: string
  position: number
  source: Passage | null
  target: Passage | null
  score: number
  /** Who put its sides together by hand. */
  alignedBy: Author | null
}
/** A page of sentence pairs knows how many the document has. */
export interface SentencePairPage extends Page<SentencePair> {
  total: number
}
export type TextSide = 'source' | 'target'
/** A stretch of a sentence that is a term of the glossary, one that must not be used, or a pair under review. */
export interface TermMark {
  pair: string
  side: TextSide
  start: number
  end: number
  kind: 'approved' | 'candidate' | 'forbidden'
  term: string
  conceptId: string | null
  candidateId: string | null
}
/** What an editor does to a row of aligned sentences. */
export type AlignmentWish =
  | { kind: 'merge' }
  | { kind: 'split'; source: number; target: number }
  | { kind: 'shift'; side: TextSide; to: 'previous' | 'next'; column?: boolean }
export interface AlignmentOutcome {
  version: number
  position: number
  replaced: number
  rows: SentencePair[]
  evidence: { moved: number; lost: number; found: number }
  forgotten: number
}
export interface AlignmentEdit {
  id: string
  kind: AlignmentWish['kind']
  position: number
  author: Author
  at: string
  undoneAt: string | null
  undoneBy: Author | null
}

export type DecisionKind = 'accept' | 'edit' | 'reject' | 'merge' | 'skip' | 'reopen'
export interface Decision {
  id: string
  kind: DecisionKind
  fromState: CandidateState
  toState: CandidateState
  author: Author
  at: string
  reason: string | null
  /** The terms as an edit wanted them; null for other decisions. */
  source: string | null
  target: string | null
  undoneAt: string | null
  undoneBy: Author | null
}
export interface CandidateRow {
  id: string
  source: string
  target: string
  /** 0..1 */
  score: number
  kind: 'term' | 'name' | 'abbreviation'
  frequency: number
  state: CandidateState
  version: number
  explanation: { en: string; zh: string }
  reasons: Record<string, number>
  variants: { source: string; target: string; kind: string; frequency: number }[]
  containedIn: { source: string; target: string }[]
  conceptId: string | null
  mergedInto: string | null
  lastDecision: { id: string; kind: DecisionKind; author: Author; at: string; reason: string | null } | null
}
/** `start` and `end` (exclusive) mark the term in `text`, the passage as it stood. */
export interface EvidenceSide {
  text: string
  start: number
  end: number
  offset: number
  line: number
}
export interface Evidence {
  documentId: string
  documentName: string
  sentencePairId: string
  position: number
  source: EvidenceSide
  target: EvidenceSide
}
export interface PlainTerm {
  language: string
  text: string
  status?: AdministrativeStatus | null
}
export interface RelatedConcept {
  conceptId: string
  relation: 'exact' | 'same-source' | 'same-target' | 'contained' | 'contains' | 'similar'
  terms: PlainTerm[]
}
export interface Candidate extends CandidateRow {
  evidence: Evidence[]
  decisions: Decision[]
  related: RelatedConcept[]
}
export interface ConceptOffer {
  conceptId: string
  terms: PlainTerm[]
}
/** Only the facets that were asked for. */
export interface CandidateCounts {
  state?: Partial<Record<CandidateState, number>>
  kind?: Record<string, number>
  document?: Record<string, number>
  language?: Record<string, number>
  /** By tenths of the score. */
  score?: Record<string, number>
  /** By the least of each band: 1, 2, 5, 10. */
  frequency?: Record<string, number>
  author?: Record<string, number>
  reason?: Record<string, number>
  rival?: Record<string, number>
  /** The people whom `author` counts. */
  authors: Author[]
}
/** What its author may want to take back: a decision, or a bulk action. */
export interface OwnDecision {
  decisionId: string | null
  batchId: string | null
  candidateId: string
  source: string
  target: string
  kind: DecisionKind
  at: string
  count: number
}
/** The concept that a merge would lead to. */
export interface MergePreview {
  terms: { language: string; text: string; status: AdministrativeStatus; fresh: boolean }[]
  conceptId: string | null
}
/** A part of the queue under a name: `query` is what stands in the address. */
export interface SavedView {
  id: string
  name: string
  query: string
  shared: boolean
  owner: Author
  createdAt: string
}
export interface Outcome {
  accepted: number
  rejected: number
  open: number
}
export interface Progress {
  states: Partial<Record<CandidateState, number>>
  days: { day: string; author: Author; decisions: number }[]
  scores: ({ from: number } & Outcome)[]
  kinds: ({ kind: 'term' | 'name' | 'abbreviation' } & Outcome)[]
  documents: { id: string; name: string; sentences: number; covered: number; terms: number }[]
}
export interface NewDecision {
  kind: DecisionKind
  reason?: string
  source?: string
  target?: string
  conceptId?: string
  newConcept?: boolean
  mergeInto?: string
}

/** The picklist of TBX-Basic. */
export const administrativeStatuses = [
  'preferredTerm-admn-sts',
  'admittedTerm-admn-sts',
  'deprecatedTerm-admn-sts',
  'supersededTerm-admn-sts',
] as const
export type AdministrativeStatus = (typeof administrativeStatuses)[number]
export type ConceptStatus = 'draft' | 'approved' | 'retired'
/** A data category where it stands in the file, see `DataNode` of the formats. A group has children, its head first. */
export interface DataNode {
  element: string
  category?: string
  attributes?: Record<string, string>
  content?: Content
  children?: DataNode[]
}
export type Content = (string | { name: string; attributes?: Record<string, string>; content?: Content })[]
/** A data category of TBX: where it may stand, and what it may say. */
export interface DataCategory {
  name: string
  element: string
  module: 'min' | 'basic' | 'linguist'
  levels: Level[]
  values?: string[]
  external: boolean
}
export type Level = 'concept' | 'language' | 'term'
export interface Term {
  id?: string
  text: string
  administrativeStatus: AdministrativeStatus
  partOfSpeech: string | null
  termType: string | null
  grammaticalGender: string | null
  geographicalUsage: string | null
  termLocation: string | null
  note: string | null
  source: string | null
  context: string | null
  contextSource: string | null
  customerSubset?: string | null
  projectSubset?: string | null
  data?: DataNode[] | null
  caseSensitive: boolean
  exactForm?: boolean | null
  candidateId?: string | null
}
export interface LanguageSection {
  language: string
  definition: string | null
  definitionSource: string | null
  note: string | null
  data?: DataNode[] | null
  terms: Term[]
}
export interface Concept {
  id: string
  number: number
  status: ConceptStatus
  subjectField: string | null
  definition: string | null
  definitionSource: string | null
  note: string | null
  customerSubset?: string | null
  projectSubset?: string | null
  data?: DataNode[] | null
  externalId?: string | null
  version: number
  updatedAt: string
  languages: LanguageSection[]
}
/** A concept on its own page. */
export interface OneConcept extends Concept {
  /** Since it was merged: the concept that stands for it. */
  replacedBy?: { id: string; number: number } | null
}
export interface ConceptCounts {
  total: number
  status: Record<string, number>
  subjectField: Record<string, number>
  customerSubset: Record<string, number>
  projectSubset: Record<string, number>
  definition: Record<string, number>
  updatedBy: Record<string, number>
  openComments: Record<string, number>
  termStatus: Record<string, number>
  missing: Record<string, number>
  people: Author[]
}
export interface ConceptLine {
  id: string
  number: number
  reference: string
  status: ConceptStatus
  terms: PlainTerm[]
}
export interface TermMatches {
  language: string
  text: string
  concepts: (ConceptLine & { relation: 'same' | 'inside' | 'around' })[]
}
export interface MarkedSide {
  text: string
  marks: { start: number; end: number }[]
}
export interface TermEvidence {
  termId: string
  by: 'candidate' | 'text'
  occurrences: {
    documentId: string
    documentName: string
    sentencePairId: string
    position: number
    source: MarkedSide
    target: MarkedSide
  }[]
  total: number | null
}
export interface BulkChange {
  status?: ConceptStatus
  subjectField?: string | null
  customerSubset?: string | null
  projectSubset?: string | null
}
export interface BulkPreview {
  matching: number
  changing: number
  examples: { id: string; number: number; terms: PlainTerm[]; before: BulkChange }[]
}
/** A change of several concepts at once. */
export interface ConceptBatch {
  id: string
  kind: 'edit' | 'merge' | 'rename-subject-field'
  details: Record<string, unknown>
  author: Author
  at: string
  concepts: number
  undoneAt: string | null
  undoneBy: Author | null
}
export interface MergePlan {
  left: Concept
  right: Concept
  questions: {
    path: string
    left: string | null
    right: string | null
    chosen: 'left' | 'right' | 'both' | 'neither'
    allowed: ('left' | 'right' | 'both' | 'neither')[]
  }[]
  dropped: { path: string; side: 'left' | 'right'; text: string }[]
  result: Concept
}
export interface Comment {
  id: string
  answers: string | null
  author: Author
  text: string
  mentions: Author[]
  at: string
  editedAt: string | null
  resolvedAt: string | null
  resolvedBy: Author | null
}
export interface Mention {
  comment: Comment
  termbase: Author
  concept: { id: string; number: number; terms: string[] }
  readAt: string | null
}

export interface Release {
  number: number
  note: string
  author: Author | null
  publishedAt: string
  conceptCount: number
  termCount: number
  contentHash: string
  languages: string[]
  /** The older release whose content it brought back. */
  bringsBack: number | null
}
export interface ExportFormat {
  id: string
  title: string
  extension: string
  mediaType: string
  carries: string
}

/** One field that says something else; null says nothing. */
export interface FieldChange {
  field: string
  language?: string
  term?: string
  before: string | boolean | null
  after: string | boolean | null
}
