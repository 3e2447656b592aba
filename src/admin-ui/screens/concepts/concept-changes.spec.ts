import { describe, expect, it } from '@jest/globals'
import type { Concept, Term } from '../../api/types.js'
import { changesBetween } from './concept-changes.js'

const term = (id: string, text: string, more: Partial<Term> = {}) =>
  ({ id, text, administrativeStatus: 'preferredTerm-admn-sts', note: null, ...more }) as Term
const concept = (terms: Term[], more: Partial<Concept> = {}) =>
  ({ status: 'draft', definition: null, languages: [{ language: 'en', definition: null, terms }], ...more }) as Concept

describe('changes between two versions of a concept', () => {
  it('none, when nothing differs', () => {
    expect(changesBetween(concept([term('1', 'SCO')]), concept([term('1', 'SCO')]))).toEqual([])
  })

  it('a field of the concept', () => {
    const now = concept([], { definition: 'A body of states.', status: 'approved' })
    expect(changesBetween(concept([]), now)).toEqual([
      { field: 'status', before: 'draft', after: 'approved' },
      { field: 'definition', before: null, after: 'A body of states.' },
    ])
  })

  it('a term is told apart by its id: renamed, changed, gone, come', () => {
    const before = concept([term('1', 'SCO'), term('2', 'Pact'), term('3', 'Five')])
    const after = concept([
      term('1', 'S.C.O.'),
      term('2', 'Pact', { administrativeStatus: 'deprecatedTerm-admn-sts' }),
      term('4', 'Six'),
    ])
    expect(changesBetween(before, after)).toEqual([
      { language: 'en', field: 'term', before: 'Five', after: null },
      { language: 'en', field: 'term', before: 'SCO', after: 'S.C.O.' },
      {
        language: 'en',
        term: 'Pact',
        field: 'administrativeStatus',
        before: 'preferredTerm-admn-sts',
        after: 'deprecatedTerm-admn-sts',
      },
      { language: 'en', field: 'term', before: null, after: 'Six' },
    ])
  })

  it('a language that came brings its terms', () => {
    const after = concept([])
    after.languages.push({
      language: 'zh',
      definition: null,
      definitionSource: null,
      note: null,
      terms: [term('9', '上合')],
    })
    expect(changesBetween(concept([]), after)).toEqual([{ language: 'zh', field: 'term', before: null, after: '上合' }])
  })
})
