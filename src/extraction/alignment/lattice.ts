import { bucketOf, type Jumps } from './direction.js'

/** Smallest total that a position is scaled by, so that an impossible sentence gives zeros instead of no numbers. */
const tiny = 1e-300

/** One sentence pair seen from a direction, with nothing but what may be: row j lists the positions that may have produced word j. */
export interface Rows {
  generators: number
  /** Number of produced words. */
  length: number
  /** Row j is `starts[j]` up to `starts[j + 1]`. */
  starts: Int32Array
  /** Generating position, rising within a row, and p(word produced | generating word). */
  position: Int32Array
  emission: Float64Array
  /** p(word j | nothing). */
  fromNothing: Float64Array
}

/**
 * Posteriors of the HMM of Vogel, Ney, Tillmann (1996) by the forward-backward algorithm. Its states are the generating positions and "nothing, and
 * last was k" (Och & Ney 2003), so that the jump after an unexplained word starts where the one before it ended; before the first word
 * that is place −1. A row of the lattice holds only the places that can be reached with more than `pruning` of the probability: its
 * cost grows with what is likely, not with the square of the length. Buffers are kept and grown: nothing is allocated per sentence.
 */
export class Lattice {
  /** Places of row j, from rowStarts[j]: position + 1, so that 0 is "before the first word". */
  private place = new Int32Array(1 << 10)
  /** Forward probability of having produced word j from there, and of nothing having produced it since; each row sums to 1. */
  private produced = new Float64Array(1 << 10)
  private carried = new Float64Array(1 << 10)
  /** Backward probability, the same for both: they go on from the same place. */
  private after = new Float64Array(1 << 10)
  private rowStarts = new Int32Array(1 << 8)
  private scale = new Float64Array(1 << 8)
  /** Entry of the rows that a place of the lattice is, −1 for one only carried along. */
  private entry = new Int32Array(1 << 10)
  /** Slot of each place in the row at hand, −1 for none. */
  private slotOf = new Int32Array(0)
  /** Weight of the jump from place p to position i at [width − p + i], and what each place's jumps inside the sentence sum to. */
  private weights = new Float64Array(0)
  private norms = new Float64Array(0)
  private arriving = new Float64Array(1 << 8)

  constructor(
    private readonly pruning: number,
    private readonly nullProbability: number,
  ) {}

  /** Writes p(j produced by i) of each entry of the rows into `out` and adds the expected jumps to `jumpCounts` at `jumpsAt`. */
  posteriors(rows: Rows, jumps: Jumps, out: Float64Array, jumpCounts: Float64Array | null, jumpsAt = 0): void {
    this.weighJumps(rows.generators, jumps)
    this.passForward(rows)
    this.passBackward(rows, out, jumpCounts, jumpsAt)
  }

  private weighJumps(n: number, jumps: Jumps): void {
    if (this.slotOf.length < n + 1) {
      this.slotOf = new Int32Array(2 * n + 2).fill(-1)
      this.weights = new Float64Array(4 * n + 4)
      this.norms = new Float64Array(2 * n + 2)
    }
    const { weights, norms } = this
    // From place p (position p − 1) to position i the jump is i − p + 1.
    for (let at = 0; at <= 2 * n; at++) weights[at] = jumps[bucketOf(at - n + 1)]!
    let sum = 0
    for (let i = 0; i < n; i++) sum += weights[n + i]!
    for (let p = 0; p <= n; p++) {
      norms[p] = sum > 0 ? sum : 1
      if (p < n) sum += weights[n - p - 1]! - weights[2 * n - p - 1]!
    }
  }

  private passForward({ generators: n, length, starts, position, emission, fromNothing }: Rows): void {
    const { weights, norms, slotOf, pruning, nullProbability } = this
    const stay = 1 - nullProbability
    if (this.rowStarts.length < length + 2) {
      this.rowStarts = new Int32Array(2 * length + 4)
      this.scale = new Float64Array(2 * length + 4)
    }
    const { rowStarts, scale } = this
    this.roomFor(1)
    this.place[0] = 0
    this.produced[0] = 0
    this.carried[0] = 1
    this.entry[0] = -1
    rowStarts[0] = 0
    rowStarts[1] = 1
    for (let j = 0; j < length; j++) {
      const last = rowStarts[j]!
      const row = rowStarts[j + 1]!
      this.roomFor(2 * row - last + starts[j + 1]! - starts[j]!)
      const { place, produced, carried, entry } = this
      let end = row
      for (let e = starts[j]!; e < starts[j + 1]!; e++) {
        slotOf[position[e]! + 1] = end
        place[end] = position[e]! + 1
        entry[end] = e
        carried[end] = 0
        produced[end++] = 0
      }
      const candidates = end
      const nothing = nullProbability * fromNothing[j]!
      for (let k = last; k < row; k++) {
        const mass = produced[k]! + carried[k]!
        if (mass < pruning) continue
        const from = place[k]!
        const factor = (mass * stay) / norms[from]!
        const shift = n - from - 1
        for (let c = row; c < candidates; c++) produced[c]! += factor * weights[shift + place[c]!]!
        let slot = slotOf[from]!
        if (slot < 0) {
          slot = end++
          place[slot] = from
          entry[slot] = -1
          produced[slot] = 0
        }
        carried[slot] = mass * nothing
      }
      let sum = tiny
      for (let c = row; c < end; c++) {
        slotOf[place[c]!] = -1
        if (c < candidates) sum += produced[c]! *= emission[entry[c]!]!
        sum += carried[c]!
      }
      scale[j + 1] = sum
      const share = sum > tiny ? 1 / sum : 0
      for (let c = row; c < end; c++) {
        produced[c]! *= share
        carried[c]! *= share
      }
      rowStarts[j + 2] = end
    }
  }

  private passBackward(
    { generators: n, length, starts, emission, fromNothing }: Rows,
    out: Float64Array,
    jumpCounts: Float64Array | null,
    jumpsAt: number,
  ): void {
    const { rowStarts, scale, place, produced, carried, after, weights, norms, slotOf, pruning, nullProbability } = this
    const stay = 1 - nullProbability
    after.fill(1, rowStarts[length], rowStarts[length + 1])
    for (let j = length - 1; j >= 0; j--) {
      const last = rowStarts[j]!
      const row = rowStarts[j + 1]!
      const end = rowStarts[j + 2]!
      const count = starts[j + 1]! - starts[j]!
      if (this.arriving.length < count) this.arriving = new Float64Array(2 * count)
      const { arriving } = this
      const share = scale[j + 1]! > tiny ? 1 / scale[j + 1]! : 0
      for (let c = 0, e = starts[j]!; c < count; c++, e++) {
        out[e] = produced[row + c]! * after[row + c]!
        arriving[c] = emission[e]! * after[row + c]! * share
      }
      for (let c = row; c < end; c++) slotOf[place[c]!] = c
      const nothing = nullProbability * fromNothing[j]! * share
      for (let k = last; k < row; k++) {
        const mass = produced[k]! + carried[k]!
        after[k] = 0
        if (mass < pruning) continue
        const from = place[k]!
        const leave = stay / norms[from]!
        const shift = n - from - 1
        let reached = 0
        for (let c = 0; c < count; c++) reached += weights[shift + place[row + c]!]! * arriving[c]!
        if (jumpCounts && j > 0) {
          const factor = mass * leave
          for (let c = 0; c < count; c++)
            jumpCounts[jumpsAt + bucketOf(place[row + c]! - from)]! +=
              factor * weights[shift + place[row + c]!]! * arriving[c]!
        }
        after[k] = leave * reached + nothing * after[slotOf[from]!]!
      }
      for (let c = row; c < end; c++) slotOf[place[c]!] = -1
    }
  }

  private roomFor(places: number): void {
    if (this.place.length >= places) return
    const size = 2 * places
    const moved = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.place = moved(this.place, new Int32Array(size))
    this.entry = moved(this.entry, new Int32Array(size))
    this.produced = moved(this.produced, new Float64Array(size))
    this.carried = moved(this.carried, new Float64Array(size))
    this.after = new Float64Array(size)
  }
}
