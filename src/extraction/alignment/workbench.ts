import { type Cells, type Entries, tokensByWord } from './cells.js'
import { sharedCopy, sharedDoubles, sharedFloats, sharedInts, type WordCorpus } from './corpus.js'
import { type Direction, firstJumps, jumpBuckets } from './direction.js'
import type { AlignmentSettings } from './settings.js'

/** Everything that threads work on together; arrays in shared memory, so that sending it copies nothing. */
export interface Workbench {
  corpus: WordCorpus
  entries: Entries
  /** p(target | source) and p(source | target) of each cell, side by side, for they are read together: what is slow is getting there. */
  translation: Float32Array
  toTarget: Direction
  toSource: Direction
  stretches: Stretch[]
  /** Number of the next job that nobody has taken. */
  taken: Int32Array
  nullProbability: number
  pruning: number
}

/** Sentence pairs whose beliefs are held at a time: believed in blocks, then counted in parts. */
export interface Stretch {
  /** First sentence pair, and the one behind the last. */
  from: number
  to: number
  /** Its source tokens by word; `parts` cuts them where a word ends, so that each cell is counted by one thread, in one order. */
  tokens: Int32Array
  parts: Int32Array
}

/** Sentence pairs that a thread takes at a time. */
export const blockSize = 128
const blocksOfStretch = 64
const partsOfStretch = 16

export function setUp(corpus: WordCorpus, cells: Cells, entries: Entries, settings: AlignmentSettings): Workbench {
  const stretches = cutStretches(corpus)
  const longest = Math.max(0, ...stretches.map(({ from, to }) => entriesBetween(corpus, entries, from, to)))
  const blocks = Math.ceil(corpus.size / blockSize)
  const direction = (producing: { words: Int32Array; vocabulary: number }): Direction => ({
    counts: sharedFloats(cells.size),
    fromNothing: sharedFloats(producing.vocabulary),
    unexplained: sharedFloats(producing.words.length),
    jumps: firstJumps(),
    jumpCounts: sharedDoubles(blocks * jumpBuckets),
    posterior: sharedFloats(longest),
  })
  return {
    corpus,
    entries,
    translation: sharedFloats(2 * cells.size),
    toTarget: direction(corpus.target),
    toSource: direction(corpus.source),
    stretches,
    taken: sharedInts(1),
    nullProbability: settings.nullProbability,
    pruning: settings.pruning,
  }
}

function entriesBetween({ source }: WordCorpus, { starts }: Entries, from: number, to: number): number {
  return starts[source.starts[to]!]! - starts[source.starts[from]!]!
}

function cutStretches(corpus: WordCorpus): Stretch[] {
  const size = blockSize * blocksOfStretch
  return Array.from({ length: Math.ceil(corpus.size / size) }, (_, n) => {
    const from = n * size
    const to = Math.min(corpus.size, from + size)
    const { source } = corpus
    const { tokens } = tokensByWord(source, source.starts[from], source.starts[to])
    return { from, to, tokens: sharedCopy(tokens), parts: cutParts(tokens, source.words) }
  })
}

function cutParts(tokens: Int32Array, words: Int32Array): Int32Array {
  const cuts = [0]
  for (let part = 1; part < partsOfStretch; part++) {
    let at = Math.max(cuts.at(-1)!, Math.floor((tokens.length * part) / partsOfStretch))
    while (at > 0 && at < tokens.length && words[tokens[at]!] === words[tokens[at - 1]!]) at++
    cuts.push(at)
  }
  cuts.push(tokens.length)
  return Int32Array.from(cuts)
}
