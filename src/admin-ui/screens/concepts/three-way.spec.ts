import { describe, expect, test } from '@jest/globals'
import type { Concept, Term } from '../../api/types.js'
import { putTogether } from './three-way.js'

const term = (text: string, rest: Partial<Term> = {}): Term => ({
  id: text,
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
  ...rest,
})
const concept = (rest: Partial<Concept> = {}, ...terms: Term[]): Concept => ({
  id: 'x',
  number: 1,
  status: 'draft',
  subjectField: null,
  definition: null,
  definitionSource: null,
  note: null,
  version: 1,
  updatedAt: '',
  languages: [{ language: 'zh', definition: null, definitionSource: null, note: null, terms }],
  ...rest,
})

describe('the changes of two people', () => {
  const base = concept({ note: 'old' }, term('球阀'), term('阀'))

  test('to different fields and terms are both kept', () => {
    const mine = concept({ note: 'old', definition: 'mine' }, term('球阀', { partOfSpeech: 'noun' }), term('阀'))
    const theirs = concept({ note: 'theirs' }, term('球阀', { context: 'theirs' }), term('阀'), term('泵'))
    const { draft, conflicts } = putTogether(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(draft).toMatchObject({ note: 'theirs', definition: 'mine' })
    expect(draft.languages[0]!.terms).toMatchObject([
      { text: '球阀', partOfSpeech: 'noun', context: 'theirs' },
      { text: '阀' },
      { text: '泵' },
    ])
  })

  test('to the same field are a question, unless they say the same', () => {
    const [mine, theirs] = [
      concept({ note: 'mine', status: 'approved' }, term('球阀'), term('阀')),
      concept({ note: 'theirs', status: 'approved' }, term('球阀'), term('阀')),
    ]
    const asked = putTogether(base, mine, theirs)
    expect(asked.conflicts).toEqual([{ path: 'note', field: 'note', mine: 'mine', theirs: 'theirs' }])
    expect([asked.draft.note, asked.draft.status]).toEqual(['mine', 'approved'])
    expect(putTogether(base, mine, theirs, { note: 'theirs' }).draft.note).toBe('theirs')
  })

  test('a term that one removed goes, unless the other changed it', () => {
    const shorter = concept({ note: 'old' }, term('球阀'))
    expect(putTogether(base, shorter, base).draft.languages[0]!.terms).toMatchObject([{ text: '球阀' }])
    expect(putTogether(base, base, shorter).draft.languages[0]!.terms).toMatchObject([{ text: '球阀' }])
    const changed = concept({ note: 'old' }, term('球阀'), term('阀', { note: 'important' }))
    const { conflicts, draft } = putTogether(base, changed, shorter)
    expect(conflicts).toMatchObject([{ field: 'term', term: '阀', mine: '阀', theirs: null }])
    expect(draft.languages[0]!.terms[1]).toMatchObject({ id: undefined, text: '阀', note: 'important' })
    const theirs = putTogether(base, changed, shorter, { [conflicts[0]!.path]: 'theirs' })
    expect(theirs.draft.languages[0]!.terms).toHaveLength(1)
  })

  test('a new term of mine comes along, and nothing of mine means theirs', () => {
    const mine = concept({ note: 'old' }, term('球阀'), term('阀'), { ...term('新'), id: undefined as never })
    expect(putTogether(base, mine, base).draft.languages[0]!.terms.map(({ text }) => text)).toEqual([
      '球阀',
      '阀',
      '新',
    ])
    const theirs = concept({ note: 'theirs' }, term('泵'))
    expect(putTogether(base, base, theirs).draft).toMatchObject({
      note: 'theirs',
      languages: [{ terms: [{ text: '泵' }] }],
    })
  })
})
