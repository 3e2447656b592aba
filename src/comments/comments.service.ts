import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import { DomainError } from '../shared/errors.js'
import { Comment } from './comment.entity.js'
import { mentionsIn, type NamedPerson } from './mentions.js'

export interface CommentRecord {
  id: string
  /** The comment it answers; null for the first of a thread. */
  answers: string | null
  author: NamedPerson
  text: string
  /** Whom it calls. */
  mentions: NamedPerson[]
  at: Date
  editedAt: Date | null
  /** Of the first of a thread. */
  resolvedAt: Date | null
  resolvedBy: NamedPerson | null
}

/** A comment that calls somebody, with the way to it. */
export interface MentionRecord {
  comment: CommentRecord
  termbase: { id: string; name: string }
  concept: { id: string; number: number; terms: string[] }
  readAt: Date | null
}

const MOST_MENTIONS = 100

/** What people say to each other about concepts. Each changes and deletes only what they said themselves. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly concepts: ConceptsService,
    private readonly audit: AuditService,
  ) {}

  /** In the order in which they were said. */
  async of(termbaseId: string, conceptId: string): Promise<CommentRecord[]> {
    await this.concepts.get(termbaseId, conceptId)
    return this.database.db.query(
      `SELECT ${COMMENT} FROM comments m ${PEOPLE} WHERE m.concept_id = $1 ORDER BY m.at, m.id`,
      [conceptId],
    )
  }

  async say(
    actor: Actor,
    termbaseId: string,
    conceptId: string,
    { text, answers }: { text: string; answers?: string | null },
  ): Promise<CommentRecord> {
    return this.database.inTransaction(async (db) => {
      await this.concepts.get(termbaseId, conceptId, db)
      if (answers && !(await db.existsBy(Comment, { id: answers, conceptId, answers: IsNull() })))
        throw new DomainError('invalid-input', 'There is no comment that this could answer.', {
          remedy: 'Answer the first comment of a thread.',
          fields: { answers: ['must be the first comment of a thread of this concept'] },
        })
      const values = { termbaseId, conceptId, answers: answers ?? null, authorId: actor.id, text: checked(text) }
      const { id } = await db.save(Comment, db.create(Comment, values))
      await keepMentions(db, id, text, actor)
      await this.record(db, actor, id, 'comment', { conceptId })
      return one(db, id)
    })
  }

  async change(actor: Actor, termbaseId: string, id: string, text: string): Promise<CommentRecord> {
    return this.database.inTransaction(async (db) => {
      await this.own(db, actor, termbaseId, id)
      await db.update(Comment, id, { text: checked(text), editedAt: new Date() })
      await keepMentions(db, id, text, actor)
      await this.record(db, actor, id, 'change-comment', {})
      return one(db, id)
    })
  }

  /** With the answers to it, which stand for nothing without it; others' answers keep it. */
  async remove(actor: Actor, termbaseId: string, id: string): Promise<void> {
    await this.database.inTransaction(async (db) => {
      const comment = await this.own(db, actor, termbaseId, id)
      const answered: unknown[] = await db.query(
        `SELECT 1 FROM comments WHERE answers = $1 AND author_id <> $2 LIMIT 1`,
        [id, actor.id],
      )
      if (answered.length > 0)
        throw new DomainError('conflict', 'Others have answered this comment.', {
          remedy: 'Change what it says, or resolve it.',
        })
      await db.delete(Comment, id)
      await this.record(db, actor, id, 'delete-comment', { conceptId: comment.conceptId, text: comment.text })
    })
  }

  /** A thread that is resolved is folded away; anybody who may edit resolves and reopens. */
  async resolve(actor: Actor, termbaseId: string, id: string, resolved: boolean): Promise<CommentRecord> {
    return this.database.inTransaction(async (db) => {
      const comment = await require(db, termbaseId, id)
      if (comment.answers)
        throw new DomainError('invalid-input', 'An answer is resolved with the comment it answers.', {
          remedy: 'Resolve the first comment of the thread.',
        })
      if ((comment.resolvedAt !== null) !== resolved)
        await db.update(Comment, id, {
          resolvedAt: resolved ? new Date() : null,
          resolvedBy: resolved ? actor.id : null,
        })
      await this.record(db, actor, id, resolved ? 'resolve-comment' : 'reopen-comment', {})
      return one(db, id)
    })
  }

  /** Comments that call this person, newest first. */
  async mentionsOf(userId: string): Promise<{ items: MentionRecord[]; unread: number }> {
    const items: MentionRecord[] = await this.database.db.query(
      `SELECT (SELECT to_jsonb(r) FROM (SELECT ${COMMENT}) r) AS comment, json_build_object('id', b.id, 'name', b.name) AS termbase,
         json_build_object('id', c.id, 'number', c.number, 'terms', coalesce((
           SELECT json_agg(first.text ORDER BY first.position) FROM (
             SELECT DISTINCT ON (s.position) s.position, t.text FROM language_sections s JOIN terms t ON t.language_section_id = s.id
             WHERE s.concept_id = c.id ORDER BY s.position, t.position) AS first), '[]')) AS concept,
         n.read_at AS "readAt"
       FROM comment_mentions n JOIN comments m ON m.id = n.comment_id ${PEOPLE}
       JOIN concepts c ON c.id = m.concept_id JOIN termbases b ON b.id = m.termbase_id
       WHERE n.user_id = $1 ORDER BY m.at DESC, m.id LIMIT ${MOST_MENTIONS}`,
      [userId],
    )
    const [row]: { unread: number }[] = await this.database.db.query(
      `SELECT count(*)::integer AS unread FROM comment_mentions WHERE user_id = $1 AND read_at IS NULL`,
      [userId],
    )
    return { items, unread: row!.unread }
  }

  /** @param commentIds seen by this person; all, when left out */
  async markRead(userId: string, commentIds?: string[]): Promise<{ unread: number }> {
    await this.database.db.query(
      `UPDATE comment_mentions SET read_at = now() WHERE user_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR comment_id = ANY ($2))`,
      [userId, commentIds ?? null],
    )
    return { unread: (await this.mentionsOf(userId)).unread }
  }

  /** Who can be called. */
  people(): Promise<NamedPerson[]> {
    return peopleWhoWork(this.database.db)
  }

  private async own(db: Db, actor: Actor, termbaseId: string, id: string): Promise<Comment> {
    const comment = await require(db, termbaseId, id)
    if (comment.authorId === actor.id) return comment
    throw new DomainError('not-allowed', 'This comment is somebody else’s.', {
      remedy: 'Answer it instead.',
    })
  }

  private record(db: Db, actor: Actor, id: string, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'comment', subjectId: id, details })
  }
}

function checked(text: string): string {
  const clean = text.normalize('NFC').trim()
  // oxlint-disable-next-line no-control-regex -- PostgreSQL takes no NUL, and nobody types the others
  if (clean.length > 0 && clean.length <= 10_000 && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(clean))
    return clean
  throw new DomainError('invalid-input', 'A comment has 1 to 10,000 characters.', {
    fields: { text: ['must have 1 to 10,000 characters'] },
  })
}

async function require(db: Db, termbaseId: string, id: string): Promise<Comment> {
  const comment = await db.findOneBy(Comment, { id, termbaseId })
  if (comment) return comment
  throw new DomainError('not-found', `There is no comment ${id} in this termbase.`, {
    remedy: 'It may have been deleted: reload the page.',
  })
}

/** Whoever was called before and is still called has seen it or not as before. Nobody calls themselves. */
async function keepMentions(db: Db, commentId: string, text: string, author: Actor): Promise<void> {
  const called = mentionsIn(text, await peopleWhoWork(db)).filter(({ id }) => id !== author.id)
  const ids = called.map(({ id }) => id)
  await db.query(`DELETE FROM comment_mentions WHERE comment_id = $1 AND user_id <> ALL ($2::uuid[])`, [commentId, ids])
  await db.query(
    `INSERT INTO comment_mentions (comment_id, user_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [commentId, ids],
  )
}

function peopleWhoWork(db: Db): Promise<NamedPerson[]> {
  return db.query(`SELECT id, name FROM users WHERE disabled_at IS NULL ORDER BY lower(name), id`)
}

async function one(db: Db, id: string): Promise<CommentRecord> {
  const [comment]: CommentRecord[] = await db.query(`SELECT ${COMMENT} FROM comments m ${PEOPLE} WHERE m.id = $1`, [id])
  return comment!
}

const COMMENT = `m.id, m.answers, json_build_object('id', u.id, 'name', u.name) AS author, m.text, m.at,
  m.edited_at AS "editedAt", m.resolved_at AS "resolvedAt",
  CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END AS "resolvedBy",
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name), '[]')
   FROM comment_mentions o JOIN users p ON p.id = o.user_id WHERE o.comment_id = m.id) AS mentions`
const PEOPLE = `JOIN users u ON u.id = m.author_id LEFT JOIN users w ON w.id = m.resolved_by`
