import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { longestTerm, taggedSpans } from './candidate-spans.js'
import { isContent, WordClass } from './word-classes.js'

/** Letters for classes: n(oun) a(djective) p(articiple) v(erb) o(f) t(he) & ( ) , and g(rammar). */
const classes: Record<string, number> = {
  n: WordClass.noun,
  a: WordClass.adjective,
  p: WordClass.participle,
  v: WordClass.verb,
  o: WordClass.connector,
  '&': WordClass.coordinator,
  t: WordClass.article,
  g: WordClass.grammar,
  '(': WordClass.opening,
  ')': WordClass.closing,
  ',': WordClass.wall,
}

const spansOf = (pattern: string): string[] => {
  const letters = [...pattern]
  return taggedSpans(letters.map((letter) => classes[letter]!)).map(({ start, end }) =>
    letters.slice(start, end).join(''),
  )
}

describe('stretches that have the shape of a term', () => {
  it('are noun phrases, whole and in part', () => {
    expect(spansOf('ann')).toEqual(['a', 'an', 'ann', 'n', 'nn', 'n'])
  })

  it('hold connectors, never at an edge', () => {
    expect(spansOf('nontg')).toEqual(['n', 'non', 'n'])
  })

  it('hold a short bracket that the term goes on after', () => {
    expect(spansOf('n(n)n')).toContain('n(n)n')
    expect(spansOf('n(n)g')).not.toContain('n(n)')
    expect(spansOf('n(nnnnnn)n')).not.toContain('n(nnnnnn)n')
    expect(spansOf('n(n,n)n')).not.toContain('n(n,n)n')
  })

  it('take what ends the phrase after an adjective for its noun: fixed pay, the common cold', () => {
    expect(spansOf('pvg')).toContain('pv')
    expect(spansOf('aag')).toContain('aa')
    expect(spansOf('nvg')).not.toContain('nv')
  })

  it('never open with grammar, cross a clause mark, hold half a bracket or grow too long', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(classes)), { maxLength: 40 }), (sentence) => {
        for (const { start, end } of taggedSpans(sentence)) {
          const span = sentence.slice(start, end)
          expect(isContent(span[0]!)).toBe(true)
          expect(span).not.toContain(WordClass.wall)
          const count = (wordClass: number) => span.filter((one) => one === wordClass).length
          expect(count(WordClass.opening)).toBe(count(WordClass.closing))
          expect(span.length).toBeLessThanOrEqual(longestTerm.tokens)
        }
      }),
    )
  })
})
