import { expect, test } from '@jest/globals'
import type { TermAnswer } from './answer.js'
import { checkSegments, type PlacedTerm, type SegmentTerms } from './check-rules.js'

function answer(text: string, rest: Partial<TermAnswer> = {}): TermAnswer {
  const status = rest.forbidden ? 'deprecatedTerm-admn-sts' : 'admittedTerm-admn-sts'
  const unsaid = { partOfSpeech: null, termType: null, grammaticalGender: null, geographicalUsage: null, note: null }
  return { text, language: 'en', status, forbidden: false, ...unsaid, ...rest }
}

/** A term of a concept at a place; `targets` are what the concept calls it in the other language. */
function placed(
  concept: string,
  text: string,
  start: number,
  targets: TermAnswer[] = [],
  rest: Partial<PlacedTerm> = {},
): PlacedTerm {
  return { start, end: start + text.length, text, concept, source: answer(text), targets, ...rest }
}

const kinds = (segments: SegmentTerms[]) =>
  checkSegments(segments).map(({ findings }) => findings.map(({ kind }) => kind))

const organisation = [answer('organisation'), answer('organization'), answer('body', { forbidden: true })]
const source = placed('a', '组织', 0, organisation)

test('a synonym satisfies, and in doubt a doubtful match too', () => {
  expect(kinds([{ source: [source], target: [placed('a', 'organization', 4)] }])).toEqual([[]])
  expect(kinds([{ source: [source], target: [placed('a', 'organization', 4, [], { doubtful: 'why' })] }])).toEqual([[]])
})

test('a doubtful source term asks for nothing, and one without an approved translation neither', () => {
  expect(kinds([{ source: [{ ...source, doubtful: 'why' }], target: [] }])).toEqual([[]])
  expect(kinds([{ source: [placed('a', '组织', 0, [answer('body', { forbidden: true })])], target: [] }])).toEqual([[]])
})

test('a forbidden term is told, unless it is the right word for another concept of the segment', () => {
  const body = placed('a', 'body', 4, [], { source: answer('body', { forbidden: true }) })
  expect(kinds([{ source: [source], target: [body] }])).toEqual([['forbidden']])
  const other = placed('b', '身体', 5, [answer('body')])
  expect(kinds([{ source: [source, other], target: [body, placed('b', 'body', 4)] }])).toEqual([['missing']])
})

test('a forbidden term is told even beside the right one, but not inside it', () => {
  const body = placed('a', 'body', 14, [], { source: answer('body', { forbidden: true }) })
  const right = placed('a', 'organisation', 0)
  expect(kinds([{ source: [source], target: [right, body] }])).toEqual([['forbidden']])
  const around = { ...right, start: 10, end: 22 }
  expect(kinds([{ source: [source], target: [around, body] }])).toEqual([[]])
})

test('one form of two concepts asks for the translation of one of them', () => {
  const firm = placed('b', '组织', 0, [answer('firm')])
  expect(kinds([{ source: [source, firm], target: [placed('b', 'firm', 4)] }])).toEqual([[]])
  expect(kinds([{ source: [source, firm], target: [] }])).toEqual([['missing', 'missing']])
})

test('one term translated in two ways: the rarer one is told', () => {
  const segments = ['organisation', 'organization', 'organisation'].map((text) => ({
    source: [source],
    target: [placed('a', text, 4)],
  }))
  expect(kinds(segments)).toEqual([[], ['inconsistent'], []])
  expect(checkSegments(segments)[1]!.findings[0]!.suggestions).toEqual(['organisation'])
})

test('an abbreviation beside its long form is no inconsistency', () => {
  const segments = ['Shanghai Cooperation Organization', 'SCO'].map((text) => ({
    source: [source],
    target: [placed('a', text, 4)],
  }))
  expect(kinds(segments)).toEqual([[], []])
})
