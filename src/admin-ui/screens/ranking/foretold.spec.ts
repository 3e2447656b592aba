import { describe, expect, it } from '@jest/globals'
import { foretold } from './foretold.js'

const levels = Array.from({ length: 100 }, (_, at) => ({ candidates: 1234 - at * 10, expectedRight: 617 - at }))

describe('what the slider foretells', () => {
  it('is said roughly: it is a forecast', () => {
    expect(foretold(levels, 0)).toEqual({ count: 1200, right: 5 })
    expect(foretold(levels, 70)).toEqual({ count: 530, right: 10 })
    expect(foretold([{ candidates: 57, expectedRight: 45.9 }], 0)).toEqual({ count: 57, right: 8 })
  })

  it('is nothing of an empty queue, and unknown until the server has answered', () => {
    expect(foretold([{ candidates: 0, expectedRight: 0 }], 0)).toEqual({ count: 0, right: 0 })
    expect(foretold(undefined, 50)).toEqual({ count: undefined, right: 0 })
  })

  it('takes no score beyond the last level', () => {
    expect(foretold(levels, 250)).toEqual(foretold(levels, 99))
  })
})
