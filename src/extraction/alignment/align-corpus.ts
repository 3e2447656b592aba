import type { LanguageTag } from '../../shared/language-tag.js'
import { cleanText, foldScript } from '../text/clean.js'
import { tokeniserOf } from '../text/tokenise.js'
import type { LanguagePair } from '../types.js'
import { CorpusBuilder } from './corpus.js'
import { type Dictionary, loadDictionary } from './dictionary.js'
import { type AlignmentModel, learnFrom, type LearningOptions, type Link } from './learn.js'
import { heardIn, type Lesson, type LessonEntry, lessonOf } from './lesson.js'
import { numberParts, partsIn } from './parts.js'
import { wordSupport } from './prior.js'
import { stemmerOf } from './stem.js'

/** A sentence and its translation, cut into tokens. */
export interface TokenPair {
  source: readonly string[]
  target: readonly string[]
}

export type { Link } from './learn.js'

export interface WordAlignmentOptions extends Pick<LearningOptions, 'settings' | 'threads' | 'onProgress' | 'signal'> {
  languages: LanguagePair
  /** Default: the one that came with the build. */
  dictionary?: Dictionary
  /** What earlier texts taught, and where to say what these teach. */
  taught?: Lesson
  onTaught?: (lesson: Lesson) => void
  /** What a link is more than, see `AlignmentModel.links`. */
  threshold?: number
}

/**
 * Learns from all pairs together, then links the words of each; the n-th list belongs to the n-th pair, in order of source and target.
 * Pairs are taken one by one and links are made one by one, so that neither need all be in memory.
 */
export async function alignWords(
  pairs: Iterable<TokenPair> | AsyncIterable<TokenPair>,
  options: WordAlignmentOptions,
): Promise<Iterable<Link[]>> {
  const { languages, dictionary = loadDictionary(), threshold, taught, onTaught, ...learning } = options
  const source = new Stems(languages.source)
  const target = new Stems(languages.target)
  const builder = new CorpusBuilder()
  for await (const pair of pairs) builder.add(source.idsOf(pair.source), target.idsOf(pair.target))
  const vocabularies = { source: source.words.length, target: target.words.length }
  const corpus = builder.built(vocabularies)
  const support = wordSupport(languages, dictionary)
  const entries: LessonEntry[] = []
  const model = await learnFrom(corpus, {
    ...learning,
    heard: taught && heardIn(taught, { source: (stem) => source.find(stem), target: (stem) => target.find(stem) }),
    onTaught:
      onTaught &&
      ((one, other, seen, worth) =>
        entries.push({ source: source.stems[one]!, target: target.stems[other]!, seen, worth })),
    sourceVocabulary: vocabularies.source,
    targetVocabulary: vocabularies.target,
    parts: {
      source: numberParts(source.words, partsIn(languages.source)),
      target: numberParts(target.words, partsIn(languages.target)),
    },
    prior: (sourceWord, targetWord) => support(source.words[sourceWord]!, target.words[targetWord]!),
  })
  onTaught?.(lessonOf(languages, entries))
  return linksOf(model, corpus.size, threshold)
}

function* linksOf(model: AlignmentModel, size: number, threshold: number | undefined): Generator<Link[]> {
  for (let n = 0; n < size; n++) yield model.links(n, threshold)
}

/** Cuts a text as alignment wants it: without reading marks and other noise, Chinese in simplified script. */
export function wordCutter(language: LanguageTag): (text: string) => string[] {
  const tokenise = tokeniserOf(language, { tagged: false })
  return (text) => tokenise(cleanText(text).text).map((token) => token.text)
}

/** Numbers the words of one side by their stem; `words` remembers how each was first spelled. */
class Stems {
  readonly words: string[] = []
  readonly stems: string[] = []
  private readonly ids = new Map<string, number>()
  private readonly spelled = new Map<string, number>()
  private readonly stem: (word: string) => string

  constructor(language: LanguageTag) {
    this.stem = stemmerOf(language)
  }

  find(stem: string): number | undefined {
    return this.ids.get(stem)
  }

  idsOf(tokens: readonly string[]): number[] {
    return tokens.map((token) => this.spelled.get(token) ?? this.learn(token))
  }

  private learn(token: string): number {
    const word = foldScript(token.normalize('NFKC'))
    const stem = this.stem(word)
    let id = this.ids.get(stem)
    if (id === undefined) {
      this.ids.set(stem, (id = this.words.length))
      this.words.push(word)
      this.stems.push(stem)
    }
    this.spelled.set(token, id)
    return id
  }
}
