import { DomainError } from '../../shared/errors.js'
import { type Cells, layCells, type WordPair } from './cells.js'
import { type Direction, firstJumps, type Grid, hmmPosteriors, modelOnePosteriors, newWorkspace, type Workspace } from './direction.js'

/** How strongly something outside the corpus says that two words translate each other, 0..1: dictionary, termbase, numbers, names. */
export type Prior = (sourceWord: number, targetWord: number) => number

export interface LearningOptions {
  sourceVocabulary: number
  targetVocabulary: number
  prior?: Prior
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** What alignment has learnt of a corpus. Matrices hold source rows and target columns, row by row. */
export interface AlignmentModel {
  /** √(p(j from i) · p(i from j)) for each pair of words of the n-th sentence pair. */
  posterior(n: number): Float32Array
  /** p(target | source) and p(source | target) of two words that stand together somewhere; 0 for others. */
  readonly cells: Cells
  readonly toTarget: Float32Array
  readonly toSource: Float32Array
}

const modelOneRounds = 3
const hmmRounds = 3
/** From this round on both directions count only what both believe (Liang, Taskar, Klein 2006). Earlier, their product would vanish. */
const agreeingFrom = 2
const alpha = 5e-4
/** A dictionary entry counts as so many occurrences; a page has few of its own, so there it counts more. */
const priorWeight = (pairs: number): number => (pairs < 200 ? 10 : 5)
const breath = 512

/** Expectation maximisation over both directions at once, Model 1 first, then the HMM. */
export async function learnAlignment(pairs: readonly WordPair[], options: LearningOptions): Promise<AlignmentModel> {
  const cells = layCells(pairs)
  const prior = priorCounts(cells, options.prior, priorWeight(pairs.length))
  const vocabulary = { source: options.sourceVocabulary, target: options.targetVocabulary }
  const toTarget = newDirection(cells, cells.sourceOf, pairs.map(({ target }) => target), vocabulary.source, vocabulary.target, prior)
  const toSource = newDirection(cells, cells.targetOf, pairs.map(({ source }) => source), vocabulary.target, vocabulary.source, prior)
  const space = newWorkspace()
  const rounds = modelOneRounds + hmmRounds

  for (let round = 0; round < rounds; round++) {
    const isHmm = round >= modelOneRounds
    const counts = { toTarget: new Counts(cells.size, vocabulary.target), toSource: new Counts(cells.size, vocabulary.source) }
    for (const [n, pair] of pairs.entries()) {
      if (n % breath === 0) await breathe(options, (round + n / pairs.length) / rounds)
      if (pair.source.length === 0 || pair.target.length === 0) continue
      const grid = cells.grids[n]!
      const forward = new Float32Array(grid.length)
      const backward = new Float32Array(grid.length)
      const posteriors = isHmm ? hmmPosteriors : modelOne
      posteriors(gridToTarget(pair, grid), toTarget, space, forward, counts.toTarget.jumps)
      posteriors(gridToSource(pair, grid), toSource, space, backward, counts.toSource.jumps)
      if (round >= agreeingFrom) agree(forward, backward)
      counts.toTarget.add(grid, forward, pair.target, 1, pair.target.length, pair.source.length)
      counts.toSource.add(grid, backward, pair.source, pair.target.length, 1, pair.target.length)
    }
    maximise(toTarget, counts.toTarget, cells.sourceOf, vocabulary.source, prior, isHmm)
    maximise(toSource, counts.toSource, cells.targetOf, vocabulary.target, prior, isHmm)
  }
  return {
    cells,
    toTarget: toTarget.translation,
    toSource: toSource.translation,
    posterior: (n) => softAlignment(pairs[n]!, cells.grids[n]!, toTarget, toSource, space),
  }
}

const modelOne = (grid: Grid, direction: Direction, _: Workspace, out: Float32Array): number => modelOnePosteriors(grid, direction, out)

const gridToTarget = ({ source, target }: WordPair, cells: Int32Array): Grid => ({
  cells,
  produced: target,
  generators: source.length,
  stepI: target.length,
  stepJ: 1,
})

const gridToSource = ({ source, target }: WordPair, cells: Int32Array): Grid => ({
  cells,
  produced: source,
  generators: target.length,
  stepI: 1,
  stepJ: target.length,
})

function softAlignment(pair: WordPair, grid: Int32Array, toTarget: Direction, toSource: Direction, space: Workspace): Float32Array {
  const forward = new Float32Array(grid.length)
  if (grid.length === 0) return forward
  const backward = new Float32Array(grid.length)
  hmmPosteriors(gridToTarget(pair, grid), toTarget, space, forward, null)
  hmmPosteriors(gridToSource(pair, grid), toSource, space, backward, null)
  for (let at = 0; at < grid.length; at++) forward[at] = Math.sqrt(forward[at]! * backward[at]!)
  return forward
}

/** Both take the product of what each believes. */
function agree(forward: Float32Array, backward: Float32Array): void {
  for (let at = 0; at < forward.length; at++) backward[at] = forward[at] = forward[at]! * backward[at]!
}

/** Expected counts of one round. */
class Counts {
  readonly translation: Float32Array
  readonly fromNothing: Float32Array
  readonly jumps = new Float64Array(firstJumps().length)

  constructor(cells: number, produced: number) {
    this.translation = new Float32Array(cells)
    this.fromNothing = new Float32Array(produced)
  }

  /** What no generating position accounts for came from nothing. */
  add(grid: Int32Array, posterior: Float32Array, produced: Int32Array, stepJ: number, stepI: number, generators: number): void {
    for (let j = 0; j < produced.length; j++) {
      let explained = 0
      for (let i = 0; i < generators; i++) {
        const at = i * stepI + j * stepJ
        const mass = posterior[at]!
        explained += mass
        this.translation[grid[at]!]! += mass
      }
      this.fromNothing[produced[j]!]! += Math.max(0, 1 - explained)
    }
  }
}

function newDirection(cells: Cells, generatorOf: Int32Array, produced: readonly Int32Array[], generators: number, vocabulary: number, prior: Float32Array): Direction {
  const direction: Direction = {
    translation: new Float32Array(cells.size),
    fromNothing: new Float32Array(vocabulary),
    jumps: firstJumps(),
  }
  // Uniform but for what the dictionary says; words come from nothing as often as they come at all.
  for (let cell = 0; cell < cells.size; cell++) direction.translation[cell] = 1 + prior[cell]!
  normalise(direction.translation, generatorOf, generators)
  let total = 0
  for (const words of produced)
    for (const word of words) {
      direction.fromNothing[word]!++
      total++
    }
  for (let word = 0; word < vocabulary; word++) direction.fromNothing[word]! /= Math.max(1, total)
  return direction
}

function maximise(direction: Direction, counts: Counts, generatorOf: Int32Array, generators: number, prior: Float32Array, isHmm: boolean): void {
  const { translation } = direction
  for (let cell = 0; cell < translation.length; cell++) translation[cell] = counts.translation[cell]! + prior[cell]! + alpha
  normalise(translation, generatorOf, generators)
  let sum = 0
  for (const count of counts.fromNothing) sum += count
  if (sum > 0)
    for (let word = 0; word < counts.fromNothing.length; word++)
      direction.fromNothing[word] = (counts.fromNothing[word]! + alpha) / (sum + alpha * counts.fromNothing.length)
  if (!isHmm) return
  let jumps = 0
  for (const count of counts.jumps) jumps += count
  if (jumps > 0) for (const [at, count] of counts.jumps.entries()) direction.jumps[at] = (count + 0.1) / (jumps + 0.1 * counts.jumps.length)
}

/** So that all a generating word produces sums to 1. */
function normalise(values: Float32Array, generatorOf: Int32Array, generators: number): void {
  const sums = new Float64Array(generators)
  for (let cell = 0; cell < values.length; cell++) sums[generatorOf[cell]!]! += values[cell]!
  for (let cell = 0; cell < values.length; cell++) values[cell]! /= sums[generatorOf[cell]!]! || 1
}

function priorCounts(cells: Cells, prior: Prior | undefined, weight: number): Float32Array {
  const counts = new Float32Array(cells.size)
  if (prior) for (let cell = 0; cell < cells.size; cell++) counts[cell] = weight * prior(cells.sourceOf[cell]!, cells.targetOf[cell]!)
  return counts
}

async function breathe({ onProgress, signal }: LearningOptions, share: number): Promise<void> {
  onProgress?.(share)
  await new Promise((resolve) => setImmediate(resolve))
  if (signal?.aborted) throw new DomainError('cancelled', 'The extraction was cancelled.')
}

/** Links of a soft alignment: what both directions hold for likelier than the threshold. */
export function hardLinks(posterior: Float32Array, columns: number, threshold = 0.2): [source: number, target: number][] {
  const links: [number, number][] = []
  for (let at = 0; at < posterior.length; at++)
    if (posterior[at]! > threshold) links.push([Math.floor(at / columns), at % columns])
  return links
}
