import { Injectable } from '@nestjs/common'
import { Database, type Db } from '../database/database.js'
import type { LanguagePair } from '../extraction/index.js'
import { DomainError } from '../shared/errors.js'
import type { AlignedRow, AlignmentEditKind, AlignmentSide, AlignmentWish, Texts } from './alignment.js'
import type { SentencePairRecord } from './document-record.js'
import { AlignmentEdit, Document } from './document.entity.js'
import { DocumentsService } from './documents.service.js'
import { PAIRS } from './sentence-pair-rows.js'

/** Rows that follow each other in a document, and where the first stands. */
export interface Stretch {
  position: number
  rows: SentencePairRecord[]
}

export interface RowToStore extends AlignedRow {
  score: number
  alignedBy: string | null
}

export interface AlignmentEditRecord {
  id: string
  kind: AlignmentEditKind
  position: number
  author: { id: string; name: string }
  at: Date
  undoneAt: Date | null
  undoneBy: { id: string; name: string } | null
}

/** A shift of a whole column touches no more rows than this: one transaction, answered while a person waits. */
const MOST_ROWS = 5000

/** The aligned sentences of a document as they are corrected by hand. Every change runs inside the caller's transaction. */
@Injectable()
export class AlignmentsService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsService,
  ) {}

  /** Keeps others from changing the alignment until the transaction ends, and refuses an editor who has not seen its newest version. */
  async hold(db: Db, termbaseId: string, documentId: string, version: number): Promise<void> {
    await db.query(`SELECT 1 FROM documents WHERE id = $1 FOR UPDATE`, [documentId])
    const { alignmentVersion, state } = await this.documents.get(termbaseId, documentId, db)
    if (state !== 'ready')
      throw new DomainError('conflict', `The sentences of a document that is ${state} cannot be moved.`, {
        remedy: 'Wait until it has been read.',
      })
    if (alignmentVersion !== version)
      throw new DomainError('stale', 'Somebody has corrected the alignment of this document meanwhile.', {
        remedy: 'Look at it as it is now, then correct what is left.',
        extra: { version: alignmentVersion },
      })
  }

  /** The rows that a wish is about, and which of them the editor stands on. */
  async stretchOf(db: Db, documentId: string, pairId: string, wish: AlignmentWish): Promise<Stretch & { at: number }> {
    const [row] = await this.rows(db, documentId, `p.id = $2`, [pairId])
    if (!row)
      throw new DomainError('not-found', `There is no sentence pair ${pairId} in this document.`, {
        remedy: 'Load the document again.',
      })
    const isDown = wish.kind === 'merge' || (wish.kind === 'shift' && wish.to === 'next')
    const first = wish.kind === 'shift' && wish.to === 'previous' ? Math.max(0, row.position - 1) : row.position
    const last =
      wish.kind === 'shift' && wish.column
        ? await this.gapAfter(db, documentId, row.position, wish.side)
        : row.position + (isDown ? 1 : 0)
    if (last - first >= MOST_ROWS)
      throw new DomainError('too-large', `More than ${MOST_ROWS} rows would move.`, {
        remedy: 'Make a gap below first: split a row where the shift shall end.',
      })
    const rows = await this.rows(db, documentId, `p.position BETWEEN $2 AND $3`, [first, last])
    return { position: first, rows, at: row.position - first }
  }

  stretch(db: Db, documentId: string, position: number, count: number): Promise<SentencePairRecord[]> {
    return this.rows(db, documentId, `p.position >= $2 AND p.position < $2 + $3`, [position, count])
  }

  async texts(db: Db, documentId: string): Promise<{ texts: Texts; languages: LanguagePair }> {
    const { sourceText, targetText, sourceLanguage, targetLanguage } = await db
      .createQueryBuilder(Document, 'd')
      .addSelect(['d.sourceText', 'd.targetText'])
      .where({ id: documentId })
      .getOneOrFail()
    return {
      texts: { source: sourceText ?? '', target: targetText ?? sourceText ?? '' },
      languages: { source: sourceLanguage, target: targetLanguage },
    }
  }

  /** Puts rows in the place of those of a stretch, moves what follows, and counts one version on. */
  async replace(db: Db, documentId: string, { position, rows: old }: Stretch, rows: RowToStore[]): Promise<string[]> {
    await db.query(`DELETE FROM sentence_pairs WHERE document_id = $1 AND position >= $2 AND position < $2 + $3`, [
      documentId,
      position,
      old.length,
    ])
    if (rows.length !== old.length)
      await db.query(`UPDATE sentence_pairs SET position = position + $3 WHERE document_id = $1 AND position >= $2`, [
        documentId,
        position + old.length,
        rows.length - old.length,
      ])
    const stored: { id: string }[] = await db.query(INSERT, [documentId, position, JSON.stringify(rows)])
    await db.query(
      `UPDATE documents SET alignment_version = alignment_version + 1, pair_count = pair_count + $2 WHERE id = $1`,
      [documentId, paired(rows) - paired(old)],
    )
    return stored.map(({ id }) => id)
  }

  async remember(
    db: Db,
    edit: Pick<AlignmentEdit, 'documentId' | 'kind' | 'position' | 'rowCount' | 'before' | 'authorId'>,
  ): Promise<void> {
    const { alignmentVersion: version } = await db.findOneByOrFail(Document, { id: edit.documentId })
    await db.insert(AlignmentEdit, { ...edit, version } as never)
  }

  /** The newest edit that stands, with what it replaced: edits are taken back last first. */
  async last(db: Db, documentId: string): Promise<AlignmentEdit> {
    const edit = await db
      .createQueryBuilder(AlignmentEdit, 'e')
      .addSelect('e.before')
      .where('e.documentId = :documentId AND e.undoneAt IS NULL', { documentId })
      .orderBy('e.version', 'DESC')
      .limit(1)
      .getOne()
    if (!edit)
      throw new DomainError('not-found', 'No correction of this alignment is left to undo.', {
        remedy: 'Load the document again.',
      })
    return edit
  }

  async markUndone(db: Db, id: string, undoneBy: string): Promise<void> {
    await db.update(AlignmentEdit, id, { undoneAt: new Date(), undoneBy })
  }

  /** Newest first. */
  async edits(termbaseId: string, documentId: string): Promise<AlignmentEditRecord[]> {
    await this.documents.get(termbaseId, documentId)
    return this.database.db.query(
      `SELECT e.id, e.kind, e.position, json_build_object('id', u.id, 'name', u.name) AS author, e.at, e.undone_at AS "undoneAt",
         CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END AS "undoneBy"
       FROM alignment_edits e JOIN users u ON u.id = e.author_id LEFT JOIN users w ON w.id = e.undone_by
       WHERE e.document_id = $1 ORDER BY e.version DESC LIMIT 200`,
      [documentId],
    )
  }

  private async gapAfter(db: Db, documentId: string, position: number, side: AlignmentSide): Promise<number> {
    const [{ gap, end }] = (await db.query(
      `SELECT min(position) FILTER (WHERE position > $2 AND ${side}_text IS NULL) AS gap, max(position) AS end
       FROM sentence_pairs WHERE document_id = $1`,
      [documentId, position],
    )) as [{ gap: number | null; end: number }]
    return gap ?? end
  }

  private rows(db: Db, documentId: string, condition: string, values: unknown[]): Promise<SentencePairRecord[]> {
    return db.query(`${PAIRS} WHERE p.document_id = $1 AND ${condition} ORDER BY p.position`, [documentId, ...values])
  }
}

const paired = (rows: AlignedRow[]) => rows.filter(({ source, target }) => source && target).length

const INSERT = `
  INSERT INTO sentence_pairs (document_id, position, source_text, source_start, source_line, target_text, target_start, target_line,
    score, aligned_by)
  SELECT $1, $2::integer + r.place::integer - 1, r.row->'source'->>'text', (r.row->'source'->>'start')::integer,
    (r.row->'source'->>'line')::integer, r.row->'target'->>'text', (r.row->'target'->>'start')::integer,
    (r.row->'target'->>'line')::integer, (r.row->>'score')::real, (r.row->>'alignedBy')::uuid
  FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS r (row, place)
  ORDER BY r.place RETURNING id`
