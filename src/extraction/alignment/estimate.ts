import type { Cells } from './cells.js'
import type { Side } from './corpus.js'
import { type Direction, jumpBuckets } from './direction.js'
import type { Backing } from './parts.js'
import type { AlignmentSettings } from './settings.js'
import type { Workbench } from './workbench.js'

/** Words that keep company, and what is given; words come from nothing as often as they come at all. */
export function guessFirst(bench: Workbench, cells: Cells, cosines: Float32Array): void {
  shareByRows(bench, cells, cosines, 0)
  shareByColumns(bench, cells, cosines, 0)
  guessNothing(bench.toTarget, bench.corpus.target)
  guessNothing(bench.toSource, bench.corpus.source)
}

/** The parameters under which the expected counts, what is given among them, are likeliest; counts begin again at nothing. */
export function maximise(
  bench: Workbench,
  cells: Cells,
  { smoothing, jumpSmoothing }: AlignmentSettings,
  isAgreeing: boolean,
  back: Backing,
): void {
  const { toTarget, toSource, corpus } = bench
  // What agrees was counted once, for both.
  back(cells, isAgreeing ? [toTarget.counts] : [toTarget.counts, toSource.counts])
  shareByRows(bench, cells, toTarget.counts, smoothing)
  shareByColumns(bench, cells, isAgreeing ? toTarget.counts : toSource.counts, smoothing)
  for (const [direction, side] of [
    [toTarget, corpus.target],
    [toSource, corpus.source],
  ] as const) {
    direction.counts.fill(0)
    shareNothing(direction, side, smoothing)
    shareJumps(direction, jumpSmoothing)
  }
}

/** So that all a source word produces sums to 1. */
function shareByRows(
  { translation }: Workbench,
  { rowStarts, given, lost }: Cells,
  counts: Float32Array,
  smoothing: number,
): void {
  for (let word = 0; word + 1 < rowStarts.length; word++) {
    let sum = lost.source[word]!
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++)
      sum += translation[2 * cell] = counts[cell]! + given[cell]! + smoothing
    const share = sum > 0 ? 1 / sum : 0
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++) translation[2 * cell]! *= share
  }
}

/** So that all a target word produces sums to 1. */
function shareByColumns(
  { translation }: Workbench,
  { targetOf, given, lost, size }: Cells,
  counts: Float32Array,
  smoothing: number,
): void {
  const sums = lost.target.slice()
  for (let cell = 0; cell < size; cell++)
    sums[targetOf[cell]!]! += translation[2 * cell + 1] = counts[cell]! + given[cell]! + smoothing
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
