import { isContent, WordClass } from '../terms/word-classes.js'
import { textOf, type AnalysedPairs, type AnalysedSide, type Knowledge } from './analysed.js'
import { yes, type Features } from './features.js'
import type { Place } from './tally.js'

/** Says of the features what the words themselves tell: what kind of words they are, how they are written, how long they are. */
export function sayForm(
  features: Features,
  { termWords, answerWords }: { termWords: number[]; answerWords: number[] },
  places: readonly Place[],
  pairs: AnalysedPairs,
  knowledge: Knowledge,
): void {
  const place = places[0]!
  const { term: termSide, answer: answerSide } = pairs.at(place.pair)
  const termClasses = termSide.classes.subarray(place.term.start, place.term.end)
  const answerClasses = answerSide.classes.subarray(place.answer.start, place.answer.end)
  const first = textOf(termSide, place.term)
  const single = termWords.length === 1
  const answerText = textOf(answerSide, place.answer)
  const lengthOf = (text: string) => Math.max(1, [...text].length)
  const general = generality(termWords, knowledge.termGenerality)
  features.termSingle = yes(single)
  features.termLong = Math.min(1, Math.max(0, termWords.length - 2) / 5)
  features.termJoined = yes(termClasses.includes(WordClass.connector))
  features.termCoordinated = yes(termClasses.includes(WordClass.coordinator))
  features.termVerb = yes(single && termClasses[0] === WordClass.verb)
  features.termOpensWithVerb = yes(!single && (termClasses[0] === WordClass.verb || opensLikeVerb.test(first)))
  features.termAdjective = yes(single && termClasses[0] === WordClass.adjective)
  features.termParticiple = yes(single && termClasses[0] === WordClass.participle)
  features.termGeneral = single ? 0 : general
  features.termCommonWord = single ? general : 0
  features.termNumber = yes(termClasses.includes(WordClass.number) || /\p{N}/u.test(first))
  features.termDate = yes(termWords.some(knowledge.isCalendarName))
  features.answerSingle = yes(answerWords.length === 1)
  features.answerLong = Math.min(1, Math.max(0, answerWords.length - 3) / 6)
  features.answerShortWord = yes(knowledge.answerJoint === '' ? lengthOf(answerText) === 1 : lengthOf(answerText) <= 3)
  features.answerVerb = yes(answerClasses.every((wordClass) => wordClass === WordClass.verb))
  features.answerOpensWithVerb = yes(answerWords.length > 1 && answerClasses[0] === WordClass.verb)
  features.answerClosesWithVerb = yes(
    answerWords.length > 1 &&
      answerClasses.at(-1) === WordClass.verb &&
      (knowledge.answerShedsVerbs || knowledge.answerWord(answerWords.at(-1)!).length === 1),
  )
  features.answerNumberAlone = yes(answerClasses.includes(WordClass.number) && !termClasses.includes(WordClass.number))
  features.answerGrammarInside = yes(
    answerClasses.some(
      (wordClass, index) =>
        !isContent(wordClass) &&
        wordClass !== WordClass.coordinator &&
        !(wordClass === WordClass.prefix && index === 0),
    ),
  )
  features.answerGeneral = generality(answerWords, knowledge.answerGenerality)
  features.lengthsDiffer = Math.min(
    1,
    Math.abs(Math.log(lengthOf(answerText) / lengthOf(first) / knowledge.usualRatio)) / 2,
  )
  sayCapitals(features, places, pairs)
}

/** "safeguarding security", "actively promoting …", "guided by …": what a clause does, not what it names. */
const opensLikeVerb =
  /^(?:\p{Ll}+ly )?(?:\p{Ll}+ing(?![\p{L}-])|\p{Ll}+(?:ed|en) (?:to|by|in|with|for|on|as|at|from|under)(?!\p{L}))/u

/** Capitals are a habit of places: the share of them where the term is written as a name, or as an acronym. */
function sayCapitals(features: Features, places: readonly Place[], pairs: AnalysedPairs): void {
  let names = 0
  let acronyms = 0
  for (const { pair, term } of places) {
    const side = pairs.at(pair).term
    const text = textOf(side, term)
    if (isName(text, side, term.start)) names++
    if (/^[\p{Lu}\p{N}&-]{2,}s?$/u.test(text) && /\p{Lu}\p{L}*\p{Lu}/u.test(text)) acronyms++
  }
  features.termName = names / places.length
  features.termAcronym = acronyms / places.length
}

/** Every longer word begins with a capital, and it is not just the sentence that begins. */
function isName(text: string, side: AnalysedSide, start: number): boolean {
  const words = text.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word) && word.length > 3)
  if (words.length === 0) return /^\p{Lu}/u.test(text)
  return words.every((word) => /^\p{Lu}/u.test(word)) && (start > 0 || words.length > 1) && side.text !== text
}

const generality = (words: number[], of: (id: number) => number): number =>
  words.reduce((least, id) => Math.min(least, of(id)), 1)
