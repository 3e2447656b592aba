import { describe, expect, test } from '@jest/globals'
import type { ConceptRecord, TermRecord } from './concept-record.js'
import { mergePlan } from './merge-concepts.js'

const term = (text: string, rest: Partial<TermRecord> = {}): TermRecord => ({
  id: `id of ${text}`,
  text,
  administrativeStatus: 'preferredTerm-admn-sts',
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
  ...rest,
})
const concept = (terms: Record<string, TermRecord[]>, rest: Partial<ConceptRecord> = {}): ConceptRecord => ({
  id: 'one',
  number: 1,
  status: 'approved',
  subjectField: null,
  definition: null,
  definitionSource: null,
  note: null,
  version: 1,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
  languages: Object.entries(terms).map(([language, terms]) => ({
    language,
    definition: null,
    definitionSource: null,
    note: null,
    terms,
  })),
  ...rest,
})
const texts = (plan: ReturnType<typeof mergePlan>) =>
  plan.draft.languages.map(({ language, terms }) => `${language}: ${terms.map(({ text }) => text).join(', ')}`)

describe('two concepts become one', () => {
  const left = concept(
    { zh: [term('球阀')], en: [term('ball valve')] },
    { definition: 'A valve.', subjectField: 'valves' },
  )
  const right = concept(
    { zh: [term('球閥', { partOfSpeech: 'noun' })], en: [term('globe valve')], de: [term('Kugelhahn')] },
    { definition: 'With a ball.', note: 'often', subjectField: 'pumps', status: 'draft' },
  )

  test('terms that the matcher takes for the same are one, the others come along, admitted', () => {
    const plan = mergePlan(left, right)
    expect(texts(plan)).toEqual(['zh: 球阀', 'en: ball valve, globe valve', 'de: Kugelhahn'])
    const [chinese, english, german] = plan.draft.languages
    expect(chinese!.terms[0]).toMatchObject({ id: 'id of 球阀', partOfSpeech: 'noun' })
    expect(english!.terms[1]).toMatchObject({ id: undefined, administrativeStatus: 'admittedTerm-admn-sts' })
    expect(german!.terms[0]).toMatchObject({ administrativeStatus: 'preferredTerm-admn-sts' })
  })

  test('what only one says is kept, of what both say a text is kept twice and a value once; the rest is told', () => {
    const { draft, dropped } = mergePlan(left, right)
    expect(draft).toMatchObject({
      status: 'approved',
      definition: 'A valve.\nWith a ball.',
      note: 'often',
      subjectField: 'valves',
    })
    expect(dropped).toEqual([
      { path: 'subjectField', side: 'right', text: 'pumps' },
      { path: 'status', side: 'right', text: 'draft' },
      { path: 'zh/term:球阀', side: 'right', text: '球閥' },
    ])
  })

  test('an editor chooses otherwise, question by question', () => {
    const plan = mergePlan(left, right, {
      definition: 'right',
      subjectField: 'right',
      'en/term:globe valve': 'neither',
      'zh/term:球阀': 'right',
      note: 'neither',
      status: 'both',
    })
    expect(plan.draft).toMatchObject({
      definition: 'With a ball.',
      subjectField: 'pumps',
      note: null,
      status: 'approved',
    })
    expect(texts(plan)).toEqual(['zh: 球閥', 'en: ball valve', 'de: Kugelhahn'])
    expect(plan.dropped.map(({ path, side }) => `${side} ${path}`)).toEqual(
      expect.arrayContaining(['left definition', 'left subjectField', 'right note', 'right en/term:globe valve']),
    )
  })

  test('what files said beside the fields is kept of both, once', () => {
    const picture = { element: 'xref', category: 'xGraphic', attributes: { target: 'https://x.example/a.png' } }
    const reference = { element: 'ref', category: 'crossReference', attributes: { target: 'c7' }, content: ['see'] }
    const plan = mergePlan({ ...left, data: [picture] }, { ...right, data: [picture, reference] })
    expect(plan.draft.data).toEqual(expect.arrayContaining([picture, reference]))
    expect(plan.draft.data!.filter(({ category }) => category === 'xGraphic')).toHaveLength(1)
  })

  test('a second definition of a file is not lost', () => {
    const definition = (text: string) => ({ element: 'descrip', category: 'definition', content: [text] })
    const plan = mergePlan(left, { ...right, data: [definition('With a ball.'), definition('Also said.')] })
    expect(plan.draft.data).toEqual(expect.arrayContaining([definition('Also said.')]))
    expect(plan.draft.data).not.toEqual(expect.arrayContaining([definition('With a ball.')]))
  })

  test('a reference of one to the other goes, and is told', () => {
    const toEachOther = (target: string) => ({ element: 'ref', category: 'crossReference', attributes: { target } })
    const plan = mergePlan({ ...left, data: [toEachOther('c2')] }, { ...right, number: 2, data: [toEachOther('c1')] })
    expect(plan.draft.data ?? []).toEqual([])
    expect(plan.dropped.filter(({ path }) => path === 'data').map(({ text }) => text)).toEqual([
      'crossReference: c2',
      'crossReference: c1',
    ])
  })

  test('nothing is asked of what both say alike, and a concept merged with its like is itself', () => {
    const plan = mergePlan(left, left)
    expect([plan.questions, plan.dropped]).toEqual([[], []])
    expect(texts(plan)).toEqual(['zh: 球阀', 'en: ball valve'])
  })
})
