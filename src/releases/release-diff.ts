import type { ConceptRecord, LanguageRecord, TermRecord } from '../glossary/concept-record.js'

/** A concept by what people know it by. */
export interface ConceptName {
  id: string
  number: number
  terms: { language: string; text: string; administrativeStatus: string }[]
}

/** One field that says something else. `null` says nothing; a term or language that came or went has one side null. */
export interface FieldChange {
  /** `definition`, `term`, `administrativeStatus` … */
  field: string
  language?: string
  /** The term as it is now; as it was, when it is gone. */
  term?: string
  before: string | boolean | null
  after: string | boolean | null
}

export interface ConceptChange {
  concept: ConceptName
  changes: FieldChange[]
}

export interface ReleaseDiff {
  from: number
  to: number
  counts: { added: number; removed: number; changed: number }
  added: ConceptName[]
  removed: ConceptName[]
  changed: ConceptChange[]
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
  const added = rows.flatMap(({ before, after }) => (before || !after ? [] : [nameOf(after)]))
  const removed = rows.flatMap(({ before, after }) => (after || !before ? [] : [nameOf(before)]))
  const changed = rows.flatMap(({ before, after }) => {
    const changes = before && after ? changesOf(before, after) : []
    return changes.length > 0 ? [{ concept: nameOf(after!), changes }] : []
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
    terms.map(({ text, administrativeStatus }) => ({ language, text, administrativeStatus })),
  )
  return { id, number, terms }
}

function changesOf(before: ConceptRecord, after: ConceptRecord): FieldChange[] {
  const languages = paired(before.languages, after.languages, (one, other) => one.language === other.language)
  return [
    ...fieldChanges(conceptFields, before, after),
    ...languages.flatMap(([one, other]) => languageChanges(one, other)),
  ]
}

function languageChanges(before: LanguageRecord | null, after: LanguageRecord | null): FieldChange[] {
  const { language } = (after ?? before)!
  const own = fieldChanges(languageFields, before, after).map((change) => ({ ...change, language }))
  const terms = paired(before?.terms ?? [], after?.terms ?? [], isSameTerm)
  return [
    ...own,
    ...terms.flatMap(([one, other]) => termChanges(one, other).map((change) => ({ ...change, language }))),
  ]
}

function termChanges(before: TermRecord | null, after: TermRecord | null): FieldChange[] {
  const spelling: FieldChange[] =
    before?.text === after?.text ? [] : [{ field: 'term', before: before?.text ?? null, after: after?.text ?? null }]
  if (!before || !after) return spelling
  return [...spelling, ...fieldChanges(termFields, before, after)].map((change) => ({ ...change, term: after.text }))
}

function isSameTerm(one: TermRecord, other: TermRecord): boolean {
  return one.id === other.id || one.text === other.text
}

type Fields<Name extends string> = Record<Name, string | boolean | null>

function fieldChanges<Name extends string>(
  fields: readonly Name[],
  before: Fields<Name> | null,
  after: Fields<Name> | null,
): FieldChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
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
