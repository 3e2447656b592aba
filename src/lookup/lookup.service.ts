import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import type { SearchMode } from '../matching/index.js'
import { primaryLanguage } from '../shared/language-tag.js'
import {
  type AskedGlossary,
  check,
  type Direction,
  type LookupAnswer,
  lookUp,
  recognize,
  type RecognizedTerm,
} from './answers.js'
import type { CheckedSegment } from './check-rules.js'
import type { GlossaryDoor } from './glossary-door.js'
import { ReadableReleases, type WantedReleases } from './readable-releases.js'
import { ReleaseIndexes } from './release-indexes.js'

export type { LookupAnswer, Origin, RecognizedTerm } from './answers.js'

/** What is asked of which glossaries. */
export type Scope = Direction & WantedReleases

export interface LookupOptions {
  mode: SearchMode
  limit: number
  /** Where the text stands. */
  segment?: string
  /** What is not found is not counted. */
  typing?: boolean
}

/** A search that found nothing, in the termbases that were asked. Who asked is not said. */
export interface MissedLookup {
  termbases: string[]
  text: string
  direction: Direction
  /** Where it stands, if that was said. */
  segment?: string
}

@Injectable()
export class LookupService {
  private readonly listeners: ((miss: MissedLookup) => void)[] = []

  constructor(
    private readonly readable: ReadableReleases,
    private readonly indexes: ReleaseIndexes,
  ) {}

  /** The terms that are, begin with, or are like `text`. */
  async lookup(
    actor: Actor | null,
    scope: Scope,
    text: string,
    { segment, typing, ...options }: LookupOptions,
  ): Promise<LookupAnswer[]> {
    const glossaries = await this.glossaries(actor, scope)
    const answers = lookUp(glossaries, scope, text, options)
    // Who asks for a beginning is typing too.
    if (answers.length === 0 && !typing && options.mode !== 'prefix') this.missed(glossaries, scope, text, segment)
    return answers
  }

  /** `listener` is told of each search that found nothing, and must not take long. */
  whenMissed(listener: (miss: MissedLookup) => void): void {
    this.listeners.push(listener)
  }

  private missed(glossaries: AskedGlossary[], direction: Direction, text: string, segment?: string): void {
    const termbases = glossaries
      .filter(({ glossary }) => knowsBoth(glossary, direction))
      .map(({ origin }) => origin.termbase)
    for (const listener of this.listeners) listener({ termbases, text, direction, segment })
  }

  /** All terms in each segment. */
  async recognize(
    actor: Actor | null,
    scope: Scope,
    segments: string[],
    overlap: 'longest' | 'all',
  ): Promise<RecognizedTerm[][]> {
    return recognize(await this.glossaries(actor, scope), scope, segments, overlap)
  }

  /** Whether translations keep to the glossary. */
  async check(
    actor: Actor | null,
    scope: Scope,
    segments: { source: string; target: string }[],
  ): Promise<CheckedSegment[]> {
    return check(await this.glossaries(actor, scope), scope, segments)
  }

  /** The same questions, asked for somebody. */
  doorOf(actor: Actor | null): GlossaryDoor {
    return {
      lookup: (asked, text, options) => this.lookup(actor, asked, text, options),
      recognize: (asked, segments, overlap) => this.recognize(actor, asked, segments, overlap),
      check: (asked, segments) => this.check(actor, asked, segments),
    }
  }

  /** Opens the newest glossaries that the actor may read, so that nobody waits for them; what fails is told to who asks. */
  async warmUp(actor: Actor): Promise<void> {
    const releases = await this.readable.of(actor, {}).catch(() => [])
    for (const release of releases) await this.indexes.newestOf(release).catch(() => null)
  }

  private async glossaries(actor: Actor | null, scope: Scope): Promise<AskedGlossary[]> {
    const releases = await this.readable.of(actor, scope)
    const pinned = typeof scope.release === 'number'
    const opened = await Promise.all(
      releases.map((release) => (pinned ? this.indexes.of(release) : this.indexes.newestOf(release))),
    )
    return opened.map(({ release, glossary }) => ({
      origin: { termbase: release.termbaseId, release: release.number },
      glossary,
    }))
  }
}

/** In a glossary of other languages nobody would look for it. */
function knowsBoth({ languages }: AskedGlossary['glossary'], { source, target }: Direction): boolean {
  return [source, target].every((language) => languages.includes(primaryLanguage(language)))
}
