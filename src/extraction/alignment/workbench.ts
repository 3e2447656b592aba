import { tokensByWord } from './cells.js'
import { sharedCopy, sharedDoubles, sharedFloats, sharedInts, type WordCorpus } from './corpus.js'
import { type Direction, firstJumps, jumpBuckets } from './direction.js'
import type { Entries } from './entries.js'
import type { AlignmentSettings } from './settings.js'

/** Everything that threads work on together; arrays in shared memory, so that sending it copies nothing. */
export interface Workbench {
  corpus: WordCorpus
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
  entries: Entries
}

/** Sentence pairs that a thread takes at a time. */
export const blockSize = 128
/** Pairs of tokens that a stretch holds, and what is more of its last block: so much memory its beliefs take before any is dropped. */
const tokenPairsOfStretch = 3_000_000
const partsOfStretch = 16

export function setUp(corpus: WordCorpus, cells: number, settings: AlignmentSettings): Workbench {
  const blocks = Math.ceil(corpus.size / blockSize)
  const direction = (producing: { words: Int32Array; vocabulary: number }): Direction => ({
    counts: sharedFloats(cells),
    fromNothing: sharedFloats(producing.vocabulary),
    unexplained: sharedFloats(producing.words.length),
    jumps: firstJumps(),
    jumpCounts: sharedDoubles(blocks * jumpBuckets),
    posterior: sharedFloats(0),
  })
  return {
    corpus,
    translation: sharedFloats(2 * cells),
    toTarget: direction(corpus.target),
    toSource: direction(corpus.source),
    stretches: cutStretches(corpus),
    taken: sharedInts(1),
    nullProbability: settings.nullProbability,
    pruning: settings.pruning,
  }
}

/** Room for what is believed of so many entries. */
export function makeRoom(bench: Workbench, entries: number): void {
  for (const direction of [bench.toTarget, bench.toSource]) direction.posterior = sharedFloats(entries)
}

export function tokenPairsOf({ source, target }: WordCorpus, n: number): number {
  return (source.starts[n + 1]! - source.starts[n]!) * (target.starts[n + 1]! - target.starts[n]!)
}

function cutStretches(corpus: WordCorpus): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  let pairs = 0
  for (let n = 0; n < corpus.size; n++) {
    pairs += tokenPairsOf(corpus, n)
    const isLast = n + 1 === corpus.size
    if (!isLast && ((n + 1) % blockSize !== 0 || pairs < tokenPairsOfStretch)) continue
    found.push(stretchOf(corpus, from, n + 1))
    from = n + 1
    pairs = 0
  }
  return found
}

const none: Entries = { starts: new Int32Array(0), cells: new Int32Array(0), columns: new Uint16Array(0) }

function stretchOf({ source }: WordCorpus, from: number, to: number): Stretch {
  const { tokens } = tokensByWord(source, source.starts[from], source.starts[to])
  return { from, to, tokens: sharedCopy(tokens), parts: cutParts(tokens, source.words), entries: none }
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
