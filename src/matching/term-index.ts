import { stringOf } from './reading.js'
import { buildTrie, walk, type Trie } from './trie.js'
import type { MatcherTerm, TermId } from './types.js'

/** How the terms of a language become keys. */
export interface Keying<Id extends TermId> {
  /** The key a text is found by as it is written; the same for every spelling of one term. */
  key: (text: string) => string
  /** The key under which its inflected forms meet, made from its key; undefined when the term has none. */
  formKey: (term: MatcherTerm<Id>, key: string) => string | undefined
  /** Short hands one may search it by, made from its key. */
  shorthands: (key: string) => string[]
  traits: (term: MatcherTerm<Id>) => number
}

/** Terms by key: those of key k are terms[termStart[k] .. termStart[k + 1]). */
export interface KeyedTerms {
  trie: Trie
  termStart: Uint32Array
  terms: Uint32Array
}

/** The terms of one language in flat arrays. Inside, a term is its number, in the order in which the terms came. */
export class TermIndex<Id extends TermId> {
  private readonly ids: Id[] = []
  private readonly traits: Uint8Array
  private readonly texts: { pool: Uint16Array; start: Uint32Array }
  /** By the key of the text as it is written. */
  readonly written: KeyedTerms
  /** By the key under which inflected forms meet. */
  readonly forms: KeyedTerms
  readonly shorthands: KeyedTerms

  constructor(terms: Iterable<MatcherTerm<Id>>, { key, formKey, shorthands, traits }: Keying<Id>) {
    const texts: string[] = []
    const keys: string[][] = []
    const formKeys: string[][] = []
    const shorthandKeys: string[][] = []
    const traitsOf: number[] = []
    for (const term of terms) {
      const own = key(term.text)
      const form = formKey(term, own)
      this.ids.push(term.id)
      texts.push(term.text)
      keys.push(own ? [own] : [])
      formKeys.push(form ? [form] : [])
      shorthandKeys.push(shorthands(own))
      traitsOf.push(traits(term))
    }
    this.traits = Uint8Array.from(traitsOf)
    this.texts = pooled(texts)
    this.written = keyed(keys)
    this.forms = keyed(formKeys)
    this.shorthands = keyed(shorthandKeys)
  }

  get size(): number {
    return this.ids.length
  }

  id(term: number): Id {
    return this.ids[term]!
  }

  has(term: number, trait: number): boolean {
    return (this.traits[term]! & trait) !== 0
  }

  text(term: number): string {
    return stringOf(this.texts.pool, this.texts.start[term]!, this.texts.start[term + 1]!)
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

/** `keys[t]` are the keys of term t; a term without a key is found by none. */
function keyed(keys: string[][]): KeyedTerms {
  const counts = new Map<string, number>()
  for (const own of keys) for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1)
  const sorted = [...counts.keys()].sort()
  const termStart = new Uint32Array(sorted.length + 1)
  sorted.forEach((key, index) => {
    termStart[index + 1] = termStart[index]! + counts.get(key)!
    counts.set(key, termStart[index]!)
  })
  // From here on `counts` says where the next term of a key goes.
  const terms = new Uint32Array(termStart[sorted.length]!)
  keys.forEach((own, term) => {
    for (const key of own) {
      const place = counts.get(key)!
      terms[place] = term
      counts.set(key, place + 1)
    }
  })
  return { trie: buildTrie(sorted), termStart, terms }
}

function pooled(texts: string[]): { pool: Uint16Array; start: Uint32Array } {
  const start = new Uint32Array(texts.length + 1)
  texts.forEach((text, index) => (start[index + 1] = start[index]! + text.length))
  const pool = new Uint16Array(start[texts.length]!)
  texts.forEach((text, index) => {
    for (let at = 0; at < text.length; at++) pool[start[index]! + at] = text.charCodeAt(at)
  })
  return { pool, start }
}
