import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm'

/** A node of a termbase's tree of subject fields. Concepts name it, as files do; so a name stands in the tree once. */
@Entity('subject_fields')
@Unique('uq_subject_fields_name', ['termbaseId', 'name'])
@Index('ix_subject_fields_parent', ['parentId'])
@Check('ck_subject_fields_name', `length(btrim(name)) BETWEEN 1 AND 200`)
export class SubjectField {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_subject_fields' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_subject_fields_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  @ForeignKey('SubjectField', { name: 'fk_subject_fields_parent', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null

  @Column('text')
  name: string

  /** Among those with the same parent. */
  @Column('integer')
  position: number
}
