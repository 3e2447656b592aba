import { keysBeginning, keysContaining, keyNamed, keysNear, slipsAllowed } from './spelling.js'
import type { KeyedTerms, TermIndex } from './term-index.js'
import { noKey } from './trie.js'
import {
  type FoundTerm,
  type SearchMode,
  type SearchOptions,
  searchWays,
  type SearchWay,
  type TermId,
} from './types.js'

/** What is searched for, as the index of a language reads it. */
export interface TermQuery {
  key: string
  /** The key under which the inflected forms of the query meet. */
  form: string | undefined
  /** Is the query really a form of the term, and not of a word with the same stem? */
  isForm: (term: number) => boolean
  /** Written in a script where few characters make a word. */
  dense: boolean
}

export interface Finding {
  term: number
  way: SearchWay
  similarity: number
}

type Search = (index: TermIndex<TermId>, query: TermQuery) => Iterable<Finding>

/** However short the query, no more keys than these are looked at; the best of them are shown. */
const mostKeys = 5000

const searches: Record<SearchMode, Search[]> = {
  exact: [exactly],
  prefix: [exactly, byPrefix],
  fuzzy: [exactly, byForm, byInitials, byPrefix, bySpelling, inside],
}

/** The nearest terms, each once, in the nearest way it was met. */
export function searchTerms<Id extends TermId>(
  index: TermIndex<Id>,
  query: TermQuery,
  { mode, limit }: Required<SearchOptions>,
): Finding[] {
  const best = new Map<number, Finding>()
  for (const search of searches[mode]) {
    for (const finding of search(index, query)) if (!best.has(finding.term)) best.set(finding.term, finding)
  }
  return [...best.values()].sort(byNearness).slice(0, limit)
}

type Rank = Pick<FoundTerm, 'way' | 'similarity'>

export function byNearness(one: Rank, other: Rank): number {
  return searchWays.indexOf(one.way) - searchWays.indexOf(other.way) || other.similarity - one.similarity
}

function exactly({ written }: TermIndex<TermId>, { key }: TermQuery): Finding[] {
  return termsNamed(written, key).map((term) => ({ term, way: 'exact', similarity: 1 }))
}

function byForm({ forms }: TermIndex<TermId>, { form, isForm }: TermQuery): Finding[] {
  if (form === undefined) return []
  return termsNamed(forms, form)
    .filter(isForm)
    .map((term) => ({ term, way: 'inflection', similarity: 0.95 }))
}

function byInitials({ shorthands }: TermIndex<TermId>, { key }: TermQuery): Finding[] {
  if (!/^[a-z\d]{2,}$/.test(key)) return []
  return [...beginning(shorthands, key, 'initials')]
}

function byPrefix({ written }: TermIndex<TermId>, { key }: TermQuery): Iterable<Finding> {
  return beginning(written, key, 'prefix')
}

/** With one slip; with more only where one leads nowhere, because each slip more is twenty times the work. */
function bySpelling({ written }: TermIndex<TermId>, { key, dense }: TermQuery): Finding[] {
  for (let allowed = 1; allowed <= slipsAllowed(key, { dense }); allowed++) {
    const found: Finding[] = []
    keysNear(written.trie, key, { allowed, anchored: allowed > 1 }, (near, slips) => {
      for (const term of termsOf(written, near))
        found.push({ term, way: 'spelling', similarity: 1 - slips / key.length })
    })
    if (found.length > 0) return found
  }
  return []
}

function* inside({ written }: TermIndex<TermId>, { key }: TermQuery): Iterable<Finding> {
  for (const found of keysContaining(written.trie, key, mostKeys)) yield* withShare(written, found, key, 'inside')
}

function* beginning(keyed: KeyedTerms, key: string, way: SearchWay): Iterable<Finding> {
  const { first, last } = keysBeginning(keyed.trie, key)
  for (let found = first; found < Math.min(last, first + mostKeys); found++) yield* withShare(keyed, found, key, way)
}

/** The larger the share of the key that was typed, the nearer. */
function* withShare(keyed: KeyedTerms, found: number, key: string, way: SearchWay): Iterable<Finding> {
  const { keyStart } = keyed.trie
  const similarity = key.length / (keyStart[found + 1]! - keyStart[found]!)
  for (const term of termsOf(keyed, found)) yield { term, way, similarity }
}

function termsNamed(keyed: KeyedTerms, key: string): number[] {
  const found = keyNamed(keyed.trie, key)
  return found === noKey ? [] : [...termsOf(keyed, found)]
}

function termsOf({ termStart, terms }: KeyedTerms, key: number): Uint32Array {
  return terms.subarray(termStart[key], termStart[key + 1])
}
