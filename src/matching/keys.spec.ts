import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { normaliseTerm } from './index.js'

describe('normaliseTerm', () => {
  test.each([
    ['ＳＣＯ', 'SCO', 'zh'],
    ['上海合作組織', '上海合作组织', 'zh-Hant'],
    ['裡', '里', 'zh'],
    ['爲', '为', 'zh'],
    ['people’s', "people's", 'en'],
    ['Covid–19', 'COVID-19', 'en'],
    ['oﬃce', 'office', 'en'],
    ['Straße', 'STRASSE', 'de'],
    ['co\u00ADop', 'coop', 'en'],
    ['cafe\u0301', 'café', 'fr'],
    ['  ball \u00A0 valve ', 'ball valve', 'en'],
    ['ｶﾞｽ', 'ガス', 'ja'],
    ['각', '\u1100\u1161\u11A8', 'ko'],
    ['ΣΟΦΟΣ', 'σοφος', 'el'],
  ])('%j and %j are one term', (one, another, language) => {
    expect(normaliseTerm(one, language)).toBe(normaliseTerm(another, language))
  })
  test('Japanese keeps its own characters', () => {
    expect(normaliseTerm('協力', 'ja')).toBe('協力')
    expect(normaliseTerm('協力', 'zh')).toBe('协力')
  })
  test('applied twice, it changes nothing', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(text, fc.constantFrom('zh', 'en', 'ja'), (term, language) => {
        const key = normaliseTerm(term, language)
        expect(normaliseTerm(key, language)).toBe(key)
      }),
      { numRuns: 3000 },
    )
  })
})
