import { type AdministrativeStatus, administrativeStatuses } from '../releases/release-content.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { type GlossaryConcept, type OwnedTerm, speaks, termsOf } from './glossary-concept.js'

/** A term as a translator needs it. */
export interface TermAnswer {
  text: string
  language: LanguageTag
  status: AdministrativeStatus
  /** Deprecated or superseded: do not use it; `preferred` is what to use. */
  forbidden: boolean
  preferred?: string
  partOfSpeech: string | null
  termType: string | null
  grammaticalGender: string | null
  geographicalUsage: string | null
  note: string | null
}

const forbidden = new Set<AdministrativeStatus>(['deprecatedTerm-admn-sts', 'supersededTerm-admn-sts'])

export function isForbidden({ term }: OwnedTerm): boolean {
  return forbidden.has(term.administrativeStatus)
}

/** The concept's terms in a language: the section of exactly that tag first, preferred terms first, forbidden ones last. */
export function termsIn(concept: GlossaryConcept, language: LanguageTag): OwnedTerm[] {
  const otherTag = (owned: OwnedTerm): number => Number(owned.language !== language)
  return termsOf(concept)
    .filter((owned) => speaks(owned.language, language))
    .sort(
      (one, other) =>
        Number(isForbidden(one)) - Number(isForbidden(other)) ||
        otherTag(one) - otherTag(other) ||
        rank(one) - rank(other),
    )
}

function rank({ term }: OwnedTerm): number {
  return administrativeStatuses.indexOf(term.administrativeStatus)
}

export function termAnswer(owned: OwnedTerm, concept: GlossaryConcept): TermAnswer {
  const {
    text,
    administrativeStatus: status,
    partOfSpeech = null,
    termType = null,
    grammaticalGender = null,
    geographicalUsage = null,
    note = null,
  } = owned.term
  const instead = isForbidden(owned) ? termsIn(concept, owned.language).find((other) => !isForbidden(other)) : undefined
  return {
    text,
    language: owned.language,
    status,
    forbidden: isForbidden(owned),
    ...(instead && { preferred: instead.term.text }),
    partOfSpeech,
    termType,
    grammaticalGender,
    geographicalUsage,
    note,
  }
}

export function answersIn(concept: GlossaryConcept, language: LanguageTag): TermAnswer[] {
  return termsIn(concept, language).map((owned) => termAnswer(owned, concept))
}
