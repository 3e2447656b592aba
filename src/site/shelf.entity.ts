import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'

/** The headwords of a release that stand under one heading of one order, by their places in the release. */
@Entity('release_shelves')
@Check('ck_release_shelves_count', `count = cardinality(entries) AND count = cardinality(terms)`)
export class ReleaseShelf {
  @ForeignKey('Release', { name: 'fk_release_shelves_release' })
  @PrimaryColumn('uuid', { name: 'release_id', primaryKeyConstraintName: 'pk_release_shelves' })
  releaseId: string

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_release_shelves' })
  language: string

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_release_shelves' })
  ordering: string

  /** Of the heading among those of its order. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_release_shelves' })
  position: number

  @Column('text')
  heading: string

  @Column('integer')
  count: number

  /** Where in the release the concept of each headword stands. */
  @Column('integer', { array: true })
  entries: number[]

  /** Which of the concept's terms in that language each headword is. */
  @Column('smallint', { array: true })
  terms: number[]
}
