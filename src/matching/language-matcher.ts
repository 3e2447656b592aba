import type { LanguageTag } from '../shared/language-tag.js'
import { pinyinNoise } from '../shared/text/pinyin-noise.js'
import { hangul, isBoundary, isGlued, unitClass } from './boundaries.js'
import { isAcronym, isShouted, sameCapitals, writesAcronym } from './capitals.js'
import type { Profile } from './character-table.js'
import { differenceKind } from './difference.js'
import { inflects, type Kinship, kinship, sameWords, stemKey, stemmed } from './inflection.js'
import { matchingLanguage, type MatchingLanguage } from './languages.js'
import { capitalsOf, keyOf, keyOfText, readText, type Reading, stringOf } from './reading.js'
import { pinyinInitials } from './pinyin-initials.js'
import { findTerms, indexTerms, type TermArrays, TermIndex } from './term-index.js'
import { searchTerms } from './term-search.js'
import type { FoundTerm, MatcherTerm, MatchKind, SearchOptions } from './types.js'
import { cutsAWord, wordCuts } from './word-cuts.js'

/** One term at one place. Offsets in UTF-16 code units of the text. */
export interface Hit {
  start: number
  end: number
  id: number
  kind: MatchKind
  doubtful?: string
}

/** A term found in a reading, before it is judged. `from` and `to` (exclusive) are units of the reading as written. */
interface Find {
  term: number
  from: number
  to: number
  /** Found by the stems of its words, or with a suffix that the term does not have. */
  inflected: boolean
  /** Found by its stems, but it differs in hyphens or in the spelling of another country alone. */
  spelt?: boolean
  doubtful?: string
}

/** Four Chinese characters that are a term do not stand side by side by chance. */
const longestAccident = 3

const trait = { caseSensitive: 1, acronym: 2, verb: 4, exactForm: 8 }

/** The terms of one language, to be matched as they are written and by the stems of their words. */
export function indexLanguage(tag: LanguageTag, terms: Iterable<MatcherTerm<number>>): TermArrays {
  const language = matchingLanguage(tag)
  const profile = { simplify: language.simplify ?? false }
  return indexTerms(terms, {
    key: (text) => keyOfText(text, profile),
    formKey: (term, key) => (takesForms(term, language) ? stemKey(key, language) : undefined),
    shorthands: (key) => (profile.simplify ? pinyinInitials(key) : []),
    traits,
  })
}

/** Matches the terms of one language. */
export class LanguageMatcher {
  private readonly language: MatchingLanguage
  private readonly profile: Profile
  private readonly index: TermIndex

  constructor(tag: LanguageTag, arrays: TermArrays) {
    this.language = matchingLanguage(tag)
    this.profile = { simplify: this.language.simplify ?? false }
    this.index = new TermIndex(arrays)
  }

  get size(): number {
    return this.index.size
  }

  hits(text: string): Hit[] {
    const reading = readText(text, this.profile)
    const written = this.written(reading, text)
    const forms = this.forms(reading, text)
    const finds = forms.length > 0 ? [...written, ...forms] : written
    const allowed = finds.filter((find) => this.capitalsAllow(find, reading, text))
    this.doubtCapitals(allowed, text)
    this.doubtCutWords(allowed, reading)
    return allowed.map((find) => this.hit(find, reading, text))
  }

  search(text: string, options: Required<SearchOptions>): FoundTerm<number>[] {
    const key = keyOfText(text, this.profile)
    if (!key) return []
    const form = inflects(this.language) ? stemKey(key, this.language) : undefined
    const isForm = (term: number): boolean => kinship(this.index.key(term), key, this.language) === 'same'
    const query = { key, form, isForm, dense: this.profile.simplify }
    return searchTerms(this.index.arrays, query, options).map(({ term, ...found }) => ({
      id: this.index.id(term),
      ...found,
    }))
  }

  private written(reading: Reading, text: string): Find[] {
    const { units, length } = reading
    const finds: Find[] = []
    for (let from = 0; from < length; from++) {
      if (!isBoundary(units, length, from)) continue
      findTerms(this.index.arrays.written, { units, length, start: from }, (term, end) => {
        const find = this.wholeWord(term, from, end, reading, text)
        if (find) finds.push(find)
      })
    }
    return finds
  }

  /** The find at [from, end), if the term is not a mere part of a word there; longer where a suffix belongs to it. */
  private wholeWord(term: number, from: number, end: number, reading: Reading, text: string): Find | undefined {
    const { units, length } = reading
    const isCapital = capitalsOf(reading, text)
    if (isBoundary(units, length, end))
      return isGlued(units, length, { start: from, end, isCapital })
        ? undefined
        : { term, from, to: end, inflected: false }
    const to = this.pluralEnd(term, end, reading, text) ?? this.particleStart(end, reading)
    return to === undefined || isGlued(units, length, { start: from, end: to, isCapital })
      ? undefined
      : { term, from, to, inflected: true }
  }

  /** SCOs, 5Gs: a small s after an acronym. */
  private pluralEnd(term: number, end: number, { units, length, starts }: Reading, text: string): number | undefined {
    const isPlural = units[end] === 0x73 && isBoundary(units, length, end + 1) && /\p{Ll}/u.test(text[starts[end]!]!)
    const takesPlural = this.index.has(term, trait.acronym) && !this.index.has(term, trait.exactForm)
    return isPlural && takesPlural ? end + 1 : undefined
  }

  /** A Korean particle follows without a space; it is not part of the term. */
  private particleStart(end: number, { units, length }: Reading): number | undefined {
    if (!this.language.particles || unitClass(units[end]!) !== hangul) return undefined
    let past = end
    while (!isBoundary(units, length, past)) past++
    return this.language.particles.includes(stringOf(units, end, past)) ? end : undefined
  }

  private forms(reading: Reading, text: string): Find[] {
    if (!inflects(this.language)) return []
    const { units, from: wordFrom, to: wordTo, length } = stemmed(reading, this.language)
    const finds: Find[] = []
    for (let start = 0; start < length; start++) {
      if (start > 0 && wordFrom[start] === wordFrom[start - 1]) continue
      findTerms(this.index.arrays.forms, { units, length, start }, (term, end) => {
        const insideWord = end < length && wordFrom[end] === wordFrom[end - 1]
        if (insideWord) return
        const [from, to] = [wordFrom[start]!, wordTo[end - 1]!]
        // What is written as the term is found as such.
        const find = this.index.isKey(term, reading.units, from, to)
          ? undefined
          : this.form(term, from, to, reading, text)
        if (find) finds.push(find)
      })
    }
    return finds
  }

  /** The find at [from, to), if what stands there is really a form of the term and not of a word with the same stem. */
  private form(term: number, from: number, to: number, reading: Reading, text: string): Find | undefined {
    const { units, length } = reading
    const isCapital = capitalsOf(reading, text)
    if (isGlued(units, length, { start: from, end: to, isCapital })) return undefined
    const written = stringOf(units, from, to)
    const key = this.index.key(term)
    const kin = kinship(key, written, this.language)
    if (kin === 'different') return undefined
    const doubtful = this.doubtOfForm(term, kin) ?? this.doubtOfNoun(term, from, reading, text)
    const spelt = sameWords(key, written, this.language)
    return { term, from, to, inflected: !spelt, spelt, ...(doubtful && { doubtful }) }
  }

  private doubtOfForm(term: number, kin: Kinship): string | undefined {
    if (kin === 'verb' && !this.index.has(term, trait.verb)) return `a form of the verb “${this.index.text(term)}”`
    return kin === 'gender' ? `another gender of “${this.index.text(term)}”, or another word` : undefined
  }

  /** Where nouns have capitals, what is written small is no form of one: Hersteller, herstellen. */
  private doubtOfNoun(term: number, from: number, reading: Reading, text: string): string | undefined {
    const own = this.index.text(term)
    const isNoun = this.language.capitalNouns && /^\p{Lu}\S*$/u.test(own)
    return isNoun && !capitalsOf(reading, text)(from) ? 'written without the capital letter of a noun' : undefined
  }

  private capitalsAllow({ term, from, to, inflected }: Find, reading: Reading, text: string): boolean {
    const acronym = this.index.has(term, trait.acronym)
    const caseSensitive = this.index.has(term, trait.caseSensitive)
    if (!acronym && !caseSensitive) return true
    const whole = writtenAt(reading, text, from, to)
    const written = acronym && inflected ? whole.slice(0, -1) : whole
    return acronym ? writesAcronym(written) : sameCapitals(this.index.text(term), written)
  }

  private doubtCapitals(finds: Find[], text: string): void {
    if (!finds.some(({ term }) => this.index.has(term, trait.acronym)) || !isShouted(text)) return
    for (const find of finds)
      if (this.index.has(find.term, trait.acronym)) find.doubtful ??= 'the whole text is in capitals'
  }

  /** Chinese writes no spaces: a short find that ends in the middle of a word may be an accident of writing. */
  private doubtCutWords(finds: Find[], reading: Reading): void {
    const short = this.language.simplify ? finds.filter(({ from, to }) => to - from <= longestAccident) : []
    if (short.length === 0) return
    const words = wordCuts(keyOf(reading))
    for (const find of short) find.doubtful ??= cutsAWord(words, find.from, find.to)
  }

  private hit(find: Find, reading: Reading, text: string): Hit {
    const { term, from, to, doubtful } = find
    const start = reading.starts[from]!
    const end = reading.ends[to - 1]!
    const kind = this.kind(find, text.slice(start, end), hasGap(reading, from, to))
    return { start, end, id: this.index.id(term), kind, ...(doubtful && { doubtful }) }
  }

  private kind({ term, inflected, spelt }: Find, written: string, gap: boolean): MatchKind {
    if (inflected) return 'inflection'
    if (spelt) return 'spelling'
    return gap && pinyinNoise(written).length > 0 ? 'pinyin-noise' : differenceKind(this.index.text(term), written)
  }
}

/** Between two units of the span something was passed over: a reading in brackets, a tag, what is not seen. */
function hasGap({ starts, ends }: Reading, from: number, to: number): boolean {
  for (let unit = from + 1; unit < to; unit++) if (starts[unit]! > ends[unit - 1]!) return true
  return false
}

function traits(term: MatcherTerm): number {
  return (
    (term.exactForm ? trait.exactForm : 0) |
    (term.caseSensitive ? trait.caseSensitive : 0) |
    (isAcronym(term.text) ? trait.acronym : 0) |
    (term.partOfSpeech?.toLowerCase() === 'verb' ? trait.verb : 0)
  )
}

function takesForms(term: MatcherTerm, language: MatchingLanguage): boolean {
  return inflects(language) && !term.exactForm && !isAcronym(term.text)
}

function writtenAt({ starts, ends }: Reading, text: string, from: number, to: number): string {
  return text.slice(starts[from], ends[to - 1])
}
