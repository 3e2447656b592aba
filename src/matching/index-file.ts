import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { indexLanguage, LanguageMatcher } from './language-matcher.js'
import { byLanguage, joinMatchers } from './matcher.js'
import { type ArrayTree, packArrays, unpackArrays } from './packed-arrays.js'
import type { TermArrays } from './term-index.js'
import type { Matcher, MatcherTerm } from './types.js'

/** Raised with every change to how texts become keys; the tables of Unicode change with Node.js. */
const rules = 3
export const indexStamp = `terms ${rules} unicode ${process.versions.unicode}`

/** The matchers of an index: of all its languages together, and of each by itself. Ids are the numbers they were built with. */
export interface MatcherSet extends Matcher<number> {
  /** Primary languages, such as `zh`. */
  readonly languages: LanguageTag[]
  /** For texts of that language only; one that finds nothing when the index has none of it. */
  in(language: LanguageTag): Matcher<number>
}

/** The index of `terms` as bytes: to be kept, read in one go, and opened in any thread. */
export function buildIndex(terms: Iterable<MatcherTerm<number>>): Uint8Array<ArrayBuffer> {
  return packArrays(indexTree(terms), indexStamp)
}

/** Opens what `buildIndex` made, in place. Throws a DomainError when it is none, damaged, or made by other rules. */
export function openIndex(buffer: ArrayBufferLike): MatcherSet {
  return unpackedIndex(unpackArrays(buffer, indexStamp))
}

/** The arrays of an index, to be packed with others. */
export function indexTree(terms: Iterable<MatcherTerm<number>>): ArrayTree {
  return Object.fromEntries([...byLanguage(terms)].map(([language, own]) => [language, indexLanguage(language, own)]))
}

export function unpackedIndex(tree: ArrayTree): MatcherSet {
  const matchers = new Map(
    Object.entries(tree).map(([language, arrays]) => [
      language,
      new LanguageMatcher(language, arrays as unknown as TermArrays),
    ]),
  )
  const single = new Map([...matchers].map(([language, matcher]) => [language, joinMatchers([matcher])]))
  return {
    ...joinMatchers([...matchers.values()]),
    languages: [...matchers.keys()],
    in: (language) => single.get(primaryLanguage(language)) ?? nothing,
  }
}

const nothing: Matcher<number> = joinMatchers([])
