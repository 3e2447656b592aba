import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Numbering } from './numbering.js'
import { SpanIndex } from './span-index.js'

describe('numbering', () => {
  it('agrees with a map, whatever comes', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.nat(40))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3000 }), (pairs) => {
        const numbering = new Numbering()
        const map = new Map<string, number>()
        for (const [first, second] of pairs) {
          const key = `${first} ${second}`
          expect(numbering.find(first, second)).toBe(map.get(key) ?? -1)
          if (!map.has(key)) map.set(key, map.size)
          expect(numbering.number(first, second)).toBe(map.get(key))
        }
        expect(numbering.size).toBe(map.size)
      }),
      { numRuns: 30 },
    )
  })
})

describe('spans', () => {
  it('give their words back, and know what they begin and end with', () => {
    const words = fc.array(fc.nat(5), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (sequences) => {
        const spans = new SpanIndex()
        const nodes = sequences.map((sequence) => spans.intern(sequence, 0, sequence.length))
        for (const [at, sequence] of sequences.entries()) {
          expect(spans.wordsOf(nodes[at]!)).toEqual(sequence)
          expect(spans.wordsOf(spans.parent(nodes[at]!))).toEqual(sequence.slice(0, -1))
          const tail = spans.tail(nodes[at]!)
          if (tail >= 0) expect(spans.wordsOf(tail)).toEqual(sequence.slice(1))
          else expect(sequences.some((other) => sequence.slice(1).every((word, i) => other[i] === word))).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})
