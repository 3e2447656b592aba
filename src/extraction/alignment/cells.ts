import { sharedInts, type Side, type WordCorpus } from './corpus.js'

/** How often something outside the corpus says to have seen two words translate each other: dictionary, termbase, numbers, names. */
export type Given = (sourceWord: number, targetWord: number) => number

/**
 * The distinct pairs of words that may translate each other, one cell each, sorted by source word: the cells of word s are
 * `rowStarts[s]` up to `rowStarts[s + 1]`. Parameters are flat arrays over them, so memory follows the vocabulary.
 */
export interface Cells {
  size: number
  rowStarts: Int32Array
  targetOf: Int32Array
  /** What each was given. */
  given: Float32Array
  /** What was given to pairs that have no cell any more, by source and by target word. */
  lost: { source: Float64Array; target: Float64Array }
}

/** So many pairs of tokens can one sentence pair have; a longer one (a book in one cell) is left without links. */
export const largestGrid = 4_000_000
/** What the place of a token in its sentence fits into 16 bits. */
const longestSentence = 65_536

/**
 * Finds the cells, a source word at a time: no table of pairs is ever built. A pair that nothing is given for is left out when the words
 * meet hardly more often than chance would have it: their cosine, together / √(times source · times target), squared is below `leastCosine`.
 * The cosine of each cell is what learning begins with: a number below 1, so that a dictionary, where there is one, is heard first.
 */
export function layCells(
  corpus: WordCorpus,
  given: Given | undefined,
  leastCosine: number,
): { cells: Cells; cosines: Float32Array } {
  const { source, target } = corpus
  const sentenceOf = sentencesOf(corpus)
  const { tokens, starts: listStarts } = tokensByWord(source)
  const often = { source: occurrences(source), target: occurrences(target) }
  const together = new Int32Array(target.vocabulary)
  const others = new Int32Array(target.vocabulary)
  const rowStarts = sharedInts(source.vocabulary + 1)
  let room = new Room(1 << 10)
  let size = 0

  for (let word = 0; word < source.vocabulary; word++) {
    let othersHere = 0
    for (let at = listStarts[word]!; at < listStarts[word + 1]!; at++) {
      const n = sentenceOf[tokens[at]!]!
      if (n < 0) continue
      for (let t = target.starts[n]!; t < target.starts[n + 1]!; t++) {
        const other = target.words[t]!
        if (together[other]!++ === 0) others[othersHere++] = other
      }
    }
    if (size + othersHere > room.length) room = room.grown(size + othersHere)
    for (let m = 0; m < othersHere; m++) {
      const other = others[m]!
      const both = Math.min(together[other]!, often.source[word]!, often.target[other]!)
      const cosine = both / Math.sqrt(often.source[word]! * often.target[other]!)
      const support = given ? given(word, other) : 0
      if (support > 0 || cosine * cosine >= leastCosine) {
        room.targetOf[size] = other
        room.given[size] = support
        room.cosines[size++] = cosine
      }
      together[other] = 0
    }
    rowStarts[word + 1] = size
  }
  const lost = { source: new Float64Array(source.vocabulary), target: new Float64Array(target.vocabulary) }
  const { targetOf, given: weights, cosines } = room.cut(size)
  return { cells: { size, rowStarts, targetOf, given: weights, lost }, cosines }
}

/** What is known of cells while nobody knows yet how many there are. */
class Room {
  readonly targetOf: Int32Array
  readonly given: Float32Array
  readonly cosines: Float32Array

  constructor(readonly length: number) {
    this.targetOf = new Int32Array(length)
    this.given = new Float32Array(length)
    this.cosines = new Float32Array(length)
  }

  grown(needed: number): Room {
    const larger = new Room(Math.max(needed, Math.ceil(this.length * 1.5)))
    larger.targetOf.set(this.targetOf)
    larger.given.set(this.given)
    larger.cosines.set(this.cosines)
    return larger
  }

  cut(size: number): { targetOf: Int32Array; given: Float32Array; cosines: Float32Array } {
    return {
      targetOf: this.targetOf.slice(0, size),
      given: this.given.slice(0, size),
      cosines: this.cosines.slice(0, size),
    }
  }
}

/** Only the cells that are used, and the new number of each. */
export function compacted(
  { rowStarts, targetOf, given, lost }: Cells,
  isUsed: Uint8Array,
): { cells: Cells; numbers: Int32Array } {
  const numbers = new Int32Array(isUsed.length)
  const starts = sharedInts(rowStarts.length)
  let size = 0
  for (let word = 0; word + 1 < rowStarts.length; word++) {
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++) {
      if (isUsed[cell]) numbers[cell] = size++
      else {
        lost.source[word]! += given[cell]!
        lost.target[targetOf[cell]!]! += given[cell]!
      }
    }
    starts[word + 1] = size
  }
  const kept = { targetOf: new Int32Array(size), given: new Float32Array(size) }
  for (let cell = 0; cell < isUsed.length; cell++) {
    if (!isUsed[cell]) continue
    kept.targetOf[numbers[cell]!] = targetOf[cell]!
    kept.given[numbers[cell]!] = given[cell]!
  }
  return { cells: { size, rowStarts: starts, ...kept, lost }, numbers }
}

/** The sentence that each source token stands in, −1 where it is too long. */
function sentencesOf(corpus: WordCorpus): Int32Array {
  const { size, source } = corpus
  const found = new Int32Array(source.words.length)
  for (let n = 0; n < size; n++) found.fill(isTooLong(corpus, n) ? -1 : n, source.starts[n], source.starts[n + 1])
  return found
}

export function isTooLong({ source, target }: WordCorpus, n: number): boolean {
  const width = target.starts[n + 1]! - target.starts[n]!
  return width > longestSentence || width * (source.starts[n + 1]! - source.starts[n]!) > largestGrid
}

export function occurrences({ words, vocabulary }: Side): Int32Array {
  const found = new Int32Array(vocabulary)
  for (const word of words) found[word]!++
  return found
}

/** Token numbers sorted by word, in order of the text within a word, from `from` up to `to`. */
export function tokensByWord(
  { words, vocabulary }: Side,
  from = 0,
  to = words.length,
): { tokens: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(vocabulary + 1)
  for (let p = from; p < to; p++) starts[words[p]! + 1]!++
  for (let word = 0; word < vocabulary; word++) starts[word + 1]! += starts[word]!
  const next = starts.slice()
  const tokens = new Int32Array(to - from)
  for (let p = from; p < to; p++) tokens[next[words[p]!]!++] = p
  return { tokens, starts }
}
