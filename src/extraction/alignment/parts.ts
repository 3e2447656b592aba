import type { LanguageTag } from '../../shared/language-tag.js'
import { languageOf } from '../languages/index.js'
import type { Cells } from './cells.js'

/** The parts of the words of one side, by number: those of word w are `parts[starts[w]]` up to `parts[starts[w + 1]]`. */
export interface WordParts {
  starts: Int32Array
  parts: Int32Array
  count: number
}

/** Letters of the beginning that words of one family share: nation, national, nationality. */
const sharedLetters = 4

/** What a word is made of: its characters in a language without spaces, else its first letters. */
export function partsIn(language: LanguageTag): (word: string) => string[] {
  if (!languageOf(language).usesSpaces)
    return (word) => (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(word) ? [...new Set(word)] : [])
  return (word) =>
    word.length > sharedLetters && /^\p{L}+$/u.test(word) ? [word.slice(0, sharedLetters).toLowerCase()] : []
}

/** Numbers the parts of the words of one side. */
export function numberParts(words: Iterable<string>, partsOf: (word: string) => string[]): WordParts {
  const numbers = new Map<string, number>()
  const starts = [0]
  const parts: number[] = []
  for (const word of words) {
    for (const part of partsOf(word)) {
      const number = numbers.get(part) ?? numbers.size
      numbers.set(part, number)
      parts.push(number)
    }
    starts.push(parts.length)
  }
  return { starts: Int32Array.from(starts), parts: Int32Array.from(parts), count: numbers.size }
}

/** Adds to the counts of each cell what words with the same parts say of it. */
export type Backing = (cells: Cells, counts: Float32Array[]) => void

export const noBacking: Backing = () => {}

/**
 * A word seen twice is not known, but what it is made of may be: of 国防部 the words 国防 and 外交部 tell. For each part of a source word, the share
 * of this target word among all that the other words with the part are counted with; the mean over its parts, `weight` occurrences strong, and the
 * same for the parts of the target word. `doubt` occurrences more stand for what a part would say if it stood in more words.
 */
export function backing(
  { source, target }: { source: WordParts; target: WordParts },
  { weight, doubt }: { weight: number; doubt: number },
): Backing {
  let laid: { cells: Cells; rows: Int32Array; columns: Columns } | undefined
  return (cells, counts) => {
    if (laid?.cells !== cells) laid = { cells, rows: rowsOf(cells), columns: columnsOf(cells) }
    const { rows, columns } = laid
    const [first] = counts
    const added = new Float32Array(cells.size)
    const often = {
      source: new Float64Array(cells.rowStarts.length - 1),
      target: new Float64Array(columns.starts.length - 1),
    }
    for (let cell = 0; cell < cells.size; cell++) {
      often.source[rows[cell]!]! += first![cell]!
      often.target[cells.targetOf[cell]!]! += first![cell]!
    }
    const how = { counts: first!, added, weight, doubt }
    backLines({ starts: columns.starts, cells: columns.cells, wordOf: rows, often: often.source, parts: source }, how)
    backLines({ starts: cells.rowStarts, cells: null, wordOf: cells.targetOf, often: often.target, parts: target }, how)
    for (const each of counts) for (let cell = 0; cell < cells.size; cell++) each[cell]! += added[cell]!
  }
}

/** The cells of each word of one side, and the word of the other side that each of them is about. */
interface Lines {
  starts: Int32Array
  /** Null where the cells stand in this order. */
  cells: Int32Array | null
  wordOf: Int32Array
  /** How often the words with parts are counted at all. */
  often: Float64Array
  parts: WordParts
}

function backLines(
  { starts, cells, wordOf, often, parts: { starts: partStarts, parts, count } }: Lines,
  { counts, added, weight, doubt }: { counts: Float32Array; added: Float32Array; weight: number; doubt: number },
): void {
  const all = new Float64Array(count)
  for (let word = 0; word < often.length; word++)
    for (let at = partStarts[word]!; at < partStarts[word + 1]!; at++) all[parts[at]!]! += often[word]!
  const here = new Float64Array(count)
  for (let line = 0; line + 1 < starts.length; line++) {
    const [from, to] = [starts[line]!, starts[line + 1]!]
    for (let k = from; k < to; k++) {
      const cell = cells ? cells[k]! : k
      const word = wordOf[cell]!
      for (let at = partStarts[word]!; at < partStarts[word + 1]!; at++) here[parts[at]!]! += counts[cell]!
    }
    for (let k = from; k < to; k++) {
      const cell = cells ? cells[k]! : k
      const word = wordOf[cell]!
      const [first, end] = [partStarts[word]!, partStarts[word + 1]!]
      let said = 0
      for (let at = first; at < end; at++) {
        const others = here[parts[at]!]! - counts[cell]!
        if (others > 0) said += others / (Math.max(0, all[parts[at]!]! - often[word]!) + doubt)
      }
      if (said > 0) added[cell]! += (weight * said) / (end - first)
    }
    for (let k = from; k < to; k++) {
      const word = wordOf[cells ? cells[k]! : k]!
      for (let at = partStarts[word]!; at < partStarts[word + 1]!; at++) here[parts[at]!] = 0
    }
  }
}

function rowsOf({ rowStarts, size }: Cells): Int32Array {
  const rows = new Int32Array(size)
  for (let word = 0; word + 1 < rowStarts.length; word++) rows.fill(word, rowStarts[word], rowStarts[word + 1])
  return rows
}

interface Columns {
  starts: Int32Array
  cells: Int32Array
}

function columnsOf({ targetOf, lost, size }: Cells): Columns {
  const starts = new Int32Array(lost.target.length + 1)
  for (let cell = 0; cell < size; cell++) starts[targetOf[cell]! + 1]!++
  for (let word = 0; word < lost.target.length; word++) starts[word + 1]! += starts[word]!
  const next = starts.slice()
  const cells = new Int32Array(size)
  for (let cell = 0; cell < size; cell++) cells[next[targetOf[cell]!]!++] = cell
  return { starts, cells }
}
