import { isBoundary, spacedWord, unitClass } from './boundaries.js'
import type { MatchingLanguage, Rewrite } from './languages.js'
import { type Reading, stringOf } from './reading.js'

/** Can the language tell a form of a word from another word? */
export function inflects(language: MatchingLanguage): boolean {
  return language.stem !== undefined
}

/**
 * `same` as an inflected noun or adjective, `gender` when the endings part the genders, `verb` when only verbs take the
 * ending, `different` when it is another word.
 */
export type Kinship = 'same' | 'gender' | 'verb' | 'different'

/** Compares the folded phrase of a term with one of equally many words: every word must be a form of its counterpart. */
export function kinship(term: string, written: string, language: MatchingLanguage): Kinship {
  const ones = wordsOf(term)
  const others = wordsOf(written)
  if (ones.length !== others.length) return 'different'
  const all = ones.map((word, index) => wordKinship(word, others[index]!, language))
  if (all.includes('different')) return 'different'
  // "united" is a form of "unit" by rule alone, but in "cooling towers" the other words speak for it.
  return all.length === 1 ? all[0]! : 'same'
}

function wordKinship(term: string, written: string, language: MatchingLanguage): Kinship {
  if (term === written) return 'same'
  const { invariant, pluralOnly, irregularVerbs, endings, genderEndings, verbEndings } = language
  if (invariant?.has(term) || invariant?.has(written) || pluralOnly?.has(term)) return 'different'
  const [first, second] = [baseForm(term, language), baseForm(written, language)]
  if (first === second) return 'same'
  const goOn = (sets: MatchingLanguage['endings'] = []): boolean =>
    variants(first, language).some((one) =>
      variants(second, language).some((other) => goOnWith(one, other, sets, language)),
    )
  if (goOn(endings)) return 'same'
  if (goOn(genderEndings)) return 'gender'
  const isVerb = listed(irregularVerbs, first) === listed(irregularVerbs, second) || goOn(verbEndings)
  return isVerb ? 'verb' : 'different'
}

/** The word, and what it is without the vowel that comes and goes. */
function variants(word: string, { fleeting }: MatchingLanguage): string[] {
  const other = fleeting ? word.replace(...fleeting) : word
  return other === word ? [word] : [word, other]
}

/** No word is shorter than this without its ending. */
const shortestStem = 2

/**
 * Do both words, after a beginning they share, go on with endings of one set? The beginning need not be all they share:
 * klinischer and klinischen share klinische, but it is after klinisch that their endings begin.
 */
function goOnWith(
  one: string,
  another: string,
  sets: readonly (readonly string[])[],
  { doubles = false }: MatchingLanguage,
): boolean {
  let common = 0
  while (common < one.length && common < another.length && one[common] === another[common]) common++
  for (let stem = common; stem >= shortestStem; stem--) {
    const [first, second] = [ending(one, stem, doubles), ending(another, stem, doubles)]
    if (sets.some((endings) => endings.includes(first) && endings.includes(second))) return true
  }
  return false
}

/** What follows the stem; a consonant doubled before an ending (stop, stopped) is taken as one. */
function ending(word: string, stem: number, doubles: boolean): string {
  const rest = word.slice(stem)
  return doubles && rest.length > 1 && rest[0] === word[stem - 1] ? rest.slice(1) : rest
}

function baseForm(word: string, language: MatchingLanguage): string {
  let known = baseForms.get(language)
  if (!known) baseForms.set(language, (known = new Map()))
  let base = known.get(word)
  if (base === undefined) {
    const { irregular, spellings = [], rewrites = [] } = language
    base = rewritten(rewritten(listed(irregular, word), spellings), rewrites)
    if (known.size < rememberedStems) known.set(word, base)
  }
  return base
}

const baseForms = new WeakMap<MatchingLanguage, Map<string, string>>()

function rewritten(word: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word)
}

/** The base form that a table of forms has for a word; else the word. */
function listed(table: Readonly<Record<string, string>> = {}, word: string): string {
  return Object.hasOwn(table, word) ? table[word]! : word
}

const stems = new WeakMap<MatchingLanguage, Map<string, string>>()
const rememberedStems = 200_000

/** The stem of a folded word: the stemmer applied until nothing changes, so that клапан and клапанов meet. */
export function stemOf(word: string, language: MatchingLanguage): string {
  let known = stems.get(language)
  if (!known) stems.set(language, (known = new Map()))
  const remembered = known.get(word)
  if (remembered !== undefined) return remembered
  const { irregularVerbs, stemRewrites = [] } = language
  const stemmed = untilNothingChanges(listed(irregularVerbs, baseForm(word, language)), language.stem!)
  const stem = untilNothingChanges(stemmed, (each) =>
    untilNothingChanges(rewritten(each, stemRewrites), language.stem!),
  )
  if (known.size < rememberedStems) known.set(word, stem)
  return stem
}

function untilNothingChanges(word: string, shorter: (word: string) => string): string {
  const next = shorter(word)
  return next === word || next.length < 2 ? word : untilNothingChanges(next, shorter)
}

/** A reading in which each word is replaced by its stem, and a hyphen between words by a space. */
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
    const stem = stemAt(units, { at, end, length }, language)
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
    stems += stemAt(units, { at, end, length: key.length }, language)
    at = end
  }
  return stems
}

const hyphen = 0x2d

/** What stands for the word [at, end) where forms meet. */
function stemAt(
  units: Uint16Array,
  { at, end, length }: { at: number; end: number; length: number },
  language: MatchingLanguage,
): string {
  if (end - at > 1) return stemOf(stringOf(units, at, end), language)
  const joins = units[at] === hyphen && at > 0 && end < length && isLetter(units[at - 1]!) && isLetter(units[end]!)
  return joins ? ' ' : String.fromCharCode(units[at]!)
}

function isLetter(unit: number): boolean {
  return unitClass(unit) === spacedWord && !(unit >= 0x30 && unit <= 0x39)
}

/** Are both the same but for hyphens, spaces, and the spellings of countries? */
export function sameWords(one: string, other: string, { spellings = [] }: MatchingLanguage): boolean {
  const spelt = (phrase: string): string =>
    wordsOf(phrase)
      .map((word) => rewritten(word, spellings))
      .join(' ')
  return spelt(one) === spelt(other)
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
