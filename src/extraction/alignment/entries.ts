import { type Cells, isTooLong } from './cells.js'
import { sharedInts, sharedShorts, type WordCorpus } from './corpus.js'

/**
 * Where the cells stand in the sentences of a stretch: the entries of its p-th source token are `starts[p]` up to `starts[p + 1]`,
 * each with its cell and the place of the target token in its sentence.
 */
export interface Entries {
  starts: Int32Array
  cells: Int32Array
  columns: Uint16Array
}

/** Room for the entries of one stretch before any is dropped; used for one after the other. */
export function roomFor(entries: number, tokens: number): Entries {
  return { starts: sharedInts(tokens + 1), cells: sharedInts(entries), columns: sharedShorts(entries) }
}

/** Sentence pairs from one up to another, and their source tokens by word. */
interface Tokens {
  from: number
  to: number
  tokens: Int32Array
}

/** Finds the entries of a stretch, word by word, so that the cells of a word are laid out once. */
export function layEntries(corpus: WordCorpus, { rowStarts, targetOf }: Cells, stretch: Tokens, room: Entries): void {
  const { source, target } = corpus
  const { starts, cells, columns } = room
  const { from: firstPair, to, tokens } = stretch
  const first = source.starts[firstPair]!
  const sentenceOf = new Int32Array(tokens.length)
  for (let n = firstPair; n < to; n++) sentenceOf.fill(n, source.starts[n]! - first, source.starts[n + 1]! - first)
  // At first each token has room for its whole sentence; what it does not need is closed afterwards.
  starts[0] = 0
  for (let p = 0; p < tokens.length; p++) {
    const n = sentenceOf[p]!
    starts[p + 1] = starts[p]! + (isTooLong(corpus, n) ? 0 : target.starts[n + 1]! - target.starts[n]!)
  }
  const counts = new Uint16Array(tokens.length)
  const cellOf = new Int32Array(target.vocabulary).fill(-1)
  for (let at = 0; at < tokens.length;) {
    const word = source.words[tokens[at]!]!
    const [from, to] = [rowStarts[word]!, rowStarts[word + 1]!]
    for (let cell = from; cell < to; cell++) cellOf[targetOf[cell]!] = cell
    for (; at < tokens.length && source.words[tokens[at]!] === word; at++) {
      const p = tokens[at]! - first
      const begin = starts[p]!
      const width = starts[p + 1]! - begin
      const firstTarget = target.starts[sentenceOf[p]!]!
      let end = begin
      for (let column = 0; column < width; column++) {
        const cell = cellOf[target.words[firstTarget + column]!]!
        if (cell < 0) continue
        cells[end] = cell
        columns[end++] = column
      }
      counts[p] = end - begin
    }
    for (let cell = from; cell < to; cell++) cellOf[targetOf[cell]!] = -1
  }
  let end = 0
  for (let p = 0; p < tokens.length; p++) {
    const begin = starts[p]!
    cells.copyWithin(end, begin, begin + counts[p]!)
    columns.copyWithin(end, begin, begin + counts[p]!)
    starts[p] = end
    end += counts[p]!
  }
  starts[tokens.length] = end
}

/** Drops the entries marked with cell −1 where they stand: memory that threads share is not given back at once, so none is taken anew. */
export function sift({ starts, cells, columns }: Entries, tokens: number): void {
  let kept = 0
  let from = 0
  for (let p = 0; p < tokens; p++) {
    const to = starts[p + 1]!
    for (let e = from; e < to; e++) {
      if (cells[e]! < 0) continue
      cells[kept] = cells[e]!
      columns[kept++] = columns[e]!
    }
    from = to
    starts[p + 1] = kept
  }
}

/** The entries in arrays of their own, no larger than they need be. */
export function settled({ starts, cells, columns }: Entries, tokens: number): Entries {
  const kept = starts[tokens]!
  const own = roomFor(kept, tokens)
  own.starts.set(starts.subarray(0, tokens + 1))
  own.cells.set(cells.subarray(0, kept))
  own.columns.set(columns.subarray(0, kept))
  return own
}
