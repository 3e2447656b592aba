import type { LanguageTag } from '../shared/language-tag.js'

/** Picklist values of TBX-Basic (ISO 30042:2019), in the order of preference. */
export const administrativeStatuses = [
  'preferredTerm-admn-sts',
  'admittedTerm-admn-sts',
  'deprecatedTerm-admn-sts',
  'supersededTerm-admn-sts',
] as const
export type AdministrativeStatus = (typeof administrativeStatuses)[number]

export const conceptStatuses = ['draft', 'approved', 'retired'] as const
export type ConceptStatus = (typeof conceptStatuses)[number]

export const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] as const
export const termTypes = ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'] as const
export const grammaticalGenders = ['masculine', 'feminine', 'neuter', 'other'] as const

/** A term with the data categories of TBX-Basic at its level. Null means that nothing is said. */
export interface TermRecord {
  id: string
  text: string
  administrativeStatus: AdministrativeStatus
  partOfSpeech: string | null
  termType: string | null
  grammaticalGender: string | null
  geographicalUsage: string | null
  termLocation: string | null
  note: string | null
  source: string | null
  context: string | null
  contextSource: string | null
  caseSensitive: boolean
  candidateId: string | null
}

export interface LanguageRecord {
  language: LanguageTag
  definition: string | null
  definitionSource: string | null
  note: string | null
  /** Preferred terms first. */
  terms: TermRecord[]
}

/** A concept with all it says: what the API shows, what a version keeps and what a release freezes. */
export interface ConceptRecord {
  id: string
  number: number
  status: ConceptStatus
  subjectField: string | null
  definition: string | null
  definitionSource: string | null
  note: string | null
  version: number
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  languages: LanguageRecord[]
}

/** What a writer of a concept says; the rest is given by the system. A term with an id is the one that had it before. */
export type TermDraft = { text: string; id?: string } & Partial<Omit<TermRecord, 'id' | 'text'>>

export interface LanguageDraft {
  language: LanguageTag
  definition?: string | null
  definitionSource?: string | null
  note?: string | null
  terms: TermDraft[]
}

export interface ConceptDraft {
  status?: ConceptStatus
  subjectField?: string | null
  definition?: string | null
  definitionSource?: string | null
  note?: string | null
  externalId?: string | null
  languages: LanguageDraft[]
}
