/** The one matcher: lookup, recognition, check, highlighting and duplicate warnings all ask it. */
export { normaliseTerm } from './keys.js'
export { buildMatcher } from './matcher.js'
export {
  matchKinds,
  type Matcher,
  type MatcherTerm,
  type MatchKind,
  type MatchOptions,
  type TermId,
  type TermMatch,
} from './types.js'
