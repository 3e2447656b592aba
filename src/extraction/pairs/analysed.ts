import type { LanguageTag } from '../../shared/language-tag.js'
import type { SentencePair } from '../types.js'
import type { Posterior } from './project-span.js'

/** One side of a sentence pair in numbers: a word id, a class, and offsets into the passage for each token. */
export interface AnalysedSide {
  text: string
  words: Int32Array
  classes: Uint8Array
  starts: Int32Array
  ends: Int32Array
}

/** The text of a stretch of tokens, as it stood. */
export function textOf(side: AnalysedSide, { start, end }: { start: number; end: number }): string {
  return side.text.slice(side.starts[start]!, side.ends[end - 1]!)
}

/** A sentence pair turned so that the side with the better tagger asks ("term") and the other answers. */
export interface AnalysedPair {
  /** Its place in the corpus, from 0. */
  number: number
  pair: SentencePair
  term: AnalysedSide
  answer: AnalysedSide
}

/** The sentence pairs of a corpus, by their number. */
export interface AnalysedPairs extends Iterable<AnalysedPair> {
  readonly length: number
  at(number: number): AnalysedPair
}

interface Range {
  start: number
  end: number
}

/** A definition that stands in a sentence, on the asking or the answering side, with the tokens of both forms. */
export interface FoundDefinition {
  pair: number
  side: 'term' | 'answer'
  short: string
  long: string
  score: number
  shortTokens: Range
  longTokens: Range
}

/** A term of the asking text that the answering text repeats in a bracket, behind its translation: 双线性插值（bilinear interpolation）. */
export interface Gloss {
  pair: number
  /** The bracket in the answering text, with its marks. */
  bracket: Range
  /** The ids of the words of the term, as the asking text writes it. */
  words: Int32Array
}

/** What pairing needs to know of the two languages and of this corpus. */
export interface Knowledge {
  /** The folded word of an id. */
  termWord(id: number): string
  answerWord(id: number): string
  /** A word as it is spelled, of an id that may stand for a stem. */
  termSpelled(id: number): string
  answerSpelled(id: number): string
  posterior(pair: AnalysedPair): Posterior
  /** Abbreviations that the corpus itself defines. */
  definitions: readonly FoundDefinition[]
  /** The brackets of a sentence pair, by its number, that repeat a term of the asking text. */
  glosses(pair: number): readonly Gloss[]
  /** How strongly a dictionary says that the words translate each other, 0..1, without regard to this corpus. */
  wordSupport(termWord: number, answerWord: number): number
  /** How strongly a dictionary or the termbase says that the two whole expressions translate each other, 0..1. */
  phraseSupport(term: string, answer: string): number
  /** Whether an expression of several words is an entry of a dictionary, whatever it means there: 1 or 0. */
  termListed(term: string): number
  answerListed(answer: string): number
  /** Whether a dictionary translates the word at all: 1 or 0. */
  isTranslated(termWord: number): number
  /** How common a word is outside special fields: 1 for the commonest thousand, 0 for what no general list holds. */
  termGenerality(termWord: number): number
  answerGenerality(answerWord: number): number
  /** Whether a word of the asking language names a month or a day: 1 or 0. */
  isCalendarName(termWord: number): number
  answerLanguage: LanguageTag
  /** Whether a verb at the edge of an answer hardly belongs to it: not where 合作 and 反恐 are verbs to the tagger. */
  answerShedsVerbs: boolean
  /** Joins words of the answering language: '' in Chinese, ' ' in Russian. */
  termJoint: string
  answerJoint: string
  /** How many characters of an answer one character of a term makes, usually. */
  usualRatio: number
}
