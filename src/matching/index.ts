/** The one matcher: lookup, recognition, check, highlighting and duplicate warnings all ask it. */
export { beginningLength, beginningsIn } from './beginnings.js'
export { isAcronym } from './capitals.js'
export { normaliseTerm } from './keys.js'
export { selectLongest } from './longest.js'
export { buildIndex, indexStamp, indexTree, type MatcherSet, openIndex, unpackedIndex } from './index-file.js'
export { likenessOf } from './likeness.js'
export { buildMatcher, inReadingOrder } from './matcher.js'
export {
  type ArrayTree,
  checkPacked,
  headLength,
  isPacked,
  packArrays,
  packedLength,
  unpackArrays,
} from './packed-arrays.js'
export { byNearness } from './term-search.js'
export {
  type FoundTerm,
  matchKinds,
  type Matcher,
  type MatcherTerm,
  type MatchKind,
  type MatchOptions,
  type SearchMode,
  searchModes,
  type SearchOptions,
  type SearchWay,
  searchWays,
  type TermId,
  type TermMatch,
} from './types.js'
