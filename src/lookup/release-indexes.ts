import { Injectable, type OnModuleInit } from '@nestjs/common'
import { access, constants, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Config } from '../config.js'
import { type ReleaseSummary, ReleasesService } from '../releases/releases.service.js'
import type { OpenGlossary } from './packed-release.js'
import { readInThread } from './read-index.js'
import { openFile, readOrBuild } from './release-files.js'
import { noteUse, removeUnused } from './unused-files.js'

/** Arrays of releases that are held open; the newest of all are held in any case. */
const mostBytes = 600e6

/** Below this many terms building takes less time than starting a thread. */
const smallRelease = 5000

/** An index that stays open is marked as used so often, in milliseconds. */
const useNotedEvery = 24 * 3600_000

interface Held {
  glossary: Promise<OpenGlossary>
  /** 0 until it is open. */
  bytes: number
  /** When its file was last marked as used. */
  notedAt: number
}

/** A release and the glossary in it. */
export interface ReleaseGlossary {
  release: ReleaseSummary
  glossary: OpenGlossary
}

/**
 * The glossaries of releases: built when a release is published, kept in the data folder, open while they are used. A
 * release never changes, so a file is never wrong, only missing, damaged or of older rules; then it is built again.
 */
@Injectable()
export class ReleaseIndexes implements OnModuleInit {
  /** By release, in the order in which they were last used. */
  private readonly held = new Map<string, Held>()
  /** By termbase: the newest that can answer. */
  private readonly newest = new Map<string, ReleaseGlossary>()
  private folder: Promise<string> | undefined

  constructor(
    private readonly config: Config,
    private readonly releases: ReleasesService,
  ) {}

  onModuleInit(): void {
    this.releases.whenPublished(async (release) => {
      await this.newestOf(release, { wait: true })
      await this.tidy()
    })
  }

  /** Removes the files of releases that are no more, and of older ones that nobody asks for. */
  async tidy(): Promise<void> {
    await removeUnused(await this.filesIn(), await this.releases.all())
  }

  private async fileOf({ id }: ReleaseSummary): Promise<string> {
    return path.join(await this.filesIn(), `${id}.terms`)
  }

  private filesIn(): Promise<string> {
    return (this.folder ??= writableFolder(this.config.dataFolder))
  }

  async of(release: ReleaseSummary): Promise<ReleaseGlossary> {
    const known = this.held.get(release.id)
    const held = known ?? this.open(release)
    this.held.delete(release.id)
    this.held.set(release.id, held)
    const glossary = await held.glossary
    if (Date.now() - held.notedAt > useNotedEvery) {
      held.notedAt = Date.now()
      void noteUse(await this.fileOf(release))
    }
    return { release, glossary }
  }

  /** `release` is the newest of its termbase. As long as its index is not there, the one before it answers. */
  async newestOf(release: ReleaseSummary, { wait = false } = {}): Promise<ReleaseGlossary> {
    const answering = this.newest.get(release.termbaseId)
    if (answering?.release.id === release.id) return answering
    const opening = this.of(release).then((opened) => {
      const { number } = this.newest.get(release.termbaseId)?.release ?? { number: 0 }
      if (number < release.number) this.newest.set(release.termbaseId, opened)
      return opened
    })
    if (wait || !answering || answering.release.number > release.number) return opening
    // Whoever asks next tries again.
    opening.catch(() => {})
    return answering
  }

  private open(release: ReleaseSummary): Held {
    const held: Held = { glossary: this.read(release), bytes: 0, notedAt: Date.now() }
    held.glossary.then(
      ({ arrays }) => {
        held.bytes = arrays.byteLength
        this.dropOldest()
      },
      () => this.held.delete(release.id),
    )
    return held
  }

  private async read(release: ReleaseSummary): Promise<OpenGlossary> {
    const file = await this.fileOf(release)
    await noteUse(file)
    const order = { file, databaseUrl: this.config.databaseUrl!, releaseId: release.id }
    const arrays =
      release.termCount < smallRelease
        ? await readOrBuild(file, () => this.concepts(release))
        : await readInThread(order)
    return openFile(file, arrays)
  }

  private async *concepts(release: ReleaseSummary) {
    for await (const { concept } of this.releases.entries(release)) yield concept
  }

  private dropOldest(): void {
    let bytes = [...this.held.values()].reduce((sum, held) => sum + held.bytes, 0)
    const inUse = new Set([...this.newest.values()].map(({ release }) => release.id))
    for (const [name, held] of [...this.held].slice(0, -1)) {
      if (bytes <= mostBytes) return
      if (held.bytes === 0 || inUse.has(name)) continue
      bytes -= held.bytes
      this.held.delete(name)
    }
  }
}

/** Inside the data folder; where that may not be written, as in a container, in the folder for temporary files. */
async function writableFolder(dataFolder: string): Promise<string> {
  const wanted = path.resolve(dataFolder, 'indexes')
  try {
    await mkdir(wanted, { recursive: true })
    await access(wanted, constants.W_OK)
    return wanted
  } catch {
    return path.join(tmpdir(), 'termloom-indexes')
  }
}
