import { expect, test } from '@jest/globals'
import type { ConceptRecord } from '../glossary/concept-record.js'
import { ContentSummary, statement } from './release-content.js'
import { differenceOf } from './release-diff.js'

function concept(number: number, terms: Record<string, string[]>, rest: Partial<ConceptRecord> = {}): ConceptRecord {
  const languages = Object.entries(terms).map(([language, texts]) => ({
    language,
    definition: null,
    definitionSource: null,
    note: null,
    terms: texts.map((text) => ({
      id: `${number}-${language}-${text}`,
      text,
      administrativeStatus: 'admittedTerm-admn-sts' as const,
      partOfSpeech: null,
      termType: null,
      grammaticalGender: null,
      geographicalUsage: null,
      termLocation: null,
      note: null,
      source: null,
      context: null,
      contextSource: null,
      caseSensitive: false,
      candidateId: null,
    })),
  }))
  return {
    id: `concept-${number}`,
    number,
    status: 'approved',
    subjectField: null,
    definition: null,
    definitionSource: null,
    note: null,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'somebody',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'somebody',
    languages,
    ...rest,
  }
}

const changes = (before: ConceptRecord, after: ConceptRecord) => differenceOf(before, after)!.difference.changes

test('concepts that came and went', () => {
  const came = differenceOf(null, concept(1, { zh: ['上海合作组织'] }))!
  expect(came.kind).toBe('added')
  expect(came.difference.terms).toEqual([{ language: 'zh', text: '上海合作组织', status: 'admittedTerm-admn-sts' }])
  expect(differenceOf(concept(2, { en: ['alliance'] }), null)).toMatchObject({
    kind: 'removed',
    difference: { number: 2, changes: [] },
  })
})

test('fields that say something else, at each level', () => {
  const before = concept(1, { zh: ['上合组织'], en: ['SCO'], fr: ['OCS'] })
  const after = concept(1, { zh: ['上合组织', '上海合作组织'], en: ['SCO'] }, { definition: 'an alliance' })
  after.languages[1]!.terms[0]!.administrativeStatus = 'preferredTerm-admn-sts'
  expect(changes(before, after)).toEqual([
    { path: 'definition', field: 'definition', before: null, after: 'an alliance' },
    { path: 'zh › term', field: 'term', language: 'zh', before: null, after: '上海合作组织' },
    {
      path: 'en › SCO › administrativeStatus',
      field: 'administrativeStatus',
      language: 'en',
      term: 'SCO',
      before: 'admittedTerm-admn-sts',
      after: 'preferredTerm-admn-sts',
    },
    { path: 'fr › term', field: 'term', language: 'fr', before: 'OCS', after: null },
  ])
})

test('a term keeps its identity when its spelling is corrected', () => {
  const before = concept(1, { en: ['organisaton'] })
  const after = structuredClone(before)
  after.languages[0]!.terms[0]!.text = 'organisation'
  expect(changes(before, after)).toEqual([
    { path: 'en › term', field: 'term', language: 'en', before: 'organisaton', after: 'organisation' },
  ])
})

test('bookkeeping alone is no change, neither in the diff nor in the hash', () => {
  const before = concept(1, { en: ['SCO'] })
  const after = { ...before, version: 7, updatedBy: 'somebody else', updatedAt: '2027-01-01T00:00:00.000Z' }
  expect(differenceOf(before, after)).toBeNull()
  expect(statement(after)).toBe(statement(before))
  expect(statement({ ...before, definition: 'x' })).not.toBe(statement(before))
})

test('a release is summed up while its concepts pass by', () => {
  const summary = new ContentSummary()
  summary.add(concept(1, { zh: ['一', '二'], en: ['one'] }))
  summary.add(concept(2, { de: ['drei'] }))
  expect(summary).toMatchObject({ conceptCount: 2, termCount: 4, languages: ['de', 'en', 'zh'] })
  expect(summary.contentHash()).toMatch(/^[0-9a-f]{64}$/)
})
