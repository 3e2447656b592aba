import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import type { ReleaseNumber } from '../releases/release-number.js'
import { type ReleaseSummary, ReleasesService } from '../releases/releases.service.js'
import { DomainError } from '../shared/errors.js'

/** Which release of which termbase is meant; without a termbase, the newest of all that one may read. */
export interface WantedReleases {
  termbase?: string
  release?: ReleaseNumber
}

/** So long it may take until others see that a termbase was opened, closed, or published by another process, in milliseconds. */
const rememberedFor = 1000

/** Distinct questions that are remembered. */
const mostRemembered = 10_000

/** Finds the releases that are meant, and remembers for a moment: hundreds of requests a second ask the same. */
@Injectable()
export class ReadableReleases implements OnModuleInit {
  private readonly remembered = new Map<string, { at: number; releases: Promise<ReleaseSummary[]> }>()

  constructor(private readonly releases: ReleasesService) {}

  onModuleInit(): void {
    this.releases.whenPublished(async () => this.remembered.clear())
  }

  /** A release that is named must be readable, or it is refused; without a name, whatever is. */
  async of(actor: Actor | null, { termbase, release = 'latest' }: WantedReleases): Promise<ReleaseSummary[]> {
    const question = `${actor ? 'somebody' : 'a stranger'} ${termbase ?? '*'} ${release}`
    const known = this.remembered.get(question)
    if (known && performance.now() - known.at < rememberedFor) return known.releases
    const releases = this.find(actor, termbase, release)
    if (this.remembered.size >= mostRemembered) this.remembered.clear()
    this.remembered.set(question, { at: performance.now(), releases })
    releases.catch(() => this.remembered.delete(question))
    return releases
  }

  private async find(
    actor: Actor | null,
    termbase: string | undefined,
    release: ReleaseNumber,
  ): Promise<ReleaseSummary[]> {
    if (termbase === undefined) return this.anywhere(actor, release)
    await this.releases.requireReadable(actor, termbase)
    return [await this.releases.get(termbase, release)]
  }

  /** The newest of all termbases; a certain one only where there is no doubt which termbase is meant. */
  private async anywhere(actor: Actor | null, release: ReleaseNumber): Promise<ReleaseSummary[]> {
    const newest = await this.releases.newestReadable(actor)
    if (release === 'latest') return newest
    if (newest.length === 1) return [await this.releases.get(newest[0]!.termbaseId, release)]
    throw new DomainError('invalid-input', 'Several termbases have releases of that number.', {
      remedy: 'Say which one you mean with termbase.',
      fields: { termbase: ['is needed with release'] },
    })
  }
}
