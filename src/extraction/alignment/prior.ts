import { pinyin } from 'pinyin-pro'
import type { LanguageTag } from '../../shared/language-tag.js'
import { languageOf } from '../languages/index.js'
import { foldScript } from '../text/clean.js'
import { cognateSupport, soundOf, type Sound } from './cognates.js'
import type { Dictionary } from './dictionary.js'
import { inChineseScript, romanised, spelledAs } from './japanese.js'
import { mayBeNumber, numberOf, sameNumber } from './numbers.js'
import { stemmerOf } from './stem.js'

export { numberOf } from './numbers.js'

/** Says how strongly two words translate each other, 0..1, by anything but this corpus. Words as they are spelled, Chinese in simplified script. */
export type WordSupport = (source: string, target: string) => number

/** Worth of a dictionary gloss of n content words, of which the word is one: 1/√n (a word alone: 1). */
const worthOfGloss = (contentWords: number): number => 1 / Math.sqrt(contentWords)
/** What the broader dictionary says, which gives many words for one. */
const worthOfBroad = 0.3
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
  if (source === 'ja' && target === 'en') return flipped(japaneseEnglish(dictionary))
  if (source === 'en' && target === 'ja') return japaneseEnglish(dictionary)
  return plainSupport()
}

const flipped =
  (support: WordSupport): WordSupport =>
  (source, target) =>
    support(target, source)

/** Remembers what was found out about a word, for it meets many others, one after the other. */
function known<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>()
  let last: { word: string; value: T } | undefined
  return (word) => {
    if (last?.word === word) return last.value
    let value = found.get(word)
    if (value === undefined) found.set(word, (value = find(word)))
    last = { word, value }
    return value
  }
}

/** What a spelling tells in any language. */
interface Spelling {
  lower: string
  isMark: boolean
  mark: string | undefined
  number: number | null
  sound: Sound
}

function spellingOf(word: string): Spelling {
  const lower = word.toLowerCase()
  return {
    lower,
    isMark: !/[\p{L}\p{N}]/u.test(lower),
    mark: punctuation[word],
    number: numberOf(lower),
    sound: soundOf(lower),
  }
}

/** The same text, the same number, or two spellings of one word (Information / información). */
function plainSupport(): WordSupport {
  const spelling = known(spellingOf)
  return (one, other) => {
    const a = spelling(one)
    const b = spelling(other)
    if (a.lower === b.lower) return a.isMark ? samePunctuation : 1
    if (a.number !== null && a.number === b.number) return 1
    if (a.mark !== undefined && a.mark === b.mark) return samePunctuation
    return cognateSupport(a.sound, b.sound)
  }
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

/** What is said of a Chinese word by itself. */
interface Meaning {
  isHan: boolean
  isNumber: boolean
  /** Stems that translate it. */
  bag: Bag
  /** Pinyin without tones, for what is short enough to be a name. */
  reading: string
}

function meaningIn(dictionary: Dictionary): (chinese: string) => Meaning {
  const bagOfWord = bagsFrom(dictionary)
  return (chinese) => {
    const isHan = /[\u3400-\u9fff]/.test(chinese)
    return {
      isHan,
      isNumber: isHan && mayBeNumber(chinese),
      bag: isHan ? bagOf(bagOfWord(chinese)) : emptyBag,
      reading:
        isHan && chinese.length <= longestName
          ? pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase()
          : '',
    }
  }
}

/** Stems by number, rising, each with its worth, and what they begin with as far as a derivation must share it: thousands of words have one. */
interface Bag {
  stems: Int32Array
  worths: Float64Array
  beginnings: Int32Array
}

const emptyBag: Bag = { stems: new Int32Array(0), worths: new Float64Array(0), beginnings: new Int32Array(0) }

/** Numbers of stems and of beginnings, for as long as the process lives: they are words of English, as a whole some megabytes. */
class Numbers {
  readonly strings: string[] = []
  private readonly numbers = new Map<string, number>()

  of(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      this.numbers.set(text, (number = this.strings.length))
      this.strings.push(text)
    }
    return number
  }
}

const stemNumbers = new Numbers()
const beginningNumbers = new Numbers()
/** The number of what a stem begins with, by the number of the stem. */
const beginningOfStem: number[] = []

const beginningOf = (stem: number): number =>
  (beginningOfStem[stem] ??= beginningNumbers.of(stemNumbers.strings[stem]!.slice(0, sharedLetters)))

function bagOf(worths: ReadonlyMap<number, number>): Bag {
  const stems = Int32Array.from(worths.keys()).sort()
  return {
    stems,
    worths: Float64Array.from(stems, (stem) => worths.get(stem)!),
    beginnings: Int32Array.from(new Set([...stems].map(beginningOf))).sort(),
  }
}

/** Where the number stands in the rising list, −1 where it does not. */
function placeIn(list: Int32Array, number: number): number {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const here = list[middle]!
    if (here === number) return middle
    if (here < number) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function worthIn({ stems, worths }: Bag, stem: number): number {
  const at = placeIn(stems, stem)
  return at < 0 ? 0 : worths[at]!
}

/** What is said of an English word by itself. */
interface EnglishForm {
  lower: string
  stem: string
  stemNumber: number
  /** −1 for a stem that is too short to be derived. */
  beginning: number
  /** Stems of what stands between hyphens. */
  parts: number[]
  /** Whether it can be how a name is read. */
  isLetters: boolean
}

function englishForm(english: string): EnglishForm {
  const lower = english.toLowerCase()
  const stem = englishStem(english)
  return {
    lower,
    stem,
    stemNumber: stemNumbers.of(stem),
    beginning: stem.length >= sharedLetters ? beginningNumbers.of(stem.slice(0, sharedLetters)) : -1,
    parts: english.includes('-') ? english.split('-').map((part) => stemNumbers.of(englishStem(part))) : [],
    isLetters: /^[a-z]{2,}$/.test(lower),
  }
}

const englishStem = stemmerOf('en')

/** English first, Chinese second. */
function chineseEnglish(dictionary: Dictionary): WordSupport {
  const meaningOf = known(meaningIn(dictionary))
  const formOf = known(englishForm)
  const spelledAlike = plainSupport()
  return (english, chinese) => {
    const { isHan, isNumber, bag, reading } = meaningOf(chinese)
    if (!isHan || english === chinese) return spelledAlike(english, chinese)
    if (isNumber) {
      const number = sameNumber(english, chinese)
      if (number > 0) return number
    }
    const { lower, stem, stemNumber, beginning, parts, isLetters } = formOf(english)
    let support = worthIn(bag, stemNumber)
    if (support === 0 && beginning >= 0 && placeIn(bag.beginnings, beginning) >= 0)
      support = worthOfDerivation * derived(stem, bag)
    if (support === 0) for (const part of parts) support = Math.max(support, worthOfPart * worthIn(bag, part))
    if (support < worthOfReading && isLetters && isReading(lower, reading, chinese)) support = worthOfReading
    return support
  }
}

/** What a Chinese dictionary says of a Japanese word counts less. */
const worthOfKinship = 0.6

/**
 * English first, Japanese second. Kanji are looked up as the Chinese word they often are (大臣, 将軍), and kana are read as names are
 * (よしみつ is Yoshimitsu); numbers with their counter (1368年) are numbers.
 */
function japaneseEnglish(dictionary: Dictionary): WordSupport {
  const asChinese = chineseEnglish(dictionary)
  const spelledAlike = plainSupport()
  const readingOf = known(romanised)
  return (english, japanese) => {
    if (/\p{sc=Han}/u.test(japanese)) {
      const support = asChinese(english, foldScript(inChineseScript(japanese)))
      return /\d/.test(japanese) ? support : worthOfKinship * support
    }
    const reading = readingOf(japanese)
    return reading.length >= 3 && english.length >= 3 && spelledAs(reading, english.toLowerCase())
      ? worthOfReading
      : spelledAlike(english, japanese)
  }
}

/** Letters that two stems must share at their beginning, at least, and the share of the longer one. */
const sharedLetters = 4
const sharedShare = 0.6
/** Characters of a name. */
const longestName = 4

function derived(stem: string, { stems, worths }: Bag): number {
  let best = 0
  for (let at = 0; at < stems.length; at++) {
    const other = stemNumbers.strings[stems[at]!]!
    const worth = worths[at]!
    if (worth <= best || other.length < sharedLetters || other[0] !== stem[0]) continue
    let shared = 1
    while (shared < stem.length && stem[shared] === other[shared]) shared++
    if (shared >= sharedLetters && shared >= sharedShare * Math.max(stem.length, other.length)) best = worth
  }
  return best
}

/** Parts of longer words that are looked up by themselves. */
const longestPart = 6

/** Parts up to so many characters stand in many words: what the dictionary says of them is kept. */
const recurringPart = 2

/** Stems that translate a word, each with its worth; what only its parts say counts less. */
function bagsFrom(dictionary: Dictionary): (chinese: string) => Map<number, number> {
  const { stopWords } = languageOf('en')
  const ofRecurring = known((part) => saidOf(part, dictionary, stopWords))
  return (chinese) => {
    const bag = new Map<number, number>()
    const put = (part: string, share: number) => {
      const { stems, worths } = part.length <= recurringPart ? ofRecurring(part) : saidOf(part, dictionary, stopWords)
      for (let at = 0; at < stems.length; at++)
        bag.set(stems[at]!, Math.max(bag.get(stems[at]!) ?? 0, share * worths[at]!))
    }
    const characters = [...chinese]
    put(chinese, 1)
    for (let size = Math.min(longestPart, characters.length - 1); size >= 1; size--)
      for (let start = 0; start + size <= characters.length; start++)
        put(characters.slice(start, start + size).join(''), size === 1 ? worthOfCharacter : worthOfPart)
    return bag
  }
}

/** Stems by number, each with its worth, as the dictionary's glosses of the whole text have them. */
function saidOf(text: string, dictionary: Dictionary, stopWords: ReadonlySet<string>): Omit<Bag, 'beginnings'> {
  const stems: number[] = []
  const worths: number[] = []
  const put = (glosses: readonly string[], share: number) => {
    for (const gloss of glosses)
      for (const [word, worth] of wordsOfGloss(gloss, stopWords)) {
        stems.push(stemNumbers.of(englishStem(word)))
        worths.push(share * worth)
      }
  }
  put(dictionary.englishOf(text), 1)
  put(dictionary.broadEnglishOf(text), worthOfBroad)
  return { stems: Int32Array.from(stems), worths: Float64Array.from(worths) }
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
  if (english === reading) return true
  return english.length >= 4 && chinese.length >= 2 && (reading.startsWith(english) || reading.endsWith(english))
}
