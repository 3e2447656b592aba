import { DomainError } from '../shared/errors.js'
import { canonicalLanguage } from '../shared/language-tag.js'
import { administrativeStatuses, type ConceptDraft, type LanguageDraft, type TermDraft } from './concept-record.js'

/** What must hold of every concept, and the words that say so when it does not. */
export const limits = { languages: 100, termsOfLanguage: 2000, termLength: 2000, textLength: 20_000 }

/**
 * The draft as it is stored: languages canonical, texts NFC and trimmed, preferred terms first. A draft that breaks a
 * rule ends in one DomainError that names every field.
 */
export function checkedDraft(draft: ConceptDraft): ConceptDraft {
  const faults: Record<string, string[]> = {}
  const fault = (field: string, what: string) => (faults[field] ??= []).push(what)

  const languages = draft.languages.map((section, i) => checkedSection(section, `languages[${i}]`, fault))
  if (languages.length === 0) fault('languages', 'a concept needs at least one language with a term')
  if (languages.length > limits.languages) fault('languages', `at most ${limits.languages} languages`)
  for (const twice of repeated(languages.map(({ language }) => language)))
    fault('languages', `${twice} stands there twice: put its terms into one section`)
  for (const field of ['definition', 'definitionSource', 'note', 'subjectField'] as const)
    if ((draft[field]?.length ?? 0) > limits.textLength) fault(field, `at most ${limits.textLength} characters`)

  if (Object.keys(faults).length === 0) return { ...draft, languages }
  const first = Object.entries(faults)[0]!
  throw new DomainError('invalid-input', `The concept cannot be stored: ${first[0]}: ${first[1][0]}.`, {
    remedy: 'Correct the named fields and save again.',
    fields: faults,
  })
}

type Fault = (field: string, what: string) => void

function checkedSection(section: LanguageDraft, field: string, fault: Fault): LanguageDraft {
  const language = canonicalLanguage(section.language)
  if (!language) fault(`${field}.language`, `"${section.language}" is not a language code`)
  const terms = section.terms.map((term, i) => checkedTerm(term, `${field}.terms[${i}]`, fault))
  if (terms.length === 0) fault(`${field}.terms`, 'a language needs at least one term')
  if (terms.length > limits.termsOfLanguage) fault(`${field}.terms`, `at most ${limits.termsOfLanguage} terms`)
  // A file may have a word twice, as noun and as verb; by hand that is a mistake.
  const unlike = terms.filter(({ id, data }) => id === undefined && data === undefined)
  for (const twice of repeatedAmong(unlike, terms)) fault(`${field}.terms`, `"${twice}" stands there twice`)
  return { ...section, language: language ?? section.language, terms: terms.toSorted(byPreference) }
}

function checkedTerm(term: TermDraft, field: string, fault: Fault): TermDraft {
  const text = term.text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (text === '') fault(`${field}.text`, 'a term must not be empty')
  if (text.length > limits.termLength) fault(`${field}.text`, `at most ${limits.termLength} characters`)
  // oxlint-disable-next-line no-control-regex -- PostgreSQL and XML take no control characters
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) fault(`${field}.text`, 'holds a control character')
  return { ...term, text }
}

/** Preferred terms first, then admitted ones, those not to be used last. */
export function byPreference(one: TermDraft, other: TermDraft): number {
  return rank(one) - rank(other)
}

function rank({ administrativeStatus = 'admittedTerm-admn-sts' }: TermDraft): number {
  return administrativeStatuses.indexOf(administrativeStatus)
}

function repeatedAmong(some: TermDraft[], terms: TermDraft[]): string[] {
  return repeated(terms.map(({ text }) => text)).filter((twice) => some.some(({ text }) => text === twice))
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
}

/** Capitals among a short Latin form: "WHO" is not "who", so its case counts. */
export function looksCaseSensitive(text: string): boolean {
  return /^[\p{Lu}\d][\p{Lu}\d&./-]*s?$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text)
}
