import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm'
import type { DataNode } from '../formats/index.js'
import type {
  AdministrativeStatus,
  ConceptAsWritten,
  ConceptRecord,
  ConceptStatus,
  LanguageAsWritten,
  TermAsWritten,
} from './concept-record.js'

const identity = { type: 'bigint', generatedIdentity: 'ALWAYS' } as const

/** The first of the three levels of ISO 30042. */
@Entity('concepts')
@Index('ix_concepts_external_id', ['termbaseId', 'externalId'])
@Check('ck_concepts_status', `status IN ('draft', 'approved', 'retired')`)
@Index('ix_concepts_termbase', ['termbaseId', 'status', 'number'])
@Index('ix_concepts_replaced_by', ['replacedBy'], { where: 'replaced_by IS NOT NULL' })
@Index('ix_concepts_updated', { synchronize: false })
export class Concept {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_concepts' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_concepts_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  /** Counts up over the installation; what people call the concept by. Given by the database. */
  // The decorator's type leaves out `identity`, which TypeORM knows for primary keys and handles here as well.
  @Generated('identity' as 'increment')
  @Column({ ...identity, insert: false, update: false })
  number: string

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null

  @Column('text', { default: 'draft' })
  status: ConceptStatus

  @Column('text', { name: 'subject_field', nullable: true })
  subjectField: string | null

  @Column('text', { nullable: true })
  definition: string | null

  @Column('text', { name: 'definition_source', nullable: true })
  definitionSource: string | null

  @Column('text', { nullable: true })
  note: string | null

  @Column('text', { name: 'customer_subset', nullable: true })
  customerSubset: string | null

  @Column('text', { name: 'project_subset', nullable: true })
  projectSubset: string | null

  /** All that stands at this level, in its place; null when the columns say all. */
  @Column('jsonb', { nullable: true })
  data: DataNode[] | null

  @Column('jsonb', { name: 'as_written', nullable: true })
  asWritten: ConceptAsWritten | null

  @Column('integer', { default: 1 })
  version: number

  /** While it is retired: the concept that it was merged into. */
  @ForeignKey('Concept', { name: 'fk_concepts_replaced_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy: string | null

  @ForeignKey('User', { name: 'fk_concepts_created_by' })
  @Column('uuid', { name: 'created_by' })
  createdBy: string

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date

  @ForeignKey('User', { name: 'fk_concepts_updated_by' })
  @Column('uuid', { name: 'updated_by' })
  updatedBy: string

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date

  @OneToMany(() => LanguageSection, (section) => section.concept, { cascade: ['insert'] })
  languages: Relation<LanguageSection>[]
}

/** The second level: what one language says of the concept. */
@Entity('language_sections')
@Unique('uq_language_sections_language', ['conceptId', 'language'])
export class LanguageSection {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_language_sections' })
  id: string

  @Column('uuid', { name: 'concept_id' })
  conceptId: string

  @ManyToOne(() => Concept, (concept) => concept.languages, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'concept_id', foreignKeyConstraintName: 'fk_language_sections_concept' })
  concept: Relation<Concept>

  @Column('text')
  language: string

  @Column('integer')
  position: number

  @Column('text', { nullable: true })
  definition: string | null

  @Column('text', { name: 'definition_source', nullable: true })
  definitionSource: string | null

  @Column('text', { nullable: true })
  note: string | null

  /** All that stands at this level, in its place; null when the columns say all. */
  @Column('jsonb', { nullable: true })
  data: DataNode[] | null

  @Column('jsonb', { name: 'as_written', nullable: true })
  asWritten: LanguageAsWritten | null

  @OneToMany(() => Term, (term) => term.section, { cascade: ['insert'] })
  terms: Relation<Term>[]
}

/** The third level. `key` and `grams` are what the shared matcher and the search find it by. */
@Entity('terms')
@Index('ix_terms_section', ['sectionId'])
@Check('ck_terms_text', `length(btrim(text)) BETWEEN 1 AND 2000`)
@Check(
  'ck_terms_administrative_status',
  `administrative_status IN ('preferredTerm-admn-sts', 'admittedTerm-admn-sts', 'deprecatedTerm-admn-sts', 'supersededTerm-admn-sts')`,
)
@Index('ix_terms_key', ['key'])
@Index('ix_terms_grams', { synchronize: false })
export class Term {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_terms' })
  id: string

  @Column('uuid', { name: 'language_section_id' })
  sectionId: string

  @ManyToOne(() => LanguageSection, (section) => section.terms, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'language_section_id', foreignKeyConstraintName: 'fk_terms_language_section' })
  section: Relation<LanguageSection>

  @Column('integer')
  position: number

  @Column('text')
  text: string

  @Column('text')
  key: string

  @Column('text', { array: true })
  grams: string[]

  @Column('text', { name: 'administrative_status', default: 'admittedTerm-admn-sts' })
  administrativeStatus: AdministrativeStatus

  @Column('text', { name: 'part_of_speech', nullable: true })
  partOfSpeech: string | null

  @Column('text', { name: 'term_type', nullable: true })
  termType: string | null

  @Column('text', { name: 'grammatical_gender', nullable: true })
  grammaticalGender: string | null

  @Column('text', { name: 'geographical_usage', nullable: true })
  geographicalUsage: string | null

  @Column('text', { name: 'term_location', nullable: true })
  termLocation: string | null

  @Column('text', { nullable: true })
  note: string | null

  @Column('text', { nullable: true })
  source: string | null

  @Column('text', { nullable: true })
  context: string | null

  @Column('text', { name: 'context_source', nullable: true })
  contextSource: string | null

  @Column('text', { name: 'customer_subset', nullable: true })
  customerSubset: string | null

  @Column('text', { name: 'project_subset', nullable: true })
  projectSubset: string | null

  /** All that stands at this level, in its place; null when the columns say all. */
  @Column('jsonb', { nullable: true })
  data: DataNode[] | null

  @Column('jsonb', { name: 'as_written', nullable: true })
  asWritten: TermAsWritten | null

  @Column('boolean', { name: 'case_sensitive', default: false })
  caseSensitive: boolean

  /** True: recognised in this form only. Null: inflected forms too. */
  @Column('boolean', { name: 'exact_form', nullable: true })
  exactForm: boolean | null

  /** The candidate it was accepted from: the way back to its evidence. */
  @Column('uuid', { name: 'candidate_id', nullable: true })
  candidateId: string | null
}

/** Every version a concept ever had, as it was after the change. */
@Entity('concept_versions')
export class ConceptVersion {
  @ForeignKey('Concept', { name: 'fk_concept_versions_concept', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'concept_id', primaryKeyConstraintName: 'pk_concept_versions' })
  conceptId: string

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_concept_versions' })
  version: number

  /** Null while it is the newest and came by an import: then the concept itself says it. */
  @Column('jsonb', { nullable: true })
  snapshot: ConceptRecord | null

  @ForeignKey('User', { name: 'fk_concept_versions_author' })
  @Column('uuid', { name: 'author_id' })
  authorId: string

  @CreateDateColumn({ type: 'timestamptz' })
  at: Date

  /** Verb and object, e.g. `accept-candidate`, `edit-concept`. */
  @Column('text')
  cause: string
}
