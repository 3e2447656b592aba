import { describe, expect, it } from '@jest/globals'
import { compileDictionary } from './compile-dictionary.js'
import { dictionaryFrom, emptyDictionary } from './dictionary.js'
import { numberOf, sameNumber } from './numbers.js'
import { wordSupport } from './prior.js'

describe('a number', () => {
  it.each<[string, number | null]>([
    ['三百五十', 350],
    ['二〇一九', 2019],
    ['十', 10],
    ['十二', 12],
    ['一万二千', 12_000],
    ['三亿', 300_000_000],
    ['1,200', 1200],
    ['4.6亿', 460_000_000],
    ['1500万', 15_000_000],
    ['3.14', 3.14],
    ['合作', null],
    ['', null],
  ])('%s', (text, value) => expect(numberOf(text)).toBe(value))

  it.each<[english: string, chinese: string, worth: number]>([
    ['24th', '24日', 1],
    ['22', '22日', 1],
    ['first', '第一', 1],
    ['April', '四月份', 1],
    ['may', '5月', 1],
    ['2019', '二〇一九年', 1],
    ['15', '1500万', 0.8],
    ['million', '1500万', 0.5],
    ['billion', '1500万', 0],
    ['April', '5月', 0],
    ['ball', '第一', 0],
    ['two', '日', 0],
  ])('%s ↔ %s', (english, chinese, worth) => expect(sameNumber(english, chinese)).toBe(worth))
})

describe('support of two words', () => {
  const dictionary = dictionaryFrom(
    compileDictionary([
      { simplified: '合作', english: ['to cooperate'] },
      { simplified: '去年', english: ['last year'] },
      { simplified: '美洲', english: ['America'] },
    ]),
  )
  const zhEn = wordSupport({ source: 'zh', target: 'en' }, dictionary)

  it('is the same whichever side is asked', () => {
    const enZh = wordSupport({ source: 'en', target: 'zh' }, dictionary)
    for (const [chinese, english] of [
      ['合作', 'cooperation'],
      ['去年', 'year'],
      ['北京', 'Beijing'],
      ['。', '.'],
    ] as const) {
      expect(zhEn(chinese, english)).toBeGreaterThan(0)
      expect(enZh(english, chinese)).toBe(zhEn(chinese, english))
    }
  })

  it.each<[string, string, string]>([
    ['a gloss of one word says more than one of two', '合作 cooperate', '去年 year'],
    ['the word itself says more than a derivation', '合作 cooperate', '美洲 American'],
    ['the word says more than its part', '合作 cooperate', '合作社 cooperate'],
    ['a reading says more than nothing', '习近平 Jinping', '习近平 Peter'],
  ])('%s', (_, more, less) => {
    const [supportOfMore, supportOfLess] = [more, less].map((pair) => zhEn(...(pair.split(' ') as [string, string])))
    expect(supportOfMore).toBeGreaterThan(supportOfLess!)
  })

  it.each<[japanese: string, english: string]>([
    ['北京', 'Beijing'],
    ['合作', 'cooperate'],
    ['よしみつ', 'Yoshimitsu'],
    ['きょうと', 'Kyoto'],
    ['シャトル', 'shatoru'],
    ['とっきょ', 'tokkyo'],
    ['1368年', '1368'],
  ])('knows %s of Japanese by kanji, kana or number', (japanese, english) => {
    const jaEn = wordSupport({ source: 'ja', target: 'en' }, dictionary)
    const enJa = wordSupport({ source: 'en', target: 'ja' }, dictionary)
    expect(jaEn(japanese, english)).toBeGreaterThan(0)
    expect(enJa(english, japanese)).toBe(jaEn(japanese, english))
    expect(jaEn(japanese, 'valve')).toBe(0)
  })

  it('sees cognates and equal text in any pair of languages', () => {
    const enEs = wordSupport({ source: 'en', target: 'es' }, emptyDictionary)
    expect(enEs('information', 'información')).toBeGreaterThan(0.3)
    expect(enEs('SCO', 'SCO')).toBe(1)
    expect(enEs('dog', 'gato')).toBe(0)
  })
})
