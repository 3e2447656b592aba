import { Injectable } from '@nestjs/common'
import type { Db } from '../database/database.js'
import { joined, type BilingualDocument } from '../extraction/index.js'
import { AlignmentEdit, Document, SentencePair } from './document.entity.js'
import type { Reading } from './read-document.js'

/** A sentence pair in the database, and where its two passages begin. */
export interface StoredPair {
  id: string
  sourceStart: number | null
  targetStart: number | null
}

/** Rows in one statement. */
const BATCH = 2000

/** Keeps what was read. A second reading of a document takes the place of the first. */
@Injectable()
export class ReadingsService {
  /** False when the document was deleted meanwhile. The row stays locked until the transaction ends. */
  async isStillWanted(db: Db, documentId: string): Promise<boolean> {
    const rows: unknown[] = await db.query(`SELECT 1 FROM documents WHERE id = $1 FOR UPDATE`, [documentId])
    return rows.length > 0
  }

  async store(db: Db, documentId: string, { encoding, document, warnings: ofFile }: Reading): Promise<StoredPair[]> {
    const rows = rowsOf(document)
    const { sourceText, cleaning } = document
    const warnings = [...ofFile, ...document.warnings]
    const targetText = document.targetText === sourceText ? null : document.targetText
    const pairCount = rows.filter(({ source_text, target_text }) => source_text !== null && target_text !== null).length
    await db.update(Document, documentId, { encoding, sourceText, targetText, cleaning, warnings, pairCount } as never)
    await db.delete(AlignmentEdit, { documentId })
    await db.delete(SentencePair, { documentId })
    const stored: StoredPair[] = []
    for (let start = 0; start < rows.length; start += BATCH)
      stored.push(
        ...((await db.query(INSERT, [documentId, JSON.stringify(rows.slice(start, start + BATCH))])) as StoredPair[]),
      )
    return stored
  }
}

function rowsOf({ beads, sourceText, targetText, sourceSentences, targetSentences }: BilingualDocument) {
  return beads.map((bead, position) => {
    const source = bead.source.length > 0 ? joined(sourceText, sourceSentences, bead.source) : null
    const target = bead.target.length > 0 ? joined(targetText, targetSentences, bead.target) : null
    return {
      position,
      source_text: source?.text ?? null,
      source_start: source?.start ?? null,
      source_line: source?.line ?? null,
      target_text: target?.text ?? null,
      target_start: target?.start ?? null,
      target_line: target?.line ?? null,
      score: Math.min(1, Math.max(0, bead.score)),
    }
  })
}

const INSERT = `
  INSERT INTO sentence_pairs (document_id, position, source_text, source_start, source_line, target_text, target_start, target_line, score)
  SELECT $1, position, source_text, source_start, source_line, target_text, target_start, target_line, score
  FROM jsonb_to_recordset($2::jsonb) AS r (position integer, source_text text, source_start integer, source_line integer,
    target_text text, target_start integer, target_line integer, score real)
  RETURNING id, source_start AS "sourceStart", target_start AS "targetStart"`
