import { grown, sharedBytes, sharedCopy, sharedInts, sharedShorts, type Side, type WordCorpus } from './corpus.js'

/** How strongly something outside the corpus says that two words translate each other, 0..1: dictionary, termbase, numbers, names. */
export type Prior = (sourceWord: number, targetWord: number) => number

/**
 * The distinct pairs of words that may translate each other, one cell each, sorted by source word: the cells of word s are
 * `rowStarts[s]` up to `rowStarts[s + 1]`. Parameters are flat arrays over them, so memory follows the vocabulary.
 */
export interface Cells {
  rowStarts: Int32Array
  targetOf: Int32Array
  size: number
  /** What the prior says of each, 0..255 for 0..1. */
  prior: Uint8Array
}

/**
 * Where the cells stand in the sentences: the entries of source token p are `starts[p]` up to `starts[p + 1]`, each with its cell and
 * the place of the target token in its sentence.
 */
export interface Entries {
  starts: Int32Array
  cells: Int32Array
  columns: Uint16Array
}

/** So many pairs of tokens can one sentence pair have; a longer one (a book in one cell) is left without links. */
export const largestGrid = 4_000_000
/** What the place of a token in its sentence fits into 16 bits. */
const longestSentence = 65_536

/**
 * Finds the cells, a source word at a time: no table of pairs is ever built. A pair that the prior knows nothing of is left out when the words
 * meet hardly more often than chance would have it: their squared cosine, together² / (times source · times target), is below `leastCosine`.
 */
export function layCells(
  corpus: WordCorpus,
  prior: Prior | undefined,
  leastCosine: number,
): { cells: Cells; entries: Entries } {
  const { source, target } = corpus
  const sentenceOf = sentencesOf(corpus)
  const { tokens, starts: listStarts } = tokensByWord(source)
  const often = { source: occurrences(source), target: occurrences(target) }
  const together = new Int32Array(target.vocabulary)
  const met = new Int32Array(target.vocabulary)
  const kept = new Uint8Array(target.vocabulary)
  const rowStarts = sharedInts(source.vocabulary + 1)
  const starts = sharedInts(source.words.length + 1)
  let targetOf = new Int32Array(1 << 10)
  let priors = new Uint8Array(1 << 10)
  let size = 0

  for (let word = 0; word < source.vocabulary; word++) {
    let metHere = 0
    for (let at = listStarts[word]!; at < listStarts[word + 1]!; at++) {
      const n = sentenceOf[tokens[at]!]!
      if (n < 0) continue
      for (let t = target.starts[n]!; t < target.starts[n + 1]!; t++) {
        const other = target.words[t]!
        if (together[other]!++ === 0) met[metHere++] = other
      }
    }
    if (size + metHere > targetOf.length) {
      targetOf = grown(targetOf, size + metHere)
      const more = new Uint8Array(targetOf.length)
      more.set(priors)
      priors = more
    }
    for (let m = 0; m < metHere; m++) {
      const other = met[m]!
      const both = Math.min(together[other]!, often.source[word]!, often.target[other]!)
      const support = prior ? Math.round(255 * prior(word, other)) : 0
      if (support > 0 || both * both >= leastCosine * often.source[word]! * often.target[other]!) {
        targetOf[size] = other
        priors[size++] = support
        kept[other] = 1
      }
    }
    rowStarts[word + 1] = size
    for (let at = listStarts[word]!; at < listStarts[word + 1]!; at++) {
      const n = sentenceOf[tokens[at]!]!
      if (n < 0) continue
      let found = 0
      for (let t = target.starts[n]!; t < target.starts[n + 1]!; t++) found += kept[target.words[t]!]!
      starts[tokens[at]! + 1] = found
    }
    for (let m = 0; m < metHere; m++) together[met[m]!] = kept[met[m]!] = 0
  }
  for (let p = 0; p < source.words.length; p++) starts[p + 1]! += starts[p]!

  const entries = {
    starts,
    cells: sharedInts(starts[source.words.length]!),
    columns: sharedShorts(starts[source.words.length]!),
  }
  const cellOf = new Int32Array(target.vocabulary).fill(-1)
  for (let word = 0; word < source.vocabulary; word++) {
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++) cellOf[targetOf[cell]!] = cell
    for (let at = listStarts[word]!; at < listStarts[word + 1]!; at++) {
      const p = tokens[at]!
      const n = sentenceOf[p]!
      if (n < 0) continue
      const first = target.starts[n]!
      for (let t = first, e = starts[p]!; t < target.starts[n + 1]!; t++) {
        const cell = cellOf[target.words[t]!]!
        if (cell < 0) continue
        entries.cells[e] = cell
        entries.columns[e++] = t - first
      }
    }
    for (let cell = rowStarts[word]!; cell < rowStarts[word + 1]!; cell++) cellOf[targetOf[cell]!] = -1
  }
  const shared = sharedBytes(size)
  shared.set(priors.subarray(0, size))
  return { cells: { rowStarts, targetOf: sharedCopy(targetOf.subarray(0, size)), size, prior: shared }, entries }
}

/** Drops the entries marked with cell −1, in place. */
export function siftEntries({ starts, cells, columns }: Entries): Entries {
  let kept = 0
  let from = 0
  for (let p = 0; p + 1 < starts.length; p++) {
    const to = starts[p + 1]!
    for (let e = from; e < to; e++) {
      if (cells[e]! < 0) continue
      cells[kept] = cells[e]!
      columns[kept++] = columns[e]!
    }
    from = to
    starts[p + 1] = kept
  }
  const fewer = { starts, cells: sharedInts(kept), columns: sharedShorts(kept) }
  fewer.cells.set(cells.subarray(0, kept))
  fewer.columns.set(columns.subarray(0, kept))
  return fewer
}

/** The sentence that each source token stands in, −1 where it is too long. */
function sentencesOf({ size, source, target }: WordCorpus): Int32Array {
  const found = new Int32Array(source.words.length)
  for (let n = 0; n < size; n++) {
    const width = target.starts[n + 1]! - target.starts[n]!
    const grid = width * (source.starts[n + 1]! - source.starts[n]!)
    found.fill(grid > largestGrid || width > longestSentence ? -1 : n, source.starts[n], source.starts[n + 1])
  }
  return found
}

function occurrences({ words, vocabulary }: Side): Int32Array {
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
