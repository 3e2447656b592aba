import type { ReleaseSummary } from '../releases/releases.service.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import type { Addresses } from './addresses.js'
import type { SiteLanguage, Speech } from './words.js'

/** Who reads which page: what every page is made for. */
export interface Visit {
  speech: Speech
  /** The language chosen by `?ui=`; null when the browser's decides. */
  chosen: SiteLanguage | null
  /** Of the site, such as https://terms.example.org. */
  origin: string
  /** Path and query of this page. */
  url: string
  isMember: boolean
}

/** The glossary that is open. */
export interface OpenedGlossary {
  termbaseId: string
  name: string
  description: string
  release: ReleaseSummary
  /** Is the release named in the address, or is it whichever is the newest? */
  isPinned: boolean
  isPublic: boolean
  /** The languages of the release: those of the termbase first. */
  languages: LanguageTag[]
  addresses: Addresses
}

/** The languages that a termbase is made for come first, in their order. */
export function languagesInOrder(languages: LanguageTag[], first: LanguageTag[]): LanguageTag[] {
  const rank = (language: LanguageTag): number => {
    const exact = first.indexOf(language)
    const near = first.findIndex((other) => primaryLanguage(other) === primaryLanguage(language))
    return exact >= 0 ? exact : near >= 0 ? near + 0.5 : first.length
  }
  return languages.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
