import type { Cells } from './cells.js'
import type { Side } from './corpus.js'
import { type Direction, jumpBuckets } from './direction.js'
import type { AlignmentSettings } from './settings.js'
import type { Workbench } from './workbench.js'

/** Uniform but for what the dictionary says; words come from nothing as often as they come at all. */
export function guessFirst(bench: Workbench, cells: Cells, priorWeight: number): void {
  for (const { counts } of [bench.toTarget, bench.toSource]) counts.fill(1)
  shareByRows(bench, cells, bench.toTarget.counts, priorWeight, 0)
  shareByColumns(bench, cells, bench.toSource.counts, priorWeight, 0)
  guessNothing(bench.toTarget, bench.corpus.target)
  guessNothing(bench.toSource, bench.corpus.source)
  for (const { counts } of [bench.toTarget, bench.toSource]) counts.fill(0)
}

/** The parameters under which the expected counts, the prior's among them, are likeliest; counts begin again at nothing. */
export function maximise(
  bench: Workbench,
  cells: Cells,
  priorWeight: number,
  settings: AlignmentSettings,
  isAgreeing: boolean,
): void {
  const { toTarget, toSource, corpus } = bench
  shareByRows(bench, cells, toTarget.counts, priorWeight, settings.smoothing)
  // What agrees was counted once, for both.
  const counted = isAgreeing ? toTarget.counts : toSource.counts
  shareByColumns(bench, cells, counted, priorWeight, settings.smoothing)
  for (const [direction, side] of [
    [toTarget, corpus.target],
    [toSource, corpus.source],
  ] as const) {
    direction.counts.fill(0)
    shareNothing(direction, side, settings.smoothing)
    shareJumps(direction, settings.jumpSmoothing)
  }
}

/** So that all a source word produces sums to 1. */
function shareByRows(
  { translation }: Workbench,
  { rowStarts, prior }: Cells,
  counts: Float32Array,
  priorWeight: number,
  smoothing: number,
): void {
  const weight = priorWeight / 255
  for (let word = 0; word + 1 < rowStarts.length; word++) {
    let sum = 0
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++)
      sum += translation[2 * cell] = counts[cell]! + weight * prior[cell]! + smoothing
    const share = sum > 0 ? 1 / sum : 0
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++) translation[2 * cell]! *= share
  }
}

/** So that all a target word produces sums to 1. */
function shareByColumns(
  { translation, corpus: { target } }: Workbench,
  { targetOf, prior, size }: Cells,
  counts: Float32Array,
  priorWeight: number,
  smoothing: number,
): void {
  const weight = priorWeight / 255
  const sums = new Float64Array(target.vocabulary)
  for (let cell = 0; cell < size; cell++)
    sums[targetOf[cell]!]! += translation[2 * cell + 1] = counts[cell]! + weight * prior[cell]! + smoothing
  for (let word = 0; word < sums.length; word++) sums[word] = sums[word]! > 0 ? 1 / sums[word]! : 0
  for (let cell = 0; cell < size; cell++) translation[2 * cell + 1]! *= sums[targetOf[cell]!]!
}

function guessNothing({ fromNothing }: Direction, { words }: Side): void {
  for (const word of words) fromNothing[word]!++
  for (let word = 0; word < fromNothing.length; word++) fromNothing[word]! /= words.length || 1
}

function shareNothing({ fromNothing, unexplained }: Direction, { words, vocabulary }: Side, smoothing: number): void {
  const counts = new Float64Array(vocabulary)
  let sum = smoothing * vocabulary
  for (let at = 0; at < words.length; at++) {
    const left = Math.max(0, unexplained[at]!)
    counts[words[at]!]! += left
    sum += left
  }
  for (let word = 0; word < vocabulary; word++) fromNothing[word] = (counts[word]! + smoothing) / (sum || 1)
}

/** Blocks in their order, whoever counted them. Model 1 expects no jumps: they stay as they are. */
function shareJumps({ jumps, jumpCounts }: Direction, smoothing: number): void {
  const counts = new Float64Array(jumpBuckets)
  let sum = 0
  for (let at = 0; at < jumpCounts.length; at++) {
    counts[at % jumpBuckets]! += jumpCounts[at]!
    sum += jumpCounts[at]!
  }
  if (sum === 0) return
  for (let bucket = 0; bucket < jumpBuckets; bucket++)
    jumps[bucket] = (counts[bucket]! + smoothing) / (sum + smoothing * jumpBuckets)
}
