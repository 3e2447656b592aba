import { describe, expect, it } from '@jest/globals'
import { chooseAmong } from './choose.js'

describe('choices', () => {
  it('share a term among its answers, and an answer among its terms', () => {
    // bank = 银行 (2), bank = 岸 (0); shore = 岸 (1)
    const { choice, choiceBack, first, firstBack } = chooseAmong({
      groups: [0, 2, 3],
      answers: [0, 1, 1],
      utility: [2, 0, 1],
    })
    const softmax = (one: number, other: number) => 1 / (1 + Math.exp(other - one))
    expect([...choice]).toEqual([softmax(2, 0), softmax(0, 2), 1].map((share) => expect.closeTo(share, 12)))
    expect([...choiceBack]).toEqual([1, softmax(0, 1), softmax(1, 0)].map((share) => expect.closeTo(share, 12)))
    expect([...first]).toEqual([1, 0, 1])
    expect([...firstBack]).toEqual([1, 0, 1])
  })
})
