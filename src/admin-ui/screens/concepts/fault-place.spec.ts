import { expect, test } from '@jest/globals'
import { faultPlace } from './fault-place.js'

const sections = [
  { language: 'zh', terms: [{ text: '球阀' }] },
  { language: 'en', terms: [{ text: 'ball valve' }, { text: '' }] },
]

test.each([
  ['definition', { field: 'definition' }],
  ['data[2].value', { field: 'data' }],
  ['languages[0].language', { language: 'zh', field: 'language' }],
  ['languages[1].terms', { language: 'en', field: 'terms' }],
  ['languages[1].terms[0].note', { language: 'en', term: 'ball valve', field: 'note' }],
  ['languages.1.terms.0.note', { language: 'en', term: 'ball valve', field: 'note' }],
  ['languages[1].terms[1].context', { language: 'en', term: '', field: 'context' }],
  ['languages[7].terms[0].note', { field: 'note' }],
])('%s', (path, place) => {
  expect(faultPlace(path, sections)).toEqual(place)
})
