import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { tokeniserOf } from './tokenise.js'

const cut = (language: string, text: string, words: string[] = []) =>
  tokeniserOf(language, { words })(text).map((token) => token.text)

describe('tokens', () => {
  it.each([
    ['zh', '感染SARS-CoV-2的成員國', ['感染', 'SARS-CoV-2', '的', '成员国']],
    ['en', 'The state-of-the-art counter-terrorism plan', ['The', 'state-of-the-art', 'counter-terrorism', 'plan']],
    ['fr', "l'accord d'une", ["l'", 'accord', "d'", 'une']],
    ['de', 'Das Kugelventil leckt.', ['Das', 'Kugelventil', 'leckt', '.']],
  ])('of %s: %s', (language, text, expected) => {
    expect(cut(language, text)).toEqual(expected)
  })

  it('leave words of grammar outside of what the segmenter guesses', () => {
    expect(cut('zh', '需要由垃圾回收器来打破')).toContain('来')
    expect(cut('zh', '在一个记忆元里存储')).toContain('里')
  })

  it('do not cut words that the caller knows', () => {
    expect(cut('zh', '协调机制会议', ['协调机制会议'])).toEqual(['协调机制会议'])
  })

  it('tag what a tagger knows', () => {
    const tags = tokeniserOf('en')('They discussed joint exercises').map(({ tag }) => tag)
    expect(tags).toEqual(['PRON', 'VERB', 'ADJ', 'NOUN'])
  })

  it.each([
    ['Banks may open accounts', 'open'],
    ['Operators shall also store data', 'store'],
    ['They must not open doors', 'open'],
  ])('take what follows a modal for a verb: %s', (text, verb) => {
    expect(tokeniserOf('en')(text).find((token) => token.text === verb)?.tag).toBe('VERB')
  })

  it.each(['zh', 'en', 'fr', 'ja'])('stand in order, inside the text, and are spelled as it is: %s', (language) => {
    const tokenise = tokeniserOf(language)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('反恐', 'SCO', ' ', '。', 'the ', "l'accord", 'co-op', '12.5%', '😀', '(', '条'), {
          maxLength: 15,
        }),
        (pieces) => {
          const text = pieces.join('')
          let last = 0
          for (const token of tokenise(text)) {
            expect(token.start).toBeGreaterThanOrEqual(last)
            expect(token.text.replaceAll(/[-‐‑–]/g, '-')).toBe(
              text.slice(token.start, token.end).replaceAll(/[-‐‑–]/g, '-'),
            )
            last = token.end
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})
