import { describe, expect, it } from '@jest/globals'
import { explain } from './explain.js'
import { featureNames, type Features } from './features.js'

const features = (some: Partial<Features>): Features => ({
  ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as Features),
  ...some,
})

describe('the sentence that explains a pair', () => {
  it('says what the numbers say, in both languages of the screens', () => {
    const seen = features({ shareOfTerm: 0.9, shareOfAnswer: 0.95, bothCovered: 0.9, dictionaryParts: 0.75 })
    expect(explain({ source: '供应链', target: 'supply chain', count: 12, features: seen })).toEqual({
      en: 'Together in 12 places, hardly ever otherwise; a dictionary supports 75% of its parts; word by word the two account for each other.',
      zh: '共同出现 12 次，几乎没有其他译法；词典支持其组成部分的 75%；逐词对齐，两边完全对应。',
    })
  })

  it('names the text as its witness for an abbreviation', () => {
    const abbreviation = { short: 'QCCM', long: 'Quadrilateral Mechanism', isSaidByText: true }
    expect(
      explain({ source: '四国机制', target: 'Quadrilateral Mechanism', count: 1, features: features({}), abbreviation })
        .en,
    ).toBe('The text itself says that QCCM is short for “Quadrilateral Mechanism”; together in one place.')
  })

  it('does not hide a doubt', () => {
    const doubtful = features({ bothCovered: 0.1, termInLonger: 1 })
    expect(explain({ source: '特', target: 'Hong', count: 1, features: doubtful }).en).toMatch(
      /alignment is weak here; it nearly always stands inside a longer expression/,
    )
  })
})
