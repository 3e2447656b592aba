import { isBoundary, other, unitClass } from './boundaries.js'
import { isLess, keyHolding, type SortedKeys } from './sorted-keys.js'

/**
 * Where words begin inside of keys, sorted by what stands from there to the end of the key: a suffix array of words
 * (Manber and Myers 1990), in which everything that contains a word is found by halving. Chinese begins a word anywhere.
 */
export function innerWords(keys: SortedKeys): Uint32Array {
  const { pool, keyStart } = keys
  const begins: number[] = []
  const ends: number[] = []
  for (let key = 0; key + 1 < keyStart.length; key++) {
    const end = keyStart[key + 1]!
    for (let at = keyStart[key]! + 1; at < end; at++) {
      if (unitClass(pool[at]!) === other || !isBoundary(pool, end, at)) continue
      begins.push(at)
      ends.push(end)
    }
  }
  const words = Uint32Array.from(begins)
  sortSuffixes(pool, words, Uint32Array.from(ends))
  return words
}

/** The keys that hold, but do not begin with, a word that begins with `text`: no more than `most`, each perhaps twice. */
export function* keysWithWord(
  keys: SortedKeys,
  words: Uint32Array,
  text: string,
  most: number,
): Generator<number, void, undefined> {
  const first = firstWord(keys, words, text)
  const last = Math.min(firstWord(keys, words, `${text}\uFFFF`), first + most)
  for (let at = first; at < last; at++) yield keyHolding(keys, words[at]!)
}

function firstWord(keys: SortedKeys, words: Uint32Array, text: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const begin = words[middle]!
    const end = keys.keyStart[keyHolding(keys, begin) + 1]!
    if (isLess(keys.pool, begin, end, text)) low = middle + 1
    else high = middle
  }
  return low
}

/** Ranges as short as this are sorted by insertion. */
const short = 12

/** Three-way radix quicksort (Bentley and Sedgewick 1997) of `begins` by pool[begin .. end); `ends` go with them. */
function sortSuffixes(pool: Uint16Array, begins: Uint32Array, ends: Uint32Array): void {
  const unit = (index: number, depth: number): number => {
    const at = begins[index]! + depth
    return at < ends[index]! ? pool[at]! + 1 : 0
  }
  const swap = (one: number, other: number): void => {
    const begin = begins[one]!
    begins[one] = begins[other]!
    begins[other] = begin
    const end = ends[one]!
    ends[one] = ends[other]!
    ends[other] = end
  }
  const precedes = (one: number, other: number, depth: number): boolean => {
    for (let at = depth; ; at++) {
      const difference = unit(one, at) - unit(other, at)
      if (difference !== 0) return difference < 0
      if (unit(one, at) === 0) return begins[one]! < begins[other]!
    }
  }
  const waiting: [low: number, high: number, depth: number][] = [[0, begins.length, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [low, high, depth] = next
    if (high - low <= short) {
      for (let index = low + 1; index < high; index++)
        for (let at = index; at > low && precedes(at, at - 1, depth); at--) swap(at, at - 1)
      continue
    }
    const pivot = unit((low + high) >>> 1, depth)
    let [less, more] = [low, high]
    for (let at = low; at < more;) {
      const difference = unit(at, depth) - pivot
      if (difference < 0) swap(less++, at++)
      else if (difference > 0) swap(at, --more)
      else at++
    }
    waiting.push([low, less, depth], [more, high, depth])
    if (pivot !== 0) waiting.push([less, more, depth + 1])
    else begins.subarray(less, more).sort()
  }
}
