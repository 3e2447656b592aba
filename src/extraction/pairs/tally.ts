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
 * Sums and places of all (term span, answer span) pairs in typed arrays: about 80 bytes a pair and 16 a place, so memory follows
 * the number of different pairs. Spans are numbers of a SpanIndex.
 */
export class Tally {
  private readonly rows = new Map<number, number>()
  private sums = new Float32Array(width * 1024)
  private terms = new Int32Array(1024)
  private answers = new Int32Array(1024)
  private lastPlace = new Int32Array(1024).fill(-1)
  private places = new Int32Array(placeWidth * 1024)
  private placeCount = 0
  private readonly byTerm = new Map<number, number[]>()

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
  termSpans(): Iterable<number> {
    return this.byTerm.keys()
  }

  rowsOf(term: number): readonly number[] {
    return this.byTerm.get(term) ?? []
  }

  term(row: number): number {
    return this.terms[row]!
  }

  answer(row: number): number {
    return this.answers[row]!
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
    for (let at = this.lastPlace[row]!; at >= 0; at = this.places[at * placeWidth]!) {
      const [termStart, termEnd, answerStart, answerEnd] = unpacked(
        this.places[at * placeWidth + 2]!,
        this.places[at * placeWidth + 3]!,
      )
      found.push({
        pair: this.places[at * placeWidth + 1]!,
        term: { start: termStart, end: termEnd },
        answer: { start: answerStart, end: answerEnd },
      })
    }
    return found.reverse()
  }

  private rowOf(term: number, answer: number): number {
    const key = term * 67_108_864 + answer
    const known = this.rows.get(key)
    if (known !== undefined) return known
    const row = this.rows.size
    if (row >= this.terms.length) this.enlarge()
    this.rows.set(key, row)
    this.terms[row] = term
    this.answers[row] = answer
    this.lastPlace[row] = -1
    const group = this.byTerm.get(term)
    if (group) group.push(row)
    else this.byTerm.set(term, [row])
    return row
  }

  private remember(row: number, place: Place): void {
    if ((this.placeCount + 1) * placeWidth > this.places.length) {
      const places = new Int32Array(this.places.length * 2)
      places.set(this.places)
      this.places = places
    }
    const base = this.placeCount * placeWidth
    this.places[base] = this.lastPlace[row]!
    this.places[base + 1] = place.pair
    this.places[base + 2] = packed(place.term)
    this.places[base + 3] = packed(place.answer)
    this.lastPlace[row] = this.placeCount++
  }

  private enlarge(): void {
    const capacity = this.terms.length * 2
    const sums = new Float32Array(width * capacity)
    sums.set(this.sums)
    this.sums = sums
    this.terms = grown(this.terms, capacity)
    this.answers = grown(this.answers, capacity)
    this.lastPlace = grown(this.lastPlace, capacity)
  }
}

const column = Object.fromEntries(tallied.map((name, index) => [name, index])) as Record<Tallied, number>

/** A range of tokens in 32 bits: sentences up to 16 million tokens, spans up to 127. */
const packed = ({ start, end }: { start: number; end: number }): number => start * 128 + (end - start)

function unpacked(term: number, answer: number): [number, number, number, number] {
  const [termStart, answerStart] = [Math.floor(term / 128), Math.floor(answer / 128)]
  return [termStart, termStart + (term % 128), answerStart, answerStart + (answer % 128)]
}

function grown(array: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity)
  larger.set(array)
  return larger
}
