import { DomainError } from '../../shared/errors.js'
import { taggedSpans, untaggedSpans } from '../terms/candidate-spans.js'
import { isContent, WordClass } from '../terms/word-classes.js'
import type { AnalysedPair, AnalysedPairs, AnalysedSide, Gloss, Knowledge } from './analysed.js'
import { contentMass, projectSpan, type Posterior, type Projection } from './project-span.js'
import { SpanIndex } from './span-index.js'
import { Tally } from './tally.js'

/** What was seen of all term spans and their answers, in columns: the corpus itself is not needed to count again. */
export interface Gathered {
  terms: SpanIndex
  answers: SpanIndex
  tally: Tally
  counts: {
    term: SpanCounts
    /** Where the noun phrase does not go on. */
    free: SpanCounts
    /** In the answering texts, aligned or not. */
    answer: SpanCounts
  }
  /** The largest share of a span's occurrences that stand inside one span a word longer. */
  longer: { term: SpanCounts; answer: SpanCounts }
}

export interface GatherOptions {
  placesKept: number
  isTagged: boolean
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Sentence pairs between two looks at the signal. */
const stride = 256

/** Finds term-like spans, projects each into the other language, and sums up what was seen. */
export async function gatherPairs(
  pairs: AnalysedPairs,
  knowledge: Knowledge,
  options: GatherOptions,
): Promise<Gathered> {
  const terms = new SpanIndex()
  const answers = new SpanIndex()
  const tally = new Tally(options.placesKept)
  const counts = { term: new SpanCounts(), free: new SpanCounts() }
  const shedsVerbs = knowledge.answerShedsVerbs
  const spansOf = options.isTagged ? taggedSpans : untaggedSpans

  for (const pair of pairs) {
    if (pair.number % stride === 0) await breathe(options, pair.number / pairs.length)
    const posterior = knowledge.posterior(pair)
    const glosses = knowledge.glosses(pair.number)
    for (const span of spansOf(pair.term.classes)) {
      const term = terms.intern(pair.term.words, span.start, span.end)
      const open = openness(pair.term, span)
      counts.term.add(term)
      if (!open.left && !open.right) counts.free.add(term)
      const gloss = glosses.length > 0 ? glossOf(pair.term, span, glosses) : undefined
      const projections = projectSpan(posterior, span, pair.term.classes, pair.answer.classes, { shedsVerbs, gloss })
      for (const projection of projections) {
        if (projection.coverage < 0.2 || joinsUnlike(pair, span, projection)) continue
        const answer = answers.intern(pair.answer.words, projection.start, projection.end)
        tally.add(term, answer, observed(pair, span, projection, posterior, open, gloss), {
          pair: pair.number,
          term: span,
          answer: { start: projection.start, end: projection.end },
        })
      }
    }
  }
  const answer = countSpans(pairs, answers)
  const longer = { term: longerShare(terms, counts.term), answer: longerShare(answers, answer) }
  return { terms, answers, tally, counts: { ...counts, answer }, longer }
}

async function breathe({ signal, onProgress }: GatherOptions, share: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (signal?.aborted) throw new DomainError('cancelled', 'The extraction was cancelled.')
  onProgress?.(share)
}

/** A number for each span, growing as spans come. */
export class SpanCounts {
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
  gloss: number | undefined,
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
    glossed: projection.end === gloss ? 1 : 0,
    sentenceScore: pair.pair.score,
  }
}

/** Where the bracket opens that repeats just this span behind its translation. */
function glossOf(
  side: AnalysedSide,
  span: { start: number; end: number },
  glosses: readonly Gloss[],
): number | undefined {
  const said = glosses.find(
    ({ words }) =>
      words.length === span.end - span.start && words.every((word, at) => side.words[span.start + at] === word),
  )
  return said?.bracket.start
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
function countSpans(pairs: AnalysedPairs, spans: SpanIndex): SpanCounts {
  const counts = new SpanCounts()
  for (const { answer } of pairs)
    for (let start = 0; start < answer.words.length; start++)
      for (let at = start, node = 0; at < answer.words.length && node >= 0; at++) {
        node = spans.child(node, answer.words[at]!)
        if (node > 0) counts.add(node)
      }
  return counts
}

/** For each span: the largest share of its occurrences that stand inside one span a word longer ("Hong" in "Hong Kong": 1). */
function longerShare(spans: SpanIndex, counts: SpanCounts): SpanCounts {
  const shares = new SpanCounts()
  for (let node = 1; node < spans.size; node++) {
    const count = counts.get(node)
    if (count === 0) continue
    for (const part of [spans.parent(node), spans.tail(node)]) {
      if (part <= 0) continue
      const share = count / Math.max(1, counts.get(part))
      if (share > shares.get(part)) shares.set(part, Math.min(1, share))
    }
  }
  return shares
}
