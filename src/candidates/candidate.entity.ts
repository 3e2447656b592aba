import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm'
import type { PairKind, PairVariant, TermPair } from '../extraction/index.js'
import type { ConceptStatus } from '../glossary/concept-record.js'
import type { CandidateState, DecisionKind } from './review.js'

/** A pair that extraction proposes. A pair has one row per termbase for ever, so what was decided of it is remembered. */
@Entity('candidates')
@Unique('uq_candidates_pair', ['termbaseId', 'sourceKey', 'targetKey'])
@Check('ck_candidates_score', `score BETWEEN 0 AND 1`)
@Check('ck_candidates_extracted_score', `extracted_score BETWEEN 0 AND 1`)
@Check('ck_candidates_kind', `kind IN ('term', 'name', 'abbreviation')`)
@Check('ck_candidates_state', `state IN ('proposed', 'accepted', 'rejected', 'merged', 'skipped')`)
@Check('ck_candidates_merged', `(state = 'merged') = (merged_into IS NOT NULL)`)
@Index('ix_candidates_queue', { synchronize: false })
@Index('ix_candidates_grams', { synchronize: false })
@Index('ix_candidates_target', ['termbaseId', 'targetKey'])
@Index('ix_candidates_source', ['termbaseId', 'sourceKey', 'id'])
@Index('ix_candidates_frequency', { synchronize: false })
@Index('ix_candidates_recent', { synchronize: false })
export class Candidate {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_candidates' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_candidates_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  @Column('text')
  source: string

  @Column('text')
  target: string

  @Column('text', { name: 'source_key' })
  sourceKey: string

  @Column('text', { name: 'target_key' })
  targetKey: string

  @Column('text', { array: true, select: false })
  grams: string[]

  /** What the queue shows and sorts by: extraction's score, moved by what the termbase's decisions have taught. */
  @Column('real')
  score: number

  @Column('real', { name: 'extracted_score' })
  extractedScore: number

  @Column('text')
  kind: PairKind

  @Column('integer')
  frequency: number

  @Column('jsonb')
  reasons: Record<string, number>

  @Column('text')
  explanation: string

  @Column('text', { name: 'explanation_zh' })
  explanationZh: string

  @Column('jsonb', { default: [] })
  variants: PairVariant[]

  @Column('jsonb', { name: 'contained_in', default: [] })
  containedIn: TermPair['containedIn']

  @Column('text', { default: 'proposed' })
  state: CandidateState

  @ForeignKey('Concept', { name: 'fk_candidates_concept', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'concept_id', nullable: true })
  conceptId: string | null

  @ForeignKey(() => Candidate, { name: 'fk_candidates_merged_into' })
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null

  @Column('integer', { default: 1 })
  version: number

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date
}

/** A part of the queue that somebody comes back to: a name for what stands in the address of the screen. */
@Entity('saved_views')
@Unique('uq_saved_views_name', ['termbaseId', 'ownerId', 'name'])
@Check('ck_saved_views_name', `length(btrim(name)) BETWEEN 1 AND 80`)
export class SavedView {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_saved_views' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_saved_views_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  @ForeignKey('User', { name: 'fk_saved_views_owner' })
  @Column('uuid', { name: 'owner_id' })
  ownerId: string

  @Column('text')
  name: string

  @Column('text')
  query: string

  /** Everybody who works on the termbase sees it. */
  @Column('boolean', { default: false })
  shared: boolean

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date
}

/** One occurrence: spans inside the two texts of a sentence pair, as they stood, in UTF-16 code units. */
@Entity('candidate_evidence')
@Unique('uq_candidate_evidence_span', [
  'candidateId',
  'sentencePairId',
  'sourceStart',
  'sourceEnd',
  'targetStart',
  'targetEnd',
])
@Check('ck_candidate_evidence_source', `0 <= source_start AND source_start < source_end`)
@Check('ck_candidate_evidence_target', `0 <= target_start AND target_start < target_end`)
@Index('ix_candidate_evidence_sentence_pair', ['sentencePairId'])
export class CandidateEvidence {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_candidate_evidence',
  })
  id: string

  @ForeignKey(() => Candidate, { name: 'fk_candidate_evidence_candidate', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'candidate_id' })
  candidateId: string

  @ForeignKey('SentencePair', { name: 'fk_candidate_evidence_sentence_pair', onDelete: 'CASCADE' })
  @Column('bigint', { name: 'sentence_pair_id' })
  sentencePairId: string

  @Column('integer', { name: 'source_start' })
  sourceStart: number

  @Column('integer', { name: 'source_end' })
  sourceEnd: number

  @Column('integer', { name: 'target_start' })
  targetStart: number

  @Column('integer', { name: 'target_end' })
  targetEnd: number
}

/** What a decision did to the glossary, so that it can be undone. */
export interface DecisionEffect {
  createdConcept?: { id: string; version: number }
  extendedConcept?: { id: string; terms: string[]; statusBefore: ConceptStatus }
}

/** What an editor said of a candidate. Rows are only ever added; an undone decision stays and says by whom. */
@Entity('decisions')
@Check('ck_decisions_kind', `kind IN ('accept', 'edit', 'reject', 'merge', 'skip', 'reopen')`)
@Check('ck_decisions_undone', `(undone_at IS NULL) = (undone_by IS NULL)`)
@Index('ix_decisions_candidate', ['candidateId', 'at'])
@Index('ix_decisions_author', ['authorId', 'at'])
@Index('ix_decisions_batch', { synchronize: false })
export class Decision {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_decisions' })
  id: string

  @ForeignKey(() => Candidate, { name: 'fk_decisions_candidate', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'candidate_id' })
  candidateId: string

  @Column('text')
  kind: DecisionKind

  @Column('text', { name: 'from_state' })
  fromState: CandidateState

  @Column('text', { name: 'to_state' })
  toState: CandidateState

  @ForeignKey('User', { name: 'fk_decisions_author' })
  @Column('uuid', { name: 'author_id' })
  authorId: string

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date

  @Column('text', { nullable: true })
  reason: string | null

  /** The terms as the editor changed them. */
  @Column('text', { nullable: true })
  source: string | null

  @Column('text', { nullable: true })
  target: string | null

  @Column('jsonb', { default: {} })
  effect: DecisionEffect

  /** Decisions made together are undone together. */
  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId: string | null

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null

  @ForeignKey('User', { name: 'fk_decisions_undone_by' })
  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy: string | null
}
