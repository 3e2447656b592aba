import type { ConceptRecord, TermRecord } from '../releases/release-content.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'

/** What answers tell of a term, and what matching must know of it. */
export type GlossaryTerm = Pick<TermRecord, 'text' | 'administrativeStatus'> &
  Partial<
    Pick<
      TermRecord,
      'partOfSpeech' | 'termType' | 'grammaticalGender' | 'geographicalUsage' | 'note' | 'caseSensitive' | 'exactForm'
    >
  >

export interface GlossarySection {
  language: LanguageTag
  definition?: string | null
  terms: GlossaryTerm[]
}

/** A concept as lookup needs it; every ConceptRecord is one. */
export interface GlossaryConcept extends Pick<ConceptRecord, 'id' | 'number'> {
  subjectField?: string | null
  definition?: string | null
  languages: GlossarySection[]
}

/** A term of a concept with the language it belongs to. */
export interface OwnedTerm {
  term: GlossaryTerm
  language: LanguageTag
}

/** All terms of a concept, numbered in their order. */
export function termsOf({ languages }: GlossaryConcept): OwnedTerm[] {
  return languages.flatMap(({ language, terms }) => terms.map((term) => ({ term, language })))
}

/** `zh` finds what is said in `zh-Hant`, `en` what is said in `en-GB`, and the other way round. */
export function speaks(section: LanguageTag, asked: LanguageTag): boolean {
  return primaryLanguage(section) === primaryLanguage(asked)
}

/** The concept with what answers tell and nothing else: as it is kept beside the index. */
export function essential({ id, number, subjectField, definition, languages }: GlossaryConcept): GlossaryConcept {
  return {
    id,
    number,
    ...said({ subjectField, definition }),
    languages: languages.map(({ language, definition, terms }) => ({
      language,
      ...said({ definition }),
      terms: terms.map((term) => {
        const { text, administrativeStatus, partOfSpeech, termType, grammaticalGender, geographicalUsage, note } = term
        return {
          text,
          administrativeStatus,
          ...said({ partOfSpeech, termType, grammaticalGender, geographicalUsage, note }),
        }
      }),
    })),
  }
}

/** Without the fields that say nothing. */
function said<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Fields>
}
