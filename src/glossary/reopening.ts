import type { ConceptDraft, ConceptStatus, TermDraft } from './concept-record.js'

/** The fields that a termbase may name: a change of one sends an approved concept back to be looked at again. */
export const reopeningFields = [
  'term',
  'administrativeStatus',
  'definition',
  'definitionSource',
  'subjectField',
  'note',
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'geographicalUsage',
  'context',
  'contextSource',
  'source',
] as const
export type ReopeningField = (typeof reopeningFields)[number]

/**
 * The status after an edit. Whoever changes what was approved does not approve it with the same stroke, even when the edit
 * says so: it is a draft until somebody approves it by an edit that changes nothing of the kind.
 */
export function statusAfter(
  before: ConceptDraft,
  after: ConceptDraft,
  reopening: readonly ReopeningField[],
): ConceptStatus | undefined {
  const wasApproved = before.status === 'approved' && after.status === 'approved'
  return wasApproved && changedFields(before, after, reopening).length > 0 ? 'draft' : after.status
}

/** Which of the fields say something else, at whatever level they stand. */
export function changedFields<Field extends ReopeningField>(
  before: ConceptDraft,
  after: ConceptDraft,
  among: readonly Field[],
): Field[] {
  return among.filter((field) => (field === 'term' ? termsDiffer(before, after) : valuesDiffer(before, after, field)))
}

function termsDiffer(before: ConceptDraft, after: ConceptDraft): boolean {
  return wordsOf(before) !== wordsOf(after)
}

function wordsOf({ languages }: ConceptDraft): string {
  const words = languages.flatMap(({ language, terms }) => terms.map(({ text }) => `${language}\n${text}`))
  return JSON.stringify(words.sort())
}

/** Terms that came or went are told by `term`; those that stayed are compared one by one. */
function valuesDiffer(before: ConceptDraft, after: ConceptDraft, field: string): boolean {
  const [one, other] = [termsById(before), termsById(after)]
  const languages = new Set([...before.languages, ...after.languages].map(({ language }) => language))
  return (
    valueOf(before, field) !== valueOf(after, field) ||
    [...languages].some((language) => sectionValue(before, language, field) !== sectionValue(after, language, field)) ||
    [...one].some(([id, term]) => other.has(id) && valueOf(term, field) !== valueOf(other.get(id)!, field))
  )
}

function termsById({ languages }: ConceptDraft): Map<string, TermDraft> {
  const terms = languages.flatMap(({ terms }) => terms)
  return new Map(terms.flatMap((term) => (term.id === undefined ? [] : [[term.id, term]])))
}

function sectionValue({ languages }: ConceptDraft, language: string, field: string): unknown {
  const section = languages.find((one) => one.language === language)
  return section ? valueOf(section, field) : null
}

/** What is missing, null or empty says nothing. An unsaid status is what a new term gets. */
function valueOf(holder: object, field: string): unknown {
  const value = (holder as Record<string, unknown>)[field]
  return (
    (value === '' ? null : value) ??
    (field === 'administrativeStatus' && 'text' in holder ? 'admittedTerm-admn-sts' : null)
  )
}
