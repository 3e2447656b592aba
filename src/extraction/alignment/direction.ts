/**
 * One direction of alignment: the generating side produces each word of the other side from one of its words or from nothing.
 * Model 1 (Brown et al. 1993) and the HMM of Vogel, Ney, Tillmann (1996) with a null state for every position (Och & Ney 2003).
 */
export interface Direction {
  /** p(word produced | generating word), a cell each. */
  translation: Float32Array
  /** p(word produced | nothing), by produced word. */
  fromNothing: Float32Array
  /** How often nothing produces a word, 0..1. */
  nullProbability: number
  jumps: Jumps
}

/** Weights of jumps −jumpWidth … +jumpWidth between the generating positions of neighbouring words; farther jumps share the last. */
export type Jumps = Float64Array

export const jumpWidth = 40

/** At first a jump of one is the likeliest, and the farther the less. */
export function firstJumps(): Jumps {
  return Float64Array.from({ length: 2 * jumpWidth + 1 }, (_, at) => 1 / (1 + Math.abs(at - jumpWidth - 1)) ** 1.5)
}

export function bucketOf(jump: number): number {
  return Math.max(-jumpWidth, Math.min(jumpWidth, jump)) + jumpWidth
}

/** One sentence pair seen from a direction: the cell of generating position i and produced position j is cells[i * stepI + j * stepJ]. */
export interface Grid {
  cells: Int32Array
  produced: Int32Array
  generators: number
  stepI: number
  stepJ: number
}

/** Posteriors p(j produced by i) into `out[i * stepI + j * stepJ]`; Model 1 takes every generating position for equally likely. */
export function modelOnePosteriors(
  grid: Grid,
  { translation, fromNothing, nullProbability }: Direction,
  out: Float32Array,
): void {
  const { cells, produced, generators, stepI, stepJ } = grid
  const share = (1 - nullProbability) / generators
  for (let j = 0; j < produced.length; j++) {
    let sum = nullProbability * fromNothing[produced[j]!]!
    for (let i = 0; i < generators; i++) sum += share * translation[cells[i * stepI + j * stepJ]!]!
    const factor = sum > 0 ? share / sum : 0
    for (let i = 0; i < generators; i++) {
      const at = i * stepI + j * stepJ
      out[at] = translation[cells[at]!]! * factor
    }
  }
}
