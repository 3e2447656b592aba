import { childOf, noKey, type Trie } from './trie.js'

/** An accent that is missing or too many is a smaller slip than another letter. */
const accentCost = 0.4

/** How many slips a search may hold: none in one or two letters, where every other word would be near. */
export function slipsAllowed(key: string, { dense }: { dense: boolean }): number {
  const length = key.length
  // A Chinese character says as much as a syllable does.
  if (dense) return length < 3 ? 0 : length < 7 ? 1 : 2
  return length < 3 ? 0 : length < 6 ? 1 : 2
}

/**
 * Every key within `allowed` slips of `wanted`: a letter too many, missing, wrong, or two neighbours swapped (optimal
 * string alignment). The trie is walked once; a branch is left as soon as none of its keys can be near enough.
 */
export function keysNear(
  trie: Trie,
  wanted: string,
  allowed: number,
  visit: (key: number, slips: number) => void,
): void {
  const target = Uint16Array.from(wanted, (letter) => letter.charCodeAt(0))
  const bases = Uint16Array.from(target, baseLetter)
  const width = target.length + 1
  const first = Float32Array.from({ length: width }, (_, column) => column)
  const path: number[] = []
  const rows: Float32Array[] = [first]

  const descend = (node: number): void => {
    const depth = path.length
    const start = trie.labelStart[node]!
    let near = true
    for (let index = 0; near && index < trie.labelLength[node]!; index++) near = step(trie.pool[start + index]!)
    if (near) {
      const slips = rows[path.length]![width - 1]!
      if (trie.key[node] !== noKey && slips <= allowed) visit(trie.key[node]!, slips)
      for (let child = trie.firstChild[node]!; child < trie.firstChild[node + 1]!; child++) descend(child)
    }
    path.length = depth
  }

  /** Adds one letter of a key to the path; false when nothing that begins so can be near. */
  const step = (letter: number): boolean => {
    const above = rows[path.length]!
    const row = (rows[path.length + 1] ??= new Float32Array(width))
    const beforeAbove = path.length > 0 ? rows[path.length - 1]! : undefined
    const previous = path[path.length - 1]
    const base = baseLetter(letter)
    row[0] = above[0]! + 1
    let least = row[0]!
    for (let column = 1; column < width; column++) {
      const wantedLetter = target[column - 1]!
      const wrong = letter === wantedLetter ? 0 : base === bases[column - 1] ? accentCost : 1
      let slips = Math.min(above[column]! + 1, row[column - 1]! + 1, above[column - 1]! + wrong)
      const swapped = beforeAbove && column > 1 && letter === target[column - 2] && previous === wantedLetter
      if (swapped) slips = Math.min(slips, beforeAbove[column - 2]! + 1)
      row[column] = slips
      least = Math.min(least, slips)
    }
    path.push(letter)
    return least <= allowed
  }

  descend(0)
}

const baseLetters = new Map<number, number>()

/** é -> e; a letter without an accent is its own base. */
function baseLetter(unit: number): number {
  if (unit < 0xc0 || unit > 0x24f) return unit
  let base = baseLetters.get(unit)
  if (base === undefined) baseLetters.set(unit, (base = String.fromCharCode(unit).normalize('NFD').charCodeAt(0)))
  return base
}

/** The range of keys that begin with `prefix`: [first, last) in the order of the trie. */
export function keysBeginning(trie: Trie, prefix: string): { first: number; last: number } {
  return { first: lowerBound(trie, prefix), last: lowerBound(trie, `${prefix}\uFFFF`) }
}

/** The key that is exactly `text`, or `noKey`. */
export function keyNamed(trie: Trie, text: string): number {
  let node = 0
  let at = 0
  while (at < text.length) {
    node = childOf(trie, node, text.charCodeAt(at))
    if (node === 0) return noKey
    const start = trie.labelStart[node]!
    for (let index = 0; index < trie.labelLength[node]!; index++)
      if (trie.pool[start + index] !== text.charCodeAt(at++)) return noKey
  }
  return trie.key[node]!
}

/** Up to `most` keys that contain `part`, in the order of the trie; found by scanning the pool, which is fast memory. */
export function keysContaining({ pool, keyStart }: Trie, part: string, most: number): number[] {
  const bytes = Buffer.from(pool.buffer, pool.byteOffset, pool.byteLength)
  const wanted = Buffer.from(part, 'utf16le')
  const found: number[] = []
  let key = 0
  for (let at = bytes.indexOf(wanted); at >= 0 && found.length < most;) {
    const unit = at >> 1
    key = keyHolding(keyStart, unit, key)
    const end = keyStart[key + 1]!
    const whole = at % 2 === 0 && unit + part.length <= end
    if (whole) found.push(key)
    at = bytes.indexOf(wanted, whole ? end * 2 : at + 1)
  }
  return found
}

/** The key that holds a unit of the pool; `from` is one that does not lie behind it. */
function keyHolding(keyStart: Uint32Array, unit: number, from: number): number {
  let low = from
  let high = keyStart.length - 1
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (keyStart[middle]! <= unit) low = middle
    else high = middle
  }
  return low
}

/** The first key that is not less than `text`. */
function lowerBound({ pool, keyStart }: Pick<Trie, 'pool' | 'keyStart'>, text: string): number {
  let low = 0
  let high = keyStart.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isLess(pool.subarray(keyStart[middle], keyStart[middle + 1]), text)) low = middle + 1
    else high = middle
  }
  return low
}

function isLess(key: Uint16Array, text: string): boolean {
  for (let at = 0; at < key.length && at < text.length; at++)
    if (key[at] !== text.charCodeAt(at)) return key[at]! < text.charCodeAt(at)
  return key.length < text.length
}
