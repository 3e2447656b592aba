import { describe, expect, it } from '@jest/globals'
import { classifierOf } from './classify.js'
import { WordClass } from './word-classes.js'

const nameOf = (wordClass: number) => Object.entries(WordClass).find(([, value]) => value === wordClass)?.[0]
const classed = (language: string, text: string, tag: string, isStopWord = false) =>
  nameOf(classifierOf(language)({ text, tag }, isStopWord))

describe('what a word can do inside a term', () => {
  it.each([
    ['内部', 'f', 'adjective'],
    ['持续', 'd', 'adverb'],
    ['亦', 'd', 'grammar'],
    ['经营', 'vn', 'noun'],
    ['经营', 'v', 'verb'],
    ['自我', 'r', 'adjective'],
    ['份', 'q', 'number'],
    ['未', 'd', 'prefix'],
    ['（', 'x', 'opening'],
    ['）', 'x', 'closing'],
    ['，', 'x', 'wall'],
  ])('%s tagged %s is %s', (text, tag, expected) => {
    expect(classed('zh', text, tag)).toBe(expected)
  })

  it.each([
    ['Ye', 'PRON', 'noun'],
    ['55th', 'PRON', 'adjective'],
    ['charge-off', 'ADP', 'adjective'],
    ['outside', 'ADP', 'connector'],
    ['upon', 'ADP', 'grammar'],
    ['Drawing', 'VERB', 'participle'],
    ['frozen', 'VERB', 'adjective'],
    ['strengthen', 'VERB', 'verb'],
    ['(', 'PUNCT', 'opening'],
  ])('%s tagged %s is %s', (text, tag, expected) => {
    expect(classed('en', text, tag)).toBe(expected)
  })

  it('takes words of grammar for grammar whatever the tagger says', () => {
    expect(classed('zh', '进行', 'v', true)).toBe('grammar')
    expect(classed('en', 'this', 'DET', true)).toBe('grammar')
  })
})
