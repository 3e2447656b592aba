import { Injectable } from '@nestjs/common'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Actor } from '../auth/roles.js'
import type { ConceptRecord } from '../releases/release-content.js'
import {
  byNearness,
  inReadingOrder,
  type MatchKind,
  type SearchMode,
  type SearchWay,
  selectLongest,
  type TermMatch,
} from '../matching/index.js'
import type { ReleaseNumber } from '../releases/release-number.js'
import { type ReleaseSummary, ReleasesService } from '../releases/releases.service.js'
import { DomainError } from '../shared/errors.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { answersIn, type TermAnswer, termAnswer } from './answer.js'
import { type CheckedSegment, checkSegments, type SegmentTerms } from './check-rules.js'
import { type OwnedTerm, speaks, termsOf } from './release-index.js'
import { ReleaseIndexes } from './release-indexes.js'

/** What is asked of which glossaries: without a termbase, of the newest release of all that one may read. */
export interface Scope {
  source: LanguageTag
  target: LanguageTag
  termbase?: string
  release?: ReleaseNumber
}

/** Which release an answer comes from. */
export interface Origin {
  termbase: string
  release: number
}

interface ConceptAnswer extends Origin {
  /** Id of the concept. */
  concept: string
  number: number
  subjectField: string | null
  definition: string | null
  source: TermAnswer
  targets: TermAnswer[]
}

export interface LookupAnswer extends ConceptAnswer {
  way: SearchWay
  similarity: number
  /** The term that was met, when it is not `source`: one of the target language was searched for. */
  matched?: TermAnswer
}

/** `start` and `end` (exclusive) in UTF-16 code units of the segment. */
export interface RecognizedTerm extends ConceptAnswer {
  start: number
  end: number
  text: string
  kind: MatchKind
  doubtful?: string
  contains: RecognizedTerm[]
}

/** A term of one release, met in a search or in a text. */
interface Met {
  release: ReleaseSummary
  concept: ConceptRecord
  owned: OwnedTerm
}

@Injectable()
export class LookupService {
  constructor(
    private readonly releases: ReleasesService,
    private readonly indexes: ReleaseIndexes,
  ) {}

  /** The terms that are, begin with, or are like `text`: of the source language first, then of the target language. */
  async lookup(
    actor: Actor | null,
    scope: Scope,
    text: string,
    { mode, limit }: { mode: SearchMode; limit: number },
  ): Promise<LookupAnswer[]> {
    const releases = await this.releasesFor(actor, scope)
    const inSource = await this.search(releases, scope, scope.source, text, { mode, limit })
    const known = new Set(inSource.map(({ concept }) => concept))
    const inTarget = await this.search(releases, scope, scope.target, text, { mode, limit })
    return [...inSource, ...inTarget.filter(({ concept }) => !known.has(concept))].slice(0, limit)
  }

  /** All terms in each segment. */
  async recognize(
    actor: Actor | null,
    scope: Scope,
    segments: string[],
    overlap: 'longest' | 'all',
  ): Promise<RecognizedTerm[][]> {
    const releases = await this.releasesFor(actor, scope)
    return this.recognizeIn(releases, scope, segments, overlap)
  }

  /** Whether translations keep to the glossary. */
  async check(
    actor: Actor | null,
    scope: Scope,
    segments: { source: string; target: string }[],
  ): Promise<CheckedSegment[]> {
    const releases = await this.releasesFor(actor, scope)
    const reversed = { ...scope, source: scope.target, target: scope.source }
    const sources = await this.recognizeIn(
      releases,
      scope,
      segments.map(({ source }) => source),
      'longest',
    )
    const targets = await this.recognizeIn(
      releases,
      reversed,
      segments.map(({ target }) => target),
      'all',
    )
    return checkSegments(sources.map((source, index): SegmentTerms => ({ source, target: targets[index]! })))
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

  private async search(
    releases: ReleaseSummary[],
    scope: Scope,
    language: LanguageTag,
    text: string,
    { mode, limit }: { mode: SearchMode; limit: number },
  ): Promise<LookupAnswer[]> {
    const answers: LookupAnswer[] = []
    for (const release of releases) {
      const index = await this.indexes.index(release, language)
      const found = index.matcher.search(text, { mode, limit })
      const met = await this.meet(
        release,
        language,
        found.map(({ id }) => id),
      )
      found.forEach(({ id, way, similarity }) => answers.push(lookupAnswer(met.get(id)!, scope, { way, similarity })))
    }
    const distinct = new Map<string, LookupAnswer>()
    for (const answer of answers.sort(bestFirst)) {
      const name = `${answer.concept} ${answer.release}`
      if (!distinct.has(name)) distinct.set(name, answer)
    }
    return [...distinct.values()].slice(0, limit)
  }

  private async recognizeIn(
    releases: ReleaseSummary[],
    scope: Scope,
    segments: string[],
    overlap: 'longest' | 'all',
  ): Promise<RecognizedTerm[][]> {
    const found: TermMatch<string>[][] = segments.map(() => [])
    const met = new Map<string, Met>()
    for (const [which, release] of releases.entries()) {
      const { matcher } = await this.indexes.index(release, scope.source)
      const matches = await inTurns(segments, (segment) => matcher.match(segment, { overlap: 'all' }))
      const terms = await this.meet(
        release,
        scope.source,
        matches.flat().flatMap(({ ids }) => ids),
      )
      const named = (id: number): string => `${which} ${id}`
      for (const [id, term] of terms) met.set(named(id), term)
      matches.forEach((all, index) =>
        found[index]!.push(...all.map((match) => ({ ...match, ids: match.ids.map(named), contains: [] }))),
      )
    }
    return found.map((matches) => {
      const ordered = matches.sort(inReadingOrder)
      return answersOf(overlap === 'all' ? ordered : selectLongest(ordered), met, scope)
    })
  }

  /** The terms behind the numbers of an index. */
  private async meet(release: ReleaseSummary, language: LanguageTag, terms: number[]): Promise<Map<number, Met>> {
    const index = await this.indexes.index(release, language)
    const concepts = await this.indexes.conceptsAt(
      release,
      terms.map((term) => index.place(term).position),
    )
    return new Map(
      terms.map((term) => {
        const { position, ordinal } = index.place(term)
        const concept = concepts.get(position)!
        return [term, { release, concept, owned: termsOf(concept)[ordinal]! }]
      }),
    )
  }
}

/** So long may one request hold up all others, in milliseconds. */
const longestTurn = 20

/** Maps many texts; other requests come in between. */
async function inTurns<T>(texts: string[], task: (text: string) => T): Promise<T[]> {
  const results: T[] = []
  let begin = performance.now()
  for (const text of texts) {
    if (performance.now() - begin > longestTurn) {
      await nextTurn()
      begin = performance.now()
    }
    results.push(task(text))
  }
  return results
}

/** One answer a concept: a form that two concepts share gives two, and a concept whose terms share a form gives one. */
function answersOf(matches: TermMatch<string>[], met: Map<string, Met>, scope: Scope): RecognizedTerm[] {
  return matches.flatMap(({ start, end, text, kind, doubtful, ids, contains }) => {
    const concepts = new Map<string, Met>()
    for (const id of ids) {
      const term = met.get(id)!
      const name = `${term.release.id} ${term.concept.id}`
      if (!concepts.has(name)) concepts.set(name, term)
    }
    return [...concepts.values()].map((term) => ({
      start,
      end,
      text,
      kind,
      ...(doubtful && { doubtful }),
      ...conceptAnswer(term, scope, termAnswer(term.owned, term.concept)),
      contains: answersOf(contains, met, scope),
    }))
  })
}

function lookupAnswer(met: Met, scope: Scope, nearness: { way: SearchWay; similarity: number }): LookupAnswer {
  const matched = termAnswer(met.owned, met.concept)
  if (speaks(matched.language, scope.source)) return { ...conceptAnswer(met, scope, matched), ...nearness }
  const source = answersIn(met.concept, scope.source)[0] ?? matched
  return { ...conceptAnswer(met, scope, source), ...nearness, matched }
}

function conceptAnswer({ release, concept }: Met, { target }: Scope, source: TermAnswer): ConceptAnswer {
  return {
    concept: concept.id,
    number: concept.number,
    termbase: release.termbaseId,
    release: release.number,
    subjectField: concept.subjectField,
    definition: definitionFor(concept, target),
    source,
    targets: answersIn(concept, target),
  }
}

/** The definition of the concept, or of the language that is asked for, or of any. */
function definitionFor({ definition, languages }: ConceptRecord, language: LanguageTag): string | null {
  const said = languages.filter((section) => section.definition !== null)
  return (
    definition ?? said.find((section) => speaks(section.language, language))?.definition ?? said[0]?.definition ?? null
  )
}

function bestFirst(one: LookupAnswer, other: LookupAnswer): number {
  const forbidden = (answer: LookupAnswer): number => Number((answer.matched ?? answer.source).forbidden)
  const preferred = (answer: LookupAnswer): number =>
    Number((answer.matched ?? answer.source).status !== 'preferredTerm-admn-sts')
  return (
    forbidden(one) - forbidden(other) ||
    byNearness(one, other) ||
    preferred(one) - preferred(other) ||
    one.number - other.number
  )
}
