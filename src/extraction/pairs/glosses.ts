// A text that puts the original beside a translation says itself what answers what: 双线性插值（bilinear interpolation）.
import { WordClass } from '../terms/word-classes.js'
import type { AnalysedPair, AnalysedSide, Gloss } from './analysed.js'

const longestGloss = 9

/**
 * Brackets of the answering text whose words stand in the asking text as well, behind a word of another script. Left to themselves such
 * words answer each other, and the translation before the bracket answers nothing.
 * @param fold the word under which the asking side counts what is written so
 */
export function glossesIn(
  pair: AnalysedPair,
  wordOf: { term: (id: number) => string; answer: (id: number) => string },
  fold: (word: string) => string,
): Gloss[] {
  const found: Gloss[] = []
  const { answer, term } = pair
  for (let open = 1; open < answer.words.length; open++) {
    if (answer.classes[open] !== WordClass.opening || isLatin(answer, open - 1)) continue
    const close = closingOf(answer, open)
    if (close < 0) continue
    const words = firstPart(answer, open, close).map((at) => fold(wordOf.answer(answer.words[at]!)))
    const place = words.length > 0 && !isAcronym(textAt(answer, open + 1)) ? placeOf(words, term, wordOf.term) : -1
    if (place >= 0)
      found.push({
        pair: pair.number,
        bracket: { start: open, end: close + 1 },
        words: term.words.slice(place, place + words.length),
      })
  }
  return found
}

/** (MERS) repeats the short form that the asking text has as well: there each answers itself. */
const isAcronym = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text)

const textAt = (side: AnalysedSide, at: number): string => side.text.slice(side.starts[at]!, side.ends[at]!)

const isLatin = (side: AnalysedSide, at: number): boolean =>
  !/\p{L}/u.test(textAt(side, at)) || /\p{Script=Latin}/u.test(textAt(side, at))

function closingOf(side: AnalysedSide, open: number): number {
  for (let at = open + 1; at < Math.min(side.words.length, open + longestGloss + 2); at++) {
    if (side.classes[at] === WordClass.opening) return -1
    if (side.classes[at] === WordClass.closing) return at
  }
  return -1
}

/** The words up to a comma: (Middle East Respiratory Syndrome, MERS); none where another script stands among them. */
function firstPart(side: AnalysedSide, open: number, close: number): number[] {
  const found: number[] = []
  for (let at = open + 1; at < close; at++) {
    const text = textAt(side, at)
    if (/\p{Script=Latin}/u.test(text)) found.push(at)
    else if (/^[,，;；]$/u.test(text)) break
    else if (/\p{L}/u.test(text)) return []
  }
  return found
}

/** Where the asking text says these words one behind the other. */
function placeOf(words: readonly string[], side: AnalysedSide, wordOf: (id: number) => string): number {
  for (let start = 0; start + words.length <= side.words.length; start++)
    if (words.every((word, index) => wordOf(side.words[start + index]!) === word)) return start
  return -1
}
