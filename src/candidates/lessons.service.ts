import { Injectable } from '@nestjs/common'
import { Database, type Db } from '../database/database.js'

/** Documents that are heard, the newest: those of years ago add little, and each costs some milliseconds. */
const HEARD = 40

/** Keeps what each document taught for the next one of its termbase. */
@Injectable()
export class LessonsService {
  constructor(private readonly database: Database) {}

  /** Without the document's own, so that reading it again finds the same. */
  async ofOthers(termbaseId: string, documentId: string): Promise<Uint8Array[]> {
    const rows: { lesson: Buffer }[] = await this.database.db.query(
      `SELECT l.lesson FROM lessons l JOIN documents d ON d.id = l.document_id
       WHERE d.termbase_id = $1 AND d.id <> $2 ORDER BY d.created_at DESC, d.id LIMIT ${HEARD}`,
      [termbaseId, documentId],
    )
    return rows.map(({ lesson }) => new Uint8Array(lesson))
  }

  async keep(db: Db, documentId: string, lesson: Uint8Array | null): Promise<void> {
    if (!lesson) return
    await db.query(
      `INSERT INTO lessons (document_id, lesson) VALUES ($1, $2)
       ON CONFLICT ON CONSTRAINT pk_lessons DO UPDATE SET lesson = excluded.lesson`,
      [documentId, Buffer.from(lesson)],
    )
  }
}
