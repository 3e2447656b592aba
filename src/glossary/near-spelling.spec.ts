import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { distanceInside, errorsAllowed, intactPieces } from './near-spelling.js'

describe('a misspelt query', () => {
  test.each([
    ['valve', 'ballvalve', 0],
    ['vavle', 'ballvalve', 1],
    ['defence', 'nationaldefense', 1],
    ['organistion', 'organisation', 1],
    ['helicoptr', 'helicopters', 1],
    ['pump', 'valve', null],
  ])('%s stands in %s with %s errors', (key, text, errors) => {
    expect(distanceInside(key, text, 2)).toBe(errors)
  })

  test('may be wrong in words of some length, and never in Chinese', () => {
    expect(['sco', 'valve', 'organisation', '上海合作组织', 'ball阀'].map(errorsAllowed)).toEqual([0, 1, 2, 0, 0])
  })

  const letters = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 4, maxLength: 7 })

  test('keeps one of its pieces intact, whatever the one error is', () => {
    fc.assert(
      fc.property(letters, fc.nat(6), fc.constantFrom('swap', 'lose', 'add', 'mistake'), (word, place, kind) => {
        const at = place % (word.length - 1)
        const [a, b] = [word[at]!, word[at + 1]!]
        const wrong = {
          swap: word.slice(0, at) + b + a + word.slice(at + 2),
          lose: word.slice(0, at) + word.slice(at + 1),
          add: word.slice(0, at) + 'x' + word.slice(at),
          mistake: word.slice(0, at) + 'x' + word.slice(at + 1),
        }[kind]
        expect(distanceInside(word, wrong, 1)).not.toBeNull()
        // Where a piece of the query is a single letter it is no help, and the others must do.
        if (word.length > 4) expect(intactPieces(word, 1).some((piece) => wrong.includes(piece))).toBe(true)
      }),
    )
  })
})
