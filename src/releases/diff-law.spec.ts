import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  administrativeStatuses,
  type ConceptRecord,
  type LanguageRecord,
  type TermRecord,
} from '../glossary/concept-record.js'
import { statement } from './release-content.js'
import { between, byPreference, diffFields, differenceOf, type FieldChange } from './release-diff.js'

const value = fc.option(fc.constantFrom('noun', 'x', 'y › z', '{"a":1}'), { nil: null })
const data = fc.option(
  fc.array(
    fc.record({ element: fc.constantFrom('xref', 'ref'), attributes: fc.record({ id: fc.string({ maxLength: 3 }) }) }),
  ),
  { nil: null },
)

function fieldsOf(names: readonly string[]) {
  return fc.record(
    Object.fromEntries(names.map((name) => [name, name === 'data' || name === 'asWritten' ? data : value])),
  )
}

const term = fc
  .record({
    said: fieldsOf(diffFields.term),
    text: fc.constantFrom('一', '二', '三', '四', '五'),
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    administrativeStatus: fc.constantFrom(...administrativeStatuses),
    caseSensitive: fc.boolean(),
  })
  .map(({ said, ...rest }) => ({ ...said, ...rest, candidateId: null }) as unknown as TermRecord)

const terms = fc
  .uniqueArray(term, { minLength: 1, maxLength: 4, selector: ({ text }) => text })
  .map((items) => byPreference(items.map((item, index) => ({ ...item, id: unlike(items, index) }))))

/** Ids are unique in a section; a repeated one is made another. */
function unlike(items: TermRecord[], index: number): string {
  const { id } = items[index]!
  return items.findIndex((item) => item.id === id) === index ? id : `${id}-${index}`
}

const concept = fc
  .record({
    said: fieldsOf(diffFields.concept),
    languages: fc.uniqueArray(
      fc
        .record({ said: fieldsOf(diffFields.language), language: fc.constantFrom('zh', 'en', 'fr'), terms })
        .map(({ said, ...rest }) => ({ ...said, ...rest }) as unknown as LanguageRecord),
      { minLength: 1, selector: ({ language }) => language },
    ),
  })
  .map(({ said, languages }) => ({ ...said, id: 'c', number: 1, version: 1, languages }) as unknown as ConceptRecord)

test('a difference laid over the one concept gives the other', () => {
  fc.assert(
    fc.property(concept, concept, (before, after) => {
      const changes = differenceOf(before, after)?.difference.changes ?? []
      expect(statement(applied(before, changes))).toBe(statement(after))
    }),
    { numRuns: 500 },
  )
})

test('there is a difference exactly where the concepts say something else', () => {
  fc.assert(
    fc.property(concept, concept, (before, after) => {
      expect(differenceOf(before, after) === null).toBe(statement(before) === statement(after))
      expect(differenceOf(before, structuredClone(before))).toBeNull()
    }),
  )
})

/** What a reader of the changes would do by hand. */
function applied(concept: ConceptRecord, changes: FieldChange[]): ConceptRecord {
  const result = structuredClone(concept)
  const of = (language?: string) => changes.filter((change) => change.language === language)
  setFields(
    result,
    of(undefined).filter(({ field }) => field !== 'order'),
  )
  for (const language of new Set(changes.flatMap(({ language }) => language ?? []))) {
    let section = result.languages.find((one) => one.language === language)
    if (!section) result.languages.push((section = { language, terms: [] } as unknown as LanguageRecord))
    changeSection(section, of(language))
  }
  result.languages = result.languages.filter(({ terms }) => terms.length > 0)
  const order = of(undefined)
    .find(({ field }) => field === 'order')
    ?.after?.split(between)
  if (order) result.languages.sort((one, other) => order.indexOf(one.language) - order.indexOf(other.language))
  return result
}

function changeSection(section: LanguageRecord, changes: FieldChange[]): void {
  const spellings = changes.filter(({ field, term }) => field === 'term' && term === undefined)
  const renamed = new Map(spellings.map(({ before, after }) => [before, after]))
  const stayed = section.terms.flatMap((term) => {
    const text = renamed.has(term.text) ? renamed.get(term.text)! : term.text
    return text === null ? [] : [{ ...term, text }]
  })
  const came = spellings.flatMap(({ before, after }) =>
    before === null ? [{ text: after, ...fresh } as TermRecord] : [],
  )
  section.terms = [...stayed, ...came]
  for (const term of section.terms)
    setFields(
      term,
      changes.filter((change) => change.term === term.text),
    )
  section.terms = byPreference(section.terms)
  setFields(
    section,
    changes.filter(({ field, term }) => term === undefined && field !== 'term' && field !== 'order'),
  )
  const order = changes.find(({ field }) => field === 'order')?.after?.split(between)
  if (order) section.terms.sort((one, other) => order.indexOf(one.text) - order.indexOf(other.text))
}

const fresh = { administrativeStatus: 'admittedTerm-admn-sts', caseSensitive: false }

function setFields(record: object, changes: FieldChange[]): void {
  for (const { field, after } of changes) {
    const isJson = ['data', 'asWritten', 'caseSensitive'].includes(field) && after !== null
    Object.assign(record, { [field]: isJson ? JSON.parse(after!) : after })
  }
}
