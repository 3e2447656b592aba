import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import type { SearchMode } from '../matching/index.js'
import type { ReleaseNumber } from '../releases/release-number.js'
import { type ReleaseSummary, ReleasesService } from '../releases/releases.service.js'
import { DomainError } from '../shared/errors.js'
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
import { ReleaseIndexes } from './release-indexes.js'

export type { LookupAnswer, Origin, RecognizedTerm } from './answers.js'

/** What is asked of which glossaries: without a termbase, of the newest release of all that one may read. */
export interface Scope extends Direction {
  termbase?: string
  release?: ReleaseNumber
}

@Injectable()
export class LookupService {
  constructor(
    private readonly releases: ReleasesService,
    private readonly indexes: ReleaseIndexes,
  ) {}

  /** The terms that are, begin with, or are like `text`. */
  async lookup(
    actor: Actor | null,
    scope: Scope,
    text: string,
    options: { mode: SearchMode; limit: number },
  ): Promise<LookupAnswer[]> {
    return lookUp(await this.glossaries(actor, scope), scope, text, options)
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

  /** A release that is named must be readable; without a name, whatever is. */
  async releasesFor(
    actor: Actor | null,
    { termbase, release = 'latest' }: Pick<Scope, 'termbase' | 'release'>,
  ): Promise<ReleaseSummary[]> {
    if (termbase === undefined) return this.releasesAnywhere(actor, release)
    await this.releases.requireReadable(actor, termbase)
    return [await this.releases.get(termbase, release)]
  }

  private async glossaries(actor: Actor | null, scope: Scope): Promise<AskedGlossary[]> {
    const releases = await this.releasesFor(actor, scope)
    const pinned = typeof scope.release === 'number'
    const opened = await Promise.all(
      releases.map((release) => (pinned ? this.indexes.of(release) : this.indexes.newestOf(release))),
    )
    return opened.map(({ release, glossary }) => ({
      origin: { termbase: release.termbaseId, release: release.number },
      glossary,
    }))
  }

  /** The newest of all termbases; a certain one only where there is no doubt which termbase is meant. */
  private async releasesAnywhere(actor: Actor | null, release: ReleaseNumber): Promise<ReleaseSummary[]> {
    const newest = await this.releases.newestReadable(actor)
    if (release === 'latest') return newest
    if (newest.length === 1) return [await this.releases.get(newest[0]!.termbaseId, release)]
    throw new DomainError('invalid-input', 'Several termbases have releases of that number.', {
      remedy: 'Say which one you mean with termbase.',
      fields: { termbase: ['is needed with release'] },
    })
  }
}
