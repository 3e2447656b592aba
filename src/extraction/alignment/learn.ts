import { DomainError } from '../../shared/errors.js'
import { type Cells, layCells, type WordPair } from './cells.js'
import { type Direction, type Grid, type Jumps, modelOnePosteriors } from './direction.js'
import { Counts, firstGuess, maximise, type Side } from './estimate.js'
import { Lattice } from './lattice.js'
import { type AlignmentSettings, standardSettings } from './settings.js'

/** How strongly something outside the corpus says that two words translate each other, 0..1: dictionary, termbase, numbers, names. */
export type Prior = (sourceWord: number, targetWord: number) => number

export interface LearningOptions {
  sourceVocabulary: number
  targetVocabulary: number
  prior?: Prior
  settings?: AlignmentSettings
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** What alignment has learnt of a corpus. Matrices hold source rows and target columns, row by row. */
export interface AlignmentModel {
  /** √(p(j from i) · p(i from j)) for each pair of words of the n-th sentence pair. */
  posterior(n: number): Float32Array
  /** p(target | source) and p(source | target) of two words that stand together somewhere, a cell each. */
  readonly cells: Cells
  readonly toTarget: Float32Array
  readonly toSource: Float32Array
}

/** Sentence pairs between two looks at the clock and the signal. */
const breath = 256

/** Expectation maximisation over both directions at once, Model 1 first, then the HMM. */
export async function learnAlignment(pairs: readonly WordPair[], options: LearningOptions): Promise<AlignmentModel> {
  const settings = options.settings ?? standardSettings
  const cells = layCells(pairs)
  const prior = priorCounts(
    cells,
    options.prior,
    pairs.length < settings.corpusFrom ? settings.priorWeight.page : settings.priorWeight.corpus,
  )
  const sides = {
    toTarget: {
      produced: pairs.map(({ target }) => target),
      producedWords: options.targetVocabulary,
      generatorOf: cells.sourceOf,
      generators: options.sourceVocabulary,
    },
    toSource: {
      produced: pairs.map(({ source }) => source),
      producedWords: options.sourceVocabulary,
      generatorOf: cells.targetOf,
      generators: options.targetVocabulary,
    },
  } satisfies Record<string, Side>
  const toTarget = firstGuess(sides.toTarget, prior, settings)
  const toSource = firstGuess(sides.toSource, prior, settings)
  const lattice = new Lattice(settings.pruning)
  const belief = new Belief()
  const rounds = settings.modelOneRounds + settings.hmmRounds

  for (let round = 0; round < rounds; round++) {
    const isHmm = round >= settings.modelOneRounds
    const counts = {
      toTarget: new Counts(cells.size, sides.toTarget),
      toSource: new Counts(cells.size, sides.toSource),
    }
    for (const [n, pair] of pairs.entries()) {
      if (n % breath === 0) await breathe(options, (round + n / pairs.length) / rounds)
      if (pair.source.length === 0 || pair.target.length === 0) continue
      const { forward, backward } = belief.sized(cells.grids[n]!.length)
      const grids = gridsOf(pair, cells.grids[n]!)
      believe(grids.toTarget, toTarget, isHmm ? lattice : null, forward, counts.toTarget.jumps)
      believe(grids.toSource, toSource, isHmm ? lattice : null, backward, counts.toSource.jumps)
      if (round >= settings.agreeingFrom) agree(forward, backward)
      counts.toTarget.add(grids.toTarget, forward)
      counts.toSource.add(grids.toSource, backward)
    }
    maximise(toTarget, counts.toTarget, sides.toTarget, prior, settings)
    maximise(toSource, counts.toSource, sides.toSource, prior, settings)
  }
  return {
    cells,
    toTarget: toTarget.translation,
    toSource: toSource.translation,
    posterior: (n) => softAlignment(pairs[n]!, cells.grids[n]!, toTarget, toSource, lattice),
  }
}

/** Links of a soft alignment: what both directions together hold for likelier than the threshold. */
export function hardLinks(
  posterior: Float32Array,
  columns: number,
  threshold = 0.2,
): [source: number, target: number][] {
  const links: [number, number][] = []
  for (let at = 0; at < posterior.length; at++)
    if (posterior[at]! > threshold) links.push([Math.floor(at / columns), at % columns])
  return links
}

function priorCounts(cells: Cells, prior: Prior | undefined, weight: number): Float32Array {
  const counts = new Float32Array(cells.size)
  if (prior)
    for (let cell = 0; cell < cells.size; cell++)
      counts[cell] = weight * prior(cells.sourceOf[cell]!, cells.targetOf[cell]!)
  return counts
}

/** Model 1 where there is no lattice to walk. */
function believe(
  grid: Grid,
  direction: Direction,
  lattice: Lattice | null,
  out: Float32Array,
  jumps: Jumps | null,
): void {
  if (lattice) lattice.posteriors(grid, direction, out, jumps)
  else modelOnePosteriors(grid, direction, out)
}

/** Both take the product of what each believes (Liang, Taskar, Klein 2006). */
function agree(forward: Float32Array, backward: Float32Array): void {
  for (let at = 0; at < forward.length; at++) backward[at] = forward[at] = forward[at]! * backward[at]!
}

const gridsOf = ({ source, target }: WordPair, cells: Int32Array): { toTarget: Grid; toSource: Grid } => ({
  toTarget: { cells, produced: target, generators: source.length, stepI: target.length, stepJ: 1 },
  toSource: { cells, produced: source, generators: target.length, stepI: 1, stepJ: target.length },
})

function softAlignment(
  pair: WordPair,
  cells: Int32Array,
  toTarget: Direction,
  toSource: Direction,
  lattice: Lattice,
): Float32Array {
  const forward = new Float32Array(cells.length)
  if (cells.length === 0) return forward
  const backward = new Float32Array(cells.length)
  const grids = gridsOf(pair, cells)
  believe(grids.toTarget, toTarget, lattice, forward, null)
  believe(grids.toSource, toSource, lattice, backward, null)
  for (let at = 0; at < cells.length; at++) forward[at] = Math.sqrt(forward[at]! * backward[at]!)
  return forward
}

/** The posteriors of the sentence pair at hand, in buffers that the next one writes over. */
class Belief {
  private forward = new Float32Array(0)
  private backward = new Float32Array(0)

  sized(cells: number) {
    if (this.forward.length < cells) {
      this.forward = new Float32Array(2 * cells)
      this.backward = new Float32Array(2 * cells)
    }
    return { forward: this.forward.subarray(0, cells), backward: this.backward.subarray(0, cells) }
  }
}

async function breathe({ onProgress, signal }: LearningOptions, share: number): Promise<void> {
  onProgress?.(share)
  await new Promise((resolve) => setImmediate(resolve))
  if (signal?.aborted) throw new DomainError('cancelled', 'The extraction was cancelled.')
}
