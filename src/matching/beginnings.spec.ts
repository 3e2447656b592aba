import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { beginningLength, beginningsIn } from './beginnings.js'
import { normaliseTerm } from './keys.js'
import { buildMatcher } from './matcher.js'

test('the beginnings of words, and in Chinese of every character', () => {
  expect(beginningsIn(['ball valve'], 'en').toSorted()).toEqual(
    [' ', ' v', ' va', 'b', 'ba', 'bal', 'v', 'va', 'val'].toSorted(),
  )
  expect(beginningsIn(['加入SCO'], 'zh')).toEqual(expect.arrayContaining(['加入s', '入sc', 'sco']))
})

const word = fc.constantFrom(
  'valve',
  'valves',
  'strategy',
  'strategies',
  'SCO',
  '上海合作组织',
  '合作',
  '组织',
  'C++',
  '.NET',
  '3D',
)

test('no term that the matcher finds is left out', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.array(word, { maxLength: 6 }),
      fc.constantFrom('en', 'zh'),
      (term, text, language) => {
        const [name, sentence] = [term.join(' '), text.join(' ')]
        const found = buildMatcher([{ id: 1, text: name, language }]).match(sentence)
        const beginning = [...normaliseTerm(name, language)].slice(0, beginningLength).join('')
        if (found.length > 0) expect(beginningsIn([sentence], language)).toContain(beginning)
      },
    ),
  )
})
