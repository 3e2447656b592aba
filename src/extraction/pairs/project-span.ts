import { isContent, isMark, WordClass } from '../terms/word-classes.js'
import type { TokenSpan } from '../terms/candidate-spans.js'

/** Soft word alignment of one sentence pair: probabilities[row * columns + column], rows are tokens of the side that asks. */
export interface Posterior {
  rows: number
  columns: number
  probabilities: Float32Array
}

/** Where a span lies in the other language, and how well the alignment holds the two together (0..1 each). */
export interface Projection extends TokenSpan {
  /** Share of the asking span's content words whose links stay inside. */
  coverage: number
  /** Share of the answering span's content words whose links stay inside. */
  answered: number
  /** The same of the word that is held worst, on either side. */
  leastCovered: number
  leastAnswered: number
  /** Probability mass that leaves either span, per content word. */
  leak: number
  /** How the span was cut: 0 by the alignment, 1 extended over unaligned words, 2 shortened, 3 maximal chunk. */
  cut: number
}

const emptyCost = 0.04
const longestAnswer = 14

/**
 * The stretch of the other side that the alignment ties to rows [start, end): the maximal sum of (probability inside − probability
 * outside) over columns, as in maximum-subarray; then the same stretch extended over neighbours that nothing accounts for
 * (认可 → 认可机构 when 机构 has no link), and shortened by its weakest edge word or, where a language sheds them, by verbs at its edges.
 * @param habits whether the language sheds verbs; where a bracket opens that repeats the span: its translation ends there
 */
export function projectSpan(
  posterior: Posterior,
  span: TokenSpan,
  askClasses: Uint8Array,
  answerClasses: Uint8Array,
  { shedsVerbs = false, gloss }: { shedsVerbs?: boolean; gloss?: number | undefined } = {},
): Projection[] {
  const { columns } = posterior
  const inside = insideMass(posterior, span)
  const total = contentMass(posterior, askClasses)
  const best = maximalStretch(inside, total, columns, answerClasses)
  if (!best) return []
  const ground = { classes: answerClasses, inside, total }
  const found: Projection[] = []
  const offer = (start: number, end: number, cut: number) => keep(trimmedStretch(start, end, ground), cut)
  const keep = (trimmed: TokenSpan | undefined, cut: number) => {
    if (
      !trimmed ||
      trimmed.end - trimmed.start > longestAnswer ||
      answerClasses.subarray(trimmed.start, trimmed.end).includes(WordClass.wall)
    )
      return
    if (found.some((other) => other.start === trimmed.start && other.end === trimmed.end)) return
    found.push({ ...trimmed, cut, ...heldTogether(posterior, span, trimmed, inside, total, askClasses, answerClasses) })
  }
  offer(best.start, best.end, 0)
  if (shedsVerbs) {
    const inner = withoutVerbsAtEdges(best, answerClasses)
    if (inner.end > inner.start) offer(inner.start, inner.end, 2)
  }
  if (found[0]) keep(withSaidGrammar(found[0], insideMass(posterior, span, askClasses), answerClasses), 1)
  if (gloss !== undefined && Math.abs(gloss - best.end) <= reachOfGloss)
    offer(Math.min(best.start, gloss - 1), gloss, 0)
  const mayTakeVerb = hasUnexplainedWord(posterior, span, askClasses)
  const isCounted = (column: number) =>
    [column - 1, column + 1].some(
      (beside) => answerClasses[beside] === WordClass.number && inside[beside]! >= saidByTerm,
    )
  const isFree = (column: number) =>
    column >= 0 &&
    column < columns &&
    total[column]! < 0.25 &&
    (answerClasses[column] !== WordClass.number || isCounted(column)) &&
    (mayTakeVerb || answerClasses[column] !== WordClass.verb) &&
    (isContent(answerClasses[column]!) || answerClasses[column] === WordClass.prefix)
  if (isFree(best.end)) {
    offer(best.start, best.end + 1, 1)
    if (isFree(best.end + 1)) offer(best.start, best.end + 2, 1)
  }
  if (isFree(best.start - 1)) {
    offer(best.start - 1, best.end, 1)
    if (isFree(best.end)) offer(best.start - 1, best.end + 1, 1)
    if (isFree(best.start - 2)) offer(best.start - 2, best.end, 1)
  }
  if (best.end - best.start > 1) {
    if (inside[best.start]! < 0.6) offer(best.start + 1, best.end, 2)
    if (inside[best.end - 1]! < 0.6) offer(best.start, best.end - 1, 2)
  }
  return found
}

function withoutVerbsAtEdges({ start, end }: TokenSpan, classes: Uint8Array): TokenSpan {
  const isLoose = (at: number) =>
    !isContent(classes[at]!) || classes[at] === WordClass.verb || classes[at] === WordClass.adverb
  while (start < end && isLoose(start)) start++
  while (end > start && isLoose(end - 1)) end--
  return { start, end }
}

/** A translation ends at its gloss, even where the alignment sees its end some words off. */
const reachOfGloss = 3

/** 过 in 过拟合, 除 in 除税前, 持续 in 持续经营: words of grammar before a stretch belong to it when a word of the term says them. */
function withSaidGrammar({ start, end }: TokenSpan, said: Float32Array, classes: Uint8Array): TokenSpan | undefined {
  let from = start
  while (from > 0 && classes[from - 1] === WordClass.grammar && said[from - 1]! >= saidByTerm) from--
  return from < start ? { start: from, end } : undefined
}

/** "going concern", 持续经营: where a word of the term has no link, a verb beside the stretch may be its translation. */
function hasUnexplainedWord({ columns, probabilities }: Posterior, span: TokenSpan, classes: Uint8Array): boolean {
  for (let row = span.start; row < span.end; row++) {
    if (!isContent(classes[row]!)) continue
    let mass = 0
    for (let column = 0; column < columns; column++) mass += probabilities[row * columns + column]!
    if (mass < 0.3) return true
  }
  return false
}

/** @param contentOf the classes of the rows, when only words that carry meaning count */
function insideMass({ columns, probabilities }: Posterior, span: TokenSpan, contentOf?: Uint8Array): Float32Array {
  const mass = new Float32Array(columns)
  for (let row = span.start; row < span.end; row++) {
    if (contentOf && !isContent(contentOf[row]!)) continue
    const base = row * columns
    for (let column = 0; column < columns; column++) mass[column]! += probabilities[base + column]!
  }
  return mass
}

const masses = new WeakMap<Float32Array, Float32Array>()

/**
 * The mass of each column that content words hold, computed once a sentence. What only words of grammar claim is free: where a word
 * has no counterpart, "the" and "for" fight over it.
 */
export function contentMass(posterior: Posterior, askClasses: Uint8Array): Float32Array {
  const known = masses.get(posterior.probabilities)
  if (known) return known
  const mass = new Float32Array(posterior.columns)
  for (let row = 0; row < posterior.rows; row++) {
    if (!isContent(askClasses[row]!)) continue
    const base = row * posterior.columns
    for (let column = 0; column < posterior.columns; column++) mass[column]! += posterior.probabilities[base + column]!
  }
  masses.set(posterior.probabilities, mass)
  return mass
}

function maximalStretch(
  inside: Float32Array,
  total: Float32Array,
  columns: number,
  classes: Uint8Array,
): TokenSpan | undefined {
  let best: TokenSpan | undefined
  let bestSum = 0.15
  let start = 0
  let sum = 0
  for (let column = 0; column < columns; column++) {
    const gain = gainOf(inside[column]!, total[column]!, classes[column]!)
    if (sum <= 0) {
      sum = gain
      start = column
    } else sum += gain
    if (sum > bestSum + 1e-6) {
      bestSum = sum
      best = { start, end: column + 1 }
    }
  }
  return best
}

/** A mark is no evidence, whatever was linked to it; nothing reaches over the end of a clause. */
function gainOf(inside: number, total: number, wordClass: number): number {
  if (wordClass === WordClass.wall) return -Infinity
  if (isMark(wordClass)) return -emptyCost
  return 2 * inside - Math.max(inside, total) - (inside < 0.05 ? emptyCost : 0)
}

/** A number or measure word at the edge is kept when the term says it too. */
const saidByTerm = 0.3

/** The answering side of a projection: its words, and the mass of each that the span and all content words hold. */
interface Ground {
  classes: Uint8Array
  inside: Float32Array
  total: Float32Array
}

/** What another term claims of a suffix (法 in 医疗器械法), from which on it stays with that. */
const claimedElsewhere = 0.25

/** Words of grammar and marks at the edges are not part of a term, nor is half a bracket. */
function trimmedStretch(start: number, end: number, ground: Ground): TokenSpan | undefined {
  const { classes, inside, total } = ground
  const isNumber = (at: number) => at >= start && at < end && classes[at] === WordClass.number
  const isSaid = (at: number) => isNumber(at) && inside[at]! >= saidByTerm
  const isLoose = (at: number) =>
    !isContent(classes[at]!) || (isNumber(at) && !isSaid(at) && !isSaid(at - 1) && !isSaid(at + 1))
  const isPrefix = (at: number) => classes[at] === WordClass.prefix && at + 1 < end && isContent(classes[at + 1]!)
  while (start < end && isLoose(start) && !isPrefix(start)) start++
  while (end > start && (isLoose(end - 1) || classes[end - 1] === WordClass.adverb)) end--
  if (start >= end) return undefined
  while (classes[start] === WordClass.suffix && start > 0 && isContent(classes[start - 1]!)) start--
  const isUnclaimed = (at: number) => total[at]! - inside[at]! < claimedElsewhere
  while (classes[end] === WordClass.suffix && isContent(classes[end - 1]!) && isUnclaimed(end)) end++
  const cut = halfBracket(start, end, classes)
  return cut ? trimmedStretch(cut.start, cut.end, ground) : wholeQuotation(start, end, ground)
}

/**
 * A stretch with one mark of a quotation takes the other in when the quotation is the edge of a longer name (长城”国际论坛 →
 * “长城”国际论坛); where it is all that follows a word (建设“数字中国”), what is quoted stays.
 */
function wholeQuotation(start: number, end: number, ground: Ground): TokenSpan | undefined {
  const { classes } = ground
  let opened = -1
  for (let at = start; at < end; at++) {
    if (classes[at] === WordClass.quoting) opened = at
    if (classes[at] !== WordClass.quoted) continue
    if (opened < 0) {
      const opening = classes.lastIndexOf(WordClass.quoting, start)
      return classes[start - 1] === WordClass.quoting
        ? wholeQuotation(opening, end, ground)
        : trimmedStretch(at + 1, end, ground)
    }
    opened = -1
  }
  return opened < 0 ? { start, end } : trimmedStretch(opened + 1, end, ground)
}

/** What stays of a stretch that holds only one side of a bracket: what stands before an open one, or after a closed one. */
function halfBracket(start: number, end: number, classes: Uint8Array): TokenSpan | undefined {
  let opened = -1
  for (let at = start; at < end; at++) {
    if (classes[at] === WordClass.opening) opened = at
    if (classes[at] !== WordClass.closing) continue
    if (opened < 0) return { start: at + 1, end }
    opened = -1
  }
  return opened < 0 ? undefined : { start, end: opened }
}

function heldTogether(
  posterior: Posterior,
  ask: TokenSpan,
  answer: TokenSpan,
  inside: Float32Array,
  total: Float32Array,
  askClasses: Uint8Array,
  answerClasses: Uint8Array,
): Omit<Projection, 'start' | 'end' | 'cut'> {
  const { columns, probabilities } = posterior
  let asked = 0
  let covered = 0
  let leak = 0
  let leastCovered = 1
  let leastAnswered = 1
  for (let row = ask.start; row < ask.end; row++) {
    let within = 0
    let without = 0
    for (let column = 0; column < columns; column++) {
      const mass = probabilities[row * columns + column]!
      if (column >= answer.start && column < answer.end) within += mass
      else without += mass
    }
    if (isContent(askClasses[row]!)) {
      asked++
      covered += Math.min(1, within)
      leastCovered = Math.min(leastCovered, within)
      leak += Math.min(1, without)
    }
  }
  let answering = 0
  let answered = 0
  for (let column = answer.start; column < answer.end; column++) {
    if (!isContent(answerClasses[column]!)) continue
    answering++
    answered += Math.min(1, inside[column]!)
    leastAnswered = Math.min(leastAnswered, inside[column]!)
    leak += Math.min(1, Math.max(0, total[column]! - inside[column]!))
  }
  return {
    coverage: asked ? covered / asked : 0,
    answered: answering ? answered / answering : 0,
    leastCovered: asked ? leastCovered : 0,
    leastAnswered: answering ? leastAnswered : 0,
    leak: asked + answering ? leak / (asked + answering) : 1,
  }
}
