import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildMatcher, normaliseTerm } from './index.js'
import { isBoundary, isGlued } from './boundaries.js'
import { capitalsOf, keyOf, readText } from './reading.js'
import { keyAt } from './sorted-keys.js'
import { buildTrie, walk } from './trie.js'

/** A small alphabet makes terms meet, overlap and contain one another. */
const chinese = fc.string({
  unit: fc.constantFrom(...Array.from('上海合作组织國国的SCO s')),
  minLength: 1,
  maxLength: 6,
})
const chineseText = fc.string({ unit: fc.constantFrom(...Array.from('上海合作组织國国的ＳSCO s，')), maxLength: 40 })

test('every term is found wherever its key stands between boundaries, and nowhere else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(chinese, { maxLength: 12 }), chineseText, (terms, text) => {
      // Capitals are a matter of their own; here every term is of one kind.
      const given = terms.map((term) => term.toLowerCase()).map((text, id) => ({ id, text, language: 'zh' }))
      const found = buildMatcher(given)
        .match(text, { overlap: 'all' })
        .flatMap(({ start, end, ids }) => ids.map((id) => `${id} ${start} ${end}`))
      expect(found.sort()).toEqual(naiveMatches(given, text).sort())
    }),
    { numRuns: 1000 },
  )
})

function naiveMatches(terms: { id: number; text: string }[], text: string): string[] {
  const reading = readText(text, { simplify: true })
  const read = keyOf(reading)
  return terms.flatMap(({ id, text }) => {
    const key = normaliseTerm(text, 'zh')
    if (!key) return []
    const places: string[] = []
    for (let at = read.indexOf(key); at >= 0; at = read.indexOf(key, at + 1)) {
      const end = at + key.length
      const { units, length } = reading
      const whole =
        isBoundary(units, length, at) &&
        isBoundary(units, length, end) &&
        !isGlued(units, length, { start: at, end, isCapital: capitalsOf(reading, text) })
      if (whole) places.push(`${id} ${reading.starts[at]} ${reading.ends[end - 1]}`)
    }
    return places
  })
}

const words = fc.array(fc.constantFrom('a', 'ab', 'aba', 'ba', 'b', 'bab'), { minLength: 1, maxLength: 4 })
const spaced = words.map((each) => each.join(' '))
const spacedText = fc
  .array(fc.tuple(words, fc.constantFrom(' ', ', ', ' (', ') ', '—', '上', 'c')), { maxLength: 8 })
  .map((parts) => parts.map(([each, sign]) => each.join(' ') + sign).join(''))

test('in a language with spaces, exact forms stand where no letter touches them, and nowhere else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(spaced, { maxLength: 8 }), spacedText, (terms, text) => {
      const given = terms.map((text, id) => ({ id, text, language: 'en', exactForm: true }))
      const found = buildMatcher(given).match(text, { overlap: 'all' })
      const expected = given.flatMap(({ id, text: term }) =>
        [...text.matchAll(new RegExp(`(?<![a-z])(?=${term}(?![a-z]))`, 'g'))].map(({ index }) => `${id} ${index}`),
      )
      expect(found.flatMap(({ start, ids }) => ids.map((id) => `${id} ${start}`)).sort()).toEqual(expected.sort())
      for (const { start, end, ids } of found) for (const id of ids) expect(text.slice(start, end)).toBe(terms[id])
    }),
    { numRuns: 500 },
  )
})

test('the longest matches do not overlap, and every sure match is one of them or touches one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(chinese, { maxLength: 12 }), chineseText, (terms, text) => {
      const matcher = buildMatcher(terms.map((text, id) => ({ id, text, language: 'zh' })))
      const longest = matcher.match(text)
      const distinct = [...new Map(longest.map((match) => [`${match.start} ${match.end}`, match])).values()]
      distinct.slice(1).forEach((match, index) => expect(match.start).toBeGreaterThanOrEqual(distinct[index]!.end))
      for (const { start, end } of matcher.match(text, { overlap: 'all' }))
        expect(longest.some((match) => match.start < end && start < match.end)).toBe(true)
    }),
  )
})

test('offsets point at what is said to stand there', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(chinese, { maxLength: 8 }),
      fc.string({ unit: 'binary' }),
      chineseText,
      (terms, noise, text) => {
        const whole = noise + text
        for (const match of buildMatcher(terms.map((text, id) => ({ id, text, language: 'zh' }))).match(whole))
          expect(whole.slice(match.start, match.end)).toBe(match.text)
      },
    ),
  )
})

test('the trie finds exactly the keys that begin at a place', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('abc')), minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, text) => {
      const trie = buildTrie(words.toSorted())
      const found: string[] = []
      const units = Uint16Array.from(text, (letter) => letter.charCodeAt(0))
      walk(trie, units, 0, units.length, (key, end) => {
        expect(keyAt(trie, key)).toHaveLength(end)
        found.push(keyAt(trie, key))
      })
      expect(found.sort()).toEqual(words.filter((each) => text.startsWith(each)).sort())
    }),
    { numRuns: 1000 },
  )
})
