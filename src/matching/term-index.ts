import { innerWords } from './inner-words.js'
import { stringOf } from './reading.js'
import { keyAt, pooled, type SortedKeys, termsByKey, type TermsOfKeys, termsOf } from './sorted-keys.js'
import { buildTrie, noKey, walk, type Trie } from './trie.js'
import type { MatcherTerm } from './types.js'

/** How the terms of a language become keys. */
export interface Keying {
  /** The key a text is found by as it is written; the same for every spelling of one term. */
  key: (text: string) => string
  /** The key under which its inflected forms meet, made from its key; undefined when the term has none. */
  formKey: (term: MatcherTerm<number>, key: string) => string | undefined
  /** Short hands one may search it by, made from its key. */
  shorthands: (key: string) => string[]
  traits: (term: MatcherTerm<number>) => number
}

/** Keys of which the first to stand at a place of a text are wanted. */
export type KeyedTerms = TermsOfKeys & { trie: Trie }

/** The terms of one language in flat arrays, about 90 bytes a term. Inside, a term is its number in the order in which the terms came. */
export type TermArrays = {
  ids: Uint32Array
  traits: Uint8Array
  /** The key of each term as it is written, or `noKey`. */
  keyOfTerm: Int32Array
  /** The terms that are not written as their key is: their numbers, and what they are. */
  spelt: SortedKeys & { term: Uint32Array }
  /** By the key of the text as it is written. */
  written: KeyedTerms
  /** By the key under which inflected forms meet. */
  forms: KeyedTerms
  shorthands: TermsOfKeys & { keys: SortedKeys }
  /** Where words begin inside of written keys, in their order. */
  innerWords: Uint32Array
}

export function indexTerms(
  given: Iterable<MatcherTerm<number>>,
  { key, formKey, shorthands, traits }: Keying,
): TermArrays {
  const ids: number[] = []
  const keys: string[][] = []
  const formKeys: string[][] = []
  const shorthandKeys: string[][] = []
  const traitsOf: number[] = []
  const spelt: { term: number; text: string }[] = []
  for (const term of given) {
    const own = key(term.text)
    const form = formKey(term, own)
    if (own !== term.text) spelt.push({ term: ids.length, text: term.text })
    ids.push(term.id)
    keys.push(own ? [own] : [])
    formKeys.push(form ? [form] : [])
    shorthandKeys.push(shorthands(own))
    traitsOf.push(traits(term))
  }
  const written = keyed(keys)
  const { sorted, ...termsOfShorthands } = termsByKey(shorthandKeys)
  return {
    ids: Uint32Array.from(ids),
    traits: Uint8Array.from(traitsOf),
    keyOfTerm: keysOfTerms(written, ids.length),
    spelt: { ...pooled(spelt.map(({ text }) => text)), term: Uint32Array.from(spelt, ({ term }) => term) },
    written,
    forms: keyed(formKeys),
    shorthands: { ...termsOfShorthands, keys: pooled(sorted) },
    innerWords: innerWords(written.trie),
  }
}

/** What a matcher asks of a term. */
export class TermIndex {
  constructor(readonly arrays: TermArrays) {}

  get size(): number {
    return this.arrays.ids.length
  }

  id(term: number): number {
    return this.arrays.ids[term]!
  }

  has(term: number, trait: number): boolean {
    return (this.arrays.traits[term]! & trait) !== 0
  }

  key(term: number): string {
    const { keyOfTerm, written } = this.arrays
    const key = keyOfTerm[term]!
    return key === noKey ? '' : keyAt(written.trie, key)
  }

  /** Do the units [from, to) spell the key of the term? */
  isKey(term: number, units: Uint16Array, from: number, to: number): boolean {
    const { keyOfTerm, written } = this.arrays
    const { pool, keyStart } = written.trie
    const key = keyOfTerm[term]!
    const start = keyStart[key]!
    if (key === noKey || keyStart[key + 1]! - start !== to - from) return false
    for (let at = from; at < to; at++) if (units[at] !== pool[start + at - from]) return false
    return true
  }

  text(term: number): string {
    const { pool, keyStart, term: spelt } = this.arrays.spelt
    const at = placeOf(spelt, term)
    return at < 0 ? this.key(term) : stringOf(pool, keyStart[at]!, keyStart[at + 1]!)
  }
}

/** Calls `visit` with every term whose key begins at `start`, and with the place where the key ends. */
export function findTerms(
  { trie, termStart, terms }: KeyedTerms,
  { units, length, start }: { units: Uint16Array; length: number; start: number },
  visit: (term: number, end: number) => void,
): void {
  walk(trie, units, start, length, (key, end) => {
    for (let at = termStart[key]!; at < termStart[key + 1]!; at++) visit(terms[at]!, end)
  })
}

function keyed(keys: string[][]): KeyedTerms {
  const { sorted, termStart, terms } = termsByKey(keys)
  return { trie: buildTrie(sorted), termStart, terms }
}

function keysOfTerms(keyed: TermsOfKeys, size: number): Int32Array {
  const keys = new Int32Array(size).fill(noKey)
  for (let key = 0; key + 1 < keyed.termStart.length; key++) for (const term of termsOf(keyed, key)) keys[term] = key
  return keys
}

/** Where a number stands among sorted ones, or −1. */
function placeOf(sorted: Uint32Array, wanted: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] === wanted) return middle
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
