import { pinyin } from 'pinyin-pro'
import type { LanguageTag } from '../../shared/language-tag.js'
import { languageOf } from '../languages/index.js'
import type { Dictionary } from './dictionary.js'
import { mayBeNumber, numberOf, sameNumber } from './numbers.js'
import { stemmerOf } from './stem.js'

export { numberOf } from './numbers.js'

/** Says how strongly two words translate each other, 0..1, by anything but this corpus. Words as they are spelled, Chinese in simplified script. */
export type WordSupport = (source: string, target: string) => number

/** Worth of a dictionary gloss of n content words, of which the word is one: 1/√n (a word alone: 1). */
const worthOfGloss = (contentWords: number): number => 1 / Math.sqrt(contentWords)
const worthOfPart = 0.3
const worthOfCharacter = 0.15
const worthOfReading = 0.8
/** A stem that shares its beginning with the dictionary's: American, America. */
const worthOfDerivation = 0.5

/** Identity, numbers, dictionary, names by their reading, cognates. Direction of the languages does not matter. */
export function wordSupport(
  languages: { source: LanguageTag; target: LanguageTag },
  dictionary: Dictionary,
): WordSupport {
  const source = languageOf(languages.source).code
  const target = languageOf(languages.target).code
  if (source === 'zh' && target === 'en') return flipped(chineseEnglish(dictionary))
  if (source === 'en' && target === 'zh') return chineseEnglish(dictionary)
  return plainSupport
}

const flipped =
  (support: WordSupport): WordSupport =>
  (source, target) =>
    support(target, source)

/** The same text, the same number, or two spellings of one word (Information / información). */
function plainSupport(one: string, other: string): number {
  const a = one.toLowerCase()
  const b = other.toLowerCase()
  if (a === b) return /[\p{L}\p{N}]/u.test(a) ? 1 : samePunctuation
  const number = numberOf(a)
  if (number !== null && number === numberOf(b)) return 1
  if (punctuation[one] !== undefined && punctuation[one] === punctuation[other]) return samePunctuation
  return a.length >= 5 && b.length >= 5 ? cognate(a, b) : 0
}

const samePunctuation = 0.5

/** Marks of different scripts that do the same. */
const punctuation: Record<string, string> = {
  '。': '.',
  '.': '.',
  '，': ',',
  ',': ',',
  '、': ',',
  '；': ';',
  ';': ';',
  '：': ':',
  ':': ':',
  '？': '?',
  '?': '?',
  '！': '!',
  '!': '!',
  '（': '(',
  '(': '(',
  '）': ')',
  ')': ')',
  '“': '"',
  '”': '"',
  '"': '"',
  '「': '"',
  '」': '"',
  '«': '"',
  '»': '"',
  '《': '<',
  '》': '>',
}

/** Share of the longer word that a common beginning covers, from two thirds on. */
function cognate(a: string, b: string): number {
  const x = a.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const y = b.normalize('NFD').replaceAll(/\p{M}/gu, '')
  let common = 0
  while (common < Math.min(x.length, y.length) && x[common] === y[common]) common++
  const share = common / Math.max(x.length, y.length)
  return share >= 0.6 && common >= 4 ? 0.6 * share : 0
}

/** What is said of a Chinese word by itself: found once, for it meets many English ones. */
interface Meaning {
  isHan: boolean
  isNumber: boolean
  /** Stems that translate it, each with its worth. */
  bag: ReadonlyMap<string, number>
  /** Pinyin without tones. */
  reading: string
}

/** English first, Chinese second. */
function chineseEnglish(dictionary: Dictionary): WordSupport {
  const stem = stemmerOf('en')
  const { stopWords } = languageOf('en')
  const meanings = new Map<string, Meaning>()
  const meaningOf = (chinese: string): Meaning => {
    let meaning = meanings.get(chinese)
    if (!meaning) {
      const isHan = /[\u3400-\u9fff]/.test(chinese)
      meaning = {
        isHan,
        isNumber: isHan && mayBeNumber(chinese),
        bag: isHan ? bagOfWord(chinese, dictionary, stem, stopWords) : new Map(),
        reading: isHan ? pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase() : '',
      }
      meanings.set(chinese, meaning)
    }
    return meaning
  }

  return (english, chinese) => {
    const { isHan, isNumber, bag, reading } = meaningOf(chinese)
    if (!isHan || english === chinese) return plainSupport(english, chinese)
    if (isNumber) {
      const number = sameNumber(english, chinese)
      if (number > 0) return number
    }
    const stemmed = stem(english)
    let support = bag.get(stemmed) ?? worthOfDerivation * derived(stemmed, bag)
    if (support === 0 && english.includes('-'))
      for (const part of english.split('-')) support = Math.max(support, worthOfPart * (bag.get(stem(part)) ?? 0))
    if (support < worthOfReading && english.length >= 2 && isReading(english.toLowerCase(), reading, chinese))
      support = worthOfReading
    return support
  }
}

/** Letters that two stems must share at their beginning, at least, and the share of the longer one. */
const sharedLetters = 4
const sharedShare = 0.6

function derived(stem: string, bag: ReadonlyMap<string, number>): number {
  if (stem.length < sharedLetters) return 0
  let best = 0
  for (const [other, worth] of bag) {
    if (worth <= best || other.length < sharedLetters || other[0] !== stem[0]) continue
    let shared = 1
    while (shared < stem.length && stem[shared] === other[shared]) shared++
    if (shared >= sharedLetters && shared >= sharedShare * Math.max(stem.length, other.length)) best = worth
  }
  return best
}

/** Parts of longer words that are looked up by themselves. */
const longestPart = 6

/** Stems that translate the word, each with its worth; what only its parts say counts less. */
function bagOfWord(
  chinese: string,
  dictionary: Dictionary,
  stem: (word: string) => string,
  stopWords: ReadonlySet<string>,
): Map<string, number> {
  const bag = new Map<string, number>()
  const put = (word: string, worth: number) => bag.set(word, Math.max(bag.get(word) ?? 0, worth))
  const putGlosses = (word: string, share: number) => {
    for (const gloss of dictionary.englishOf(word))
      for (const [part, worth] of wordsOfGloss(gloss, stopWords)) put(stem(part), share * worth)
  }
  const characters = [...chinese]
  putGlosses(chinese, 1)
  for (let size = Math.min(longestPart, characters.length - 1); size >= 1; size--)
    for (let start = 0; start + size <= characters.length; start++)
      putGlosses(characters.slice(start, start + size).join(''), size === 1 ? worthOfCharacter : worthOfPart)
  return bag
}

/** The words of a gloss that carry its meaning, each with its worth. */
function wordsOfGloss(gloss: string, stopWords: ReadonlySet<string>): [word: string, worth: number][] {
  const words = gloss
    .split(/[\s/]+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
  const content = words.filter((word) => !stopWords.has(word.toLowerCase()))
  const meaning = content.length > 0 ? content : words
  return meaning.flatMap((word): [string, number][] => {
    const parts = word.includes('-')
      ? word.split('-').map((part): [string, number] => [part, worthOfGloss(meaning.length + 1)])
      : []
    return [[word, worthOfGloss(meaning.length)], ...parts]
  })
}

/** Xi and Jinping are read off 习近平: a run of its syllables from either end, two letters at least, the whole for a single character. */
function isReading(english: string, reading: string, chinese: string): boolean {
  if (english[0] !== reading[0] && english.at(-1) !== reading.at(-1)) return false
  if (!/^[a-z]+$/.test(english) || [...chinese].length > 4) return false
  if (english === reading) return english.length >= 2
  return english.length >= 4 && [...chinese].length >= 2 && (reading.startsWith(english) || reading.endsWith(english))
}
