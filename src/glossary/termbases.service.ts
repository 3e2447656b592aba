import { Injectable } from '@nestjs/common'
import { IsNull, Not } from 'typeorm'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import type { ReopeningField } from './reopening.js'
import { checkedLanguages, type LanguageUse, languagesInUse, refuseUsedLanguages } from './termbase-languages.js'
import { Termbase, type Visibility } from './termbase.entity.js'

export interface NewTermbase {
  name: string
  description?: string
  sourceLanguage: string
  targetLanguage: string
  visibility?: Visibility
  otherLanguages?: string[]
  reopeningFields?: ReopeningField[]
}

export type TermbaseChanges = Partial<NewTermbase> & { archived?: boolean }

export interface TermbaseCounts {
  documents: number
  candidates: Record<'proposed' | 'accepted' | 'rejected' | 'merged' | 'skipped', number>
  concepts: number
  approvedConcepts: number
  releases: number
}

export interface TermbaseSummary {
  id: string
  name: string
  description: string
  sourceLanguage: string
  targetLanguage: string
  /** Further languages that editors are offered. */
  otherLanguages: string[]
  visibility: Visibility
  reopeningFields: ReopeningField[]
  archivedAt: Date | null
  createdAt: Date
  counts: TermbaseCounts
}

@Injectable()
export class TermbasesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async list(): Promise<TermbaseSummary[]> {
    const db = this.database.db
    const termbases = await db.find(Termbase, { order: { createdAt: 'ASC' } })
    const counts = await countsOf(
      db,
      termbases.map(({ id }) => id),
    )
    return termbases.map((termbase) => summary(termbase, counts.get(termbase.id)!))
  }

  async get(id: string): Promise<TermbaseSummary> {
    const termbase = await this.require(id)
    return summary(termbase, (await countsOf(this.database.db, [id])).get(id)!)
  }

  /** The termbase itself, without counting what is in it. */
  async require(id: string, db: Db = this.database.db): Promise<Termbase> {
    const termbase = await db.findOneBy(Termbase, { id })
    if (!termbase) throw new DomainError('not-found', `There is no termbase ${id}.`)
    return termbase
  }

  /**
   * Until the transaction ends, nobody else changes many rows of this termbase: two extractions, or one and a bulk decision,
   * would wait for each other's candidates. Reading, and deciding one candidate, go on. Take it before any other lock.
   */
  async holdFor(db: Db, id: string): Promise<void> {
    await db.query(`SELECT 1 FROM termbases WHERE id = $1 FOR NO KEY UPDATE`, [id])
  }

  /** What concepts and documents use, and the languages that are offered besides. */
  async languages(id: string): Promise<LanguageUse[]> {
    const { sourceLanguage, targetLanguage, otherLanguages } = await this.require(id)
    const used = await languagesInUse(this.database.db, id)
    const unused = [sourceLanguage, targetLanguage, ...otherLanguages].filter(
      (language) => !used.some((use) => use.language === language),
    )
    return [...used, ...unused.map((language) => ({ language, concepts: 0, terms: 0, documents: 0 }))]
  }

  isArchived(id: string): Promise<boolean> {
    return this.database.db.existsBy(Termbase, { id, archivedAt: Not(IsNull()) })
  }

  async named(name: string, db: Db = this.database.db): Promise<Termbase | null> {
    return db.findOneBy(Termbase, { name })
  }

  /** `actor` is null for the sample that the program brings itself. */
  async create(actor: Actor | null, wanted: NewTermbase): Promise<TermbaseSummary> {
    const id = await this.database.inTransaction(async (db) => {
      const languages = checkedLanguages({ ...wanted, otherLanguages: wanted.otherLanguages ?? [] })
      const name = wanted.name.trim()
      await refuseTakenName(db, name)
      const { description = '', visibility = 'private', reopeningFields = [] } = wanted
      const values = { name, description, visibility, reopeningFields, ...languages, createdBy: actor?.id ?? null }
      const { id } = await db.save(Termbase, db.create(Termbase, values))
      await this.audit.record(db, actor, {
        action: 'create-termbase',
        subjectKind: 'termbase',
        subjectId: id,
        details: { name },
      })
      return id
    })
    return this.get(id)
  }

  async change(actor: Actor, id: string, changes: TermbaseChanges): Promise<TermbaseSummary> {
    await this.database.inTransaction(async (db) => {
      const termbase = await this.require(id, db)
      const name = changes.name?.trim()
      if (name && name !== termbase.name) await refuseTakenName(db, name)
      const { archived, ...said } = changes
      const languages = checkedLanguages({ ...termbase, ...withoutUndefined(changes) })
      await refuseUsedLanguages(db, id, termbase, languages)
      Object.assign(termbase, withoutUndefined(said), languages, name ? { name } : {})
      if (archived !== undefined) termbase.archivedAt = archived ? (termbase.archivedAt ?? new Date()) : null
      await db.save(Termbase, termbase)
      const details = { ...changes }
      await this.audit.record(db, actor, { action: 'change-termbase', subjectKind: 'termbase', subjectId: id, details })
    })
    return this.get(id)
  }

  /** With its documents, candidates and concepts. A termbase with releases stays: others may rely on their addresses. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (db) => {
      const { name } = await this.require(id, db)
      const { releases } = (await countsOf(db, [id])).get(id)!
      if (releases > 0)
        throw new DomainError('conflict', `"${name}" has ${releases} published releases, which are immutable.`, {
          remedy: 'Archive the termbase instead, and make it private, so that nobody outside reads it.',
        })
      await db.delete(Termbase, id)
      await this.audit.record(db, actor, {
        action: 'delete-termbase',
        subjectKind: 'termbase',
        subjectId: id,
        details: { name },
      })
    })
  }
}

async function refuseTakenName(db: Db, name: string): Promise<void> {
  if (await db.existsBy(Termbase, { name }))
    throw new DomainError('conflict', `There is a termbase "${name}" already.`, {
      remedy: 'Choose another name.',
      fields: { name: ['is taken'] },
    })
}

/** Rows of other features are counted by SQL here, because the number is all that is wanted of them. */
async function countsOf(db: Db, ids: string[]): Promise<Map<string, TermbaseCounts>> {
  const rows: CountRow[] = await db.query(
    `SELECT t.id,
       (SELECT count(*) FROM documents d WHERE d.termbase_id = t.id) AS documents,
       (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (
          SELECT state, count(*) AS n FROM candidates c WHERE c.termbase_id = t.id GROUP BY state) s) AS candidates,
       (SELECT count(*) FROM concepts c WHERE c.termbase_id = t.id AND c.status <> 'retired') AS concepts,
       (SELECT count(*) FROM concepts c WHERE c.termbase_id = t.id AND c.status = 'approved') AS approved,
       (SELECT count(*) FROM releases r WHERE r.termbase_id = t.id) AS releases
     FROM unnest($1::uuid[]) AS t (id)`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, counts(row)]))
}

interface CountRow {
  id: string
  documents: string
  candidates: Partial<TermbaseCounts['candidates']>
  concepts: string
  approved: string
  releases: string
}

function counts(row: CountRow): TermbaseCounts {
  const none = { proposed: 0, accepted: 0, rejected: 0, merged: 0, skipped: 0 }
  return {
    documents: Number(row.documents),
    candidates: { ...none, ...row.candidates },
    concepts: Number(row.concepts),
    approvedConcepts: Number(row.approved),
    releases: Number(row.releases),
  }
}

function summary(termbase: Termbase, counts: TermbaseCounts): TermbaseSummary {
  const { id, name, description, sourceLanguage, targetLanguage, otherLanguages } = termbase
  const { visibility, reopeningFields, archivedAt, createdAt } = termbase
  const languages = { sourceLanguage, targetLanguage, otherLanguages }
  return { id, name, description, ...languages, visibility, reopeningFields, archivedAt, createdAt, counts }
}

function withoutUndefined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
