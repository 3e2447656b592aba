import type { Unit } from './evidence.js'

/** How much of two groups of units answers each other, and how much there is to answer. */
export interface Evidence {
  /** 2 · answered / all, each word by its weight. */
  dice: number
  /** Weight of all words against that of an average unit on either side. */
  size: number
}

/** Words as bits: which words of unit i the unit j answers, and the other way round. */
interface Meeting {
  source: Uint32Array
  target: Uint32Array
}

/**
 * Which words two units share, for any two of them. A row is found through the postings of its keys, so the work follows
 * the words that are shared, not the pairs of words; joined units are unions of bits.
 */
export class SharedWords {
  private readonly postings = new Map<string, number[]>()
  private readonly rows: (Map<number, Meeting> | undefined)[] = []
  private readonly weightOf: { source: Float64Array; target: Float64Array }
  private readonly average: number
  private scratch = new Uint32Array(64)

  constructor(
    private readonly source: readonly Unit[],
    private readonly target: readonly Unit[],
    /** Units of the target that unit i may meet; all of them when nothing is said. */
    private readonly window: (i: number) => readonly [from: number, to: number] = () => [0, target.length],
  ) {
    const totals = (units: readonly Unit[]) =>
      Float64Array.from(units, ({ weights }) => weights.reduce((sum, weight) => sum + weight, 0))
    this.weightOf = { source: totals(source), target: totals(target) }
    const all = this.weightOf.source.reduce((a, b) => a + b, 0) + this.weightOf.target.reduce((a, b) => a + b, 0)
    this.average = all / Math.max(1, source.length + target.length) || 1
    for (const [j, { words }] of target.entries())
      for (const [at, keys] of words.entries())
        for (const key of keys) {
          const list = this.postings.get(key)
          if (list) list.push(j, at)
          else this.postings.set(key, [j, at])
        }
  }

  /** Of `sources` units from i on against `targets` units from j on. */
  evidence(i: number, sources: number, j: number, targets: number): Evidence {
    let all = 0
    let answered = 0
    for (let a = i; a < i + sources; a++) {
      all += this.weightOf.source[a]!
      answered += this.answeredSource(a, j, targets)
    }
    for (let b = j; b < j + targets; b++) {
      all += this.weightOf.target[b]!
      answered += this.answeredTarget(b, i, sources)
    }
    return { dice: all === 0 ? 0 : answered / all, size: all / (2 * this.average) }
  }

  private answeredSource(a: number, j: number, targets: number): number {
    const row = this.row(a)
    if (targets === 1) return weightOfBits(row.get(j)?.source, this.source[a]!.weights)
    const union = this.cleared(this.source[a]!.words.length)
    for (let b = j; b < j + targets; b++) join(union, row.get(b)?.source)
    return weightOfBits(union, this.source[a]!.weights)
  }

  private answeredTarget(b: number, i: number, sources: number): number {
    if (sources === 1) return weightOfBits(this.row(i).get(b)?.target, this.target[b]!.weights)
    const union = this.cleared(this.target[b]!.words.length)
    for (let a = i; a < i + sources; a++) join(union, this.row(a).get(b)?.target)
    return weightOfBits(union, this.target[b]!.weights)
  }

  private cleared(words: number): Uint32Array {
    const size = (words >> 5) + 1
    if (this.scratch.length < size) this.scratch = new Uint32Array(size * 2)
    return this.scratch.subarray(0, size).fill(0)
  }

  private row(i: number): Map<number, Meeting> {
    const known = this.rows[i]
    if (known) return known
    // Rows are asked for in order, a few at a time: those far behind are not needed any more.
    if (i >= rowsKept) this.rows[i - rowsKept] = undefined
    return (this.rows[i] = this.meet(this.source[i]!, this.window(i)))
  }

  private meet({ words }: Unit, [from, to]: readonly [from: number, to: number]): Map<number, Meeting> {
    const row = new Map<number, Meeting>()
    for (const [word, keys] of words.entries())
      for (const key of keys) {
        const list = this.postings.get(key)
        if (!list) continue
        for (let k = firstFrom(list, from); k < list.length; k += 2) {
          const j = list[k]!
          if (j >= to) break
          let meeting = row.get(j)
          if (!meeting)
            row.set(
              j,
              (meeting = {
                source: new Uint32Array((words.length >> 5) + 1),
                target: new Uint32Array((this.target[j]!.words.length >> 5) + 1),
              }),
            )
          const other = list[k + 1]!
          meeting.source[word >> 5]! |= 1 << (word & 31)
          meeting.target[other >> 5]! |= 1 << (other & 31)
        }
      }
    return row
  }
}

/** More rows than a bead has source units. */
const rowsKept = 64

/** Where in a posting list (unit, word, unit, word …) the units from `from` on begin. */
function firstFrom(list: readonly number[], from: number): number {
  let low = 0
  let high = list.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[2 * middle]! < from) low = middle + 1
    else high = middle
  }
  return 2 * low
}

function join(union: Uint32Array, bits: Uint32Array | undefined): void {
  if (bits) for (let at = 0; at < bits.length; at++) union[at]! |= bits[at]!
}

function weightOfBits(bits: Uint32Array | undefined, weights: Float32Array): number {
  if (!bits) return 0
  let sum = 0
  for (let at = 0; at < bits.length; at++)
    for (let left = bits[at]!; left !== 0; left &= left - 1) sum += weights[at * 32 + 31 - Math.clz32(left & -left)]!
  return sum
}
