import type { ConceptRecord, LanguageRecord, TermRecord } from '../glossary/concept-record.js'

/** A concept by what people know it by. */
export interface ConceptName {
  id: string
  number: number
  terms: { language: string; text: string; status: string }[]
}

/** One field that says something else. `null` says nothing; a term or language that came or went has one side null. */
export interface FieldChange {
  /** Where it stands, for people: `zh › 上合组织 › administrativeStatus`. */
  path: string
  /** `definition`, `term`, `administrativeStatus` … */
  field: string
  language?: string
  /** The term as it is now; as it was, when it is gone. */
  term?: string
  before: string | null
  after: string | null
}

/** `changes` is empty for a concept that came or went as a whole. */
export interface ConceptDifference extends ConceptName {
  changes: FieldChange[]
}

export interface ReleaseDiff {
  from: number
  to: number
  counts: { added: number; removed: number; changed: number }
  added: ConceptDifference[]
  removed: ConceptDifference[]
  changed: ConceptDifference[]
}

const conceptFields = ['subjectField', 'definition', 'definitionSource', 'note'] as const
const languageFields = ['definition', 'definitionSource', 'note'] as const
const termFields = [
  'administrativeStatus',
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'geographicalUsage',
  'termLocation',
  'note',
  'source',
  'context',
  'contextSource',
  'caseSensitive',
] as const

/** `rows` hold every concept that may differ; null where the release does not have it. */
export function diffOfReleases(
  { from, to }: { from: number; to: number },
  rows: { before: ConceptRecord | null; after: ConceptRecord | null }[],
): ReleaseDiff {
  const added = rows.flatMap(({ before, after }) => (before || !after ? [] : [{ ...nameOf(after), changes: [] }]))
  const removed = rows.flatMap(({ before, after }) => (after || !before ? [] : [{ ...nameOf(before), changes: [] }]))
  const changed = rows.flatMap(({ before, after }) => {
    const changes = before && after ? changesOf(before, after) : []
    return changes.length > 0 ? [{ ...nameOf(after!), changes }] : []
  })
  return {
    from,
    to,
    counts: { added: added.length, removed: removed.length, changed: changed.length },
    added,
    removed,
    changed,
  }
}

function nameOf({ id, number, languages }: ConceptRecord): ConceptName {
  const terms = languages.flatMap(({ language, terms }) =>
    terms.map(({ text, administrativeStatus: status }) => ({ language, text, status })),
  )
  return { id, number, terms }
}

function changesOf(before: ConceptRecord, after: ConceptRecord): FieldChange[] {
  const languages = paired(before.languages, after.languages, (one, other) => one.language === other.language)
  return [
    ...fieldChanges(conceptFields, before, after, {}),
    ...languages.flatMap(([one, other]) => languageChanges(one, other)),
  ]
}

function languageChanges(before: LanguageRecord | null, after: LanguageRecord | null): FieldChange[] {
  const { language } = (after ?? before)!
  const terms = paired(before?.terms ?? [], after?.terms ?? [], isSameTerm)
  return [
    ...fieldChanges(languageFields, before, after, { language }),
    ...terms.flatMap(([one, other]) => termChanges(one, other, language)),
  ]
}

function termChanges(before: TermRecord | null, after: TermRecord | null, language: string): FieldChange[] {
  const spelling = fieldChanges(['text'], before, after, { language })
  if (!before || !after) return spelling
  return [...spelling, ...fieldChanges(termFields, before, after, { language, term: after.text })]
}

function isSameTerm(one: TermRecord, other: TermRecord): boolean {
  return one.id === other.id || one.text === other.text
}

type Fields<Name extends string> = Record<Name, string | boolean | null>

function fieldChanges<Name extends string>(
  fields: readonly Name[],
  before: Fields<Name> | null,
  after: Fields<Name> | null,
  place: { language?: string; term?: string },
): FieldChange[] {
  return fields.flatMap((name) => {
    const [was, is] = [said(before?.[name]), said(after?.[name])]
    const field = name === 'text' ? 'term' : name
    const path = [place.language, place.term, field].filter(Boolean).join(' › ')
    return was === is ? [] : [{ path, field, ...place, before: was, after: is }]
  })
}

function said(value: string | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

/** Each of either side once, with its counterpart or null. */
function paired<T>(before: T[], after: T[], same: (one: T, other: T) => boolean): [T | null, T | null][] {
  const rest = [...before]
  const pairs = after.map((other): [T | null, T | null] => {
    const index = rest.findIndex((one) => same(one, other))
    return [index < 0 ? null : rest.splice(index, 1)[0]!, other]
  })
  return [...pairs, ...rest.map((one): [T | null, T | null] => [one, null])]
}
