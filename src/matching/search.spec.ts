import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildMatcher, type SearchMode } from './index.js'
import { keysNear } from './spelling.js'
import { keyAt } from './sorted-keys.js'
import { buildTrie } from './trie.js'

function search(language: string, terms: string[], text: string, mode: SearchMode): [string, string][] {
  const matcher = buildMatcher(terms.map((term) => ({ id: term, text: term, language })))
  return matcher.search(text, { mode }).map(({ id, way }) => [id, way])
}

const chinese = ['上海合作组织', '上海', '合作组织', '中国', '重庆']
const english = ['Shanghai Cooperation Organization', 'cooperation', 'ball valve', 'valve', 'café', 'SCO']

describe('searching terms', () => {
  test.each<{ language: string; terms: string[]; text: string; mode: SearchMode; found: [string, string][] }>([
    { language: 'zh', terms: chinese, text: '上海合作組織', mode: 'exact', found: [['上海合作组织', 'exact']] },
    { language: 'zh', terms: chinese, text: '上', mode: 'exact', found: [] },
    {
      language: 'zh',
      terms: chinese,
      text: '上',
      mode: 'prefix',
      found: [
        ['上海', 'prefix'],
        ['上海合作组织', 'prefix'],
      ],
    },
    { language: 'zh', terms: chinese, text: '国', mode: 'fuzzy', found: [['中国', 'inside']] },
    { language: 'zh', terms: chinese, text: 'shhzzz', mode: 'fuzzy', found: [['上海合作组织', 'initials']] },
    { language: 'zh', terms: chinese, text: 'cq', mode: 'fuzzy', found: [['重庆', 'initials']] },
    { language: 'zh', terms: chinese, text: '上海合做组织', mode: 'fuzzy', found: [['上海合作组织', 'spelling']] },
    { language: 'zh', terms: chinese, text: '上海作合组织', mode: 'fuzzy', found: [['上海合作组织', 'spelling']] },
    { language: 'en', terms: english, text: 'sco', mode: 'exact', found: [['SCO', 'exact']] },
    { language: 'en', terms: english, text: 'valves', mode: 'fuzzy', found: [['valve', 'inflection']] },
    { language: 'en', terms: english, text: 'cafe', mode: 'fuzzy', found: [['café', 'spelling']] },
    { language: 'en', terms: english, text: 'coopreatoin', mode: 'fuzzy', found: [['cooperation', 'spelling']] },
    {
      language: 'en',
      terms: english,
      text: 'valve',
      mode: 'fuzzy',
      found: [
        ['valve', 'exact'],
        ['ball valve', 'inside'],
      ],
    },
    { language: 'en', terms: english, text: 'xyz', mode: 'fuzzy', found: [] },
    { language: 'en', terms: english, text: ' ', mode: 'fuzzy', found: [] },
  ])('$mode $text', ({ language, terms, text, mode, found }) => {
    expect(search(language, terms, text, mode)).toEqual(found)
  })

  test('a slip in the first Chinese character, or one too many before it, is found as well', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('上海合作组')), minLength: 3, maxLength: 5 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), word, (terms, wanted) => {
        const matcher = buildMatcher(terms.map((text) => ({ id: text, text, language: 'zh' })))
        const near = matcher.search(wanted, { mode: 'fuzzy', limit: 100 }).map(({ id }) => id)
        // What begins with the search, or holds it, is found in that way.
        for (const term of terms) if (alignment(term, wanted) <= 1) expect(near).toContain(term)
      }),
      { numRuns: 500 },
    )
  })

  test('the limit keeps the nearest', () => {
    const matcher = buildMatcher(['aa', 'aaaa', 'aaa'].map((text) => ({ id: text, text, language: 'en' })))
    expect(matcher.search('a', { mode: 'prefix', limit: 2 }).map(({ id }) => id)).toEqual(['aa', 'aaa'])
  })
})

test('near keys are those whose optimal string alignment says so', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, fc.constantFrom(1, 2), (words, wanted, allowed) => {
      const trie = buildTrie(words.toSorted())
      const found = new Map<string, number>()
      keysNear(trie, wanted, { allowed, anchored: false }, (key, slips) => found.set(keyAt(trie, key), slips))
      const expected = words
        .map((each) => [each, alignment(each, wanted)] as const)
        .filter(([, slips]) => slips <= allowed)
      expect(found).toEqual(new Map(expected))
    }),
    { numRuns: 1000 },
  )
})

/** Optimal string alignment by its definition. */
function alignment(one: string, other: string): number {
  if (!one || !other) return one.length + other.length
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)]
  const wrong = one.at(-1) === other.at(-1) ? 0 : 1
  const ways = [alignment(a, other) + 1, alignment(one, b) + 1, alignment(a, b) + wrong]
  const swapped = one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
  if (swapped) ways.push(alignment(a.slice(0, -1), b.slice(0, -1)) + 1)
  return Math.min(...ways)
}
