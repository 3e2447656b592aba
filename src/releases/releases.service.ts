import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { AuditService } from '../auth/audit.service.js'
import { notSignedIn } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { type Matter, MatterService } from '../glossary/matter.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import type { ReleasedConcept } from './release-content.js'
import { copyEntries, type Watch, writeEntries } from './release-entries.js'
import { readEntries } from './read-entries.js'
import type { ReleaseNumber } from './release-number.js'
import { Release } from './release.entity.js'

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
  /** The older release whose content it brought back. */
  bringsBack: number | null
  /** The name of the termbase on that day; null in releases that are older than this. */
  title: string | null
}

export interface Publishing {
  note?: string
  /** Publish also when nothing differs from the newest release. */
  evenUnchanged?: boolean
  /** The number of an older release that is brought back instead of what is approved now. */
  from?: number
  /** What the release is known by inside; whoever may have to try again names it before. */
  id?: string
}

const unwatched = (): Watch => ({ progress() {}, signal: new AbortController().signal })

/** Two who publish at once want the same number; the one who was slower takes the next. */
const attempts = 5

/** What a release freezes, without who, when and why. */
type Content = Matter & Pick<ReleaseSummary, 'conceptCount' | 'termCount' | 'languages' | 'contentHash' | 'bringsBack'>

@Injectable()
export class ReleasesService {
  private readonly readers: ((release: ReleaseSummary) => Promise<void>)[] = []

  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly matter: MatterService,
    private readonly audit: AuditService,
  ) {}

  /** Freezes the approved concepts of the termbase, all as they are at one moment, under the next number. */
  async publish(
    actor: Actor,
    termbaseId: string,
    publishing: Publishing = {},
    watch: Watch = unwatched(),
  ): Promise<ReleaseSummary> {
    const wanted = { ...publishing, note: (publishing.note ?? '').trim() }
    const release = await this.publishInTurn(actor, termbaseId, wanted, watch)
    await Promise.allSettled(this.readers.map((reader) => reader(release)))
    return release
  }

  /** Every release of every termbase, for what is kept beside the database. */
  all(): Promise<{ id: string; isNewest: boolean }[]> {
    return this.database.db.query(
      `SELECT id, number = max(number) OVER (PARTITION BY termbase_id) AS "isNewest" FROM releases`,
    )
  }

  /** `reader` is told of each release that is published here, and publishing waits for it; if it fails the release stands. */
  whenPublished(reader: (release: ReleaseSummary) => Promise<void>): void {
    this.readers.push(reader)
  }

  private async publishInTurn(
    actor: Actor,
    termbaseId: string,
    publishing: Publishing & { note: string },
    watch: Watch,
  ): Promise<ReleaseSummary> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.inTransaction((db) => this.publishOnce(db, actor, termbaseId, publishing, watch))
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

  async withId(id: string): Promise<ReleaseSummary | null> {
    const [release] = await summaries(this.database.db, 'r.id = $1', [id])
    return release ?? null
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
    throw noSuchRelease(number)
  }

  async newestOf(termbaseId: string, db: Db = this.database.db): Promise<ReleaseSummary | null> {
    const [newest] = await summaries(db, 'r.termbase_id = $1 ORDER BY r.number DESC LIMIT 1', [termbaseId])
    return newest ?? null
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
  entries(release: Pick<ReleaseSummary, 'id'>, db: Db = this.database.db): AsyncGenerator<ReleasedConcept> {
    return readEntries(db, release.id)
  }

  /** What stands before and after the concepts of a release. */
  async matterOf(release: Pick<ReleaseSummary, 'id'>, db: Db = this.database.db): Promise<Matter> {
    const { header, backMatter } = await db.findOneByOrFail(Release, { id: release.id })
    return { header, backMatter: backMatter ?? [] }
  }

  private async publishOnce(
    db: Db,
    actor: Actor,
    termbaseId: string,
    publishing: Publishing & { note: string },
    watch: Watch,
  ): Promise<ReleaseSummary> {
    // Whoever edits meanwhile is in the next release.
    await db.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const { name } = await this.termbases.require(termbaseId, db)
    const newest = await this.newestOf(termbaseId, db)
    const id = publishing.id ?? randomUUID()
    const content =
      publishing.from === undefined
        ? await this.freeze(db, id, { id: termbaseId, name }, watch)
        : await this.bringBack(db, id, termbaseId, publishing.from)
    if (newest && !publishing.evenUnchanged && (await this.saysTheSame(db, newest, content)))
      throw nothingChanged(newest)
    watch.signal.throwIfAborted()
    const number = (newest?.number ?? 0) + 1
    const { note } = publishing
    const release = { ...content, header: content.header as never, backMatter: content.backMatter as never }
    await db.insert(Release, { id, termbaseId, number, note, authorId: actor.id, title: name, ...release })
    const { conceptCount, termCount, contentHash, bringsBack } = content
    await this.audit.record(db, actor, {
      action: 'publish-release',
      subjectKind: 'termbase',
      subjectId: termbaseId,
      details: { number, conceptCount, termCount, contentHash, ...(bringsBack && { bringsBack }) },
    })
    return (await summaries(db, 'r.id = $1', [id]))[0]!
  }

  private async freeze(
    db: Db,
    releaseId: string,
    { id: termbaseId, name }: { id: string; name: string },
    watch: Watch,
  ): Promise<Content> {
    const summary = await writeEntries(db, releaseId, termbaseId, watch)
    if (summary.conceptCount === 0) throw nothingToPublish(name)
    const { conceptCount, termCount, languages } = summary
    const counts = { conceptCount, termCount, languages, contentHash: summary.contentHash() }
    return { ...counts, ...(await this.matter.of(db, termbaseId)), bringsBack: null }
  }

  private async bringBack(db: Db, releaseId: string, termbaseId: string, from: number): Promise<Content> {
    const [older] = await summaries(db, 'r.termbase_id = $1 AND r.number = $2', [termbaseId, from])
    if (!older) throw noSuchRelease(from)
    await copyEntries(db, releaseId, older.id)
    const { conceptCount, termCount, languages, contentHash } = older
    const counts = { conceptCount, termCount, languages, contentHash }
    return { ...counts, ...(await this.matterOf(older, db)), bringsBack: from }
  }

  private async saysTheSame(db: Db, newest: ReleaseSummary, { contentHash, header, backMatter }: Content) {
    const before = await this.matterOf(newest, db)
    return newest.contentHash === contentHash && isDeepStrictEqual(before, { header, backMatter })
  }

  async isPublic(termbaseId: string): Promise<boolean> {
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
       r.content_hash AS "contentHash", r.languages, r.brings_back AS "bringsBack", r.title
     FROM releases r JOIN users u ON u.id = r.author_id JOIN termbases t ON t.id = r.termbase_id WHERE ${condition}`,
    values,
  )
}

function noSuchRelease(number: ReleaseNumber): DomainError {
  return new DomainError(
    'not-found',
    number === 'latest' ? 'Nothing has been published yet.' : `There is no release ${number}.`,
    { remedy: 'The list of releases tells which there are.' },
  )
}

function nothingChanged({ number }: ReleaseSummary): DomainError {
  return new DomainError('conflict', `Nothing has changed since release ${number}.`, {
    remedy: 'Approve or change concepts first, or publish all the same with evenUnchanged (--even-unchanged).',
    extra: { unchangedSince: number },
  })
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
