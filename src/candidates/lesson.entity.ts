import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'

/** What a document taught of which words translate which: heard when the next one of its termbase is read, gone with the document. */
@Entity('lessons')
export class Lesson {
  @ForeignKey('Document', { name: 'fk_lessons_document', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'document_id', primaryKeyConstraintName: 'pk_lessons' })
  documentId: string

  /** As extraction packed it. */
  @Column('bytea')
  lesson: Buffer
}
