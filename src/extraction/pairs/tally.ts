import { grown, Numbering } from './numbering.js'

/** What is summed over the places where a pair stands; every value is a sum over occurrences, divide by `count`. */
export const tallied = [
  'count',
  'coverage',
  'answered',
  'leak',
  'termLeast',
  'answerLeast',
  'behindPrefix',
  'aligned',
  'extended',
  'shortened',
  'termLeftOpen',
  'termRightOpen',
  'answerLeftOpen',
  'answerRightOpen',
  'distance',
  'glossed',
  'sentenceScore',
] as const

export type Tallied = (typeof tallied)[number]

/** Where a pair stood: the number of the sentence pair and token ranges on both sides. */
export interface Place {
  pair: number
  term: { start: number; end: number }
  answer: { start: number; end: number }
}

/** Whether the first place is longer and has the second inside it on both sides. */
export function holds(longer: Place, shorter: Place): boolean {
  const contains = (a: Place['term'], b: Place['term']) => a.start <= b.start && a.end >= b.end
  const isLonger = longer.term.end - longer.term.start > shorter.term.end - shorter.term.start
  return isLonger && contains(longer.term, shorter.term) && contains(longer.answer, shorter.answer)
}

const width = tallied.length
const placeWidth = 4

/**
 * Sums and places of all (term span, answer span) pairs in typed arrays: about 95 bytes a pair and 16 a place, so memory follows
 * the number of different pairs. Spans are numbers of a SpanIndex.
 */
export class Tally {
  private readonly rows = new Numbering()
  private sums = new Float32Array(width * 1024)
  private lastPlace = new Int32Array(1024).fill(-1)
  private places = new Int32Array(placeWidth * 1024)
  private placeCount = 0
  /** Rows of one term are a chain, in the order they came. */
  private nextRow = new Int32Array(1024)
  private readonly terms: number[] = []
  private firstRow = new Int32Array(1024).fill(-1)
  private lastRow = new Int32Array(1024)

  /** @param placesKept how many places of a pair are remembered */
  constructor(private readonly placesKept: number) {}

  get size(): number {
    return this.rows.size
  }

  add(term: number, answer: number, values: Record<Tallied, number>, place: Place): void {
    const row = this.rowOf(term, answer)
    for (let index = 0; index < width; index++) this.sums[row * width + index]! += values[tallied[index]!]
    if (this.sums[row * width]! <= this.placesKept) this.remember(row, place)
  }

  /** Term spans in the order they were first seen. */
  termSpans(): readonly number[] {
    return this.terms
  }

  rowsOf(term: number): number[] {
    const found: number[] = []
    for (let row = this.firstRow[term] ?? -1; row >= 0; row = this.nextRow[row]!) found.push(row)
    return found
  }

  term(row: number): number {
    return this.rows.first(row)
  }

  answer(row: number): number {
    return this.rows.second(row)
  }

  sum(row: number, name: Tallied): number {
    return this.sums[row * width + column[name]]!
  }

  mean(row: number, name: Tallied): number {
    return this.sum(row, name) / Math.max(1, this.sum(row, 'count'))
  }

  /** The remembered places of a pair, in the order of the corpus. */
  placesOf(row: number): Place[] {
    const found: Place[] = []
    for (let at = this.lastPlace[row]!; at >= 0; at = this.places[at * placeWidth]!)
      found.push({
        pair: this.places[at * placeWidth + 1]!,
        term: unpacked(this.places[at * placeWidth + 2]!),
        answer: unpacked(this.places[at * placeWidth + 3]!),
      })
    return found.reverse()
  }

  private rowOf(term: number, answer: number): number {
    const before = this.rows.size
    const row = this.rows.number(term, answer)
    if (row < before) return row
    if (row >= this.lastPlace.length) this.enlarge()
    this.lastPlace[row] = this.nextRow[row] = -1
    this.chain(term, row)
    return row
  }

  private chain(term: number, row: number): void {
    if (term >= this.firstRow.length) {
      const known = this.firstRow.length
      const capacity = Math.max(term + 1, known * 2)
      this.firstRow = grown(this.firstRow, capacity).fill(-1, known)
      this.lastRow = grown(this.lastRow, capacity)
    }
    if (this.firstRow[term]! < 0) {
      this.terms.push(term)
      this.firstRow[term] = row
    } else this.nextRow[this.lastRow[term]!] = row
    this.lastRow[term] = row
  }

  private remember(row: number, place: Place): void {
    if ((this.placeCount + 1) * placeWidth > this.places.length)
      this.places = grown(this.places, this.places.length * 2)
    const base = this.placeCount * placeWidth
    this.places[base] = this.lastPlace[row]!
    this.places[base + 1] = place.pair
    this.places[base + 2] = packed(place.term)
    this.places[base + 3] = packed(place.answer)
    this.lastPlace[row] = this.placeCount++
  }

  private enlarge(): void {
    const capacity = this.lastPlace.length * 2
    const sums = new Float32Array(width * capacity)
    sums.set(this.sums)
    this.sums = sums
    this.lastPlace = grown(this.lastPlace, capacity)
    this.nextRow = grown(this.nextRow, capacity)
  }
}

const column = Object.fromEntries(tallied.map((name, index) => [name, index])) as Record<Tallied, number>

/** A range of tokens in 32 bits: sentences up to 16 million tokens, spans up to 127. */
const packed = ({ start, end }: { start: number; end: number }): number => start * 128 + (end - start)

function unpacked(range: number): { start: number; end: number } {
  const start = Math.floor(range / 128)
  return { start, end: start + (range % 128) }
}
