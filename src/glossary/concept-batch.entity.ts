import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm'

export const batchKinds = ['edit', 'merge', 'rename-subject-field'] as const
export type BatchKind = (typeof batchKinds)[number]

/** A change of several concepts that was made, and can be taken back, as a whole. */
@Entity('concept_batches')
@Index('ix_concept_batches_termbase', { synchronize: false })
@Check('ck_concept_batches_kind', `kind IN ('edit', 'merge', 'rename-subject-field')`)
@Check('ck_concept_batches_undone', `(undone_at IS NULL) = (undone_by IS NULL)`)
export class ConceptBatch {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_concept_batches' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_concept_batches_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  @Column('text')
  kind: BatchKind

  /** What was changed, for those who read the list of changes. */
  @Column('jsonb', { default: {} })
  details: Record<string, unknown>

  @ForeignKey('User', { name: 'fk_concept_batches_author' })
  @Column('uuid', { name: 'author_id' })
  authorId: string

  @CreateDateColumn({ type: 'timestamptz' })
  at: Date

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null

  @ForeignKey('User', { name: 'fk_concept_batches_undone_by' })
  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy: string | null
}

/** A concept that a batch changed, and the version it made of it; the one before is what undoing brings back. */
@Entity('concept_batch_items')
@Index('ix_concept_batch_items_concept', ['conceptId'])
export class ConceptBatchItem {
  @ForeignKey('ConceptBatch', { name: 'fk_concept_batch_items_batch', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'batch_id', primaryKeyConstraintName: 'pk_concept_batch_items' })
  batchId: string

  @ForeignKey('Concept', { name: 'fk_concept_batch_items_concept', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'concept_id', primaryKeyConstraintName: 'pk_concept_batch_items' })
  conceptId: string

  @Column('integer')
  version: number
}
