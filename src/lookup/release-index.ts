import type { ConceptRecord, TermRecord } from '../releases/release-content.js'
import { buildMatcher, isAcronym, type Matcher, type MatcherTerm } from '../matching/index.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'

/** Where a term of a release stands: its concept, and its place among all terms of that concept. */
export interface TermPlace {
  position: number
  ordinal: number
}

/**
 * The terms of one release that may stand in a text of one language, ready to be found. Numbers only: what a concept says
 * stays in the database until it is asked for.
 */
export class ReleaseIndex {
  private readonly positions: Uint32Array
  private readonly ordinals: Uint16Array

  private constructor(
    readonly matcher: Matcher<number>,
    places: TermPlace[],
  ) {
    this.positions = Uint32Array.from(places, ({ position }) => position)
    this.ordinals = Uint16Array.from(places, ({ ordinal }) => ordinal)
  }

  /** `concepts` in the order of the release. */
  static async build(
    concepts: AsyncIterable<{ concept: ConceptRecord }>,
    language: LanguageTag,
  ): Promise<ReleaseIndex> {
    const places: TermPlace[] = []
    const terms: MatcherTerm<number>[] = []
    let position = 0
    for await (const { concept } of concepts) {
      for (const { term, ordinal } of termsInTexts(concept, language)) {
        terms.push({
          id: places.length,
          text: term.text,
          language,
          caseSensitive: term.caseSensitive,
          partOfSpeech: term.partOfSpeech,
        })
        places.push({ position, ordinal })
      }
      position++
    }
    return new ReleaseIndex(buildMatcher(terms), places)
  }

  get size(): number {
    return this.positions.length
  }

  place(term: number): TermPlace {
    return { position: this.positions[term]!, ordinal: this.ordinals[term]! }
  }
}

/** A term of a concept with the language it belongs to. */
export interface OwnedTerm {
  term: TermRecord
  language: LanguageTag
}

/** All terms of a concept, numbered in their order. */
export function termsOf(concept: ConceptRecord): OwnedTerm[] {
  return concept.languages.flatMap(({ language, terms }) => terms.map((term) => ({ term, language })))
}

/** `zh` finds what is said in `zh-Hant`, `en` what is said in `en-GB`, and the other way round. */
export function speaks(section: LanguageTag, asked: LanguageTag): boolean {
  return primaryLanguage(section) === primaryLanguage(asked)
}

/** What may stand in a text of the language: its own terms, and acronyms of others (SCO in a Chinese sentence). */
function termsInTexts(concept: ConceptRecord, language: LanguageTag): { term: TermRecord; ordinal: number }[] {
  const all = termsOf(concept).map((owned, ordinal) => ({ ...owned, ordinal }))
  const own = all.filter((owned) => speaks(owned.language, language))
  const known = new Set(own.map(({ term }) => term.text))
  const borrowed = all.filter(
    ({ term }) =>
      !known.has(term.text) && /^[\p{Script=Latin}\p{N}\p{P}\p{S}]+$/u.test(term.text) && isAcronym(term.text),
  )
  return [...own, ...borrowed.filter((owned) => !speaks(owned.language, language))]
}
