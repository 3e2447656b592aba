import type { LanguageTag } from '../shared/language-tag.js'

export type TermId = string | number

export interface MatcherTerm<Id extends TermId = TermId> {
  id: Id
  text: string
  language: LanguageTag
  /** Match only with exactly these capitals. (An acronym has rules of its own: Covid-19 is COVID-19, who is not WHO.) */
  caseSensitive?: boolean | null
  /** Match only this form, no inflected one. */
  exactForm?: boolean | null
  /** As in ISO 12620 (`noun`, `verb`); a verb may take the endings of verbs. */
  partOfSpeech?: string | null
}

/** How the text differs from the term as it is kept, the farthest difference first. */
export const matchKinds = [
  'inflection',
  'spelling',
  'pinyin-noise',
  'script-variant',
  'width',
  'case',
  'exact',
] as const
export type MatchKind = (typeof matchKinds)[number]

/** `start` and `end` (exclusive) in UTF-16 code units of the text, `text` what stands there. */
export interface TermMatch<Id extends TermId = TermId> {
  start: number
  end: number
  text: string
  /** All terms with this form: more than one when two concepts share it, and none is chosen in silence. */
  ids: Id[]
  kind: MatchKind
  /** Why this may be no occurrence of the term, for a person to judge. */
  doubtful?: string
  /** The shorter matches inside this one, in reading order; empty when every match is asked for. */
  contains: TermMatch<Id>[]
}

export interface MatchOptions {
  /** `longest` (the default): matches that do not overlap, each with what it contains. `all`: every match. */
  overlap?: 'longest' | 'all'
}

export const searchModes = ['exact', 'prefix', 'fuzzy'] as const
export type SearchMode = (typeof searchModes)[number]

export interface SearchOptions {
  /** `fuzzy` (inflected, misspelt, inside a term, by pinyin initials) finds all that `prefix` finds, and that all of `exact`. */
  mode?: SearchMode
  limit?: number
}

/** How a search met a term, from nearest to farthest. */
export const searchWays = ['exact', 'inflection', 'initials', 'prefix', 'spelling', 'inside'] as const
export type SearchWay = (typeof searchWays)[number]

export interface FoundTerm<Id extends TermId = TermId> {
  id: Id
  way: SearchWay
  /** 1 for the term itself, near 0 for a letter in a long term. */
  similarity: number
}

export interface Matcher<Id extends TermId = TermId> {
  /** In reading order; of those that begin together, the longest first. */
  match(text: string, options?: MatchOptions): TermMatch<Id>[]
  /** Terms that are, begin with, or are like `text`; the nearest first. */
  search(text: string, options?: SearchOptions): FoundTerm<Id>[]
  readonly size: number
}
