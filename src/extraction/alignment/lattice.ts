import { bucketOf, type Direction, type Grid, type Jumps } from './direction.js'

/** Smallest total that a position is scaled by, so that an impossible sentence gives zeros instead of no numbers. */
const tiny = 1e-300

/**
 * Posteriors of the HMM by the forward-backward algorithm. Its states are the generating positions and, for each of them, "nothing, and
 * last was here", so that the jump after an unexplained word starts where the one before it ended. The first jump starts before the
 * sentence. Buffers are kept and grown: nothing is allocated per sentence.
 */
export class Lattice {
  /** Forward probability of state k (generating position) and n + k (nothing, after k) at row j: [j * 2n + state], each row sums to 1. */
  private forward = new Float64Array(0)
  /** p(produced word j | generating position i): [j * n + i]. */
  private emission = new Float64Array(0)
  private scale = new Float64Array(0)
  /** Weight of the jump from k to i at [n - 1 + i - k], and what each position's jumps that stay in the sentence sum to. */
  private weights = new Float64Array(0)
  private norms = new Float64Array(0)
  private jumped = new Float64Array(0)
  /** Backward probability of the row at hand, of the row before, and what arrives at each position of it. */
  private after = new Float64Array(0)
  private before = new Float64Array(0)
  private arriving = new Float64Array(0)
  /** Positions of the row at hand that are followed. */
  private followed = new Int32Array(0)

  constructor(private readonly pruning: number) {}

  /** Writes p(j produced by i) into `out[i * stepI + j * stepJ]` and adds the expected jumps to `jumpCounts`. */
  posteriors(grid: Grid, direction: Direction, out: Float32Array, jumpCounts: Jumps | null): void {
    this.grow(grid.generators, grid.produced.length)
    this.weighJumps(grid.generators, direction.jumps)
    this.lookUpEmissions(grid, direction)
    this.passForward(grid, direction)
    this.passBackward(grid, direction, out)
    if (jumpCounts) this.countJumps(grid.generators, jumpCounts)
  }

  private grow(n: number, length: number): void {
    if (this.forward.length < 2 * n * length) {
      this.forward = new Float64Array(4 * n * length)
      this.emission = new Float64Array(2 * n * length)
    }
    if (this.scale.length < length) this.scale = new Float64Array(2 * length)
    if (this.norms.length >= n) return
    this.norms = new Float64Array(2 * n)
    this.after = new Float64Array(2 * n)
    this.before = new Float64Array(2 * n)
    this.arriving = new Float64Array(2 * n)
    this.followed = new Int32Array(2 * n)
    this.weights = new Float64Array(4 * n)
    this.jumped = new Float64Array(4 * n)
  }

  private weighJumps(n: number, jumps: Jumps): void {
    for (let jump = 1 - n; jump < n; jump++) this.weights[n - 1 + jump] = jumps[bucketOf(jump)]!
    this.jumped.fill(0, 0, 2 * n - 1)
    // Seen from k, the jumps inside the sentence are a window of n weights that slides with k.
    let sum = 0
    for (let i = 0; i < n; i++) sum += this.weights[n - 1 + i]!
    for (let k = 0; k < n; k++) {
      this.norms[k] = sum || 1
      sum += (this.weights[n - 2 - k] ?? 0) - this.weights[2 * n - 2 - k]!
    }
  }

  private lookUpEmissions({ cells, produced, generators: n, stepI, stepJ }: Grid, { translation }: Direction): void {
    for (let j = 0, at = 0; j < produced.length; j++)
      for (let i = 0; i < n; i++, at++) this.emission[at] = translation[cells[i * stepI + j * stepJ]!]!
  }

  private passForward({ produced, generators: n }: Grid, { fromNothing, nullProbability, jumps }: Direction): void {
    const { forward, emission, weights, norms, scale, pruning } = this
    const stay = 1 - nullProbability
    let fromStart = 0
    for (let i = 0; i < n; i++) fromStart += forward[i] = jumps[bucketOf(i + 1)]!
    for (let i = 0; i < n; i++) {
      const start = forward[i]! / (fromStart || 1)
      forward[i] = stay * start
      forward[n + i] = nullProbability * start
    }
    for (let j = 0; j < produced.length; j++) {
      const row = j * 2 * n
      const nothing = fromNothing[produced[j]!]!
      if (j > 0) {
        const last = row - 2 * n
        forward.fill(0, row, row + n)
        for (let k = 0; k < n; k++) {
          const mass = forward[last + k]! + forward[last + n + k]!
          forward[row + n + k] = mass * nullProbability
          if (mass < pruning) continue
          const factor = (mass * stay) / norms[k]!
          const shift = n - 1 - k
          for (let i = 0; i < n; i++) forward[row + i]! += factor * weights[shift + i]!
        }
      }
      let sum = tiny
      for (let i = 0; i < n; i++) {
        sum += forward[row + i]! *= emission[j * n + i]!
        sum += forward[row + n + i]! *= nothing
      }
      scale[j] = sum
      for (let state = row; state < row + 2 * n; state++) forward[state]! /= sum
    }
  }

  /** The backward probability of "nothing, after k" is that of k: both go on from the same place. */
  private passBackward(
    { produced, generators: n, stepI, stepJ }: Grid,
    { fromNothing, nullProbability }: Direction,
    out: Float32Array,
  ): void {
    const { forward, emission, weights, norms, scale, jumped, arriving, followed, pruning } = this
    const stay = 1 - nullProbability
    this.after.fill(1, 0, n)
    for (let j = produced.length - 1; j >= 0; j--) {
      const { after, before } = this
      const row = j * 2 * n
      for (let i = 0; i < n; i++) out[i * stepI + j * stepJ] = forward[row + i]! * after[i]!
      if (j === 0) break
      let follow = 0
      for (let i = 0; i < n; i++) {
        if (forward[row + i]! < pruning) continue
        followed[follow++] = i
        arriving[i] = (emission[j * n + i]! * after[i]!) / scale[j]!
      }
      const nothing = (nullProbability * fromNothing[produced[j]!]!) / scale[j]!
      const last = row - 2 * n
      for (let k = 0; k < n; k++) {
        const mass = forward[last + k]! + forward[last + n + k]!
        let reached = 0
        if (mass >= pruning) {
          const leave = stay / norms[k]!
          const factor = mass * leave
          const shift = n - 1 - k
          for (let f = 0; f < follow; f++) {
            const i = followed[f]!
            const step = weights[shift + i]! * arriving[i]!
            reached += step
            jumped[shift + i]! += factor * step
          }
          reached *= leave
        }
        before[k] = reached + nothing * after[k]!
      }
      this.after = before
      this.before = after
    }
  }

  private countJumps(n: number, counts: Jumps): void {
    for (let jump = 1 - n; jump < n; jump++) counts[bucketOf(jump)]! += this.jumped[n - 1 + jump]!
  }
}
