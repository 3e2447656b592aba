import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm'

/** What was looked up in vain, however it was written, and how often. Nothing tells who did. */
@Entity('search_misses')
@Unique('uq_search_misses_key', ['termbaseId', 'sourceLanguage', 'targetLanguage', 'key'])
@Check('ck_search_misses_count', `count > 0`)
@Check('ck_search_misses_text', `length(text) BETWEEN 1 AND 100`)
@Check('ck_search_misses_segment', `length(segment) <= 1000`)
@Index('ix_search_misses_count', { synchronize: false })
export class SearchMiss {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_search_misses' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_search_misses_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  /** The form under which all spellings meet. */
  @Column('text')
  key: string

  /** As it was first written. */
  @Column('text')
  text: string

  @Column('text', { name: 'source_language' })
  sourceLanguage: string

  @Column('text', { name: 'target_language' })
  targetLanguage: string

  @Column('integer')
  count: number

  /** The first segment that was sent along, if one was. */
  @Column('text', { nullable: true })
  segment: string | null

  @CreateDateColumn({ type: 'timestamptz', name: 'first_seen' })
  firstSeen: Date

  @CreateDateColumn({ type: 'timestamptz', name: 'last_seen' })
  lastSeen: Date

  @Column('timestamptz', { name: 'dismissed_at', nullable: true })
  dismissedAt: Date | null

  /** What an editor made of it. */
  @ForeignKey('Candidate', { name: 'fk_search_misses_candidate', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'candidate_id', nullable: true })
  candidateId: string | null
}

/** A termbase that counts no misses. */
@Entity('uncounted_termbases')
export class UncountedTermbase {
  @ForeignKey('Termbase', { name: 'fk_uncounted_termbases_termbase', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'termbase_id', primaryKeyConstraintName: 'pk_uncounted_termbases' })
  termbaseId: string
}
