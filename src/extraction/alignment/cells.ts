/** A sentence pair as alignment sees it: word ids of each side. */
export interface WordPair {
  source: Int32Array
  target: Int32Array
}

/**
 * Every distinct (source word, target word) that stands together in some sentence pair has one cell; a sentence pair holds
 * the cells of its grid. So parameters are flat arrays, memory follows the vocabulary, and an iteration looks nothing up.
 */
export interface Cells {
  /** Distinct pairs of words: source and target word of each cell. */
  sourceOf: Int32Array
  targetOf: Int32Array
  size: number
  /** Cell of (i, j) of a sentence pair at i * target.length + j. */
  grids: Int32Array[]
}

export function layCells(pairs: readonly WordPair[]): Cells {
  const table = new PairTable()
  const grids = pairs.map(({ source, target }) => {
    const grid = new Int32Array(source.length * target.length)
    for (let i = 0, at = 0; i < source.length; i++)
      for (let j = 0; j < target.length; j++, at++) grid[at] = table.cellOf(source[i]!, target[j]!)
    return grid
  })
  return { ...table.columns(), grids }
}

/** Open addressing over two ids; keys in typed arrays, because a Map of a hundred thousand sentences would not fit. */
class PairTable {
  private slots = new Int32Array(1 << 16).fill(-1)
  private sources = new Int32Array(1 << 15)
  private targets = new Int32Array(1 << 15)
  private size = 0

  cellOf(source: number, target: number): number {
    const mask = this.slots.length - 1
    let slot = hash(source, target) & mask
    for (;;) {
      const cell = this.slots[slot]!
      if (cell < 0) return this.add(source, target, slot)
      if (this.sources[cell] === source && this.targets[cell] === target) return cell
      slot = (slot + 1) & mask
    }
  }

  columns() {
    return { sourceOf: this.sources.slice(0, this.size), targetOf: this.targets.slice(0, this.size), size: this.size }
  }

  private add(source: number, target: number, slot: number): number {
    const cell = this.size++
    if (cell === this.sources.length) {
      this.sources = doubled(this.sources)
      this.targets = doubled(this.targets)
    }
    this.sources[cell] = source
    this.targets[cell] = target
    this.slots[slot] = cell
    if (this.size * 2 > this.slots.length) this.rehash()
    return cell
  }

  private rehash(): void {
    const mask = this.slots.length * 2 - 1
    this.slots = new Int32Array(mask + 1).fill(-1)
    for (let cell = 0; cell < this.size; cell++) {
      let slot = hash(this.sources[cell]!, this.targets[cell]!) & mask
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask
      this.slots[slot] = cell
    }
  }
}

function hash(source: number, target: number): number {
  let mixed = Math.imul(source, 0x9e3779b1) ^ Math.imul(target + 0x7f4a7c15, 0x85ebca6b)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
