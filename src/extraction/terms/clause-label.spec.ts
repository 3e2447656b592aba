import { describe, expect, it } from '@jest/globals'
import { languageOf } from '../languages/index.js'
import { clauseLabelEnd } from './clause-label.js'

describe('the label of a clause', () => {
  it.each([
    ['en', 'Article 13|Critical infrastructure operators shall store data.'],
    ['en', 'Section 4.2:|Reports'],
    ['en', 'CHAPTER IV|Penalties'],
    ['en', '(a)|the name of the bank'],
    ['en', '2.|Commercial banks shall report.'],
    ['en', '3.1.2|Scope'],
    ['zh', '第十三条|关键信息基础设施运营者应当'],
    ['zh', '一、|境内银行可以'],
    ['zh', '（二）|资本充足率'],
    ['zh', '2.|商业银行'],
    ['de', '(b)|die Kugelventile'],
  ])('%s: %s', (language, marked) => {
    const [label, rest] = marked.split('|') as [string, string]
    const text = language === 'zh' ? label + rest : `${label} ${rest}`
    expect(clauseLabelEnd(text, languageOf(language))).toBe(label.length)
  })

  it.each([
    ['en', 'Article 13 of the Law applies.'],
    ['en', 'Articles of association'],
    ['en', '5G networks grow.'],
    ['en', '3.5 percent of banks'],
    ['en', 'A bank shall report.'],
    ['en', 'Chapter 7'],
    ['zh', '第三方支付机构'],
    ['zh', '一带一路倡议'],
    ['zh', '2019年'],
    ['zh', '第十三条规定的银行'],
  ])('%s: %s has none', (language, text) => {
    expect(clauseLabelEnd(text, languageOf(language))).toBe(0)
  })
})
