import { DomainError } from '../../shared/errors.js'
import { taggedSpans, untaggedSpans } from '../terms/candidate-spans.js'
import { isContent, WordClass } from '../terms/word-classes.js'
import type { AnalysedPair, AnalysedSide, Knowledge } from './analysed.js'
import type { Features } from './features.js'
import { contentMass, projectSpan, type Posterior, type Projection } from './project-span.js'
import { SpanIndex } from './span-index.js'
import { Tally, type Place } from './tally.js'

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

export interface Description {
  /** All answers of one term stand together. */
  groups: DescribedPair[][]
  tally: Tally
}

export interface DescribeOptions {
  placesKept: number
  isTagged: boolean
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Finds term-like spans, projects each into the other language, sums up what was seen, and puts it into named features. */
export async function describePairs(
  pairs: readonly AnalysedPair[],
  knowledge: Knowledge,
  options: DescribeOptions,
): Promise<Description> {
  const terms = new SpanIndex()
  const answers = new SpanIndex()
  const tally = new Tally(options.placesKept)
  const termCounts = new Counts()
  const freeCounts = new Counts()

  for (const [number, pair] of pairs.entries()) {
    if (number % 256 === 0) {
      if (options.signal?.aborted) throw new DomainError('cancelled', 'The extraction was cancelled.')
      options.onProgress?.(number / pairs.length)
      await breathe()
    }
    const posterior = knowledge.posterior(pair)
    const spans = options.isTagged ? taggedSpans(pair.term.classes) : untaggedSpans(pair.term.classes)
    for (const span of spans) {
      const term = terms.intern(pair.term.words, span.start, span.end)
      const open = openness(pair.term, span)
      termCounts.add(term)
      if (!open.left && !open.right) freeCounts.add(term)
      for (const projection of projectSpan(posterior, span, pair.term.classes, pair.answer.classes)) {
        if (projection.coverage < 0.2 || joinsUnlike(pair, span, projection)) continue
        const answer = answers.intern(pair.answer.words, projection.start, projection.end)
        tally.add(term, answer, observed(pair, span, projection, posterior, open), {
          pair: number,
          term: span,
          answer: { start: projection.start, end: projection.end },
        })
      }
    }
  }
  const answerCounts = countSpans(pairs, answers)
  const longerTerm = longerShare(terms, termCounts)
  const longerAnswer = longerShare(answers, answerCounts)

  const groups: DescribedPair[][] = []
  for (const term of tally.termSpans()) {
    const rows = tally.rowsOf(term).filter((row) => isWorthDescribing(tally, row))
    if (rows.length === 0) continue
    const group = strongestRows(tally, rows).map((row) => {
      const answer = tally.answer(row)
      const counts = { term: termCounts.get(term), free: freeCounts.get(term), answer: answerCounts.get(answer) }
      return describe(row, {
        terms,
        answers,
        tally,
        knowledge,
        pairs,
        rows,
        counts,
        longer: { term: longerTerm.get(term), answer: longerAnswer.get(answer) },
      })
    })
    groups.push(group)
  }
  return { groups, tally }
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A number for each span, growing as spans come. */
class Counts {
  private values = new Float32Array(1024)

  add(index: number, amount = 1): void {
    this.set(index, this.get(index) + amount)
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const values = new Float32Array(Math.max(index + 1, this.values.length * 2))
      values.set(this.values)
      this.values = values
    }
    this.values[index] = value
  }

  get(index: number): number {
    return this.values[index] ?? 0
  }
}

const joinsNoun = (wordClass: number | undefined): boolean =>
  wordClass === WordClass.noun || wordClass === WordClass.adjective || wordClass === WordClass.participle

/** Whether the noun phrase goes on beyond the span. */
function openness(side: AnalysedSide, span: { start: number; end: number }): { left: boolean; right: boolean } {
  const isNounAt = (at: number) => side.classes[at] === WordClass.noun
  const right = isNounAt(span.end) || (joinsNoun(side.classes[span.end]) && isNounAt(span.end + 1))
  return { left: joinsNoun(side.classes[span.start - 1]), right }
}

function observed(
  pair: AnalysedPair,
  span: { start: number; end: number },
  projection: Projection,
  posterior: Posterior,
  open: { left: boolean; right: boolean },
) {
  const middle = (range: { start: number; end: number }, size: number) =>
    (range.start + range.end) / 2 / Math.max(1, size)
  return {
    count: 1,
    coverage: projection.coverage,
    answered: projection.answered,
    leak: projection.leak,
    termLeast: projection.leastCovered,
    answerLeast: projection.leastAnswered,
    behindPrefix: pair.answer.classes[projection.start - 1] === WordClass.prefix ? 1 : 0,
    aligned: projection.cut === 0 ? 1 : 0,
    extended: projection.cut === 1 ? 1 : 0,
    shortened: projection.cut === 2 ? 1 : 0,
    termLeftOpen: open.left ? 1 : 0,
    termRightOpen: open.right ? 1 : 0,
    answerLeftOpen: unexplained(pair, posterior, projection.start - 1),
    answerRightOpen: unexplained(pair, posterior, projection.end),
    distance: Math.abs(middle(span, posterior.rows) - middle(projection, posterior.columns)),
    sentenceScore: pair.pair.score,
  }
}

/** "Pakistan and Tajikistan", 巴基斯坦、塔吉克斯坦: where the other language makes a list of it, these are two terms; so is a list that answers one. */
function joinsUnlike(
  { term, answer }: AnalysedPair,
  span: { start: number; end: number },
  projection: Projection,
): boolean {
  const isJoined = term.classes.subarray(span.start, span.end).includes(WordClass.coordinator)
  for (let at = projection.start; at < projection.end; at++) {
    if (
      isJoined
        ? answer.text.slice(answer.starts[at]!, answer.ends[at]!) === '、'
        : answer.classes[at] === WordClass.coordinator
    )
      return true
  }
  return false
}

/** How little of a neighbouring content word the alignment accounts for: it may belong to the answer. */
function unexplained({ term, answer }: AnalysedPair, posterior: Posterior, column: number): number {
  if (column < 0 || column >= posterior.columns || !isContent(answer.classes[column]!)) return 0
  return Math.max(0, 1 - contentMass(posterior, term.classes)[column]!)
}

/** How often each known span stands in the answering texts, aligned or not. */
function countSpans(pairs: readonly AnalysedPair[], spans: SpanIndex): Counts {
  const counts = new Counts()
  for (const { answer } of pairs)
    for (let start = 0; start < answer.words.length; start++)
      for (let at = start, node = 0; at < answer.words.length && node >= 0; at++) {
        node = spans.child(node, answer.words[at]!)
        if (node > 0) counts.add(node)
      }
  return counts
}

/** For each span: the largest share of its occurrences that stand inside one span a word longer ("Hong" in "Hong Kong": 1). */
function longerShare(spans: SpanIndex, counts: Counts): Counts {
  const shares = new Counts()
  for (let node = 1; node < spans.size; node++) {
    const count = counts.get(node)
    if (count === 0 || spans.length(node) < 2) continue
    const words = spans.wordsOf(node)
    for (const part of [spans.find(words, 0, words.length - 1), spans.find(words, 1, words.length)]) {
      if (part <= 0) continue
      const share = count / Math.max(1, counts.get(part))
      if (share > shares.get(part)) shares.set(part, Math.min(1, share))
    }
  }
  return shares
}

const isWorthDescribing = (tally: Tally, row: number): boolean =>
  tally.mean(row, 'coverage') >= 0.3 && tally.mean(row, 'answered') >= 0.2

const answersKept = 8

/** The answers of a term that were seen most and hold best. */
function strongestRows(tally: Tally, rows: readonly number[]): number[] {
  const strength = (row: number) =>
    tally.sum(row, 'count') * (tally.mean(row, 'coverage') + tally.mean(row, 'answered')) - tally.sum(row, 'leak')
  return [...rows].sort((a, b) => strength(b) - strength(a) || a - b).slice(0, answersKept)
}

interface Surroundings {
  terms: SpanIndex
  answers: SpanIndex
  tally: Tally
  knowledge: Knowledge
  pairs: readonly AnalysedPair[]
  rows: readonly number[]
  counts: { term: number; free: number; answer: number }
  longer: { term: number; answer: number }
}

function describe(row: number, around: Surroundings): DescribedPair {
  const { terms, answers, tally, knowledge } = around
  const termWords = terms.wordsOf(tally.term(row))
  const answerWords = answers.wordsOf(tally.answer(row))
  const term = termWords.map((id) => knowledge.termWord(id)).join(knowledge.termJoint)
  const answer = answerWords.map((id) => knowledge.answerWord(id)).join(knowledge.answerJoint)
  const places = tally.placesOf(row)
  const count = tally.sum(row, 'count')
  return {
    row,
    term,
    answer,
    count,
    places,
    features: {
      ...statistics(row, around),
      ...lexical(termWords, answerWords, term, answer, knowledge),
      ...form(termWords, answerWords, places, around),
      ...rivals(row, answerWords, around),
      abbreviationLink: 0,
    },
  }
}

/** A span that stands inside one and the same longer span so often hardly stands by itself. */
const fragmentFrom = 0.8

const yes = (value: boolean): number => (value ? 1 : 0)

function statistics(row: number, { tally, counts }: Surroundings) {
  const count = tally.sum(row, 'count')
  const mean = (name: Parameters<Tally['mean']>[1]) => tally.mean(row, name)
  return {
    seenOften: Math.min(1, Math.log2(count) / 7),
    seenOnce: yes(count === 1),
    seenTwice: yes(count === 2),
    shareOfTerm: Math.min(1, count / Math.max(1, counts.term)),
    shareOfAnswer: Math.min(1, count / Math.max(1, counts.answer)),
    togetherness: Math.min(1, (2 * count) / Math.max(1, counts.term + counts.answer)),
    termCovered: mean('coverage'),
    answerCovered: mean('answered'),
    bothCovered: mean('coverage') * mean('answered'),
    leak: Math.min(1, mean('leak')),
    termLeastCovered: mean('termLeast'),
    answerLeastCovered: mean('answerLeast'),
    answerBehindPrefix: mean('behindPrefix'),
    cutExtended: mean('extended'),
    cutShortened: mean('shortened'),
    termLeftOpen: mean('termLeftOpen'),
    termRightOpen: mean('termRightOpen'),
    answerLeftOpen: mean('answerLeftOpen'),
    answerRightOpen: mean('answerRightOpen'),
    positionsDiffer: Math.min(1, mean('distance')),
    termNested: 1 - counts.free / Math.max(1, counts.term),
    termFree: Math.min(1, Math.log2(1 + counts.free) / 7),
  }
}

function lexical(termWords: number[], answerWords: number[], term: string, answer: string, knowledge: Knowledge) {
  const best = (from: number[], to: number[], support: (a: number, b: number) => number) =>
    from.reduce((sum, a) => sum + Math.max(0, ...to.map((b) => support(a, b))), 0) / Math.max(1, from.length)
  const forward = best(termWords, answerWords, (a, b) => knowledge.wordSupport(a, b))
  const backward = best(answerWords, termWords, (b, a) => knowledge.wordSupport(a, b))
  const translated = termWords.filter((word) => knowledge.isTranslated(word)).length / Math.max(1, termWords.length)
  return {
    dictionaryEntry: knowledge.phraseSupport(term, answer),
    dictionaryParts: Math.min(1, (forward + backward) / 2),
    termKnownOtherwise: Math.max(0, translated - forward),
    sameText: yes(term.replace(/\W/gu, '') !== '' && fold(term) === fold(answer)),
  }
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s-]/gu, '')

function form(termWords: number[], answerWords: number[], places: Place[], { pairs, knowledge, longer }: Surroundings) {
  const place = places[0]!
  const { term: termSide, answer: answerSide } = pairs[place.pair]!
  const termClasses = termSide.classes.subarray(place.term.start, place.term.end)
  const answerClasses = answerSide.classes.subarray(place.answer.start, place.answer.end)
  const shown = places.map(({ pair, term }) => sliceOf(pairs[pair]!.term, term))
  const single = termWords.length === 1
  const answerText = sliceOf(answerSide, place.answer)
  const lengthOf = (text: string) => Math.max(1, [...text].length)
  const general = generality(termWords, (id) => knowledge.termGenerality(knowledge.termWord(id)))
  return {
    termSingle: yes(single),
    termLong: Math.min(1, Math.max(0, termWords.length - 2) / 5),
    termJoined: yes(termClasses.includes(WordClass.connector)),
    termCoordinated: yes(termClasses.includes(WordClass.coordinator)),
    termVerb: yes(single && termClasses[0] === WordClass.verb),
    termOpensWithVerb: yes(!single && (termClasses[0] === WordClass.verb || opensLikeVerb.test(shown[0]!))),
    termAdjective: yes(single && termClasses[0] === WordClass.adjective),
    termParticiple: yes(single && termClasses[0] === WordClass.participle),
    termName:
      shown.filter((text, index) => isName(text, pairs[places[index]!.pair]!.term, places[index]!.term.start)).length /
      shown.length,
    termAcronym:
      shown.filter((text) => /^[\p{Lu}\p{N}&-]{2,}s?$/u.test(text) && /\p{Lu}\p{L}*\p{Lu}/u.test(text)).length /
      shown.length,
    termGeneral: single ? 0 : general,
    termCommonWord: single ? general : 0,
    termNumber: yes(termClasses.includes(WordClass.number) || /\p{N}/u.test(shown[0]!)),
    termDate: yes(termWords.some((id) => knowledge.isCalendarName(knowledge.termWord(id)))),
    termInLonger: longer.term,
    termFragment: yes(longer.term >= fragmentFrom),
    answerSingle: yes(answerWords.length === 1),
    answerLong: Math.min(1, Math.max(0, answerWords.length - 3) / 6),
    answerShortWord: yes(knowledge.answerJoint === '' ? lengthOf(answerText) === 1 : lengthOf(answerText) <= 3),
    answerVerb: yes(answerClasses.every((wordClass) => wordClass === WordClass.verb)),
    answerOpensWithVerb: yes(answerWords.length > 1 && answerClasses[0] === WordClass.verb),
    answerClosesWithVerb: yes(
      answerWords.length > 1 &&
        answerClasses.at(-1) === WordClass.verb &&
        knowledge.answerWord(answerWords.at(-1)!).length === 1,
    ),
    answerNumberAlone: yes(answerClasses.includes(WordClass.number) && !termClasses.includes(WordClass.number)),
    answerGrammarInside: yes(
      answerClasses.some(
        (wordClass, index) =>
          !isContent(wordClass) &&
          wordClass !== WordClass.coordinator &&
          !(wordClass === WordClass.prefix && index === 0),
      ),
    ),
    answerGeneral: generality(answerWords, (id) => knowledge.answerGenerality(knowledge.answerWord(id))),
    answerInLonger: longer.answer,
    answerFragment: yes(longer.answer >= fragmentFrom),
    lengthsDiffer: Math.min(
      1,
      Math.abs(Math.log(lengthOf(answerText) / lengthOf(shown[0]!) / knowledge.usualRatio)) / 2,
    ),
  }
}

/** "safeguarding security", "actively promoting …", "guided by …": what a clause does, not what it names. */
const opensLikeVerb =
  /^(?:\p{Ll}+ly )?(?:\p{Ll}+ing(?![\p{L}-])|\p{Ll}+(?:ed|en) (?:to|by|in|with|for|on|as|at|from|under)(?!\p{L}))/u

const sliceOf = (side: AnalysedSide, span: { start: number; end: number }): string =>
  side.text.slice(side.starts[span.start]!, side.ends[span.end - 1]!)

/** Every longer word begins with a capital, and it is not just the sentence that begins. */
function isName(text: string, side: AnalysedSide, start: number): boolean {
  const words = text.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word) && word.length > 3)
  if (words.length === 0) return /^\p{Lu}/u.test(text)
  return words.every((word) => /^\p{Lu}/u.test(word)) && (start > 0 || words.length > 1) && side.text !== text
}

const generality = (words: number[], of: (id: number) => number): number =>
  words.reduce((least, id) => Math.min(least, of(id)), 1)

/** How this answer stands against the other answers of its term. */
function rivals(row: number, words: number[], { tally, answers, rows }: Surroundings) {
  const count = tally.sum(row, 'count')
  let stronger = 0
  let shorter = 0
  const text = ` ${words.join(' ')} `
  for (const other of rows) {
    if (other === row) continue
    const otherCount = tally.sum(other, 'count')
    stronger = Math.max(stronger, otherCount / (count + otherCount))
    const otherText = ` ${answers.wordsOf(tally.answer(other)).join(' ')} `
    if (text.includes(otherText)) shorter = Math.max(shorter, otherCount / (count + otherCount))
  }
  return { rivalStronger: stronger, answerHoldsShorter: shorter }
}
