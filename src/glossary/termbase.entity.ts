import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm'
import type { GlossaryHeader, Markup } from '../formats/index.js'
import type { ReopeningField } from './reopening.js'

export const visibilities = ['private', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** One glossary project: its name and the pair of languages that documents are read in by default. */
@Entity('termbases')
@Unique('uq_termbases_name', ['name'])
@Check('ck_termbases_name', `length(btrim(name)) BETWEEN 1 AND 200`)
@Check('ck_termbases_languages', `source_language <> target_language`)
@Check('ck_termbases_visibility', `visibility IN ('private', 'public')`)
export class Termbase {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_termbases' })
  id: string

  @Column('text')
  name: string

  @Column('text', { default: '' })
  description: string

  @Column('text', { name: 'source_language' })
  sourceLanguage: string

  @Column('text', { name: 'target_language' })
  targetLanguage: string

  /** Further languages that editors are offered; concepts may have others all the same, as files bring them. */
  @Column('text', { name: 'other_languages', array: true, default: [] })
  otherLanguages: string[]

  /** A change of one of these sends an approved concept back to be looked at again. */
  @Column('text', { name: 'reopening_fields', array: true, default: [] })
  reopeningFields: ReopeningField[]

  /** Since when it is put away: readable as ever, and closed to changes. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null

  /** Releases of a public termbase can be read by anybody. */
  @Column('text', { default: 'private' })
  visibility: Visibility

  /** What the file that filled it says of itself; exports repeat it. */
  @Column('jsonb', { nullable: true })
  header: GlossaryHeader | null

  @VersionColumn({ type: 'integer', default: 1 })
  version: number

  @ForeignKey('User', { name: 'fk_termbases_created_by' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date
}

/** A section of the back matter (ISO 30042: `refObjectSec`): persons, sources, pictures that the entries refer to. */
@Entity('resources')
@Unique('uq_resources_position', ['termbaseId', 'position'])
export class Resource {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_resources' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_resources_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  @Column('integer')
  position: number

  /** `respPerson`, `bibl` … */
  @Column('text', { nullable: true })
  kind: string | null

  @Column('jsonb')
  content: Markup
}
