import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { cleanText, originalSpan } from '../text/clean.js'
import type { Token, Tokenise } from '../text/tokenise.js'
import { languageOf } from '../languages/index.js'
import { classifierOf } from '../terms/classify.js'
import { clauseLabelEnd } from '../terms/clause-label.js'
import { markModifiers } from '../terms/fixed-modifiers.js'
import { markQuotations } from '../terms/quotes.js'
import { lightStemOf } from '../terms/lemmas/light-stem.js'
import { singularOf } from '../terms/singular.js'
import { WordClass } from '../terms/word-classes.js'
import type { CutSide } from './analysed-pairs.js'

/** Gives each different string a number, in the order they come. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  private readonly strings: string[] = []
  private readonly spellings: string[] = []

  /** @param spelling how the string stood, where it is a stem */
  idOf(text: string, spelling = text): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    const made = this.strings.length
    this.numbers.set(text, made)
    this.strings.push(text)
    this.spellings.push(spelling)
    return made
  }

  /** The number of a string that came before. */
  find(text: string): number | undefined {
    return this.numbers.get(text)
  }

  word(id: number): string {
    return this.strings[id]!
  }

  /** A word that the string stands for: itself, or the first of those whose stem it is. */
  spelled(id: number): string {
    return this.spellings[id]!
  }

  get size(): number {
    return this.strings.length
  }
}

/** How words of a language are made equal before they are counted: data, one row a language; others by their endings, or case only. */
const folds: Record<string, (word: string) => string> = {
  en: (word) => singularOf(word.toLowerCase()),
}

const foldCase = (word: string): string => word.toLowerCase()

export function foldOf(language: LanguageTag): (word: string) => string {
  const own = folds[primaryLanguage(language)]
  if (own) return own
  const stem = lightStemOf(language)
  return stem ? (word) => stem(word.toLowerCase()) : foldCase
}

/** Turns passages of one language into numbers; offsets point into the passage as it stood. */
export function sideAnalyser(
  language: LanguageTag,
  tokenise: Tokenise,
  vocabulary: Vocabulary,
): (text: string) => { side: CutSide; tokens: Token[] } {
  const classify = classifierOf(language)
  const data = languageOf(language)
  const fold = foldOf(language)
  const isStemmed = lightStemOf(language) !== undefined
  return (text) => {
    const clean = cleanText(text)
    const tokens = tokenise(clean.text)
    const size = tokens.length
    const side = {
      words: new Int32Array(size),
      classes: new Uint8Array(size),
      starts: new Int32Array(size),
      ends: new Int32Array(size),
    }
    for (const [index, token] of tokens.entries()) {
      const { start, end } = originalSpan(clean, token.start, token.end)
      side.words[index] = vocabulary.idOf(fold(token.text), isStemmed ? token.text.toLowerCase() : undefined)
      side.classes[index] = classify(token, token.isStopWord)
      side.starts[index] = start
      side.ends[index] = end
    }
    const texts = tokens.map((token) => token.text)
    markQuotations(texts, side.classes)
    markModifiers(texts, side.classes, data)
    const labelEnd = clauseLabelEnd(clean.text, data)
    for (const [index, token] of tokens.entries()) if (token.end <= labelEnd) side.classes[index] = WordClass.wall
    return { side, tokens }
  }
}
