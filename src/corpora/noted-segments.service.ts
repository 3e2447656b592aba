import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import type { Actor } from '../auth/roles.js'
import type { Db } from '../database/database.js'
import { readAlignedSegments } from '../extraction/index.js'
import { Document } from './document.entity.js'
import { ReadingsService } from './readings.service.js'

/** One segment and its translation, which somebody gave by hand. */
export interface NotedSegment {
  /** What its document is called. */
  name: string
  source: string
  target: string
  languages: { source: string; target: string }
}

/** The sentence pair it became. */
export interface StoredSegment {
  document: string
  sentencePairId: string
  source: { text: string; start: number }
  target: { text: string; start: number }
}

/** Keeps a segment that came from no file as a document of one line, so that it can be evidence like any other. */
@Injectable()
export class NotedSegmentsService {
  constructor(private readonly readings: ReadingsService) {}

  /** The same segment is kept once. */
  async keep(db: Db, actor: Actor, termbaseId: string, segment: NotedSegment): Promise<StoredSegment> {
    const { name, languages } = segment
    const pair = { source: inOneLine(segment.source), target: inOneLine(segment.target) }
    const original = Buffer.from(`${pair.source}\t${pair.target}\n`)
    const contentHash = createHash('sha256').update(original).digest('hex')
    const { raw } = await db
      .createQueryBuilder()
      .insert()
      .into(Document)
      .values({
        termbaseId,
        name,
        contentHash,
        original,
        sizeBytes: original.length,
        sourceLanguage: languages.source,
        targetLanguage: languages.target,
        createdBy: actor.id,
      })
      .orIgnore()
      .returning('id')
      .execute()
    const document = readAlignedSegments({ name, segments: [pair], languages })
    if (raw[0]) await this.readings.store(db, raw[0].id as string, { encoding: 'utf-8', document, warnings: [] })
    const [stored] = await db.query(
      `SELECT p.id, p.source_text, p.source_start, p.target_text, p.target_start
       FROM sentence_pairs p JOIN documents d ON d.id = p.document_id
       WHERE d.termbase_id = $1 AND d.content_hash = $2 ORDER BY p.position LIMIT 1`,
      [termbaseId, contentHash],
    )
    return {
      document: name,
      sentencePairId: stored.id,
      source: { text: stored.source_text, start: stored.source_start },
      target: { text: stored.target_text, start: stored.target_start },
    }
  }
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
