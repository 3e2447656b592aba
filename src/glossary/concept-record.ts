import type { Content, DataNode } from '../formats/index.js'
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

/** The fields that take values of a list only. */
export const picklists: Record<string, readonly string[]> = {
  administrativeStatus: administrativeStatuses,
  partOfSpeech: partsOfSpeech,
  termType: termTypes,
  grammaticalGender: grammaticalGenders,
}

/**
 * Everything that stands at one level, in its place: values as they came, categories that no field holds, groups,
 * history, references. Null when the fields say all. Where a field and its node differ, the field is right.
 * Absent in releases that are older than this.
 */
interface WithData {
  data?: DataNode[] | null
}

/** How a file wrote a term where that is more than its text; the terms of a section are shown preferred first. */
export interface TermAsWritten {
  /** Markup in the term, or its characters before they were normalised. */
  content?: Content
  attributes?: Record<string, string>
  termAttributes?: Record<string, string>
  /** Its place in the file's section, where that is another one. */
  position?: number
}

export interface LanguageAsWritten {
  /** The code as it stood: `en_US`. */
  language?: string
  attributes?: Record<string, string>
}

export interface ConceptAsWritten {
  attributes?: Record<string, string>
}

/** A term with the data categories of TBX-Basic at its level. Null means that nothing is said. */
export interface TermRecord extends WithData {
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
  customerSubset?: string | null
  projectSubset?: string | null
  caseSensitive: boolean
  /** Recognised in this form only, never inflected. Absent in releases that are older than this. */
  exactForm?: boolean | null
  candidateId: string | null
  asWritten?: TermAsWritten | null
}

export interface LanguageRecord extends WithData {
  language: LanguageTag
  definition: string | null
  definitionSource: string | null
  note: string | null
  asWritten?: LanguageAsWritten | null
  /** Preferred terms first. */
  terms: TermRecord[]
}

/** A concept with all it says: what the API shows, what a version keeps and what a release freezes. */
export interface ConceptRecord extends WithData {
  id: string
  number: number
  /** The id it had in the file it came from. */
  externalId?: string | null
  status: ConceptStatus
  subjectField: string | null
  definition: string | null
  definitionSource: string | null
  note: string | null
  customerSubset?: string | null
  projectSubset?: string | null
  asWritten?: ConceptAsWritten | null
  version: number
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  languages: LanguageRecord[]
}

/** What a writer of a concept says; the rest is given by the system. A term with an id is the one that had it before. */
export type TermDraft = { text: string; id?: string } & Partial<Omit<TermRecord, 'id' | 'text'>>

export interface LanguageDraft extends WithData {
  language: LanguageTag
  definition?: string | null
  definitionSource?: string | null
  note?: string | null
  asWritten?: LanguageAsWritten | null
  terms: TermDraft[]
}

export interface ConceptDraft extends WithData {
  status?: ConceptStatus
  subjectField?: string | null
  definition?: string | null
  definitionSource?: string | null
  note?: string | null
  customerSubset?: string | null
  projectSubset?: string | null
  externalId?: string | null
  asWritten?: ConceptAsWritten | null
  languages: LanguageDraft[]
}
