import { stringOf } from './reading.js'

/** Distinct keys, one after the other in UTF-16 order; key k is pool[keyStart[k] .. keyStart[k + 1]). */
export type SortedKeys = {
  pool: Uint16Array
  keyStart: Uint32Array
}

/** Terms by key: those of key k are terms[termStart[k] .. termStart[k + 1]). */
export type TermsOfKeys = {
  termStart: Uint32Array
  terms: Uint32Array
}

/** `keys` must be sorted by UTF-16 units and distinct. */
export function pooled(keys: readonly string[]): SortedKeys {
  const keyStart = new Uint32Array(keys.length + 1)
  keys.forEach((key, index) => (keyStart[index + 1] = keyStart[index]! + key.length))
  const pool = new Uint16Array(keyStart[keys.length]!)
  keys.forEach((key, index) => {
    const start = keyStart[index]!
    for (let at = 0; at < key.length; at++) pool[start + at] = key.charCodeAt(at)
  })
  return { pool, keyStart }
}

export function keyAt({ pool, keyStart }: SortedKeys, key: number): string {
  return stringOf(pool, keyStart[key]!, keyStart[key + 1]!)
}

/** `keys[t]` are the keys of term t; a term without a key is found by none. */
export function termsByKey(keys: readonly (readonly string[])[]): TermsOfKeys & { sorted: string[] } {
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
  return { sorted, termStart, terms }
}

export function termsOf({ termStart, terms }: TermsOfKeys, key: number): Uint32Array {
  return terms.subarray(termStart[key], termStart[key + 1])
}

/** The range of keys that begin with `prefix`: [first, last). */
export function keysBeginning(keys: SortedKeys, prefix: string): { first: number; last: number } {
  return { first: lowerBound(keys, prefix), last: lowerBound(keys, `${prefix}\uFFFF`) }
}

/** The key that holds a unit of the pool. */
export function keyHolding({ keyStart }: SortedKeys, unit: number): number {
  let low = 0
  let high = keyStart.length - 1
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (keyStart[middle]! <= unit) low = middle
    else high = middle
  }
  return low
}

/** The first key that is not less than `text`. */
function lowerBound({ pool, keyStart }: SortedKeys, text: string): number {
  let low = 0
  let high = keyStart.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isLess(pool, keyStart[middle]!, keyStart[middle + 1]!, text)) low = middle + 1
    else high = middle
  }
  return low
}

/** Is pool[from .. to) less than `text`? */
export function isLess(pool: Uint16Array, from: number, to: number, text: string): boolean {
  const length = Math.min(to - from, text.length)
  for (let at = 0; at < length; at++) {
    const difference = pool[from + at]! - text.charCodeAt(at)
    if (difference !== 0) return difference < 0
  }
  return to - from < text.length
}
