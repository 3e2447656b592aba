import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm'
import type { CleaningCount } from '../extraction/index.js'
import type { AlignmentEditKind } from './alignment.js'
import type { DocumentWarning } from './document-record.js'

/** A source of evidence: one bilingual file, or a text and its translation. It keeps the bytes as they came. */
@Entity('documents')
@Unique('uq_documents_content', ['termbaseId', 'contentHash'])
@Check('ck_documents_name', `length(btrim(name)) BETWEEN 1 AND 500`)
@Check('ck_documents_target', `(target_name IS NULL) = (target_original IS NULL)`)
export class Document {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_documents' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_documents_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  @Column('text')
  name: string

  /** SHA-256 of what came, in hexadecimal: the same content is taken once per termbase. */
  @Column('text', { name: 'content_hash' })
  contentHash: string

  @Column('bytea', { select: false })
  original: Buffer

  /** The second file, when each language has its own. */
  @Column('text', { name: 'target_name', nullable: true })
  targetName: string | null

  @Column('bytea', { name: 'target_original', nullable: true, select: false })
  targetOriginal: Buffer | null

  /** Line n of one file translates line n of the other. */
  @Column('boolean', { default: false })
  aligned: boolean

  /** Of both files together. */
  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number

  @Column('text', { default: 'utf-8' })
  encoding: string

  @Column('text', { name: 'source_language' })
  sourceLanguage: string

  @Column('text', { name: 'target_language' })
  targetLanguage: string

  /** What the offsets of its sentences count in. */
  @Column('text', { name: 'source_text', nullable: true, select: false })
  sourceText: string | null

  /** Null when both languages stand in one text. */
  @Column('text', { name: 'target_text', nullable: true, select: false })
  targetText: string | null

  @Column('jsonb', { default: [] })
  cleaning: CleaningCount[]

  @Column('jsonb', { default: [] })
  warnings: DocumentWarning[]

  /** Sentence pairs with text on both sides. */
  @Column('integer', { name: 'pair_count', default: 0 })
  pairCount: number

  /** One more with every correction of its sentence alignment by hand, and with every undo of one. */
  @Column('integer', { name: 'alignment_version', default: 0 })
  alignmentVersion: number

  /** The newest job that read it; it says how far the document is. */
  @ForeignKey('Job', { name: 'fk_documents_job', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'job_id', nullable: true })
  jobId: string | null

  @ForeignKey('User', { name: 'fk_documents_created_by' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date
}

/** Aligned sentences, or a sentence that nothing answers: then the other side is null. */
@Entity('sentence_pairs')
@Unique('uq_sentence_pairs_position', ['documentId', 'position'], { deferrable: 'INITIALLY IMMEDIATE' })
@Check('ck_sentence_pairs_side', `num_nonnulls(source_text, target_text) >= 1`)
@Check('ck_sentence_pairs_score', `score BETWEEN 0 AND 1`)
export class SentencePair {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_sentence_pairs',
  })
  id: string

  @ForeignKey(() => Document, { name: 'fk_sentence_pairs_document', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'document_id' })
  documentId: string

  /** In reading order, from 0. */
  @Column('integer')
  position: number

  @Column('text', { name: 'source_text', nullable: true })
  sourceText: string | null

  @Column('integer', { name: 'source_start', nullable: true })
  sourceStart: number | null

  @Column('integer', { name: 'source_line', nullable: true })
  sourceLine: number | null

  @Column('text', { name: 'target_text', nullable: true })
  targetText: string | null

  @Column('integer', { name: 'target_start', nullable: true })
  targetStart: number | null

  @Column('integer', { name: 'target_line', nullable: true })
  targetLine: number | null

  @Column('real')
  score: number

  /** Who put these two sides together; null when the program did. */
  @ForeignKey('User', { name: 'fk_sentence_pairs_aligned_by' })
  @Column('uuid', { name: 'aligned_by', nullable: true })
  alignedBy: string | null
}

/** A correction of a document's sentence alignment. Rows are only ever added; one that was taken back stays and says by whom. */
@Entity('alignment_edits')
@Unique('uq_alignment_edits_version', ['documentId', 'version'])
@Check('ck_alignment_edits_kind', `kind IN ('merge', 'split', 'shift')`)
@Check('ck_alignment_edits_undone', `(undone_at IS NULL) = (undone_by IS NULL)`)
export class AlignmentEdit {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_alignment_edits' })
  id: string

  @ForeignKey(() => Document, { name: 'fk_alignment_edits_document', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'document_id' })
  documentId: string

  /** The alignment's version that it made. */
  @Column('integer')
  version: number

  @Column('text')
  kind: AlignmentEditKind

  /** Where the first of its rows stands. */
  @Column('integer')
  position: number

  /** How many rows stand there since. */
  @Column('integer', { name: 'row_count' })
  rowCount: number

  /** What it replaced. */
  @Column('jsonb', { select: false })
  before: unknown

  @ForeignKey('User', { name: 'fk_alignment_edits_author' })
  @Column('uuid', { name: 'author_id' })
  authorId: string

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null

  @ForeignKey('User', { name: 'fk_alignment_edits_undone_by' })
  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy: string | null
}
