import { expect, test } from '@jest/globals'
import { takersOf } from './taken.js'

test('an answer is taken by the term that does best with it: a longer, a shorter, or another one', () => {
  const rows = [
    { term: 'bond issuance', answer: 0, utility: 3 },
    { term: 'issuance', answer: 0, utility: 1 },
    { term: 'new bond issuance', answer: 0, utility: 1 },
    { term: 'issue of bonds', answer: 0, utility: 2 },
    { term: 'market', answer: 1, utility: 0 },
  ]
  const takers = takersOf({
    answers: rows.map(({ answer }) => answer),
    utility: rows.map(({ utility }) => utility),
    term: (row) => rows[row]!.term,
  })
  const names = ['nobody', 'a longer one', 'a shorter one', 'another one']
  expect([...takers].map((taken) => names[taken])).toEqual([
    'nobody',
    'a longer one',
    'a shorter one',
    'another one',
    'nobody',
  ])
})
