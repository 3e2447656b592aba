import type { AnalysedPairs, Knowledge } from './analysed.js'
import { featuresOf, wordsOfRow } from './describe-row.js'
import type { Features } from './features.js'
import { gatherPairs, type Gathered, type GatherOptions } from './gather-pairs.js'
import type { Place, Tally } from './tally.js'

/** A term with one of its answers, described but not yet judged. */
export interface DescribedPair {
  row: number
  /** Folded words, for ordering and for gold lists; citation forms are made of the text as it stood. */
  term: string
  answer: string
  count: number
  features: Features
  places: Place[]
}

/** Finds term-like spans with their answers, and can put into named features what was seen of each. */
export async function describePairs(
  pairs: AnalysedPairs,
  knowledge: Knowledge,
  options: GatherOptions,
): Promise<Description> {
  return new Description(await gatherPairs(pairs, knowledge, options), pairs, knowledge)
}

/**
 * What was seen, described when it is asked for. A row's sums take ninety bytes, its features five hundred: they are walked term by term and
 * made again for the few rows that are shown.
 */
export class Description {
  constructor(
    private readonly gathered: Gathered,
    private readonly pairs: AnalysedPairs,
    private readonly knowledge: Knowledge,
  ) {}

  get termCount(): number {
    return this.gathered.tally.termSpans().length
  }

  /** All answers of one term stand together. */
  *groups(): Generator<DescribedPair[]> {
    for (const { rows, rivals } of this.rowGroups()) yield rows.map((row) => this.describe(row, rivals))
  }

  /** The rows of each term that are worth describing, strongest first, and all that they are measured against. */
  *rowGroups(): Generator<{ rows: number[]; rivals: number[] }> {
    const { tally } = this.gathered
    for (const term of tally.termSpans()) {
      const rivals = this.rivalsOf(term)
      if (rivals.length > 0) yield { rows: strongestRows(tally, rivals), rivals }
    }
  }

  describe(row: number, rivals = this.rivalsOf(this.gathered.tally.term(row))): DescribedPair {
    const { gathered, pairs, knowledge } = this
    const worded = wordsOfRow(row, gathered, knowledge)
    return {
      row,
      term: worded.term,
      answer: worded.answer,
      count: this.count(row),
      places: this.places(row),
      features: featuresOf(row, worded, rivals, gathered, pairs, knowledge),
    }
  }

  count(row: number): number {
    return this.gathered.tally.sum(row, 'count')
  }

  places(row: number): Place[] {
    return this.gathered.tally.placesOf(row)
  }

  term(row: number): string {
    return wordsOfRow(row, this.gathered, this.knowledge).term
  }

  answer(row: number): string {
    return wordsOfRow(row, this.gathered, this.knowledge).answer
  }

  private rivalsOf(term: number): number[] {
    const { tally } = this.gathered
    return tally.rowsOf(term).filter((row) => isWorthDescribing(tally, row))
  }
}

const isWorthDescribing = (tally: Tally, row: number): boolean =>
  tally.mean(row, 'coverage') >= 0.3 && tally.mean(row, 'answered') >= 0.2

const answersKept = 8

/** The answers of a term that were seen most and hold best. */
function strongestRows(tally: Tally, rows: readonly number[]): number[] {
  if (rows.length === 1) return [...rows]
  const strength = (row: number) =>
    tally.sum(row, 'count') * (tally.mean(row, 'coverage') + tally.mean(row, 'answered')) - tally.sum(row, 'leak')
  return [...rows].sort((a, b) => strength(b) - strength(a) || a - b).slice(0, answersKept)
}
