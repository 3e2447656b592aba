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

/** What somebody says about a concept; an answer belongs to what it answers, and is resolved with it. */
@Entity('comments')
@Index('ix_comments_concept', ['conceptId', 'at'])
@Index('ix_comments_answers', ['answers'], { where: 'answers IS NOT NULL' })
@Check('ck_comments_text', `length(btrim(text)) BETWEEN 1 AND 10000`)
@Check('ck_comments_resolved', `(resolved_at IS NULL) = (resolved_by IS NULL)`)
@Check('ck_comments_answers', `answers IS NULL OR resolved_at IS NULL`)
export class Comment {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_comments' })
  id: string

  @ForeignKey('Termbase', { name: 'fk_comments_termbase', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'termbase_id' })
  termbaseId: string

  @ForeignKey('Concept', { name: 'fk_comments_concept', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'concept_id' })
  conceptId: string

  @ForeignKey('Comment', { name: 'fk_comments_answers', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  answers: string | null

  @ForeignKey('User', { name: 'fk_comments_author' })
  @Column('uuid', { name: 'author_id' })
  authorId: string

  @Column('text')
  text: string

  @CreateDateColumn({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null

  @ForeignKey('User', { name: 'fk_comments_resolved_by' })
  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy: string | null
}

/** Somebody whom a comment calls by name, and when they saw it. */
@Entity('comment_mentions')
@Index('ix_comment_mentions_user', ['userId', 'readAt'])
export class CommentMention {
  @ForeignKey('Comment', { name: 'fk_comment_mentions_comment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'comment_id', primaryKeyConstraintName: 'pk_comment_mentions' })
  commentId: string

  @ForeignKey('User', { name: 'fk_comment_mentions_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'pk_comment_mentions' })
  userId: string

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null
}
