import type { LanguageTag } from '../shared/language-tag.js'
import { normaliseTerm } from '../matching/index.js'
import { gramsOf } from '../shared/text/search-pattern.js'
import { looksCaseSensitive } from './concept-rules.js'
import type {
  ConceptDraft,
  ConceptRecord,
  LanguageDraft,
  LanguageRecord,
  TermDraft,
  TermRecord,
} from './concept-record.js'
import { Concept, LanguageSection, Term } from './concept.entity.js'

/** The one way from rows to a record. */
export function conceptRecord(concept: Concept): ConceptRecord {
  const { id, number, externalId, status, subjectField, definition, definitionSource, note, version } = concept
  const { customerSubset, projectSubset, data, asWritten } = concept
  return {
    id,
    number: Number(number),
    externalId,
    status,
    subjectField,
    definition,
    definitionSource,
    note,
    customerSubset,
    projectSubset,
    data,
    asWritten,
    version,
    createdAt: concept.createdAt.toISOString(),
    createdBy: concept.createdBy,
    updatedAt: concept.updatedAt.toISOString(),
    updatedBy: concept.updatedBy,
    languages: concept.languages.toSorted(byPosition).map(languageRecord),
  }
}

function languageRecord(section: LanguageSection): LanguageRecord {
  const { language, definition, definitionSource, note, data, asWritten } = section
  const terms = section.terms.toSorted(byPosition).map(termRecord)
  return { language, definition, definitionSource, note, data, asWritten, terms }
}

function termRecord(term: Term): TermRecord {
  const { id, text, administrativeStatus, partOfSpeech, termType, grammaticalGender, geographicalUsage } = term
  const { termLocation, note, source, context, contextSource, caseSensitive, exactForm, candidateId } = term
  const { customerSubset, projectSubset, data, asWritten } = term
  return {
    id,
    text,
    administrativeStatus,
    partOfSpeech,
    termType,
    grammaticalGender,
    geographicalUsage,
    termLocation,
    note,
    source,
    context,
    contextSource,
    customerSubset,
    projectSubset,
    data,
    asWritten,
    caseSensitive,
    exactForm,
    candidateId,
  }
}

function byPosition(one: { position: number }, other: { position: number }): number {
  return one.position - other.position
}

/** The values of a concept's own columns in a draft; what the draft leaves out stays out. */
export function conceptValues(draft: Partial<ConceptDraft>): Partial<Concept> {
  const { status, subjectField, definition, definitionSource, note, externalId } = draft
  const { customerSubset, projectSubset, data, asWritten } = draft
  const fields = { subjectField, definition, definitionSource, note, customerSubset, projectSubset }
  return withoutUndefined({ status, externalId, ...fields, data, asWritten })
}

export function sectionValues(section: LanguageDraft, position: number): Partial<LanguageSection> {
  const { language, definition = null, definitionSource = null, note = null, data = null, asWritten = null } = section
  return { language, position, definition, definitionSource, note, data, asWritten }
}

/** With the key and grams that the term is found by. Unsaid, an all-capital form counts as case-sensitive. */
export function termValues(term: TermDraft, language: LanguageTag, position: number): Partial<Term> {
  const key = normaliseTerm(term.text, language)
  return {
    ...withoutUndefined(term),
    caseSensitive: term.caseSensitive ?? looksCaseSensitive(term.text),
    exactForm: term.exactForm || null,
    position,
    key,
    grams: gramsOf(key),
  }
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** A record as the draft that would write it again: the way back to an earlier version. */
export function draftOf(record: ConceptRecord): ConceptDraft {
  const { status, subjectField, definition, definitionSource, note, languages } = record
  const { externalId = null, customerSubset = null, projectSubset = null, data = null, asWritten = null } = record
  const fields = { subjectField, definition, definitionSource, note, customerSubset, projectSubset }
  return { status, externalId, ...fields, data, asWritten, languages }
}
