/**
 * One direction of alignment: the generating side produces each word of the other side from one of its words or from nothing.
 * Model 1 (Brown et al. 1993) and the HMM of Vogel, Ney, Tillmann (1996) with a null state for every position (Och & Ney 2003).
 */
export interface Direction {
  /** p(word produced | generating word), a cell each. */
  translation: Float32Array
  /** p(word produced | nothing), by produced word. */
  fromNothing: Float32Array
  /** Weights of jumps −width … +width between the generating positions of neighbouring words. */
  jumps: Float64Array
}

export const jumpWidth = 40
export const nullProbability = 0.2

/** Buffers of one sentence, kept and grown, so that nothing is allocated per sentence. */
export interface Workspace {
  forward: Float64Array
  backward: Float64Array
  emission: Float64Array
  scale: Float64Array
}

export const newWorkspace = (): Workspace => ({
  forward: new Float64Array(0),
  backward: new Float64Array(0),
  emission: new Float64Array(0),
  scale: new Float64Array(0),
})

/** One sentence seen from a direction: `cellAt(i, j)` of generating position i and produced position j is grid[i * stepI + j * stepJ]. */
export interface Grid {
  cells: Int32Array
  produced: Int32Array
  generators: number
  stepI: number
  stepJ: number
}

/** Posteriors p(j produced by i) into `out[i * stepI + j * stepJ]`; Model 1 takes every generating position for equally likely. */
export function modelOnePosteriors(grid: Grid, { translation, fromNothing }: Direction, out: Float32Array): number {
  const { cells, produced, generators, stepI, stepJ } = grid
  let logLikelihood = 0
  const share = (1 - nullProbability) / generators
  for (let j = 0; j < produced.length; j++) {
    let sum = nullProbability * fromNothing[produced[j]!]!
    for (let i = 0; i < generators; i++) sum += share * translation[cells[i * stepI + j * stepJ]!]!
    const factor = sum > 0 ? share / sum : 0
    for (let i = 0; i < generators; i++) {
      const at = i * stepI + j * stepJ
      out[at] = translation[cells[at]!]! * factor
    }
    logLikelihood += Math.log(sum || 1e-300)
  }
  return logLikelihood
}

/**
 * Posteriors by forward-backward. States are the generating positions and, for each, "nothing, and last was here", so that the
 * jump after an unexplained word starts where the one before it ended. Expected jumps are added to `jumpCounts`.
 */
export function hmmPosteriors(grid: Grid, direction: Direction, space: Workspace, out: Float32Array, jumpCounts: Float64Array | null): number {
  const { cells, produced, generators: n, stepI, stepJ } = grid
  const length = produced.length
  const states = 2 * n
  grow(space, length * states, length)
  const { forward, backward, emission, scale } = space
  const { translation, fromNothing, jumps } = direction
  const stay = 1 - nullProbability

  for (let j = 0; j < length; j++) {
    const nothing = fromNothing[produced[j]!]!
    for (let i = 0; i < n; i++) {
      emission[j * states + i] = translation[cells[i * stepI + j * stepJ]!]!
      emission[j * states + n + i] = nothing
    }
  }
  const norms = jumpNorms(jumps, n)

  let sum = 0
  for (let i = 0; i < n; i++) {
    sum += forward[i] = (stay / n) * emission[i]!
    sum += forward[n + i] = (nullProbability / n) * emission[n + i]!
  }
  scale[0] = sum || 1e-300
  for (let s = 0; s < states; s++) forward[s]! /= scale[0]!

  for (let j = 1; j < length; j++) {
    const before = (j - 1) * states
    const now = j * states
    forward.fill(0, now, now + n)
    for (let k = 0; k < n; k++) {
      const mass = forward[before + k]! + forward[before + n + k]!
      forward[now + n + k] = mass * nullProbability * emission[now + n + k]!
      if (mass < pruned) continue
      const factor = (mass * stay) / norms[k]!
      for (let i = 0; i < n; i++) forward[now + i]! += factor * jumps[bucket(i - k)]!
    }
    sum = 0
    for (let i = 0; i < n; i++) {
      sum += forward[now + i]! *= emission[now + i]!
      sum += forward[now + n + i]!
    }
    scale[j] = sum || 1e-300
    for (let s = 0; s < states; s++) forward[now + s]! /= scale[j]!
  }

  const last = (length - 1) * states
  for (let s = 0; s < states; s++) backward[last + s] = 1
  for (let j = length - 2; j >= 0; j--) {
    const now = j * states
    const next = (j + 1) * states
    for (let i = 0; i < n; i++) backward[next + i]! *= emission[next + i]!
    for (let k = 0; k < n; k++) {
      const mass = forward[now + k]! + forward[now + n + k]!
      let reached = 0
      if (mass >= pruned || j === 0) {
        for (let i = 0; i < n; i++) reached += jumps[bucket(i - k)]! * backward[next + i]!
        reached *= stay / norms[k]!
      }
      const value = (reached + nullProbability * emission[next + n + k]! * backward[next + n + k]!) / scale[j + 1]!
      backward[now + k] = value
      backward[now + n + k] = value
      if (jumpCounts && mass >= pruned) {
        const factor = (mass * stay) / norms[k]! / scale[j + 1]!
        for (let i = 0; i < n; i++) jumpCounts[bucket(i - k)]! += factor * jumps[bucket(i - k)]! * backward[next + i]!
      }
    }
    for (let i = 0; i < n; i++) if (emission[next + i]! > 0) backward[next + i]! /= emission[next + i]!
  }

  let logLikelihood = 0
  for (let j = 0; j < length; j++) {
    logLikelihood += Math.log(scale[j]!)
    for (let i = 0; i < n; i++) out[i * stepI + j * stepJ] = forward[j * states + i]! * backward[j * states + i]!
  }
  return logLikelihood
}

/** States of less forward mass than this lead nowhere worth the time. */
const pruned = 1e-4

function bucket(jump: number): number {
  return jump < -jumpWidth ? 0 : jump > jumpWidth ? 2 * jumpWidth : jump + jumpWidth
}

/** For each position k the sum of the weights of all jumps that stay inside a sentence of n. */
function jumpNorms(jumps: Float64Array, n: number): Float64Array {
  const norms = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += jumps[bucket(i - k)]!
    norms[k] = sum || 1
  }
  return norms
}

function grow(space: Workspace, size: number, length: number): void {
  if (space.forward.length < size) {
    space.forward = new Float64Array(size * 2)
    space.backward = new Float64Array(size * 2)
    space.emission = new Float64Array(size * 2)
  }
  if (space.scale.length < length) space.scale = new Float64Array(length * 2)
}

/** At first a jump of one is the likeliest, and the farther the less. */
export function firstJumps(): Float64Array {
  return Float64Array.from({ length: 2 * jumpWidth + 1 }, (_, at) => 1 / (1 + Math.abs(at - jumpWidth - 1)) ** 1.5)
}
