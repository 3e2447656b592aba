import type { LanguageTag } from '../shared/language-tag.js'
import { normaliseTerm } from '../matching/index.js'
import { gramsOf } from '../shared/text/search-pattern.js'
import { looksCaseSensitive } from './concept-rules.js'
import type { ConceptDraft, ConceptRecord, LanguageDraft, TermDraft } from './concept-record.js'
import { Concept, LanguageSection, Term } from './concept.entity.js'

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
