import { availableParallelism } from 'node:os'
import { DomainError } from '../../shared/errors.js'
import { linksOf } from './believe.js'
import { type Cells, compacted, isTooLong, layCells, occurrences } from './cells.js'
import { CorpusBuilder, sharedFloats, type WordCorpus, type WordPair } from './corpus.js'
import { canThread, crewOf } from './crew.js'
import { type Entries, layEntries, roomFor, settled, sift } from './entries.js'
import { guessFirst, maximise } from './estimate.js'
import { leastSeen, leastWorth } from './lesson.js'
import { backing, noBacking, type WordParts } from './parts.js'
import { type AlignmentSettings, standardSettings } from './settings.js'
import { makeRoom, setUp, tokenPairsOf, type Workbench } from './workbench.js'

/** How strongly something outside the corpus says that two words translate each other, 0..1: dictionary, termbase, numbers, names. */
export type Prior = (sourceWord: number, targetWord: number) => number

export interface LearningOptions {
  sourceVocabulary: number
  targetVocabulary: number
  prior?: Prior
  /** The same, by what earlier documents taught. */
  heard?: Prior
  /** Is told what this corpus teaches: pairs of words, how often they are believed to answer each other, and that over √(times source · times target). */
  onTaught?: (source: number, target: number, seen: number, worth: number) => void
  /** What the words are made of: rare ones are told by others with the same parts. */
  parts?: { source: WordParts; target: WordParts }
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
  const { modelOneRounds, hmmRounds, agreeingFrom, keptFrom } = settings
  const laid = layCells(corpus, givenBy(corpus, options, settings), settings.leastCosine)
  let { cells } = laid
  const bench = setUp(corpus, cells.size, settings)
  guessFirst(bench, cells, laid.cosines)
  const back = options.parts
    ? backing(options.parts, { weight: settings.partWeight, doubt: settings.partDoubt })
    : noBacking
  const crew = crewOf(threadsFor(corpus, options), bench)
  let room = roomForAny(bench)
  const step = watched(options.onProgress, bench.stretches.length * (modelOneRounds + hmmRounds), options)
  try {
    for (let round = 0; round < modelOneRounds + hmmRounds; round++) {
      const isAgreeing = round >= agreeingFrom
      const model = round < modelOneRounds ? 'one' : 'hmm'
      const least =
        round < keptFrom || model === 'hmm'
          ? 0
          : isAgreeing
            ? settings.leastBelief.agreeing
            : settings.leastBelief.apart
      for (const [number, stretch] of bench.stretches.entries()) {
        if (round <= keptFrom) {
          layEntries(corpus, cells, stretch, room)
          stretch.entries = room
          crew.moveTo(bench)
        }
        await crew.do({ step: 'believe', stretch: number, model, isAgreeing, least })
        await crew.do({ step: 'count', stretch: number, isAgreeing })
        if (least > 0) sift(stretch.entries, stretch.tokens.length)
        if (round === keptFrom) stretch.entries = settled(room, stretch.tokens.length)
        step()
      }
      if (round === keptFrom) {
        cells = keepUsed(bench, cells)
        room = noRoom
        crew.moveTo(bench)
      }
      if (options.onTaught && round + 1 === modelOneRounds + hmmRounds) teach(bench, cells, options)
      maximise(bench, cells, settings, isAgreeing, back)
    }
    const linked = watched(options.onLink, bench.stretches.length, options)
    for (const stretch of bench.stretches.keys()) {
      await crew.do({ step: 'link', stretch })
      linked()
    }
    return modelOf(bench)
  } finally {
    await crew.dismiss()
  }
}

/** What the prior says and what earlier documents taught, in occurrences. */
function givenBy({ size }: WordCorpus, { prior, heard }: LearningOptions, settings: AlignmentSettings) {
  if (!prior && !heard) return undefined
  const weight = size < settings.corpusFrom ? settings.priorWeight.page : settings.priorWeight.corpus
  return (source: number, target: number) =>
    (prior ? weight * prior(source, target) : 0) + (heard ? settings.taughtWeight * heard(source, target) : 0)
}

/** What is counted in the last round, without what was given. */
function teach({ toTarget, corpus }: Workbench, { rowStarts, targetOf }: Cells, options: LearningOptions): void {
  const often = { source: occurrences(corpus.source), target: occurrences(corpus.target) }
  for (let word = 0; word + 1 < rowStarts.length; word++)
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++) {
      const other = targetOf[cell]!
      const seen = toTarget.counts[cell]!
      const worth = seen / Math.sqrt(often.source[word]! * often.target[other]!)
      if (seen >= leastSeen && worth >= leastWorth) options.onTaught!(word, other, seen, Math.min(1, worth))
    }
}

const noRoom = roomFor(0, 0)

/** Room for the entries of the largest stretch, and for what is believed of them. */
function roomForAny(bench: Workbench): Entries {
  const { corpus, stretches } = bench
  let [entries, tokens] = [0, 0]
  for (const { from, to, tokens: here } of stretches) {
    let pairs = 0
    for (let n = from; n < to; n++) if (!isTooLong(corpus, n)) pairs += tokenPairsOf(corpus, n)
    entries = Math.max(entries, pairs)
    tokens = Math.max(tokens, here.length)
  }
  makeRoom(bench, entries)
  return roomFor(entries, tokens)
}

/** After the first round most cells stand nowhere any more: they go, and with them nine tenths of the memory. */
function keepUsed(bench: Workbench, cells: Cells): Cells {
  const isUsed = new Uint8Array(cells.size)
  let most = 0
  for (const { entries } of bench.stretches) {
    for (const cell of entries.cells) isUsed[cell] = 1
    most = Math.max(most, entries.cells.length)
  }
  const { cells: kept, numbers } = compacted(cells, isUsed)
  for (const { entries } of bench.stretches)
    for (let e = 0; e < entries.cells.length; e++) entries.cells[e] = numbers[entries.cells[e]!]!
  for (const direction of [bench.toTarget, bench.toSource]) {
    const counts = sharedFloats(kept.size)
    for (let cell = 0; cell < isUsed.length; cell++) if (isUsed[cell]) counts[numbers[cell]!] = direction.counts[cell]!
    direction.counts = counts
  }
  bench.translation = sharedFloats(2 * kept.size)
  makeRoom(bench, most)
  return kept
}

/** Keeps nothing of the parameters. */
function modelOf({ corpus: { source, target }, stretches }: Workbench): AlignmentModel {
  const all = stretches.map(({ from, to, entries: { starts, columns, cells } }) => ({
    from,
    to,
    starts,
    columns,
    links: linksOf(cells),
  }))
  let last = all[0]
  const stretchOf = (n: number) =>
    last && n >= last.from && n < last.to ? last : (last = all.find(({ from, to }) => n >= from && n < to))!
  return {
    posterior(n: number): Float32Array {
      const { from, starts, columns, links } = stretchOf(n)
      const base = source.starts[from]!
      const first = source.starts[n]! - base
      const end = source.starts[n + 1]! - base
      const width = target.starts[n + 1]! - target.starts[n]!
      const found = new Float32Array((end - first) * width)
      for (let p = first; p < end; p++)
        for (let e = starts[p]!; e < starts[p + 1]!; e++) found[(p - first) * width + columns[e]!] = links[e]!
      return found
    },
    links(n: number, threshold = usualThreshold): Link[] {
      const { from, starts, columns, links } = stretchOf(n)
      const base = source.starts[from]!
      const first = source.starts[n]! - base
      const found: Link[] = []
      for (let p = first; p < source.starts[n + 1]! - base; p++)
        for (let e = starts[p]!; e < starts[p + 1]!; e++)
          if (links[e]! > threshold) found.push([p - first, columns[e]!])
      return found
    },
  }
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
