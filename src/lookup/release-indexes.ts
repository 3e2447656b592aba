import { Injectable } from '@nestjs/common'
import type { ConceptRecord } from '../releases/release-content.js'
import { type ReleaseSummary, ReleasesService } from '../releases/releases.service.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { ReleaseIndex } from './release-index.js'

/** About 60 bytes a term. */
const mostTerms = 3_000_000
const mostConcepts = 50_000

interface Kept {
  index: Promise<ReleaseIndex>
  /** 0 while it is being built. */
  size: number
}

/** Indexes and concepts of releases, built when they are first asked for and kept while they are used. A release never changes. */
@Injectable()
export class ReleaseIndexes {
  /** Both in the order in which they were last used. */
  private readonly indexes = new Map<string, Kept>()
  private readonly concepts = new Map<string, ConceptRecord>()

  constructor(private readonly releases: ReleasesService) {}

  /** For texts of one language; all who ask while it is being built wait for the same one. */
  async index(release: ReleaseSummary, language: LanguageTag): Promise<ReleaseIndex> {
    const name = `${release.id} ${primaryLanguage(language)}`
    const kept = this.indexes.get(name) ?? this.build(release, language, name)
    use(this.indexes, name, kept)
    return kept.index
  }

  async conceptsAt(release: ReleaseSummary, positions: Iterable<number>): Promise<Map<number, ConceptRecord>> {
    const wanted = [...new Set(positions)]
    const name = (position: number): string => `${release.id} ${position}`
    const missing = wanted.filter((position) => !this.concepts.has(name(position)))
    const read =
      missing.length > 0 ? await this.releases.conceptsAt(release, missing) : new Map<number, ConceptRecord>()
    const found = wanted.map(
      (position) => [position, read.get(position) ?? this.concepts.get(name(position))!] as const,
    )
    for (const [position, concept] of found) use(this.concepts, name(position), concept)
    for (const oldest of this.concepts.keys()) {
      if (this.concepts.size <= mostConcepts) break
      this.concepts.delete(oldest)
    }
    return new Map(found)
  }

  private build(release: ReleaseSummary, language: LanguageTag, name: string): Kept {
    const kept: Kept = { index: ReleaseIndex.build(this.releases.entries(release), language), size: 0 }
    kept.index.then(
      ({ size }) => {
        kept.size = size
        this.forgetOldest()
      },
      () => this.indexes.delete(name),
    )
    return kept
  }

  private forgetOldest(): void {
    let terms = [...this.indexes.values()].reduce((sum, { size }) => sum + size, 0)
    for (const [name, { size }] of this.indexes) {
      if (terms <= mostTerms || this.indexes.size === 1) return
      this.indexes.delete(name)
      terms -= size
    }
  }
}

function use<T>(cache: Map<string, T>, name: string, value: T): void {
  cache.delete(name)
  cache.set(name, value)
}
