import { isBoundary, spacedWord, unitClass } from './boundaries.js'
import type { MatchingLanguage } from './languages.js'
import { type Reading, stringOf } from './reading.js'

/** Can the language tell a form of a word from another word? */
export function inflects(language: MatchingLanguage): boolean {
  return language.stem !== undefined
}

/** `same` as an inflected noun or adjective, `verb` when only verbs take the ending, `different` when it is another word. */
export type Kinship = 'same' | 'verb' | 'different'

/** Compares two folded phrases with equally many words: every word must be a form of its counterpart. */
export function kinship(one: string, another: string, language: MatchingLanguage): Kinship {
  const ones = wordsOf(one)
  const others = wordsOf(another)
  if (ones.length !== others.length) return 'different'
  const all = ones.map((word, index) => wordKinship(word, others[index]!, language))
  if (all.includes('different')) return 'different'
  // "united" is a form of "unit" by rule alone, but in "cooling towers" the other words speak for it.
  return all.length === 1 && all[0] === 'verb' ? 'verb' : 'same'
}

function wordKinship(one: string, another: string, language: MatchingLanguage): Kinship {
  if (one === another) return 'same'
  const { endings = [], verbEndings = [] } = language
  const [first, second] = [baseForm(one, language), baseForm(another, language)]
  if (first === second) return 'same'
  if (goOnWith(first, second, endings)) return 'same'
  return goOnWith(first, second, verbEndings) ? 'verb' : 'different'
}

/** No word is shorter than this without its ending. */
const shortestStem = 2

/**
 * Do both words, after a beginning they share, go on with one of `endings`? The beginning need not be all they share:
 * klinischer and klinischen share klinische, but it is after klinisch that their endings begin.
 */
function goOnWith(one: string, another: string, endings: readonly string[]): boolean {
  let common = 0
  while (common < one.length && common < another.length && one[common] === another[common]) common++
  for (let stem = common; stem >= shortestStem; stem--) {
    if (endings.includes(ending(one, stem)) && endings.includes(ending(another, stem))) return true
  }
  return false
}

/** What follows the stem; a consonant doubled before an ending (stop, stopped) is taken as one. */
function ending(word: string, stem: number): string {
  const rest = word.slice(stem)
  return rest.length > 1 && rest[0] === word[stem - 1] ? rest.slice(1) : rest
}

function baseForm(word: string, { irregular, rewrites = [] }: MatchingLanguage): string {
  const base = irregular && Object.hasOwn(irregular, word) ? irregular[word]! : word
  return rewrites.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), base)
}

const stems = new WeakMap<MatchingLanguage, Map<string, string>>()
const rememberedStems = 200_000

/** The stem of a folded word: the stemmer applied until nothing changes, so that клапан and клапанов meet. */
export function stemOf(word: string, language: MatchingLanguage): string {
  let known = stems.get(language)
  if (!known) stems.set(language, (known = new Map()))
  const remembered = known.get(word)
  if (remembered !== undefined) return remembered
  let stem = baseForm(word, language)
  for (let shorter = language.stem!(stem); shorter !== stem && shorter.length > 1; shorter = language.stem!(stem))
    stem = shorter
  if (known.size < rememberedStems) known.set(word, stem)
  return stem
}

/** A reading in which each word is replaced by its stem. */
export interface StemmedReading {
  units: Uint16Array
  length: number
  /** For each unit of a stem, where its word begins and ends (exclusive) in the reading it was made from. */
  from: Uint32Array
  to: Uint32Array
}

export function stemmed({ units, length }: Reading, language: MatchingLanguage): StemmedReading {
  // A base form may be longer than its form (criterion, criteria), never twice as long.
  const result = new Uint16Array(length * 2 + 16)
  const from = new Uint32Array(result.length)
  const to = new Uint32Array(result.length)
  let written = 0
  for (let at = 0; at < length;) {
    const end = wordEnd(units, length, at)
    const word = stringOf(units, at, end)
    const stem = word.length > 1 ? stemOf(word, language) : word
    for (let index = 0; index < stem.length; index++) {
      result[written] = stem.charCodeAt(index)
      from[written] = at
      to[written] = end
      written++
    }
    at = end
  }
  return { units: result, length: written, from, to }
}

/** The key under which a term's forms meet: its own key, word by word replaced by stems. */
export function stemKey(key: string, language: MatchingLanguage): string {
  const units = new Uint16Array(key.length)
  for (let at = 0; at < key.length; at++) units[at] = key.charCodeAt(at)
  let stems = ''
  for (let at = 0; at < key.length;) {
    const end = wordEnd(units, key.length, at)
    const word = key.slice(at, end)
    stems += word.length > 1 ? stemOf(word, language) : word
    at = end
  }
  return stems
}

/** Past the word that begins at `at`; a sign or space is a word of one unit. */
function wordEnd(units: Uint16Array, length: number, at: number): number {
  let end = at + 1
  if (unitClass(units[at]!) !== spacedWord) return end
  while (end < length && unitClass(units[end]!) === spacedWord && !isBoundary(units, length, end)) end++
  return end
}

function wordsOf(phrase: string): string[] {
  return phrase.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
}
