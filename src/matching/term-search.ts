import { keysWithWord } from './inner-words.js'
import { keysBeginning, type SortedKeys, termsOf, type TermsOfKeys } from './sorted-keys.js'
import { keyNamed, keysNear, slipsAllowed } from './spelling.js'
import type { TermArrays } from './term-index.js'
import { noKey } from './trie.js'
import { type FoundTerm, type SearchMode, type SearchOptions, searchWays, type SearchWay } from './types.js'

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

type Search = (index: TermArrays, query: TermQuery, limit: number) => Iterable<Finding>

/** However short the query, no more keys than these are looked at; the shortest of them are shown. */
const mostKeys = { prefix: 50_000, inside: 5_000 }

const searches: Record<SearchMode, Search[]> = {
  exact: [exactly],
  prefix: [exactly, byPrefix],
  fuzzy: [exactly, byForm, byInitials, byPrefix, bySpelling, inside],
}

/** The nearest terms, each once, in the nearest way it was met. */
export function searchTerms(index: TermArrays, query: TermQuery, { mode, limit }: Required<SearchOptions>): Finding[] {
  const best = new Map<number, Finding>()
  for (const search of searches[mode]) {
    for (const finding of search(index, query, limit)) if (!best.has(finding.term)) best.set(finding.term, finding)
  }
  return [...best.values()].sort(byNearness).slice(0, limit)
}

type Rank = Pick<FoundTerm, 'way' | 'similarity'>

export function byNearness(one: Rank, other: Rank): number {
  return searchWays.indexOf(one.way) - searchWays.indexOf(other.way) || other.similarity - one.similarity
}

function exactly({ written }: TermArrays, { key }: TermQuery): Finding[] {
  const found = keyNamed(written.trie, key)
  return found === noKey ? [] : findings(written, found, 'exact', 1)
}

function byForm({ forms }: TermArrays, { form, isForm }: TermQuery): Finding[] {
  const found = form === undefined ? noKey : keyNamed(forms.trie, form)
  return found === noKey ? [] : findings(forms, found, 'inflection', 0.95).filter(({ term }) => isForm(term))
}

function byInitials({ shorthands }: TermArrays, { key }: TermQuery, limit: number): Finding[] {
  if (!/^[a-z\d]{2,}$/.test(key)) return []
  return shortest(shorthands, shorthands.keys, beginning(shorthands.keys, key), { key, way: 'initials', limit })
}

function byPrefix({ written }: TermArrays, { key }: TermQuery, limit: number): Finding[] {
  return shortest(written, written.trie, beginning(written.trie, key), { key, way: 'prefix', limit })
}

/** With one slip; with more only where one leads nowhere, because each slip more is twenty times the work. */
function bySpelling({ written, innerWords }: TermArrays, { key, dense }: TermQuery): Finding[] {
  for (let allowed = 1; allowed <= slipsAllowed(key, { dense }); allowed++) {
    const found: Finding[] = []
    const find = (near: number, slips: number): void => {
      found.push(...findings(written, near, 'spelling', 1 - slips / key.length))
    }
    // Of thousands of first characters nearly all are wrong: those are looked for by what follows.
    const isHan = /^\p{Script=Han}{2}/u.test(key)
    keysNear(written.trie, key, { allowed, anchored: isHan || allowed > 1 }, find)
    if (isHan) for (const near of keysBegunWrongly(written.trie, innerWords, key)) find(near, 1)
    if (found.length > 0) return found
  }
  return []
}

/** Keys that differ from `text` in their first character alone, or in one more before it, and that no anchor reaches. */
function* keysBegunWrongly(trie: TermArrays['written']['trie'], innerWords: Uint32Array, text: string) {
  const { pool, keyStart } = trie
  const anchors = new Set([text.charCodeAt(0), text.charCodeAt(1)])
  for (const rest of [text.slice(1), text])
    for (const key of keysWithWord(trie, innerWords, rest, mostKeys.inside)) {
      const start = keyStart[key]!
      const isWhole = keyStart[key + 1]! - start === rest.length + 1
      if (isWhole && !anchors.has(pool[start]!) && endsWith(pool, start + 1, rest)) yield key
    }
}

function endsWith(pool: Uint16Array, from: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (pool[from + at] !== text.charCodeAt(at)) return false
  return true
}

function inside({ written, innerWords }: TermArrays, { key }: TermQuery, limit: number): Finding[] {
  const keys = new Set(keysWithWord(written.trie, innerWords, key, mostKeys.inside))
  return shortest(written, written.trie, keys, { key, way: 'inside', limit })
}

function* beginning(keys: SortedKeys, key: string): Generator<number, void, undefined> {
  const { first, last } = keysBeginning(keys, key)
  for (let found = first; found < Math.min(last, first + mostKeys.prefix); found++) yield found
}

/** The terms of the shortest keys, `limit` keys at most: the larger the share of the key that was typed, the nearer. */
function shortest(
  keyed: TermsOfKeys,
  { keyStart }: SortedKeys,
  found: Iterable<number>,
  { key, way, limit }: { key: string; way: SearchWay; limit: number },
): Finding[] {
  const length = (each: number): number => keyStart[each + 1]! - keyStart[each]!
  const best: number[] = []
  for (const each of found) {
    if (best.length === limit && length(best[limit - 1]!) <= length(each)) continue
    let at = best.length
    while (at > 0 && length(best[at - 1]!) > length(each)) at--
    best.splice(at, 0, each)
    if (best.length > limit) best.pop()
  }
  return best.flatMap((each) => findings(keyed, each, way, key.length / length(each)))
}

function findings(keyed: TermsOfKeys, key: number, way: SearchWay, similarity: number): Finding[] {
  return Array.from(termsOf(keyed, key), (term) => ({ term, way, similarity }))
}
