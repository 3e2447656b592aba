import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditService } from '../auth/audit.service.js'
import { notSignedIn } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import type { ConceptRecord } from '../glossary/concept-record.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import { type Matter, MatterService } from '../glossary/matter.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import { evidenceReferences } from './evidence-references.js'
import { ContentSummary, type ReleasedConcept } from './release-content.js'
import { diffOfReleases, type ReleaseDiff } from './release-diff.js'
import type { ReleaseNumber } from './release-number.js'
import { Release, ReleaseEntry } from './release.entity.js'

/** A release as others see it; the id and the termbase are for those inside. */
export interface ReleaseSummary {
  id: string
  termbaseId: string
  number: number
  note: string
  author: { id: string; name: string }
  publishedAt: Date
  conceptCount: number
  termCount: number
  contentHash: string
  languages: string[]
}

/** Written and read so many concepts at a time, so that memory stays flat. */
const batchSize = 500

/** Two who publish at once want the same number; the one who was slower takes the next. */
const attempts = 5

@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly concepts: ConceptsService,
    private readonly matter: MatterService,
    private readonly audit: AuditService,
  ) {}

  /** Freezes the approved concepts of the termbase, all as they are at one moment, under the next number. */
  async publish(actor: Actor, termbaseId: string, note = ''): Promise<ReleaseSummary> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.inTransaction((db) => this.publishOnce(db, actor, termbaseId, note.trim()))
      } catch (error) {
        if (attempt === attempts || !wasOvertaken(error)) throw error
      }
    }
  }

  /** Refuses a stranger unless anybody may read the termbase; a termbase that does not exist looks like a private one. */
  async requireReadable(actor: Actor | null, termbaseId: string): Promise<{ isPublic: boolean }> {
    const isPublic = await this.isPublic(termbaseId)
    if (!actor && !isPublic) throw notSignedIn()
    if (!isPublic) await this.termbases.require(termbaseId)
    return { isPublic }
  }

  /** Newest first. */
  async list(termbaseId: string): Promise<ReleaseSummary[]> {
    return summaries(this.database.db, 'r.termbase_id = $1 ORDER BY r.number DESC', [termbaseId])
  }

  async get(termbaseId: string, number: ReleaseNumber): Promise<ReleaseSummary> {
    const [release] =
      number === 'latest'
        ? await summaries(this.database.db, 'r.termbase_id = $1 ORDER BY r.number DESC LIMIT 1', [termbaseId])
        : await summaries(this.database.db, 'r.termbase_id = $1 AND r.number = $2', [termbaseId, number])
    if (release) return release
    throw new DomainError(
      'not-found',
      number === 'latest' ? 'Nothing has been published yet.' : `There is no release ${number}.`,
      {
        remedy: 'The list of releases tells which there are.',
      },
    )
  }

  /** The newest release of each termbase that the actor may read; strangers may read public ones. */
  async newestReadable(actor: Actor | null): Promise<ReleaseSummary[]> {
    const readable = actor ? 'true' : `t.visibility = 'public'`
    return summaries(
      this.database.db,
      `r.number = (SELECT max(number) FROM releases WHERE termbase_id = r.termbase_id) AND ${readable} ORDER BY t.created_at`,
      [],
    )
  }

  /** The concepts of a release in their order. */
  async *entries(release: Pick<ReleaseSummary, 'id'>): AsyncGenerator<ReleasedConcept> {
    for (let last = -1; ;) {
      const entries: (ReleasedConcept & { position: number })[] = await this.database.db.query(
        `SELECT position, concept, evidence FROM release_entries WHERE release_id = $1 AND position > $2 ORDER BY position LIMIT ${batchSize}`,
        [release.id, last],
      )
      if (entries.length === 0) return
      yield* entries
      last = entries.at(-1)!.position
    }
  }

  /** What stands before and after the concepts of a release. */
  async matterOf(release: Pick<ReleaseSummary, 'id'>): Promise<Matter> {
    const { header, backMatter } = await this.database.db.findOneByOrFail(Release, { id: release.id })
    return { header, backMatter: backMatter ?? [] }
  }

  /** Single concepts of a release by their position. */
  async conceptsAt(release: Pick<ReleaseSummary, 'id'>, positions: number[]): Promise<Map<number, ConceptRecord>> {
    const rows: { position: number; concept: ConceptRecord }[] = await this.database.db.query(
      `SELECT position, concept FROM release_entries WHERE release_id = $1 AND position = ANY($2)`,
      [release.id, positions],
    )
    return new Map(rows.map(({ position, concept }) => [position, concept]))
  }

  async diff(termbaseId: string, from: ReleaseNumber, to: ReleaseNumber): Promise<ReleaseDiff> {
    const [before, after] = await Promise.all([this.get(termbaseId, from), this.get(termbaseId, to)])
    const rows: { before: ConceptRecord | null; after: ConceptRecord | null }[] = await this.database.db.query(
      `SELECT a.concept AS before, b.concept AS after
       FROM (SELECT * FROM release_entries WHERE release_id = $1) a
       FULL JOIN (SELECT * FROM release_entries WHERE release_id = $2) b USING (concept_id)
       WHERE a.concept IS DISTINCT FROM b.concept
       ORDER BY (coalesce(b.concept, a.concept) ->> 'number')::bigint`,
      [before.id, after.id],
    )
    return diffOfReleases({ from: before.number, to: after.number }, rows)
  }

  private async publishOnce(db: Db, actor: Actor, termbaseId: string, note: string): Promise<ReleaseSummary> {
    // Whoever edits meanwhile is in the next release.
    await db.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const { name } = await this.termbases.require(termbaseId, db)
    const id = randomUUID()
    const summary = await this.writeEntries(db, id, this.concepts.approvedConcepts(termbaseId, db))
    if (summary.conceptCount === 0) throw nothingToPublish(name)
    const { conceptCount, termCount, languages } = summary
    const number = await nextNumber(db, termbaseId)
    const contentHash = summary.contentHash()
    await db.insert(Release, {
      id,
      termbaseId,
      number,
      note,
      authorId: actor.id,
      contentHash,
      conceptCount,
      termCount,
      languages,
      ...((await this.matter.of(db, termbaseId)) as object),
    })
    const details = { number, conceptCount, termCount, contentHash }
    await this.audit.record(db, actor, {
      action: 'publish-release',
      subjectKind: 'termbase',
      subjectId: termbaseId,
      details,
    })
    return (await summaries(db, 'r.id = $1', [id]))[0]!
  }

  private async writeEntries(
    db: Db,
    releaseId: string,
    concepts: AsyncIterable<ConceptRecord>,
  ): Promise<ContentSummary> {
    const summary = new ContentSummary()
    for await (const batch of inBatches(concepts)) {
      const evidence = await evidenceReferences(db, batch)
      const entries = batch.map((concept, index) => ({
        releaseId,
        position: summary.conceptCount + index,
        conceptId: concept.id,
        concept: concept as never,
        evidence: (evidence.get(concept.id) ?? []) as never,
      }))
      await db.insert(ReleaseEntry, entries)
      for (const concept of batch) summary.add(concept)
    }
    return summary
  }

  private async isPublic(termbaseId: string): Promise<boolean> {
    const rows: unknown[] = await this.database.db.query(
      `SELECT 1 FROM termbases WHERE id = $1 AND visibility = 'public'`,
      [termbaseId],
    )
    return rows.length > 0
  }
}

function summaries(db: Db, condition: string, values: unknown[]): Promise<ReleaseSummary[]> {
  return db.query(
    `SELECT r.id, r.termbase_id AS "termbaseId", r.number, r.note, json_build_object('id', u.id, 'name', u.name) AS author,
       r.published_at AS "publishedAt", r.concept_count AS "conceptCount", r.term_count AS "termCount",
       r.content_hash AS "contentHash", r.languages
     FROM releases r JOIN users u ON u.id = r.author_id JOIN termbases t ON t.id = r.termbase_id WHERE ${condition}`,
    values,
  )
}

async function nextNumber(db: Db, termbaseId: string): Promise<number> {
  const [{ next }] = await db.query(
    `SELECT coalesce(max(number), 0) + 1 AS next FROM releases WHERE termbase_id = $1`,
    [termbaseId],
  )
  return next
}

function nothingToPublish(name: string): DomainError {
  return new DomainError('conflict', `“${name}” has no approved concept, so there is nothing to publish.`, {
    remedy: 'Accept candidates or approve concepts first.',
  })
}

/** Somebody else took the number, or changed what the snapshot rests on (PostgreSQL's unique and serialization failures). */
function wasOvertaken(error: unknown): boolean {
  const { code, constraint } = (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {}
  return constraint === 'uq_releases_number' || code === '40001'
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
