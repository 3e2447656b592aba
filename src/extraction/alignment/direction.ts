import { sharedDoubles } from './corpus.js'

/**
 * One direction of alignment: the generating side produces each word of the other side from one of its words or from nothing.
 * All in memory that threads share.
 */
export interface Direction {
  /** Expected counts of the round, a cell each. */
  counts: Float32Array
  /** p(word produced | nothing), by produced word. */
  fromNothing: Float32Array
  /** What no generating position accounts for, by produced token of the corpus. */
  unexplained: Float32Array
  jumps: Jumps
  /** Expected jumps of the round, a row for each block of sentences. */
  jumpCounts: Float64Array
  /** What is believed of each entry of the stretch at hand. */
  posterior: Float32Array
}

/** Weights of jumps −jumpWidth … +jumpWidth between the generating positions of neighbouring words; farther jumps share the last. */
export type Jumps = Float64Array

export const jumpWidth = 40
export const jumpBuckets = 2 * jumpWidth + 1

/** At first a jump of one is the likeliest, and the farther the less. */
export function firstJumps(): Jumps {
  const jumps = sharedDoubles(jumpBuckets)
  for (let bucket = 0; bucket < jumpBuckets; bucket++) jumps[bucket] = 1 / (1 + Math.abs(bucket - jumpWidth - 1)) ** 1.5
  return jumps
}

export function bucketOf(jump: number): number {
  return (jump < -jumpWidth ? -jumpWidth : jump > jumpWidth ? jumpWidth : jump) + jumpWidth
}
