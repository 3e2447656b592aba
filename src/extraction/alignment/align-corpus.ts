import type { LanguageTag } from '../../shared/language-tag.js'
import { cleanText, foldScript } from '../text/clean.js'
import { tokeniserOf } from '../text/tokenise.js'
import type { LanguagePair } from '../types.js'
import type { WordPair } from './cells.js'
import { type Dictionary, loadDictionary } from './dictionary.js'
import { hardLinks, learnAlignment } from './learn.js'
import { wordSupport } from './prior.js'
import type { AlignmentSettings } from './settings.js'
import { stemmerOf } from './stem.js'

/** A sentence and its translation, cut into tokens. */
export interface TokenPair {
  source: readonly string[]
  target: readonly string[]
}

/** The token number of each side, from 0. */
export type Link = [source: number, target: number]

export interface WordAlignmentOptions {
  languages: LanguagePair
  /** Default: the one that came with the build. */
  dictionary?: Dictionary
  /** Least probability of a link, see `hardLinks`. */
  threshold?: number
  settings?: AlignmentSettings
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Learns from all pairs together, then links the words of each; the n-th list belongs to the n-th pair, in order of source and target. */
export async function alignWords(pairs: readonly TokenPair[], options: WordAlignmentOptions): Promise<Link[][]> {
  const { languages, dictionary = loadDictionary(), threshold, settings, onProgress, signal } = options
  const source = new Stems(languages.source)
  const target = new Stems(languages.target)
  const numbered = pairs.map((pair): WordPair => ({
    source: source.idsOf(pair.source),
    target: target.idsOf(pair.target),
  }))
  const support = wordSupport(languages, dictionary)
  const model = await learnAlignment(numbered, {
    sourceVocabulary: source.words.length,
    targetVocabulary: target.words.length,
    prior: (sourceWord, targetWord) => support(source.words[sourceWord]!, target.words[targetWord]!),
    settings,
    onProgress,
    signal,
  })
  return pairs.map((pair, n) => hardLinks(model.posterior(n), pair.target.length, threshold))
}

/** Cuts a text as alignment wants it: without reading marks and other noise, Chinese in simplified script. */
export function wordCutter(language: LanguageTag): (text: string) => string[] {
  const tokenise = tokeniserOf(language, { tagged: false })
  return (text) => tokenise(cleanText(text).text).map((token) => token.text)
}

/** Numbers the words of one side by their stem; `words` remembers how each was first spelled. */
class Stems {
  readonly words: string[] = []
  private readonly ids = new Map<string, number>()
  private readonly stem: (word: string) => string

  constructor(language: LanguageTag) {
    this.stem = stemmerOf(language)
  }

  idsOf(tokens: readonly string[]): Int32Array {
    return Int32Array.from(tokens, (token) => this.idOf(foldScript(token.normalize('NFKC'))))
  }

  private idOf(word: string): number {
    const stem = this.stem(word)
    let id = this.ids.get(stem)
    if (id === undefined) {
      this.ids.set(stem, (id = this.words.length))
      this.words.push(word)
    }
    return id
  }
}
