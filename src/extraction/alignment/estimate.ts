import { type Direction, firstJumps, type Grid, type Jumps } from './direction.js'
import type { AlignmentSettings } from './settings.js'

/** What a direction produces, and from what. */
export interface Side {
  /** The words of each sentence that are produced, and how many different ones there are. */
  produced: readonly Int32Array[]
  producedWords: number
  /** The generating word of each cell, and how many different ones there are. */
  generatorOf: Int32Array
  generators: number
}

/** Expected counts of one round. */
export class Counts {
  readonly translation: Float32Array
  readonly fromNothing: Float64Array
  readonly jumps: Jumps = new Float64Array(firstJumps().length)

  constructor(cells: number, { producedWords }: Side) {
    this.translation = new Float32Array(cells)
    this.fromNothing = new Float64Array(producedWords)
  }

  /** What no generating position accounts for came from nothing. */
  add({ cells, produced, generators, stepI, stepJ }: Grid, posterior: Float32Array): void {
    for (let j = 0; j < produced.length; j++) {
      let explained = 0
      for (let i = 0, at = j * stepJ; i < generators; i++, at += stepI) {
        const mass = posterior[at]!
        explained += mass
        this.translation[cells[at]!]! += mass
      }
      this.fromNothing[produced[j]!]! += Math.max(0, 1 - explained)
    }
  }
}

/** Uniform but for what the dictionary says; words come from nothing as often as they come at all. */
export function firstGuess(side: Side, prior: Float32Array, { nullProbability }: AlignmentSettings): Direction {
  const translation = prior.map((count) => 1 + count)
  normalise(translation, side)
  const fromNothing = new Float32Array(side.producedWords)
  let total = 0
  for (const words of side.produced) {
    for (const word of words) fromNothing[word]!++
    total += words.length
  }
  for (let word = 0; word < fromNothing.length; word++) fromNothing[word]! /= total || 1
  return { translation, fromNothing, nullProbability, jumps: firstJumps() }
}

/** The parameters under which the expected counts, the prior's among them, are likeliest. Model 1 expects no jumps: they stay. */
export function maximise(
  direction: Direction,
  counts: Counts,
  side: Side,
  prior: Float32Array,
  settings: AlignmentSettings,
): void {
  const { translation, fromNothing, jumps } = direction
  for (let cell = 0; cell < translation.length; cell++)
    translation[cell] = counts.translation[cell]! + prior[cell]! + settings.smoothing
  normalise(translation, side)
  share(fromNothing, counts.fromNothing, settings.smoothing)
  share(jumps, counts.jumps, settings.jumpSmoothing)
}

/** So that all a generating word produces sums to 1. */
function normalise(values: Float32Array, { generatorOf, generators }: Side): void {
  const sums = new Float64Array(generators)
  for (let cell = 0; cell < values.length; cell++) sums[generatorOf[cell]!]! += values[cell]!
  for (let cell = 0; cell < values.length; cell++) values[cell]! /= sums[generatorOf[cell]!]! || 1
}

/** Counts as shares of their sum, smoothed; nothing counted changes nothing. */
function share(values: Float32Array | Float64Array, counts: Float64Array, smoothing: number): void {
  let sum = 0
  for (const count of counts) sum += count
  if (sum === 0) return
  for (let at = 0; at < values.length; at++) values[at] = (counts[at]! + smoothing) / (sum + smoothing * counts.length)
}
