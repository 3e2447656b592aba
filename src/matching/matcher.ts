import { primaryLanguage } from '../shared/language-tag.js'
import { indexLanguage, LanguageMatcher, type Hit } from './language-matcher.js'
import { selectLongest } from './longest.js'
import { byNearness } from './term-search.js'
import { matchKinds, type Matcher, type MatcherTerm, type TermId, type TermMatch } from './types.js'

/** Indexes `terms` and matches them. Each language is read by its own rules, over the same text. */
export function buildMatcher<Id extends TermId>(terms: Iterable<MatcherTerm<Id>>): Matcher<Id> {
  const ids: Id[] = []
  const numbered = Array.from(terms, ({ id, ...term }) => ({ ...term, id: ids.push(id) - 1 }))
  const matchers = [...byLanguage(numbered)].map(
    ([language, own]) => new LanguageMatcher(language, indexLanguage(language, own)),
  )
  const { size, match, search } = joinMatchers(matchers)
  const named = ({ ids: numbers, contains, ...rest }: TermMatch<number>): TermMatch<Id> => ({
    ...rest,
    ids: [...new Set(numbers.map((number) => ids[number]!))],
    contains: contains.map(named),
  })
  return {
    size,
    match: (text, options) => match(text, options).map(named),
    search: (text, options) => search(text, options).map((found) => ({ ...found, id: ids[found.id]! })),
  }
}

/** Asks several languages, and answers as one. */
export function joinMatchers(matchers: LanguageMatcher[]): Matcher<number> {
  return {
    size: matchers.reduce((sum, matcher) => sum + matcher.size, 0),
    match(text, { overlap = 'longest' } = {}) {
      const matches = grouped(
        matchers.flatMap((matcher) => matcher.hits(text)),
        text,
      )
      return overlap === 'all' ? matches : selectLongest(matches)
    },
    search(text, { mode = 'exact', limit = 20 } = {}) {
      const found = matchers.flatMap((matcher) => matcher.search(text, { mode, limit }))
      return found.sort(byNearness).slice(0, limit)
    },
  }
}

export function byLanguage<Id extends TermId>(terms: Iterable<MatcherTerm<Id>>): Map<string, MatcherTerm<Id>[]> {
  const languages = new Map<string, MatcherTerm<Id>[]>()
  for (const term of terms) {
    const language = primaryLanguage(term.language)
    const known = languages.get(language)
    if (known) known.push(term)
    else languages.set(language, [term])
  }
  return languages
}

/** Hits on the same span with the same kind and the same doubt are one match with several ids. */
function grouped(hits: Hit[], text: string): TermMatch<number>[] {
  const matches: TermMatch<number>[] = []
  const bySpan = new Map<number, TermMatch<number>[]>()
  for (const { start, end, id, kind, doubtful } of hits) {
    const span = start * (text.length + 1) + end
    const there = bySpan.get(span)
    const same = there?.find((match) => match.kind === kind && match.doubtful === doubtful)
    if (same) {
      if (!same.ids.includes(id)) same.ids.push(id)
      continue
    }
    const match: TermMatch<number> = { start, end, text: text.slice(start, end), ids: [id], kind, contains: [] }
    if (doubtful) match.doubtful = doubtful
    matches.push(match)
    if (there) there.push(match)
    else bySpan.set(span, [match])
  }
  return matches.sort(inReadingOrder)
}

/** By place; of those that begin together the longest first, then the one that is nearest to its term. */
export function inReadingOrder(a: TermMatch, b: TermMatch): number {
  return a.start - b.start || b.end - a.end || nearness(b) - nearness(a)
}

/** The smaller the difference to the term, the nearer; a doubtful match is farther than all others. */
function nearness({ kind, doubtful }: TermMatch): number {
  return matchKinds.indexOf(kind) - (doubtful ? matchKinds.length : 0)
}
