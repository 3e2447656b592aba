import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { Config } from '../config.js'
import { Database } from '../database/database.js'
import { type ReleaseSummary, ReleasesService } from '../releases/releases.service.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { shelveInThread } from './shelve-in-thread.js'
import { type Shelf, shelvesOf } from './shelves.js'

/** Below this many terms sorting takes less time than starting a thread. */
const smallRelease = 5000

/** Of so many releases the headings are held in memory. */
const mostKnown = 50

/** A heading with how many headwords stand under it. */
export interface Heading {
  heading: string
  count: number
}

/** The orders that the headwords of a language are shelved in, each with its headings. */
export interface Catalogue {
  language: LanguageTag
  ordering: string
  headings: Heading[]
}

/** Where a headword stands: the place of its concept in the release, and of the term in its section. */
export interface Placed {
  entry: number
  term: number
}

/** The sorted headwords of releases: made when they are first asked for, or when a public termbase publishes, and kept. */
@Injectable()
export class ShelvesService implements OnModuleInit {
  private readonly log = new Logger('site')
  private readonly making = new Map<string, Promise<void>>()
  /** Of releases that have been asked for; a release never changes. */
  private readonly known = new Map<string, Catalogue[]>()

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly releases: ReleasesService,
  ) {}

  onModuleInit(): void {
    // Not waited for: who publishes needs no site, and who visits it too early is told to wait.
    this.releases.whenPublished(async (release) => {
      if (await this.releases.isPublic(release.termbaseId))
        void this.prepare(release).catch((error: unknown) => this.log.error(String(error)))
    })
  }

  /** What there is to browse; null as long as the headwords are still being sorted. */
  async catalogue(release: ReleaseSummary, patienceMs = 2000): Promise<Catalogue[] | null> {
    const known = this.known.get(release.id) ?? (await this.read(release.id))
    if (known) return known
    const soon = new Promise<'later'>((resolve) => setTimeout(resolve, patienceMs, 'later').unref())
    if ((await Promise.race([this.prepare(release), soon])) === 'later') return null
    return this.read(release.id)
  }

  /** Some headwords under a heading, in their order. */
  async placedUnder(
    releaseId: string,
    { language, ordering, heading }: { language: LanguageTag; ordering: string; heading: string },
    { from, limit }: { from: number; limit: number },
  ): Promise<Placed[]> {
    const rows: { entries: number[]; terms: number[] }[] = await this.database.db.query(
      `SELECT entries[$5::int:$6::int] AS entries, terms[$5::int:$6::int] AS terms FROM release_shelves
       WHERE release_id = $1 AND language = $2 AND ordering = $3 AND heading = $4`,
      [releaseId, language, ordering, heading, from + 1, from + limit],
    )
    return rows.flatMap(({ entries, terms }) => entries.map((entry, i) => ({ entry, term: terms[i]! })))
  }

  private async read(releaseId: string): Promise<Catalogue[] | null> {
    const rows: (Heading & { language: string; ordering: string })[] = await this.database.db.query(
      `SELECT language, ordering, heading, count FROM release_shelves WHERE release_id = $1 ORDER BY language, ordering, position`,
      [releaseId],
    )
    if (rows.length === 0) return null
    const catalogues = new Map<string, Catalogue>()
    for (const { language, ordering, heading, count } of rows) {
      const key = `${language} ${ordering}`
      const catalogue = catalogues.get(key) ?? { language, ordering, headings: [] }
      catalogues.set(key, catalogue)
      catalogue.headings.push({ heading, count })
    }
    if (this.known.size >= mostKnown) this.known.clear()
    this.known.set(releaseId, [...catalogues.values()])
    return [...catalogues.values()]
  }

  /** Of two who ask at the same moment, both wait for the same. */
  private prepare(release: ReleaseSummary): Promise<void> {
    const running = this.making.get(release.id)
    if (running) return running
    const making = this.make(release).finally(() => this.making.delete(release.id))
    this.making.set(release.id, making)
    return making
  }

  private async make(release: ReleaseSummary): Promise<void> {
    const shelves =
      release.termCount < smallRelease
        ? await shelvesOf(this.concepts(release))
        : await shelveInThread({ databaseUrl: this.config.databaseUrl!, releaseId: release.id })
    await this.keep(release.id, shelves)
  }

  private async *concepts(release: ReleaseSummary) {
    for await (const { concept } of this.releases.entries(release)) yield concept
  }

  /** Another process may have been faster with the same. */
  private async keep(releaseId: string, shelves: Shelf[]): Promise<void> {
    await this.database.inTransaction(async (db) => {
      let position = 0
      for (const { language, ordering, heading, entries, terms } of shelves)
        await db.query(
          `INSERT INTO release_shelves (release_id, language, ordering, position, heading, count, entries, terms)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
          [releaseId, language, ordering, position++, heading, entries.length, entries, terms],
        )
    })
  }
}
