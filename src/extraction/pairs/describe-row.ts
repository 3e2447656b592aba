import type { AnalysedPairs, Knowledge } from './analysed.js'
import { noFeatures, yes, type Features } from './features.js'
import { sayForm } from './form-features.js'
import type { Gathered } from './gather-pairs.js'
import type { SpanIndex } from './span-index.js'
import type { Tally } from './tally.js'

/** Both sides of a row in words: ids, and folded text. */
export interface Worded {
  termWords: number[]
  answerWords: number[]
  term: string
  answer: string
}

export function wordsOfRow(row: number, { tally, terms, answers }: Gathered, knowledge: Knowledge): Worded {
  const termWords = terms.wordsOf(tally.term(row))
  const answerWords = answers.wordsOf(tally.answer(row))
  return {
    termWords,
    answerWords,
    term: termWords.map((id) => knowledge.termWord(id)).join(knowledge.termJoint),
    answer: answerWords.map((id) => knowledge.answerWord(id)).join(knowledge.answerJoint),
  }
}

/**
 * The features of one row of the tally.
 * @param rivals all rows of its term that are worth describing, its own among them
 */
export function featuresOf(
  row: number,
  worded: Worded,
  rivals: readonly number[],
  gathered: Gathered,
  pairs: AnalysedPairs,
  knowledge: Knowledge,
): Features {
  const features = noFeatures()
  sayCounts(features, row, gathered)
  sayLonger(features, row, gathered)
  sayDictionary(features, worded, knowledge)
  sayForm(features, worded, gathered.tally.placesOf(row), pairs, knowledge)
  sayRivals(features, row, worded.answerWords, rivals, gathered)
  return features
}

/** A span that stands inside one and the same longer span so often hardly stands by itself. */
const fragmentFrom = 0.8

function sayCounts(features: Features, row: number, { tally, counts: { term, free, answer } }: Gathered): void {
  const count = tally.sum(row, 'count')
  const counts = {
    term: term.get(tally.term(row)),
    free: free.get(tally.term(row)),
    answer: answer.get(tally.answer(row)),
  }
  const mean = (name: Parameters<Tally['mean']>[1]) => tally.mean(row, name)
  features.seenOften = Math.min(1, Math.log2(count) / 7)
  features.seenOnce = yes(count === 1)
  features.seenTwice = yes(count === 2)
  features.shareOfTerm = Math.min(1, count / Math.max(1, counts.term))
  features.shareOfAnswer = Math.min(1, count / Math.max(1, counts.answer))
  features.togetherness = Math.min(1, (2 * count) / Math.max(1, counts.term + counts.answer))
  features.termCovered = mean('coverage')
  features.answerCovered = mean('answered')
  features.bothCovered = mean('coverage') * mean('answered')
  features.leak = Math.min(1, mean('leak'))
  features.termLeastCovered = mean('termLeast')
  features.answerLeastCovered = mean('answerLeast')
  features.answerBehindPrefix = mean('behindPrefix')
  features.cutExtended = mean('extended')
  features.cutShortened = mean('shortened')
  features.termLeftOpen = mean('termLeftOpen')
  features.termRightOpen = mean('termRightOpen')
  features.answerLeftOpen = mean('answerLeftOpen')
  features.answerRightOpen = mean('answerRightOpen')
  features.positionsDiffer = Math.min(1, mean('distance'))
  features.glossed = yes(tally.sum(row, 'glossed') > 0)
  features.termNested = 1 - counts.free / Math.max(1, counts.term)
  features.termFree = Math.min(1, Math.log2(1 + counts.free) / 7)
}

function sayLonger(features: Features, row: number, { tally, longer }: Gathered): void {
  features.termInLonger = longer.term.get(tally.term(row))
  features.termFragment = yes(features.termInLonger >= fragmentFrom)
  features.answerInLonger = longer.answer.get(tally.answer(row))
  features.answerFragment = yes(features.answerInLonger >= fragmentFrom)
}

function sayDictionary(
  features: Features,
  { termWords, answerWords, term, answer }: Worded,
  knowledge: Knowledge,
): void {
  const forward = bestSupport(termWords, answerWords, knowledge.wordSupport)
  const backward = bestSupport(answerWords, termWords, (word, other) => knowledge.wordSupport(other, word))
  const translated = sumOf(termWords, knowledge.isTranslated) / Math.max(1, termWords.length)
  features.dictionaryEntry = knowledge.phraseSupport(term, answer)
  features.dictionaryParts = Math.min(1, (forward + backward) / 2)
  features.termListed = termWords.length > 1 ? knowledge.termListed(term) : 0
  features.answerListed = answerWords.length > 1 ? knowledge.answerListed(answer) : 0
  features.termKnownOtherwise = Math.max(0, translated - forward)
  features.sameText = yes(
    term.replace(/\W/gu, '') !== '' &&
      (fold(term) === fold(answer) ||
        spelling(termWords, knowledge.termSpelled) === spelling(answerWords, knowledge.answerSpelled)),
  )
}

const spelling = (words: number[], spelled: (id: number) => string): string => fold(words.map(spelled).join(''))

/** What each word finds on the other side, at best; the mean of it. */
function bestSupport(from: number[], to: number[], support: (word: number, other: number) => number): number {
  let sum = 0
  for (const word of from) {
    let best = 0
    for (const other of to) best = Math.max(best, support(word, other))
    sum += best
  }
  return sum / Math.max(1, from.length)
}

const sumOf = (words: number[], of: (word: number) => number): number => words.reduce((sum, word) => sum + of(word), 0)

const fold = (text: string): string => text.toLowerCase().replace(/[\s-]/gu, '')

/** How this answer stands against the other answers of its term. */
function sayRivals(
  features: Features,
  row: number,
  words: readonly number[],
  rivals: readonly number[],
  { tally, answers }: { tally: Tally; answers: SpanIndex },
): void {
  const count = tally.sum(row, 'count')
  for (const other of rivals) {
    if (other === row) continue
    const otherCount = tally.sum(other, 'count')
    const share = otherCount / (count + otherCount)
    features.rivalStronger = Math.max(features.rivalStronger, share)
    if (share > features.answerHoldsShorter && holdsWords(words, answers.wordsOf(tally.answer(other))))
      features.answerHoldsShorter = share
  }
}

function holdsWords(words: readonly number[], part: readonly number[]): boolean {
  for (let start = 0; start + part.length <= words.length; start++)
    if (part.every((word, at) => words[start + at] === word)) return true
  return false
}
