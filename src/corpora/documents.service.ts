import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { JobsService } from '../jobs/jobs.service.js'
import { normaliseTerm } from '../matching/index.js'
import { DomainError } from '../shared/errors.js'
import { decodeCursor, encodeCursor, type Page } from '../shared/page.js'
import { containing } from '../shared/text/search-pattern.js'
import {
  type DocumentContent,
  type DocumentRecord,
  type NewDocument,
  type SentencePairRecord,
  type SourceBytes,
  STATE,
} from './document-record.js'
import { Document } from './document.entity.js'
import { EXTRACT_DOCUMENT } from './reading-stages.js'
import { PAIRS } from './sentence-pair-rows.js'

type Job = Awaited<ReturnType<JobsService['get']>>

export interface AddedDocument {
  document: DocumentRecord
  /** The job that reads it; null when the termbase has the same content already. */
  job: Job | null
  duplicate: boolean
}

export interface PairsQuery {
  cursor?: string
  /** Without a cursor: the position to begin at. */
  from?: number
  limit: number
}

/** Places that a search of a document tells. */
const MOST_FOUND = 5000

@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes a document in and starts the job that reads it, both or neither. Content that the termbase has already is not
   * taken again, but read again if it could not be read before. `actor` is null for what the program brings itself.
   */
  async add(actor: Actor | null, termbaseId: string, wanted: NewDocument): Promise<AddedDocument> {
    const [added] = await this.addAll(actor, termbaseId, [wanted])
    return added!
  }

  /** Several at once: all of them or none. */
  async addAll(actor: Actor | null, termbaseId: string, wanted: NewDocument[]): Promise<AddedDocument[]> {
    for (const document of wanted) refuseEmpty(document)
    const taken = await this.database.inTransaction(async (db) => {
      const taken: { id: string; job: Job | null; duplicate: boolean }[] = []
      for (const document of wanted) taken.push(await this.take(db, actor, termbaseId, document))
      return taken
    })
    return Promise.all(
      taken.map(async ({ id, job, duplicate }) => ({ document: await this.get(termbaseId, id), job, duplicate })),
    )
  }

  list(termbaseId: string): Promise<DocumentRecord[]> {
    return this.database.db.query(`${RECORDS} WHERE d.termbase_id = $1 ORDER BY d.created_at DESC, d.id`, [termbaseId])
  }

  async get(termbaseId: string, id: string, db: Db = this.database.db): Promise<DocumentRecord> {
    const [record]: DocumentRecord[] = await db.query(`${RECORDS} WHERE d.termbase_id = $1 AND d.id = $2`, [
      termbaseId,
      id,
    ])
    if (!record) throw new DomainError('not-found', `There is no document ${id} in this termbase.`)
    return record
  }

  /** In reading order. */
  async sentencePairs(
    termbaseId: string,
    id: string,
    { cursor, from = 0, limit }: PairsQuery,
  ): Promise<Page<SentencePairRecord> & { total: number }> {
    await this.get(termbaseId, id)
    const [{ total }] = (await this.database.db.query(
      `SELECT count(*)::integer AS total FROM sentence_pairs WHERE document_id = $1`,
      [id],
    )) as [{ total: number }]
    const rows: SentencePairRecord[] = await this.database.db.query(
      `${PAIRS} WHERE p.document_id = $1 AND p.position > $2 ORDER BY p.position LIMIT $3`,
      [id, cursor === undefined ? from - 1 : positionOf(cursor), limit + 1],
    )
    const items = rows.slice(0, limit)
    return { items, total, next: rows.length > limit ? encodeCursor([items.at(-1)!.position]) : null }
  }

  /** Where a text stands in the sentences, on either side. */
  async search(termbaseId: string, id: string, q: string): Promise<{ positions: number[]; total: number }> {
    await this.get(termbaseId, id)
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const asked = [q.trim(), ...[sourceLanguage, targetLanguage].map((language) => normaliseTerm(q, language))]
    const patterns = [...new Set(asked.filter(Boolean))].map(containing)
    const rows: { position: number; total: number }[] = await this.database.db.query(
      `SELECT position, count(*) OVER ()::integer AS total FROM sentence_pairs
       WHERE document_id = $1 AND (source_text ILIKE ANY ($2::text[]) OR target_text ILIKE ANY ($2::text[]))
       ORDER BY position LIMIT ${MOST_FOUND}`,
      [id, patterns],
    )
    return { positions: rows.map(({ position }) => position), total: rows[0]?.total ?? 0 }
  }

  /** The file as it came. */
  async original(termbaseId: string, id: string, side: 'source' | 'target' = 'source'): Promise<SourceBytes> {
    await this.get(termbaseId, id)
    const { file, targetFile } = (await this.content(id))!
    if (side === 'source') return file
    if (targetFile) return targetFile
    throw new DomainError('not-found', 'This document is one file.', { remedy: 'Leave out side=target.' })
  }

  /** What a job reads; null when the document was deleted meanwhile. */
  async content(id: string): Promise<DocumentContent | null> {
    const document = await this.database.db
      .createQueryBuilder(Document, 'd')
      .addSelect(['d.original', 'd.targetOriginal'])
      .where({ id })
      .getOne()
    if (!document) return null
    const { termbaseId, name, original, targetName, targetOriginal, aligned, sourceLanguage, targetLanguage } = document
    return {
      id,
      termbaseId,
      languages: { source: sourceLanguage, target: targetLanguage },
      file: { name, bytes: original },
      targetFile: targetName !== null && targetOriginal ? { name: targetName, bytes: targetOriginal } : undefined,
      aligned,
    }
  }

  /** Reads a document again that failed or was cancelled. */
  async retry(actor: Actor, termbaseId: string, id: string): Promise<AddedDocument> {
    const job = await this.database.inTransaction(async (db) => {
      const { state } = await this.locked(db, termbaseId, id)
      if (state !== 'failed' && state !== 'cancelled')
        throw new DomainError('conflict', `The document is ${state}.`, {
          remedy: state === 'ready' ? 'There is nothing to do again.' : 'Wait for it, or cancel it first.',
        })
      await this.record(db, actor, id, 'retry-document')
      return this.read(db, actor, id)
    })
    return { document: await this.get(termbaseId, id), job, duplicate: false }
  }

  /** With its sentences and the evidence in them. Candidates that have no other go as well, unless somebody decided on them. */
  async remove(actor: Actor, termbaseId: string, id: string): Promise<void> {
    const { jobId, state } = await this.get(termbaseId, id)
    if (jobId && (state === 'waiting' || state === 'processing')) await this.stop(jobId)
    await this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      const { name } = await this.locked(db, termbaseId, id)
      await db.delete(Document, id)
      await db.query(FORGET_UNFOUNDED, [termbaseId])
      await this.record(db, actor, id, 'delete-document', { name, termbase: termbaseId })
    })
  }

  private async take(db: Db, actor: Actor | null, termbaseId: string, wanted: NewDocument) {
    const contentHash = hashOf(wanted)
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId, db)
    const { raw } = await db
      .createQueryBuilder()
      .insert()
      .into(Document)
      .values({
        termbaseId,
        contentHash,
        sourceLanguage,
        targetLanguage,
        createdBy: actor?.id ?? null,
        ...columns(wanted),
      })
      .orIgnore()
      .returning('id')
      .execute()
    const id: string | undefined = raw[0]?.id
    if (id === undefined) return this.known(db, actor, termbaseId, contentHash)
    const job = await this.read(db, actor, id)
    await this.record(db, actor, id, 'add-document', { name: wanted.file.name, termbase: termbaseId })
    return { id, job, duplicate: false }
  }

  private async known(db: Db, actor: Actor | null, termbaseId: string, contentHash: string) {
    const { id } = await db.findOneByOrFail(Document, { termbaseId, contentHash })
    const { state } = await this.locked(db, termbaseId, id)
    const unread = state === 'failed' || state === 'cancelled'
    return { id, job: unread ? await this.read(db, actor, id) : null, duplicate: true }
  }

  private async read(db: Db, actor: Actor | null, documentId: string): Promise<Job> {
    const job = await this.jobs.enqueue(db, { kind: EXTRACT_DOCUMENT, payload: { documentId }, createdBy: actor?.id })
    await db.update(Document, documentId, { jobId: job.id })
    return job
  }

  /** One at a time may start or delete a document; the state is read when its turn has come. */
  private async locked(db: Db, termbaseId: string, id: string): Promise<DocumentRecord> {
    await db.query(`SELECT 1 FROM documents WHERE id = $1 FOR UPDATE`, [id])
    return this.get(termbaseId, id, db)
  }

  /** It may have ended by itself in this moment. */
  private async stop(jobId: string): Promise<void> {
    await this.jobs.cancel(jobId).catch((error) => {
      if (!(error instanceof DomainError)) throw error
    })
  }

  private record(
    db: Db,
    actor: Actor | null,
    id: string,
    action: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'document', subjectId: id, details })
  }
}

function columns({ file, targetFile, aligned = false }: NewDocument) {
  return {
    name: file.name,
    original: file.bytes,
    targetName: targetFile?.name ?? null,
    targetOriginal: targetFile?.bytes ?? null,
    aligned,
    sizeBytes: file.bytes.length + (targetFile?.bytes.length ?? 0),
  }
}

/** The same file, with the same translation, read in the same way. */
function hashOf({ file, targetFile, aligned }: NewDocument): string {
  const hash = createHash('sha256').update(file.bytes)
  if (targetFile) hash.update(`\n${targetFile.bytes.length} ${aligned ? 'aligned' : ''}\n`).update(targetFile.bytes)
  return hash.digest('hex')
}

function refuseEmpty({ file, targetFile }: NewDocument): void {
  for (const { name, bytes } of targetFile ? [file, targetFile] : [file])
    if (bytes.length === 0)
      throw new DomainError('unreadable-file', `${name} is empty.`, {
        remedy: 'Check that the export it comes from was complete, and choose the file again.',
        place: { file: name, offset: 0 },
      })
}

function positionOf(cursor: string): number {
  const [position] = decodeCursor(cursor) ?? []
  if (typeof position === 'number' && Number.isSafeInteger(position)) return position
  throw new DomainError('invalid-input', 'This cursor is none of ours.', {
    fields: { cursor: ['is not a `next` of a page before'] },
  })
}

/** Candidates belong to a feature that stands on this one: they are counted by SQL, because the number is all that is wanted. */
const RECORDS = `
  SELECT d.id, d.name, d.target_name AS "targetName", d.size_bytes AS "sizeBytes", d.encoding, ${STATE} AS state, j.problem,
    d.cleaning, d.warnings, d.pair_count AS "pairCount", d.alignment_version AS "alignmentVersion", d.job_id AS "jobId", d.created_at AS "createdAt",
    (SELECT count(DISTINCT e.candidate_id)::integer FROM sentence_pairs p JOIN candidate_evidence e ON e.sentence_pair_id = p.id
     WHERE p.document_id = d.id) AS "candidateCount",
    CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "createdBy"
  FROM documents d LEFT JOIN jobs j ON j.id = d.job_id LEFT JOIN users u ON u.id = d.created_by`

/** A proposal lives on its evidence. What was decided, or merged into, stays. */
const FORGET_UNFOUNDED = `
  DELETE FROM candidates c
  WHERE c.termbase_id = $1 AND c.state = 'proposed'
    AND NOT EXISTS (SELECT 1 FROM candidate_evidence e WHERE e.candidate_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.candidate_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM candidates m WHERE m.merged_into = c.id)`
