import { pooled, type SortedKeys } from './sorted-keys.js'

/**
 * A radix trie over sorted, distinct keys in flat typed arrays: 16 bytes a node, and at most two nodes a key. Nodes are
 * numbered breadth first, so the children of a node stand side by side, sorted by their first unit, and end where the
 * children of the next node begin. Labels are not copied: they point into the pool of keys.
 */
export type Trie = SortedKeys & {
  /** First unit of the label on the way into the node. */
  unit: Uint16Array
  labelStart: Uint32Array
  labelLength: Uint16Array
  /** The key that ends at the node, or `noKey`. */
  key: Int32Array
  /** One entry more than nodes. */
  firstChild: Uint32Array
  /** unit -> child of the root, 0 for none. */
  rootChild: Uint32Array
}

export const noKey = -1

/** `keys` must be sorted by UTF-16 units, distinct and not empty. */
export function buildTrie(keys: readonly string[]): Trie {
  const { pool, keyStart } = pooled(keys)
  const room = 2 * keys.length + 2
  const unit = new Uint16Array(room)
  const labelStart = new Uint32Array(room)
  const labelLength = new Uint16Array(room)
  const key = new Int32Array(room).fill(noKey)
  const firstChild = new Uint32Array(room + 1)
  // The keys below each node are a range; `depth` is how much of them lies above the node.
  const from = new Uint32Array(room)
  const to = new Uint32Array(room)
  const depth = new Uint16Array(room)

  to[0] = keys.length
  let nodes = 1
  for (let node = 0; node < nodes; node++) {
    firstChild[node] = nodes
    let first = from[node]!
    const last = to[node]!
    const reached = node === 0 ? 0 : commonLength(pool, keyStart, first, last - 1, depth[node]!)
    labelStart[node] = first < keys.length ? keyStart[first]! + depth[node]! : 0
    labelLength[node] = reached - depth[node]!
    if (first < last && keyStart[first]! + reached === keyStart[first + 1]) key[node] = first++
    while (first < last) {
      const next = pool[keyStart[first]! + reached]!
      const past = rangeEnd(pool, keyStart, { first, last, at: reached, unit: next })
      unit[nodes] = next
      from[nodes] = first
      to[nodes] = past
      depth[nodes] = reached
      nodes++
      first = past
    }
  }
  firstChild[nodes] = nodes
  const trie: Trie = {
    pool,
    keyStart,
    unit: unit.slice(0, nodes),
    labelStart: labelStart.slice(0, nodes),
    labelLength: labelLength.slice(0, nodes),
    key: key.slice(0, nodes),
    firstChild: firstChild.slice(0, nodes + 1),
    rootChild: new Uint32Array(0x10000),
  }
  for (let child = trie.firstChild[0]!; child < trie.firstChild[1]!; child++) trie.rootChild[trie.unit[child]!] = child
  return trie
}

/** Calls `visit` with every key that begins at `start`, shortest first, and with the place where it ends. */
export function walk(
  trie: Trie,
  units: Uint16Array,
  start: number,
  length: number,
  visit: (key: number, end: number) => void,
): void {
  const { pool, labelStart, labelLength, key } = trie
  let node = trie.rootChild[units[start]!]!
  let at = start
  while (node !== 0) {
    const size = labelLength[node]!
    if (at + size > length) return
    const label = labelStart[node]!
    for (let index = 1; index < size; index++) if (pool[label + index] !== units[at + index]) return
    at += size
    if (key[node] !== noKey) visit(key[node]!, at)
    node = at < length ? childOf(trie, node, units[at]!) : 0
  }
}

export function childOf({ firstChild, unit }: Trie, node: number, wanted: number): number {
  let low = firstChild[node]!
  let high = firstChild[node + 1]!
  const past = high
  while (low < high) {
    const middle = (low + high) >>> 1
    if (unit[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low < past && unit[low] === wanted ? low : 0
}

/** How far the first and the last key of a sorted range agree; all between them agree as far. */
function commonLength(pool: Uint16Array, keyStart: Uint32Array, first: number, last: number, known: number): number {
  const shorter = Math.min(keyStart[first + 1]! - keyStart[first]!, keyStart[last + 1]! - keyStart[last]!)
  let length = known
  while (length < shorter && pool[keyStart[first]! + length] === pool[keyStart[last]! + length]) length++
  return length
}

/** Past the keys of a sorted range that have `unit` at place `at`. */
function rangeEnd(
  pool: Uint16Array,
  keyStart: Uint32Array,
  { first, last, at, unit }: { first: number; last: number; at: number; unit: number },
): number {
  let low = first
  let high = last
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pool[keyStart[middle]! + at]! <= unit) low = middle + 1
    else high = middle
  }
  return low
}
