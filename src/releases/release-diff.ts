import {
  administrativeStatuses,
  type ConceptRecord,
  type LanguageRecord,
  type TermRecord,
} from '../glossary/concept-record.js'
import type { TermMove } from './moved-terms.js'
import { sortedKeys } from './release-content.js'

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
  /** Terms that came from another concept or went to one, where that is known. */
  moved?: TermMove[]
}

export const differenceKinds = ['added', 'changed', 'removed'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** What each level says, in the order in which it is told. Data and files' own ways of writing are compared as JSON. */
export const diffFields = {
  concept: [
    'externalId',
    'subjectField',
    'definition',
    'definitionSource',
    'note',
    'customerSubset',
    'projectSubset',
    'data',
    'asWritten',
  ],
  language: ['definition', 'definitionSource', 'note', 'data', 'asWritten'],
  term: [
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
    'customerSubset',
    'projectSubset',
    'caseSensitive',
    'exactForm',
    'data',
    'asWritten',
  ],
} as const satisfies {
  concept: (keyof ConceptRecord)[]
  language: (keyof LanguageRecord)[]
  term: (keyof TermRecord)[]
}

/** What a new term says when nobody says anything: not worth a line. */
const unsaid: Record<string, string> = { administrativeStatus: 'admittedTerm-admn-sts', caseSensitive: 'false' }

/** How a concept differs, or null where both releases say the same of it. */
export function differenceOf(
  before: ConceptRecord | null,
  after: ConceptRecord | null,
): { kind: DifferenceKind; difference: ConceptDifference } | null {
  if (!before || !after) {
    const only = after ?? before
    return only && { kind: after ? 'added' : 'removed', difference: { ...nameOf(only), changes: [] } }
  }
  const changes = changesOf(before, after)
  return changes.length === 0 ? null : { kind: 'changed', difference: { ...nameOf(after), changes } }
}

function nameOf({ id, number, languages }: ConceptRecord): ConceptName {
  const terms = languages.flatMap(({ language, terms }) =>
    terms.map(({ text, administrativeStatus: status }) => ({ language, text, status })),
  )
  return { id, number, terms }
}

function changesOf(before: ConceptRecord, after: ConceptRecord): FieldChange[] {
  const languages = paired(before.languages, after.languages, [(one, other) => one.language === other.language])
  return [
    ...fieldChanges(diffFields.concept, before, after, {}),
    ...languages.flatMap(([one, other]) => languageChanges(one, other)),
    ...orderChange(before.languages, after.languages, languages, ({ language }) => language, {}),
  ]
}

function languageChanges(before: LanguageRecord | null, after: LanguageRecord | null): FieldChange[] {
  const { language } = (after ?? before)!
  const [were, are] = [before?.terms ?? [], after?.terms ?? []]
  const terms = paired(were, are, [(one, other) => one.id === other.id, (one, other) => one.text === other.text])
  return [
    ...fieldChanges(diffFields.language, before, after, { language }),
    ...terms.flatMap(([one, other]) => termChanges(one, other, language)),
    ...orderChange(were, are, terms, ({ text }) => text, { language }),
  ]
}

/** A term that went is told by its spelling alone; one that came, with all that it says. */
function termChanges(before: TermRecord | null, after: TermRecord | null, language: string): FieldChange[] {
  const spelling = fieldChanges(['text'], before, after, { language })
  if (!after) return spelling
  const fields = fieldChanges(diffFields.term, before, after, { language, term: after.text })
  return [...spelling, ...fields.filter(({ field, after: says }) => before || unsaid[field] !== says)]
}

interface Place {
  language?: string
  term?: string
}

function fieldChanges<Name extends string>(
  fields: readonly Name[],
  before: Partial<Record<Name, unknown>> | null,
  after: Partial<Record<Name, unknown>> | null,
  place: Place,
): FieldChange[] {
  return fields.flatMap((name) => {
    const [was, is] = [said(before?.[name]), said(after?.[name])]
    return was === is ? [] : [change(name === 'text' ? 'term' : name, place, was, is)]
  })
}

function change(field: string, place: Place, before: string | null, after: string | null): FieldChange {
  const path = [place.language, place.term, field].filter(Boolean).join(' › ')
  return { path, field, ...place, before, after }
}

function said(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  return typeof value === 'object'
    ? JSON.stringify(value, (_, part: unknown) => sortedKeys(part))
    : JSON.stringify(value)
}

/** How names in a row are told. */
export const between = ' · '

/** Told only where it is not what follows from the rest: those that stayed as before, new ones behind, preferred terms first. */
function orderChange<T extends object>(
  before: T[],
  after: T[],
  pairs: [T | null, T | null][],
  nameOf: (item: T) => string,
  place: Place,
): FieldChange[] {
  const stayed = before.flatMap((one) => pairs.find(([other, now]) => other === one && now)?.[1] ?? [])
  const came = pairs.flatMap(([one, now]) => (one || !now ? [] : [now]))
  const expected = byPreference([...stayed, ...came])
    .map(nameOf)
    .join(between)
  const actual = after.map(nameOf).join(between)
  return expected === actual ? [] : [change('order', place, expected, actual)]
}

/** Terms in the order of their status; anything else as it stands. */
export function byPreference<T extends object>(items: T[]): T[] {
  const rank = (item: T) =>
    'administrativeStatus' in item ? administrativeStatuses.indexOf(item.administrativeStatus as never) : 0
  return items.toSorted((one, other) => rank(one) - rank(other))
}

/** Each of either side once, with its counterpart or null, in the order of `after`; the surest way of being the same first. */
function paired<T>(before: T[], after: T[], ways: ((one: T, other: T) => boolean)[]): [T | null, T | null][] {
  const counterpart = new Map<T, T>()
  const rest = new Set(before)
  for (const same of ways)
    for (const other of after) {
      if (counterpart.has(other)) continue
      const one = [...rest].find((candidate) => same(candidate, other))
      if (one === undefined) continue
      counterpart.set(other, one)
      rest.delete(one)
    }
  const pairs = after.map((other): [T | null, T | null] => [counterpart.get(other) ?? null, other])
  return [...pairs, ...[...rest].map((one): [T | null, T | null] => [one, null])]
}
