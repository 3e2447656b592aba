import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm'
import type { GlossaryHeader, Loss, Markup } from '../formats/index.js'
import type { ConceptRecord } from '../glossary/concept-record.js'
import type { EvidenceReference } from './release-content.js'

/** An immutable, numbered, published snapshot. The database refuses to change or delete it. */
@Entity('releases')
@Unique('uq_releases_number', ['termbaseId', 'number'])
@Check('ck_releases_number', `number >= 1`)
@Check('ck_releases_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_releases_concept_count', `concept_count >= 1`)
export class Release {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_releases' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_releases_termbase' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  /** 1, 2, 3 … within the termbase. */
  @Column('integer')
  number: number

  @Column('text', { default: '' })
  note: string

  @ForeignKey('User', { name: 'fk_releases_author' })
  @Column('uuid', { name: 'author_id' })
  authorId: string

  @CreateDateColumn({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date

  /** SHA-256 of what the concepts say: equal for two releases that say the same. */
  @Column('text', { name: 'content_hash' })
  contentHash: string

  @Column('integer', { name: 'concept_count' })
  conceptCount: number

  @Column('integer', { name: 'term_count' })
  termCount: number

  /** The languages that occur, sorted. */
  @Column('text', { array: true })
  languages: string[]

  /** What stood before and after the concepts; null in releases that are older than this. */
  @Column('jsonb', { nullable: true })
  header: GlossaryHeader | null

  @Column('jsonb', { name: 'back_matter', nullable: true })
  backMatter: Markup[] | null

  /** The name of the termbase on that day, which its files bear; null in releases that are older than this. */
  @Column('text', { nullable: true })
  title: string | null

  /** The number of the older release whose content this one brought back. */
  @Column('integer', { name: 'brings_back', nullable: true })
  bringsBack: number | null
}

/** One concept of a release as it was, with the evidence it rests on. */
@Entity('release_entries')
@Unique('uq_release_entries_concept', ['releaseId', 'conceptId'])
@Index('ix_release_entries_number', { synchronize: false })
export class ReleaseEntry {
  @PrimaryColumn('uuid', { name: 'release_id', primaryKeyConstraintName: 'pk_release_entries' })
  releaseId: string

  @ManyToOne(() => Release, { deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'release_id', foreignKeyConstraintName: 'fk_release_entries_release' })
  release: Relation<Release>

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_release_entries' })
  position: number

  /** No foreign key: the release outlives the concept. */
  @Column('uuid', { name: 'concept_id' })
  conceptId: string

  @Column('jsonb')
  concept: ConceptRecord

  @Column('jsonb')
  evidence: EvidenceReference[]
}

/** A file made of a release, kept as it was first sent. */
@Entity('release_exports')
@Unique('uq_release_exports_options', ['releaseId', 'options'])
export class ReleaseExportFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_release_exports' })
  id: string

  @Column('uuid', { name: 'release_id' })
  releaseId: string

  @ManyToOne(() => Release)
  @JoinColumn({ name: 'release_id', foreignKeyConstraintName: 'fk_release_exports_release' })
  release: Relation<Release>

  /** Format and options in one way of writing, such as `tbx-2008 zh en`. */
  @Column('text')
  options: string

  @Column('text', { name: 'file_name' })
  fileName: string

  @Column('text', { name: 'media_type' })
  mediaType: string

  /** SHA-256 of the bytes before they were packed. */
  @Column('text', { name: 'content_hash' })
  contentHash: string

  @Column('bigint', { name: 'size_bytes' })
  sizeBytes: string

  @Column('bigint', { name: 'packed_bytes' })
  packedBytes: string

  @Column('jsonb')
  losses: Loss[]

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date
}

/** A part of such a file, packed by gzip as a whole. */
@Entity('release_export_pieces')
export class ReleaseExportPiece {
  @PrimaryColumn('uuid', { name: 'export_id', primaryKeyConstraintName: 'pk_release_export_pieces' })
  exportId: string

  @ManyToOne(() => ReleaseExportFile, { deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'export_id', foreignKeyConstraintName: 'fk_release_export_pieces_export' })
  file: Relation<ReleaseExportFile>

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_release_export_pieces' })
  position: number

  @Column('bytea')
  bytes: Buffer
}
