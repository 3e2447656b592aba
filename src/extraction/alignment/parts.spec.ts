import { describe, expect, it } from '@jest/globals'
import { learnAlignment } from './learn.js'
import { numberParts, partsIn } from './parts.js'

describe('what a word is made of', () => {
  it('is its characters where the language has no spaces, each once', () => {
    expect(partsIn('zh')('国防部')).toEqual(['国', '防', '部'])
    expect(partsIn('zh-Hant')('人人')).toEqual(['人'])
    expect(partsIn('zh')('SCO')).toEqual([])
  })

  it('is its beginning elsewhere', () => {
    expect(['nationality', 'National', 'nati', '2,024'].map(partsIn('en'))).toEqual([['nati'], ['nati'], [], []])
  })

  it('is numbered, the same part with the same number', () => {
    const { starts, parts, count } = numberParts(['国防', '防'], partsIn('zh'))
    expect([[...starts], [...parts], count]).toEqual([[0, 2, 3], [0, 1, 1], 2])
  })
})

describe('a word that stands once', () => {
  const pairs = [
    ['国防 预算', 'defence budget'],
    ['国防 开支', 'defence spending'],
    ['边防 开支', 'border spending'],
    ['边防 预算', 'border budget'],
    // Nothing but its characters tells which of the two is which.
    ['国防部 卡车', 'lorry defence'],
  ].map(([source, target]) => ({ source: source!.split(' '), target: target!.split(' ') }))
  const words = {
    source: [...new Set(pairs.flatMap(({ source }) => source))],
    target: [...new Set(pairs.flatMap(({ target }) => target))],
  }
  const learn = (isTold: boolean) =>
    learnAlignment(
      pairs.map(({ source, target }) => ({
        source: Int32Array.from(source, (word) => words.source.indexOf(word)),
        target: Int32Array.from(target, (word) => words.target.indexOf(word)),
      })),
      {
        sourceVocabulary: words.source.length,
        targetVocabulary: words.target.length,
        parts: isTold
          ? {
              source: numberParts(words.source, partsIn('zh')),
              target: numberParts(words.target, partsIn('en')),
            }
          : undefined,
      },
    )

  it('is told by others with its characters', async () => {
    const [told, alone] = [(await learn(true)).posterior(4), (await learn(false)).posterior(4)]
    const [lorry, defence] = [0, 1]
    expect(told[defence]).toBeGreaterThan(alone[defence]! + 0.05)
    expect(told[lorry]).toBeLessThan(alone[lorry]! - 0.05)
  })
})
