import type { LanguageTag } from '../../shared/language-tag.js'
import type { Dictionary } from '../alignment/dictionary.js'
import type { WordPair } from '../alignment/corpus.js'
import { learnAlignment } from '../alignment/learn.js'
import { heardIn, type LessonEntry, lessonOf, packLesson, together, unpackLesson } from '../alignment/lesson.js'
import { wordSupport } from '../alignment/prior.js'
import { languageOf } from '../languages/index.js'
import { isCalendarNameIn } from '../terms/calendar.js'
import { generalityOf } from '../terms/generality.js'
import { isContent } from '../terms/word-classes.js'
import type { ExtractionOptions } from '../types.js'
import { alignedBy, type AlignedWords } from './aligned-words.js'
import type { AnalysedPair, AnalysedPairs, FoundDefinition, Gloss, Knowledge } from './analysed.js'
import { foldOf, Vocabulary } from './analyse-side.js'
import { definitionsOf } from './definitions-of.js'
import { glossesIn } from './glosses.js'
import { canTeach } from './teach-classes.js'

export interface KnowContext {
  languages: { term: LanguageTag; answer: LanguageTag }
  vocabularies: { term: Vocabulary; answer: Vocabulary }
  dictionary: Dictionary
  /** Pairs that the termbase holds as approved: they count like dictionary entries. */
  approved: readonly { term: string; answer: string }[]
}

/** Learns how the words of this corpus answer each other, and puts it beside what dictionaries and word lists say. */
export async function knowledgeOf(
  pairs: AnalysedPairs,
  context: KnowContext,
  options: ExtractionOptions,
): Promise<Knowledge> {
  const { languages, vocabularies, dictionary } = context
  const stems = {
    term: alignedBy(vocabularies.term, languages.term),
    answer: alignedBy(vocabularies.answer, languages.answer),
  }
  const supportOf = wordSupport({ source: languages.term, target: languages.answer }, dictionary)
  const support = (term: number, answer: number) =>
    supportOf(vocabularies.term.spelled(term), vocabularies.answer.spelled(answer))
  const definitions = definitionsOf(pairs)
  const spelled = spelledOut(definitions, pairs, vocabularies.term)
  const heard = new Map<number, Heard>()
  const glosses = glossesByPair(pairs, vocabularies, foldOf(languages.term))
  for (const definition of definitions) silenceShortForm(definition, pairs.at(definition.pair), heard)
  for (const ofPair of glosses.values())
    for (const { pair, bracket } of ofPair) silence(pairs.at(pair), 'answer', bracket, heard)
  const sides = { source: languages.term, target: languages.answer }
  const taught: LessonEntry[] = []
  const model = await learnAlignment(wordPairs(pairs, heard, stems), {
    sourceVocabulary: stems.term.size,
    targetVocabulary: stems.answer.size,
    parts: { source: stems.term.parts, target: stems.answer.parts },
    prior: (term, answer) => {
      const [word, other] = [stems.term.spelling[term]!, stems.answer.spelling[answer]!]
      const own = supportOf(word, other)
      const parts = spelled.get(word)
      return parts && own < spelledWorth
        ? parts.reduce((most, part) => Math.max(most, spelledWorth * supportOf(part, other)), own)
        : own
    },
    heard: heardBefore(options, sides, stems),
    onTaught:
      options.onTaught &&
      ((term, answer, seen, worth) =>
        taught.push({ source: stems.term.stems.word(term), target: stems.answer.stems.word(answer), seen, worth })),
    threads: options.threads,
    onProgress: (share) => options.onProgress?.('learn', share),
    onLink: (share) => options.onProgress?.('align', share),
    signal: options.signal,
  })
  options.onTaught?.(packLesson(lessonOf(sides, taught)))
  const phrases = phraseBook(context)
  const translates = isTranslatedBy(context)
  const entries = entriesOf(context)
  const [termGenerality, answerGenerality] = [generalityOf(languages.term), generalityOf(languages.answer)]
  const isCalendarName = isCalendarNameIn(languages.term)
  return {
    termWord: (id) => vocabularies.term.word(id),
    answerWord: (id) => vocabularies.answer.word(id),
    termSpelled: (id) => vocabularies.term.spelled(id),
    answerSpelled: (id) => vocabularies.answer.spelled(id),
    definitions,
    glosses: (pair) => glosses.get(pair) ?? none,
    posterior: (pair) => ({
      rows: pair.term.words.length,
      columns: pair.answer.words.length,
      probabilities: spread(model.posterior(pair.number), pair, heard.get(pair.number), stems),
    }),
    wordSupport: remembered(support),
    phraseSupport: phrases,
    termListed: (term) => (entries.term(term) ? 1 : 0),
    answerListed: (answer) => (entries.answer(answer) ? 1 : 0),
    isTranslated: eachOnce((id) => (translates(vocabularies.term.word(id)) ? 1 : 0)),
    termGenerality: eachOnce((id) => termGenerality(vocabularies.term.word(id))),
    answerGenerality: eachOnce((id) => answerGenerality(vocabularies.answer.word(id))),
    isCalendarName: eachOnce((id) => (isCalendarName(vocabularies.term.word(id)) ? 1 : 0)),
    answerLanguage: languages.answer,
    answerShedsVerbs: canTeach(languages),
    termJoint: languageOf(languages.term).usesSpaces ? ' ' : '',
    answerJoint: languageOf(languages.answer).usesSpaces ? ' ' : '',
    usualRatio: languageOf(languages.term).density / languageOf(languages.answer).density,
  }
}

const spelledWorth = 0.5

/** An abbreviation that the corpus explains answers what the words of its long form answer. */
function spelledOut(
  definitions: readonly FoundDefinition[],
  pairs: AnalysedPairs,
  vocabulary: Vocabulary,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { pair, side, shortTokens, longTokens } of definitions) {
    if (side !== 'term' || shortTokens.end - shortTokens.start !== 1) continue
    const { words, classes } = pairs.at(pair).term
    const parts: string[] = []
    for (let at = longTokens.start; at < longTokens.end; at++)
      if (isContent(classes[at]!)) parts.push(vocabulary.spelled(words[at]!))
    const short = vocabulary.spelled(words[shortTokens.start]!)
    if (!found.has(short)) found.set(short, parts)
  }
  return found
}

/** Which tokens of each side take part in alignment; undefined means all. */
interface Heard {
  term: Int32Array | undefined
  answer: Int32Array | undefined
}

/** "…antagonists (LAMA)": a bracket that only repeats what stands before it would take that one's translation away. */
function silenceShortForm(
  { side, short, shortTokens }: FoundDefinition,
  pair: AnalysedPair,
  heard: Map<number, Heard>,
): void {
  const other = side === 'term' ? pair.answer : pair.term
  if (!other.text.includes(short)) silence(pair, side, shortTokens, heard)
}

function silence(
  pair: AnalysedPair,
  side: 'term' | 'answer',
  { start, end }: { start: number; end: number },
  heard: Map<number, Heard>,
): void {
  const here = heard.get(pair.number) ?? { term: undefined, answer: undefined }
  const already = here[side] ?? Int32Array.from(pair[side].words.keys())
  here[side] = already.filter((token) => token < start || token >= end)
  heard.set(pair.number, here)
}

const none: readonly Gloss[] = []

function glossesByPair(
  pairs: AnalysedPairs,
  vocabularies: KnowContext['vocabularies'],
  fold: (word: string) => string,
): Map<number, Gloss[]> {
  const found = new Map<number, Gloss[]>()
  const wordOf = {
    term: (id: number) => vocabularies.term.word(id),
    answer: (id: number) => vocabularies.answer.word(id),
  }
  for (const pair of pairs) {
    if (!/[(（[［]\p{Script=Latin}/u.test(pair.answer.text)) continue
    const glosses = glossesIn(pair, wordOf, fold)
    if (glosses.length > 0) found.set(pair.number, glosses)
  }
  return found
}

interface AlignedSides {
  term: AlignedWords
  answer: AlignedWords
}

function* wordPairs(pairs: AnalysedPairs, heard: ReadonlyMap<number, Heard>, sides: AlignedSides): Generator<WordPair> {
  for (const { number, term, answer } of pairs) {
    const here = heard.get(number)
    yield {
      source: sides.term.unitsOf(audible(term.words, here?.term)),
      target: sides.answer.unitsOf(audible(answer.words, here?.answer)),
    }
  }
}

const audible = (words: Int32Array, heard: Int32Array | undefined): Int32Array =>
  heard ? heard.map((token) => words[token]!) : words

/** Puts the rows and columns of silent tokens back, without probability, and those of a compound's parts together. */
function spread(
  posterior: Float32Array,
  { term, answer }: AnalysedPair,
  heard: Heard | undefined,
  sides: AlignedSides,
): Float32Array {
  if (!heard?.term && !heard?.answer && !sides.term.cuts && !sides.answer.cuts) return posterior
  const rows = sides.term.tokensOf(term.words, heard?.term)
  const columns = sides.answer.tokensOf(answer.words, heard?.answer)
  const whole = new Float32Array(term.words.length * answer.words.length)
  for (const [i, row] of rows.entries())
    for (const [j, column] of columns.entries()) {
      const at = row * answer.words.length + column
      whole[at] = Math.min(1, whole[at]! + posterior[i * columns.length + j]!)
    }
  return whole
}

/** What the lessons of earlier texts say of the stems of this one. */
function heardBefore(
  { taught }: ExtractionOptions,
  sides: { source: LanguageTag; target: LanguageTag },
  { term, answer }: AlignedSides,
): ((term: number, answer: number) => number) | undefined {
  const lessons = [...(taught ?? [])].map(unpackLesson)
  if (lessons.length === 0) return undefined
  return heardIn(together(sides, lessons), {
    source: (stem) => term.stems.find(stem),
    target: (stem) => answer.stems.find(stem),
  })
}

/** Pairs of words whose support is at hand; a newer pair takes the place of an older one. */
const supportsKept = 1 << 18

/** The same pairs of words come again and again, term by term: the last ones asked are remembered, in 4 MB. */
function remembered(support: (term: number, answer: number) => number): (term: number, answer: number) => number {
  const terms = new Int32Array(supportsKept).fill(-1)
  const answers = new Int32Array(supportsKept)
  const values = new Float64Array(supportsKept)
  return (term, answer) => {
    const at = (Math.imul(term, 0x9e3779b1) ^ Math.imul(answer, 0x85ebca6b)) >>> 14
    if (terms[at] !== term || answers[at] !== answer) {
      values[at] = support(term, answer)
      terms[at] = term
      answers[at] = answer
    }
    return values[at]!
  }
}

/** What is said of a word by itself is found out once. */
function eachOnce(find: (word: number) => number): (word: number) => number {
  const known: number[] = []
  return (word) => (known[word] ??= find(word))
}

/** Whole expressions: what a dictionary or the termbase lists as each other's translation. */
function phraseBook({ languages, dictionary, approved }: KnowContext): (term: string, answer: string) => number {
  const fold = foldOf(languages.term)
  const folded = (text: string) => text.toLowerCase().split(' ').map(fold).join(' ')
  const listed = new Map<string, Set<string>>()
  const glossesOf = (answer: string) => [...dictionary.englishOf(answer), ...dictionary.broadEnglishOf(answer)]
  const own = new Set(approved.map(({ term, answer }) => `${folded(term)}\t${answer.toLowerCase()}`))
  const isChineseAnswer = languageOf(languages.answer).code === 'zh' && languageOf(languages.term).code === 'en'
  return (term, answer) => {
    if (own.has(`${term}\t${answer}`)) return 1
    if (!isChineseAnswer) return 0
    let meanings = listed.get(answer)
    if (!meanings) listed.set(answer, (meanings = new Set(glossesOf(answer).map(folded))))
    return meanings.has(term) ? 1 : 0
  }
}

function isTranslatedBy({ languages, dictionary }: KnowContext): (word: string) => boolean {
  return languageOf(languages.term).code === 'en' && languageOf(languages.answer).code === 'zh'
    ? (word) => dictionary.chineseOf(word).length > 0
    : () => false
}

/** Whether an expression is an entry, by language: only Chinese and English have a dictionary. */
function entriesOf({ languages, dictionary }: KnowContext): Record<'term' | 'answer', (text: string) => boolean> {
  const listed: Record<string, (text: string) => boolean> = {
    en: (text) => dictionary.listsExpression(text),
    zh: (text) => dictionary.englishOf(text).length + dictionary.broadEnglishOf(text).length > 0,
  }
  const of = (language: LanguageTag) => listed[languageOf(language).code] ?? (() => false)
  return { term: of(languages.term), answer: of(languages.answer) }
}
