import { availableParallelism } from 'node:os'
import { DomainError } from '../../shared/errors.js'
import { layCells, type Prior, siftEntries } from './cells.js'
import { CorpusBuilder, sharedFloats, type WordCorpus, type WordPair } from './corpus.js'
import { canThread, type Crew, crewOf } from './crew.js'
import { guessFirst, maximise } from './estimate.js'
import { type AlignmentSettings, standardSettings } from './settings.js'
import { setUp, type Workbench } from './workbench.js'

export interface LearningOptions {
  sourceVocabulary: number
  targetVocabulary: number
  prior?: Prior
  settings?: AlignmentSettings
  /** Threads that learn; the result is the same with any number. Default: one, or what the machine has where there is much to learn. */
  threads?: number
  /** How much of the learning is done, 0..1. */
  onProgress?: (share: number) => void
  /** How much of the linking that follows is done, 0..1. */
  onLink?: (share: number) => void
  signal?: AbortSignal
}

/** What alignment has learnt of a corpus. */
export interface AlignmentModel {
  /** √(p(j from i) · p(i from j)) for each pair of words of the n-th sentence pair, source rows and target columns, row by row. */
  posterior(n: number): Float32Array
  /** What of it is more than the threshold, in order of source and target. */
  links(n: number, threshold?: number): Link[]
}

/** The token number of each side, from 0. */
export type Link = [source: number, target: number]

export const usualThreshold = 0.2

/** Learns from sentence pairs that are held as arrays. */
export function learnAlignment(pairs: Iterable<WordPair>, options: LearningOptions): Promise<AlignmentModel> {
  const builder = new CorpusBuilder()
  for (const { source, target } of pairs) builder.add(source, target)
  return learnFrom(builder.built({ source: options.sourceVocabulary, target: options.targetVocabulary }), options)
}

/** Expectation maximisation over both directions at once, Model 1 first, then the HMM over what Model 1 left likely. */
export async function learnFrom(corpus: WordCorpus, options: LearningOptions): Promise<AlignmentModel> {
  const settings = options.settings ?? standardSettings
  const { modelOneRounds, hmmRounds } = settings
  const { cells, entries } = layCells(corpus, options.prior, settings.leastCosine)
  const priorWeight = corpus.size < settings.corpusFrom ? settings.priorWeight.page : settings.priorWeight.corpus
  const bench = setUp(corpus, cells, entries, settings)
  guessFirst(bench, cells, priorWeight)
  const crew = crewOf(threadsFor(corpus, options), bench)
  const step = watched(options.onProgress, bench.stretches.length * (modelOneRounds + hmmRounds), options)
  try {
    for (let round = 0; round < modelOneRounds + hmmRounds; round++) {
      const isAgreeing = round >= settings.agreeingFrom
      const model = round < modelOneRounds ? 'one' : 'hmm'
      const least = isAgreeing && model === 'one' ? settings.leastBelief : 0
      for (const stretch of bench.stretches.keys()) {
        await crew.do({ step: 'believe', stretch, model, isAgreeing, least })
        await crew.do({ step: 'count', stretch, isAgreeing })
        step()
      }
      if (least > 0) sift(crew, bench)
      maximise(bench, cells, priorWeight, settings, isAgreeing)
    }
    return modelOf(bench, await linkAll(crew, bench, watched(options.onLink, bench.stretches.length, options)))
  } finally {
    await crew.dismiss()
  }
}

/** What neither direction believes in any more is not looked at again. */
function sift(crew: Crew, bench: Workbench): void {
  bench.entries = siftEntries(bench.entries)
  crew.moveTo(bench)
}

async function linkAll(crew: Crew, bench: Workbench, step: () => void): Promise<Float32Array> {
  const links = sharedFloats(bench.entries.cells.length)
  for (const stretch of bench.stretches.keys()) {
    await crew.do({ step: 'link', stretch, links })
    step()
  }
  return links
}

/** Keeps nothing of the parameters. */
function modelOf({ corpus: { source, target }, entries: { starts, columns } }: Workbench, links: Float32Array) {
  return {
    posterior(n: number): Float32Array {
      const from = source.starts[n]!
      const width = target.starts[n + 1]! - target.starts[n]!
      const found = new Float32Array((source.starts[n + 1]! - from) * width)
      for (let p = from; p < source.starts[n + 1]!; p++)
        for (let e = starts[p]!; e < starts[p + 1]!; e++) found[(p - from) * width + columns[e]!] = links[e]!
      return found
    },
    links(n: number, threshold = usualThreshold): Link[] {
      const found: Link[] = []
      const from = source.starts[n]!
      for (let p = from; p < source.starts[n + 1]!; p++)
        for (let e = starts[p]!; e < starts[p + 1]!; e++) if (links[e]! > threshold) found.push([p - from, columns[e]!])
      return found
    },
  } satisfies AlignmentModel
}

/** Below this many sentence pairs a thread takes longer to start than it saves. */
const manyPairs = 5000
const mostThreads = 4

function threadsFor({ size }: WordCorpus, { threads }: LearningOptions): number {
  if (threads !== undefined) return threads
  return size >= manyPairs && canThread() ? Math.min(mostThreads, availableParallelism()) : 1
}

/** Tells how far it is after each step, and stops when it is told to. */
function watched(
  onProgress: ((share: number) => void) | undefined,
  steps: number,
  { signal }: LearningOptions,
): () => void {
  let done = 0
  const look = () => {
    if (signal?.aborted) throw new DomainError('cancelled', 'The extraction was cancelled.')
    onProgress?.(steps > 0 ? done / steps : 1)
  }
  look()
  return () => {
    done++
    look()
  }
}
