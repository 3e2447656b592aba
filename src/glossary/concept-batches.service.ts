import { Injectable } from '@nestjs/common'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { changeBackTogether } from './change-together.js'
import { type BatchKind, ConceptBatch } from './concept-batch.entity.js'
import { draftOf } from './concept-mapping.js'
import type { ConceptRecord } from './concept-record.js'
import { loadConcepts } from './load-concepts.js'
import { TermbasesService } from './termbases.service.js'
import { beginOf, rewriteConcepts } from './write-concepts.js'

const BATCH = 1000

export interface BatchRecord {
  id: string
  kind: BatchKind
  details: Record<string, unknown>
  author: { id: string; name: string }
  at: Date
  concepts: number
  undoneAt: Date | null
  undoneBy: { id: string; name: string } | null
}

export interface UndoneBatch {
  undone: number
  /** Changed since, and left as they are. */
  kept: number
}

/** Changes of several concepts at once: kept as one, so that they are taken back as one. */
@Injectable()
export class ConceptBatchesService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly audit: AuditService,
  ) {}

  /** Inside the caller's transaction, after the concepts were changed. */
  async keep(
    db: Db,
    actor: Actor,
    batch: { termbaseId: string; kind: BatchKind; details: Record<string, unknown>; concepts: string[] },
  ): Promise<string> {
    const { termbaseId, kind, details, concepts } = batch
    const { id } = await db.save(
      ConceptBatch,
      db.create(ConceptBatch, { termbaseId, kind, details, authorId: actor.id }),
    )
    await db.query(
      `INSERT INTO concept_batch_items (batch_id, concept_id, version)
       SELECT $1, id, version FROM concepts WHERE id = ANY ($2::uuid[])`,
      [id, concepts],
    )
    await this.record(db, actor, id, `${kind}-concepts`, { ...details, concepts: concepts.length })
    return id
  }

  async list(termbaseId: string, limit: number): Promise<BatchRecord[]> {
    return this.database.db.query(
      `SELECT b.id, b.kind, b.details, b.at, json_build_object('id', u.id, 'name', u.name) AS author,
         (SELECT count(*)::integer FROM concept_batch_items i WHERE i.batch_id = b.id) AS concepts,
         b.undone_at AS "undoneAt", CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END AS "undoneBy"
       FROM concept_batches b JOIN users u ON u.id = b.author_id LEFT JOIN users w ON w.id = b.undone_by
       WHERE b.termbase_id = $1 ORDER BY b.at DESC, b.id LIMIT $2`,
      [termbaseId, limit],
    )
  }

  /**
   * Every concept of the batch says again what it said before.
   * @param rest leave those that were changed since as they are, instead of refusing
   */
  async undo(actor: Actor, termbaseId: string, id: string, { rest }: { rest: boolean }): Promise<UndoneBatch> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      const batch = await this.lock(db, termbaseId, id)
      const [untouched, changed] = await partedBy(db, id)
      if (changed.length > 0 && !rest) throw changedSince(changed)
      const ids = untouched.map(({ concept }) => concept)
      if (batch.kind === 'merge') await this.bringBack(db, actor, termbaseId, untouched, batch.kind)
      else await changeBackTogether(db, actor, ids, `undo-${batch.kind}`)
      await db.update(ConceptBatch, id, { undoneAt: new Date(), undoneBy: actor.id })
      const result = { undone: untouched.length, kept: changed.length }
      await this.record(db, actor, id, `undo-${batch.kind}-concepts`, result)
      return result
    })
  }

  private async bringBack(db: Db, actor: Actor, termbaseId: string, items: Item[], kind: BatchKind): Promise<void> {
    const writing = { termbaseId, actor, cause: `undo-${kind}`, at: await beginOf(db) }
    for (let start = 0; start < items.length; start += BATCH) {
      const batch = items.slice(start, start + BATCH)
      const snapshots: { id: string; snapshot: ConceptRecord }[] = await db.query(
        `SELECT v.concept_id AS id, v.snapshot FROM concept_versions v
         JOIN unnest($1::uuid[], $2::int[]) AS w (concept, version) ON w.concept = v.concept_id AND w.version = v.version`,
        [batch.map(({ concept }) => concept), batch.map(({ version }) => version - 1)],
      )
      const earlier = new Map(snapshots.map(({ id, snapshot }) => [id, snapshot]))
      const concepts = await loadConcepts(
        db,
        batch.map(({ concept }) => concept),
      )
      await rewriteConcepts(
        db,
        concepts.map((before) => ({ before, draft: draftOf(earlier.get(before.id)!) })),
        writing,
      )
    }
    await db.query(
      `UPDATE concepts SET replaced_by = NULL WHERE id = ANY ($1::uuid[]) AND replaced_by IS NOT NULL AND status <> 'retired'`,
      [items.map(({ concept }) => concept)],
    )
  }

  private async lock(db: Db, termbaseId: string, id: string): Promise<ConceptBatch> {
    const batch = await db.findOne(ConceptBatch, { where: { id, termbaseId }, lock: { mode: 'pessimistic_write' } })
    if (!batch) throw new DomainError('not-found', `There is no change of many concepts ${id} in this termbase.`)
    if (batch.undoneAt)
      throw new DomainError('conflict', 'This change has been taken back already.', { remedy: 'Reload the list.' })
    return batch
  }

  private record(db: Db, actor: Actor, id: string, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'batch', subjectId: id, details })
  }
}

interface Item {
  concept: string
  number: string
  version: number
  isUntouched: boolean
}

/** The concepts of a batch: those as it left them, and those that were changed since. */
async function partedBy(db: Db, batchId: string): Promise<[untouched: Item[], changed: Item[]]> {
  const items: Item[] = await db.query(
    `SELECT i.concept_id AS concept, c.number, i.version, c.version = i.version AS "isUntouched"
     FROM concept_batch_items i JOIN concepts c ON c.id = i.concept_id WHERE i.batch_id = $1 ORDER BY c.number FOR UPDATE OF c`,
    [batchId],
  )
  return [items.filter(({ isUntouched }) => isUntouched), items.filter(({ isUntouched }) => !isUntouched)]
}

function changedSince(changed: Item[]): DomainError {
  const numbers = changed.slice(0, 5).map(({ number }) => number)
  const more = changed.length > numbers.length ? ` and ${changed.length - numbers.length} more` : ''
  return new DomainError('conflict', `Concepts were changed since: ${numbers.join(', ')}${more}.`, {
    remedy: 'Take back the rest: these stay as they are now.',
    extra: { changedCount: changed.length, changed: changed.slice(0, 200).map(({ concept }) => concept) },
  })
}
