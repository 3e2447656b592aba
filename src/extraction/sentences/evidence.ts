import type { LanguageTag } from '../../shared/language-tag.js'
import { loadDictionary, type Dictionary } from '../alignment/dictionary.js'
import { numberOf } from '../alignment/prior.js'
import { stemmerOf } from '../alignment/stem.js'
import { languageOf } from '../languages/index.js'
import { cleanText } from '../text/clean.js'
import { tokeniserOf } from '../text/tokenise.js'
import type { LanguagePair } from '../types.js'

/**
 * A sentence, or a paragraph, as alignment of sentences sees it. Each content word has keys; a word of one side answers a word of
 * the other when they share a key: a stem that the dictionary gives, a number, the same Latin text, the same beginning.
 */
export interface Unit {
  /** In characters of English. */
  length: number
  /** Keys of each content word. */
  words: string[][]
  /** Words that a bracket, a mark or a number make hard to miss count more; by rarity, 0..1. Filled in by `weigh`. */
  weights: Float32Array
}

export interface UnitMaker {
  source(text: string): Unit
  target(text: string): Unit
}

export function unitMaker({ source, target }: LanguagePair, dictionary: Dictionary = loadDictionary()): UnitMaker {
  const throughEnglish = languageOf(source).code === 'zh' || languageOf(target).code === 'zh'
  return {
    source: sideOf(source, throughEnglish ? dictionary : null),
    target: sideOf(target, throughEnglish ? dictionary : null),
  }
}

const longestText = 20_000

function sideOf(tag: LanguageTag, dictionary: Dictionary | null): (text: string) => Unit {
  const language = languageOf(tag)
  const tokenise = tokeniserOf(tag, { tagged: false })
  const stem = stemmerOf(tag)
  const english = stemmerOf('en')
  const stopWords = languageOf('en').stopWords
  const translated = language.code === 'zh' && dictionary ? dictionary : null
  const known = new Map<string, string[]>()

  const keysOf = (word: string): string[] => {
    let keys = known.get(word)
    if (!keys)
      known.set(
        word,
        (keys = [
          ...new Set([...ownKeys(word, stem), ...(translated ? glossKeys(word, translated, english, stopWords) : [])]),
        ]),
      )
    return keys
  }
  return (original) => {
    const { text } = cleanText(original.slice(0, longestText))
    const words: string[][] = []
    for (const token of tokenise(text))
      if (!token.isStopWord && /[\p{L}\p{N}]/u.test(token.text)) words.push(keysOf(token.text))
    const density = language.density
    return {
      length: original.replaceAll(/\s+/g, ' ').length * density,
      words,
      weights: new Float32Array(words.length).fill(1),
    }
  }
}

/** What a word says for itself: its stem, its number, how it begins. */
function ownKeys(word: string, stem: (word: string) => string): string[] {
  const number = numberOf(word) ?? numberOf(/^第(.+?)[条條章节節款项項号號届屆次部编編篇]?$/.exec(word)?.[1] ?? '')
  if (number !== null) return [`#${number}`]
  const lower = word.toLowerCase()
  if (!/^[\p{Script=Latin}\p{N}-]/u.test(lower)) return [stem(lower)]
  const plain = lower.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return plain.length >= 5 ? [stem(lower), `${plain.slice(0, 5)}~`] : [stem(lower)]
}

/** Stems of the English words that translate a Chinese word, or the two halves of a word the dictionary lacks. */
function glossKeys(
  word: string,
  dictionary: Dictionary,
  stem: (word: string) => string,
  stopWords: ReadonlySet<string>,
): string[] {
  const keys = new Set<string>()
  const add = (part: string) => {
    for (const gloss of dictionary.englishOf(part))
      for (const english of gloss.split(/[\s/-]+/)) {
        const plain = english.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
        if (plain.length > 1 && !stopWords.has(plain)) keys.add(stem(plain))
      }
  }
  add(word)
  const characters = [...word]
  if (keys.size === 0 && characters.length >= 3)
    for (let size = characters.length - 1; size >= 2; size--)
      for (let start = 0; start + size <= characters.length; start++)
        add(characters.slice(start, start + size).join(''))
  return [...keys].slice(0, 40)
}

/** A word that stands in few units says more about which unit answers which. */
export function weigh(units: readonly Unit[]): void {
  const frequency = new Map<string, number>()
  for (const { words } of units)
    for (const key of new Set(words.map((keys) => keys[0]!))) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  const most = Math.log(1 + units.length)
  for (const unit of units)
    for (const [i, keys] of unit.words.entries())
      unit.weights[i] = 0.1 + (0.9 * Math.log(1 + units.length / frequency.get(keys[0]!)!)) / most
}
