import { DomainError } from '../../shared/errors.js'
import type { LanguageTag } from '../../shared/language-tag.js'
import type { IsOrdinary } from '../terms/citation.js'
import { hasNounPhrases } from '../terms/classify.js'
import { generalityOf } from '../terms/generality.js'
import { singularOf } from '../terms/singular.js'
import { tokeniserOf } from '../text/tokenise.js'
import type { Corpus, ExtractionOptions, SentencePair } from '../types.js'
import type { AnalysedPair } from './analysed.js'
import { sideAnalyser, Vocabulary } from './analyse-side.js'

/** A corpus in numbers, turned so that the side with the better tagger asks. */
export interface AnalysedCorpus {
  pairs: AnalysedPair[]
  languages: { term: LanguageTag; answer: LanguageTag }
  vocabularies: { term: Vocabulary; answer: Vocabulary }
  /** Whether the asking side is the product's source language. */
  termIsSource: boolean
  /** Whether the asking side's tagger knows noun phrases. */
  isTagged: boolean
  /** Whether a word, written small, stands so inside some sentence, or is common in its language. */
  isOrdinary: { term: IsOrdinary; answer: IsOrdinary }
}

const longestSide = 1000

/** Cuts, tags and numbers every sentence pair. Sentence pairs without text on one side teach nothing and are left out. */
export async function analyseCorpus(corpus: Corpus, options: ExtractionOptions = {}): Promise<AnalysedCorpus> {
  const { source, target } = corpus.languages
  const termIsSource = hasNounPhrases(source) || !hasNounPhrases(target)
  const languages = termIsSource ? { term: source, answer: target } : { term: target, answer: source }
  const vocabularies = { term: new Vocabulary(), answer: new Vocabulary() }
  const words = [...(options.known ?? [])].filter(({ state }) => state === 'approved')
  const analyseTerm = sideAnalyser(languages.term, tokeniserOf(languages.term), vocabularies.term)
  const analyseAnswer = sideAnalyser(
    languages.answer,
    tokeniserOf(languages.answer, { words: words.map((pair) => (termIsSource ? pair.target : pair.source)) }),
    vocabularies.answer,
  )
  const pairs: AnalysedPair[] = []
  for await (const pair of corpus.pairs()) {
    if (pairs.length % 256 === 0) await breathe(options)
    const [term, answer] = sidesOf(pair, termIsSource).map(({ text }) => text) as [string, string]
    if (!/\S/u.test(term) || !/\S/u.test(answer)) continue
    const analysed = { pair, term: analyseTerm(term).side, answer: analyseAnswer(answer).side }
    if (analysed.term.words.length <= longestSide && analysed.answer.words.length <= longestSide) pairs.push(analysed)
  }
  options.onProgress?.('tokenise', 1)
  const isOrdinary = {
    term: ordinaryIn(pairs, 'term', languages.term),
    answer: ordinaryIn(pairs, 'answer', languages.answer),
  }
  return { pairs, languages, vocabularies, termIsSource, isTagged: hasNounPhrases(languages.term), isOrdinary }
}

/** Endings that names of people and places hardly have. */
const derived = /(?:ly|ic|ive|ous|ed|ing|ment|tion|ness|less|ful|able|ible|ity|lateral|ional)s?$/u

/** Looked up only when asked: most terms stand somewhere inside a sentence and need no guess. */
function ordinaryIn(pairs: readonly AnalysedPair[], side: 'term' | 'answer', language: LanguageTag): IsOrdinary {
  const generality = generalityOf(language)
  let seen: Set<string> | undefined
  return (word) => {
    if (generality(word) > 0 || generality(singularOf(word)) > 0 || derived.test(word)) return true
    seen ??= new Set(pairs.flatMap((pair) => pair[side].text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}-]*/gu) ?? []))
    return seen.has(word)
  }
}

const sidesOf = (pair: SentencePair, termIsSource: boolean) =>
  termIsSource ? [pair.source, pair.target] : [pair.target, pair.source]

async function breathe({ signal }: ExtractionOptions): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (signal?.aborted) throw new DomainError('cancelled', 'The extraction was cancelled.')
}
