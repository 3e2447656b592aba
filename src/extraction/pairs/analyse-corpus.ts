import { DomainError } from '../../shared/errors.js'
import type { LanguageTag } from '../../shared/language-tag.js'
import type { IsOrdinary } from '../terms/citation.js'
import { hasNounPhrases } from '../terms/classify.js'
import { generalityOf } from '../terms/generality.js'
import { lemmatiserOf, type CountOf, type Lemmatise } from '../terms/lemmas/lemmatiser.js'
import { singularOf } from '../terms/singular.js'
import { tokeniserOf } from '../text/tokenise.js'
import type { Corpus, ExtractionOptions, SentencePair } from '../types.js'
import type { AnalysedPairs } from './analysed.js'
import { AnalysedPairList } from './analysed-pairs.js'
import { sideAnalyser, Vocabulary } from './analyse-side.js'

/** A corpus in numbers, turned so that the side with the better tagger asks. */
export interface AnalysedCorpus {
  pairs: AnalysedPairs
  languages: { term: LanguageTag; answer: LanguageTag }
  vocabularies: { term: Vocabulary; answer: Vocabulary }
  /** Whether the asking side is the product's source language. */
  termIsSource: boolean
  /** Whether the asking side's tagger knows noun phrases. */
  isTagged: boolean
  /** Whether a word, written small, stands so inside some sentence, or is common in its language. */
  isOrdinary: { term: IsOrdinary; answer: IsOrdinary }
  /** Whether a sentence, by its number, is set as a title: most words of four letters and more begin with a capital. */
  isTitle: { term: (pair: number) => boolean; answer: (pair: number) => boolean }
  /** Dictionary forms, told by the forms that the corpus holds. */
  lemmatise: { term: Lemmatise; answer: Lemmatise }
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
  const pairs = new AnalysedPairList(termIsSource)
  let seen = 0
  for await (const pair of corpus.pairs()) {
    if (seen++ % 256 === 0) await breathe(options, corpus.size ? (seen - 1) / corpus.size : 0)
    const [term, answer] = sidesOf(pair, termIsSource).map(({ text }) => text) as [string, string]
    if (!/\S/u.test(term) || !/\S/u.test(answer)) continue
    const [asking, answering] = [analyseTerm(term).side, analyseAnswer(answer).side]
    if (asking.words.length <= longestSide && answering.words.length <= longestSide) pairs.push(pair, asking, answering)
  }
  const isOrdinary = {
    term: ordinaryIn(pairs, 'term', languages.term),
    answer: ordinaryIn(pairs, 'answer', languages.answer),
  }
  const isTitle = { term: titlesIn(pairs, 'term'), answer: titlesIn(pairs, 'answer') }
  const lemmatise = {
    term: lemmatiserOf(languages.term, formCounts(pairs, 'term')),
    answer: lemmatiserOf(languages.answer, formCounts(pairs, 'answer')),
  }
  const isTagged = hasNounPhrases(languages.term)
  return { pairs, languages, vocabularies, termIsSource, isTagged, isOrdinary, isTitle, lemmatise }
}

/** How often each lower-case form stands on a side; counted only when somebody asks. */
function formCounts(pairs: AnalysedPairs, side: 'term' | 'answer'): CountOf {
  let counts: Map<string, number> | undefined
  const counted = () => {
    const sums = new Map<string, number>()
    for (const pair of pairs) {
      const { text, starts, ends } = pair[side]
      for (let at = 0; at < starts.length; at++) {
        const form = text.slice(starts[at], ends[at]).toLowerCase()
        sums.set(form, (sums.get(form) ?? 0) + 1)
      }
    }
    return sums
  }
  return (form) => (counts ??= counted()).get(form) ?? 0
}

function titlesIn(pairs: AnalysedPairs, side: 'term' | 'answer'): (pair: number) => boolean {
  const known = new Int8Array(pairs.length)
  return (pair) => (known[pair] ||= isTitle(pairs.at(pair)[side].text) ? 1 : -1) > 0
}

function isTitle(text: string): boolean {
  const words = text.match(/(?<![\p{L}\p{N}])\p{L}{4,}/gu) ?? []
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length > 0.7
}

/** Endings that names of people and places hardly have. */
const derived = /(?:ly|ic|ive|ous|ed|ing|ment|tion|ness|less|ful|able|ible|ity|lateral|ional)s?$/u

/** Looked up only when asked: most terms stand somewhere inside a sentence and need no guess. */
function ordinaryIn(pairs: AnalysedPairs, side: 'term' | 'answer', language: LanguageTag): IsOrdinary {
  const generality = generalityOf(language)
  let seen: Set<string> | undefined
  return (word) => {
    if (generality(word) > 0 || generality(singularOf(word)) > 0 || derived.test(word)) return true
    return (seen ??= smallWords(pairs, side)).has(word)
  }
}

function smallWords(pairs: AnalysedPairs, side: 'term' | 'answer'): Set<string> {
  const found = new Set<string>()
  for (const pair of pairs)
    for (const [word] of pair[side].text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}-]*/gu)) found.add(word)
  return found
}

const sidesOf = (pair: SentencePair, termIsSource: boolean) =>
  termIsSource ? [pair.source, pair.target] : [pair.target, pair.source]

async function breathe({ signal, onProgress }: ExtractionOptions, share: number): Promise<void> {
  onProgress?.('tokenise', share)
  await new Promise((resolve) => setImmediate(resolve))
  if (signal?.aborted) throw new DomainError('cancelled', 'The extraction was cancelled.')
}
