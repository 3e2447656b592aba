import { hasNounPhrases, hasTagger } from '../terms/classify.js'
import { isContent, WordClass } from '../terms/word-classes.js'
import type { AnalysedCorpus } from './analyse-corpus.js'
import { textOf, type AnalysedPair, type AnalysedPairs, type Knowledge } from './analysed.js'

/** What a word can be taught to be. Numbers, marks and words of grammar are told by their looks. */
const taught = [WordClass.noun, WordClass.adjective, WordClass.verb, WordClass.adverb] as const
const [noun, adjective, verb, adverb] = [0, 1, 2, 3] as const

/** Whether one side can tell the other what its words are. */
export const canTeach = ({ term, answer }: AnalysedCorpus['languages']): boolean =>
  hasNounPhrases(term) && !hasTagger(answer)

/** Links below this say nothing of a word. */
const leastLink = 0.3
/** What the ending of a word is worth, in links of the word itself. */
const endingWorth = 3
/** A word is taken for no noun only where it is plain. */
const surely = 0.6

/**
 * A language without a tagger learns from the one that has a tagger: what a word is linked to tells what it is (projection of tags, Yarowsky
 * and Ngai 2001), and so do other words with its ending and its capital. Changes the classes of the answering side in place.
 */
export function teachClasses({ pairs }: AnalysedCorpus, knowledge: Knowledge): void {
  const words = new Votes()
  const endings = new Votes()
  for (const pair of pairs) {
    const { probabilities, columns, rows } = knowledge.posterior(pair)
    for (let row = 0; row < rows; row++) {
      const shares = sharesOf(pair, row, knowledge)
      if (!shares) continue
      for (let column = 0; column < columns; column++) {
        const link = probabilities[row * columns + column]!
        if (link < leastLink || !isTeachable(pair, column)) continue
        words.add(pair.answer.words[column]!, shares, link)
        endings.add(endings.keyOf(shapeAt(pair, column)), shares, link)
      }
    }
  }
  const known = new Map<string, WordClass>()
  for (const pair of pairs)
    for (let column = 0; column < pair.answer.words.length; column++) {
      if (!isTeachable(pair, column)) continue
      const shape = shapeAt(pair, column)
      const key = `${pair.answer.words[column]!} ${shape}`
      let found = known.get(key)
      if (found === undefined)
        known.set(key, (found = classFrom(words.of(pair.answer.words[column]!), endings.of(endings.keyOf(shape)))))
      pair.answer.classes[column] = found
    }
  if (adjectivesComeFirst(pairs)) for (const { answer } of pairs) predicatesAreVerbs(answer.classes)
}

function adjectivesComeFirst(pairs: AnalysedPairs): boolean {
  let before = 0
  for (const { answer } of pairs)
    for (let at = 1; at < answer.classes.length; at++) {
      const [one, other] = [answer.classes[at - 1], answer.classes[at]]
      if (one === WordClass.adjective && other === WordClass.noun) before++
      if (one === WordClass.noun && other === WordClass.adjective) before--
    }
  return before > 0
}

/** "wurde untersucht": where adjectives stand before their noun, one with nothing behind it closes no term. */
function predicatesAreVerbs(classes: Uint8Array): void {
  for (const [at, wordClass] of classes.entries()) {
    const next = classes[at + 1] ?? WordClass.wall
    if (
      wordClass === WordClass.adjective &&
      !isContent(next) &&
      next !== WordClass.connector &&
      next !== WordClass.break
    )
      classes[at] = WordClass.verb
  }
}

const isTeachable = ({ answer }: AnalysedPair, column: number): boolean => answer.classes[column] === WordClass.noun

/** What a word of the asking side says of the word it is linked to; undefined where it says nothing. */
function sharesOf({ term }: AnalysedPair, row: number, { termWord }: Knowledge): readonly number[] | undefined {
  const wordClass = term.classes[row]!
  const next = term.classes[row + 1]
  const opensNoun = next === WordClass.noun || next === WordClass.adjective || next === WordClass.participle
  if (wordClass === WordClass.noun) return [1, 0, 0, 0]
  if (wordClass === WordClass.verb) return [0, 0, 1, 0]
  if (wordClass === WordClass.adverb) return [0, 0, 0, 1]
  if (wordClass === WordClass.adjective)
    return opensNoun || !/(?:ed|en)$/u.test(termWord(term.words[row]!)) ? [0, 1, 0, 0] : [0, 0.3, 0.7, 0]
  if (wordClass === WordClass.participle) return opensNoun ? [0.3, 0.7, 0, 0] : [0.5, 0, 0.5, 0]
  return wordClass === WordClass.grammar ? [0, 0, 0.4, 0.6] : undefined
}

const endingLetters = 3

/** Its last letters, and whether it is written large where the sentence does not ask for it. */
function shapeAt({ answer }: AnalysedPair, column: number): string {
  const text = textOf(answer, { start: column, end: column + 1 })
  const isLarge = column > 0 && /^\p{Lu}/u.test(text)
  const letters = [...text.toLowerCase()]
  return (isLarge ? '^' : '') + letters.slice(-Math.min(endingLetters, Math.max(1, letters.length - 1))).join('')
}

function classFrom(own: readonly number[], ending: readonly number[]): WordClass {
  const sum = (votes: readonly number[]) => votes.reduce((a, b) => a + b, 0)
  const [ofWord, ofEnding] = [sum(own), sum(ending)]
  if (ofEnding < 1) return WordClass.noun
  const shares = taught.map((_, at) => (own[at]! + (endingWorth * ending[at]!) / ofEnding) / (ofWord + endingWorth))
  const best = shares.indexOf(Math.max(...shares))
  if (best === noun) return WordClass.noun
  return shares[best]! >= surely || (best !== adjective && shares[verb]! + shares[adverb]! >= surely)
    ? taught[best]!
    : shares[noun]! < 1 - surely
      ? WordClass.adjective
      : WordClass.noun
}

/** Sums of votes, four to a key. */
class Votes {
  private readonly keys = new Map<string, number>()
  private sums = new Float32Array(1024 * taught.length)

  keyOf(text: string): number {
    const known = this.keys.get(text)
    if (known !== undefined) return known
    this.keys.set(text, this.keys.size)
    return this.keys.size - 1
  }

  add(key: number, shares: readonly number[], weight: number): void {
    if ((key + 1) * taught.length > this.sums.length) {
      const sums = new Float32Array(Math.max((key + 1) * taught.length, 2 * this.sums.length))
      sums.set(this.sums)
      this.sums = sums
    }
    for (let at = 0; at < taught.length; at++) this.sums[key * taught.length + at]! += weight * shares[at]!
  }

  of(key: number): readonly number[] {
    return taught.map((_, at) => this.sums[key * taught.length + at] ?? 0)
  }
}
