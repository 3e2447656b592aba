import { Injectable } from '@nestjs/common'
import { AuditService } from '../../auth/audit.service.js'
import type { Actor } from '../../auth/roles.js'
import { Database, type Db } from '../../database/database.js'
import { DomainError } from '../../shared/errors.js'
import { draftOf } from '../concept-mapping.js'
import type { ConceptRecord } from '../concept-record.js'
import { checkedDraft } from '../concept-rules.js'
import { loadConcepts } from '../load-concepts.js'
import { type Matter, MatterService } from '../matter.service.js'
import { TermbasesService } from '../termbases.service.js'
import { beginOf, rewriteConcepts, type Writing } from '../write-concepts.js'
import type { ImportResult } from './import-record.js'

const BATCH = 1000

interface Written {
  position: number
  label: string
  concept: string
  /** The concept came with the import. */
  isNew: boolean
  base: number | null
  edited: boolean
}

/** Takes an applied import back as a whole: what it brought is deleted, what it changed gets its earlier words again. */
@Injectable()
export class UndoImportService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly matter: MatterService,
    private readonly audit: AuditService,
  ) {}

  /** @param rest undo what nobody touched, and leave what was edited since */
  async undo(actor: Actor, termbaseId: string, importId: string, { rest }: { rest: boolean }): Promise<ImportResult> {
    return this.database.inTransaction(async (db) => {
      const row = await lockApplied(db, termbaseId, importId)
      await this.termbases.holdFor(db, termbaseId)
      const written = await writtenBy(db, importId)
      const edited = written.filter(({ edited }) => edited)
      if (edited.length > 0 && !rest) throw editedSince(edited)
      const untouched = written.filter(({ edited }) => !edited)
      const fresh = untouched.filter(({ isNew }) => isNew).map(({ concept }) => concept)
      await db.query(`DELETE FROM concepts WHERE id = ANY ($1)`, [fresh])
      const changed = untouched.filter(({ isNew }) => !isNew)
      await restore(db, changed, { termbaseId, actor, cause: 'undo-import', at: await beginOf(db) })
      if (row.matter_before && edited.length === 0) await this.matter.restore(db, termbaseId, row.matter_before)
      const result = { added: fresh.length, changed: changed.length, terms: 0, kept: edited.length }
      await db.query(`UPDATE imports SET state = 'undone', undone_by = $2, undone_at = now() WHERE id = $1`, [
        importId,
        actor.id,
      ])
      const details = { importId, ...result }
      await this.audit.record(db, actor, {
        action: 'undo-import',
        subjectKind: 'termbase',
        subjectId: termbaseId,
        details,
      })
      return result
    })
  }
}

async function lockApplied(db: Db, termbaseId: string, importId: string): Promise<{ matter_before: Matter | null }> {
  const [row]: { state: string; matter_before: Matter | null }[] = await db.query(
    `SELECT state, matter_before FROM imports WHERE id = $1 AND termbase_id = $2 FOR UPDATE`,
    [importId, termbaseId],
  )
  if (!row) throw new DomainError('not-found', `There is no import ${importId} in this termbase.`)
  if (row.state !== 'applied')
    throw new DomainError('conflict', `The import is ${row.state}, so there is nothing to undo.`)
  return row
}

/** What the import wrote, each concept once; one that came with it and is gone meanwhile needs no undoing. */
function writtenBy(db: Db, importId: string): Promise<Written[]> {
  return db.query(
    `SELECT e.*, c.version IS DISTINCT FROM e.newest AND (c.id IS NOT NULL OR NOT e."isNew") AS edited
     FROM (
       SELECT min(w.position) AS position, min(o.label) AS label, w.concept_id AS concept, min(w.version) = 1 AS "isNew",
         min(w.version) - 1 AS base, max(w.version) AS newest
       FROM import_writes w JOIN import_entries o ON o.import_id = w.import_id AND o.position = w.position
       WHERE w.import_id = $1 GROUP BY w.concept_id
     ) e LEFT JOIN concepts c ON c.id = e.concept ORDER BY e.position`,
    [importId],
  )
}

function editedSince(edited: Written[]): DomainError {
  const names = edited.slice(0, 5).map(({ label }) => `“${label}”`)
  const more = edited.length > names.length ? ` and ${edited.length - names.length} more` : ''
  return new DomainError(
    'conflict',
    `${edited.length} concepts were edited since the import: ${names.join(', ')}${more}.`,
    {
      remedy: 'Undo the rest: these stay as they are now.',
      extra: {
        edited: edited.slice(0, 200).map(({ position, label, concept }) => ({ position, label, conceptId: concept })),
        editedCount: edited.length,
      },
    },
  )
}

async function restore(db: Db, changed: Written[], writing: Writing): Promise<void> {
  for (let start = 0; start < changed.length; start += BATCH) {
    const batch = changed.slice(start, start + BATCH)
    const snapshots: { id: string; snapshot: ConceptRecord }[] = await db.query(
      `SELECT v.concept_id AS id, v.snapshot FROM concept_versions v
       JOIN unnest($1::uuid[], $2::int[]) AS w (concept, version) ON w.concept = v.concept_id AND w.version = v.version`,
      [batch.map(({ concept }) => concept), batch.map(({ base }) => base)],
    )
    const earlier = new Map(snapshots.map(({ id, snapshot }) => [id, snapshot]))
    const concepts = await loadConcepts(
      db,
      batch.map(({ concept }) => concept),
    )
    const rewritings = concepts.map((before) => ({ before, draft: checkedDraft(draftOf(earlier.get(before.id)!)) }))
    await rewriteConcepts(db, rewritings, writing)
  }
}
