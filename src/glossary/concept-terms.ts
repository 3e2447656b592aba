import { canonicalLanguage, type LanguageTag } from '../shared/language-tag.js'
import { normaliseTerm } from '../matching/index.js'
import type { ConceptRecord, LanguageDraft, TermDraft } from './concept-record.js'

/** A term on its way into a concept. */
export interface NewTerm extends TermDraft {
  language: LanguageTag
}

/** The concept's languages with these terms added. A spelling it has already (by its key) is not added twice. */
export function withTerms(concept: ConceptRecord, terms: NewTerm[]): LanguageDraft[] {
  const languages: LanguageDraft[] = concept.languages.map((section) => ({ ...section, terms: [...section.terms] }))
  for (const { language, ...term } of terms) {
    let section = languages.find((candidate) => candidate.language === language)
    if (!section) languages.push((section = { language, terms: [] }))
    const key = normaliseTerm(term.text, language)
    if (!section.terms.some(({ text }) => normaliseTerm(text, language) === key)) section.terms.push(term)
  }
  return languages
}

/** The concept's languages without these terms; a language without a term left goes with them. */
export function withoutTerms(concept: ConceptRecord, ids: ReadonlySet<string>): LanguageDraft[] {
  return concept.languages
    .map((section) => ({ ...section, terms: section.terms.filter(({ id }) => !ids.has(id)) }))
    .filter(({ terms }) => terms.length > 0)
}

/** Of sections and terms that stay, a page sends the fields it knows; what files said beside them stays as well. */
export function withUnsaid(before: ConceptRecord, languages: LanguageDraft[]): LanguageDraft[] {
  const sections = new Map(before.languages.map((section) => [section.language, section]))
  const terms = new Map(before.languages.flatMap((section) => section.terms).map((term) => [term.id, term]))
  return languages.map((section) => {
    const { data, asWritten } = sections.get(canonicalLanguage(section.language) ?? section.language) ?? {}
    return {
      ...section,
      data: section.data === undefined ? data : section.data,
      asWritten: section.asWritten === undefined ? asWritten : section.asWritten,
      terms: section.terms.map((term) =>
        withUnsaidOfTerm(term, term.id === undefined ? undefined : terms.get(term.id)),
      ),
    }
  })
}

function withUnsaidOfTerm(term: TermDraft, before: TermDraft | undefined): TermDraft {
  if (!before) return term
  const { data, asWritten, customerSubset, projectSubset, exactForm } = before
  const said = Object.fromEntries(Object.entries(term).filter(([, value]) => value !== undefined))
  return { data, asWritten, customerSubset, projectSubset, exactForm, ...said, text: term.text }
}
