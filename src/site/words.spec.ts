import { expect, test } from '@jest/globals'
import { chosenLanguage, sayValue, speech, vocabularies, type Word } from './words.js'

const words = Object.keys(vocabularies.en) as Word[]
const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted().join(' ')

test('both languages leave the same gaps', () => {
  expect(words.filter((word) => gaps(vocabularies.en[word]) !== gaps(vocabularies.zh[word]))).toEqual([])
})

test('nothing is left in English on Chinese pages', () => {
  expect(words.filter((word) => !/\p{Script=Han}/u.test(vocabularies.zh[word]))).toEqual([])
})

test.each([
  ['zh', 'en', 'zh'],
  [undefined, 'de, en;q=0.5, zh-CN;q=0.8', 'zh'],
  [undefined, 'fr', 'en'],
  ['constructor', undefined, 'en'],
  [undefined, undefined, 'en'],
])('?ui=%s and Accept-Language: %s give %s', (asked, accepted, wanted) => {
  expect(chosenLanguage(asked, accepted)).toBe(wanted)
})

test('gaps are filled, names of picklists said, other values left alone', () => {
  const { say, nameOf } = speech('zh')
  expect(say('release', { number: 3 })).toBe('版本 3')
  expect(nameOf('zh-Hant')).toBe('繁体中文')
  expect(sayValue(speech('en'), 'properNoun')).toBe('proper noun')
  expect(sayValue(speech('en'), 'particle')).toBe('particle')
})
