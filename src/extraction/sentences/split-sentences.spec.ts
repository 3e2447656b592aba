import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { splitSentences } from './split-sentences.js'

const cut = (language: string, text: string) =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end))

describe('sentences end', () => {
  it.each([
    [
      'zh',
      '和平是愿望。发展是主题！对吗？“好。”他说。',
      ['和平是愿望。', '发展是主题！', '对吗？', '“好。”', '他说。'],
    ],
    ['zh', '第一行\n第二行', ['第一行', '第二行']],
    [
      'en',
      'It rose 3.5 per cent. Mr. Smith of the U.S. Navy agreed. Did he?',
      ['It rose 3.5 per cent.', 'Mr. Smith of the U.S. Navy agreed.', 'Did he?'],
    ],
    [
      'en',
      'See Fig. 3 and J. R. Doe, e.g. here. "Yes." He left.',
      ['See Fig. 3 and J. R. Doe, e.g. here.', '"Yes."', 'He left.'],
    ],
    ['de', 'Am 3. Oktober kam z. B. Dr. Weiß. Er blieb.', ['Am 3. Oktober kam z. B. Dr. Weiß.', 'Er blieb.']],
    ['ru', 'Это т. е. так. Да!', ['Это т. е. так.', 'Да!']],
    ['ja', 'これは文です。次の文です。', ['これは文です。', '次の文です。']],
  ])('in %s: %s', (language, text, expected) => {
    expect(cut(language, text)).toEqual(expected)
  })

  it.each(['zh', 'en', 'ja'])('and lose nothing but white space: %s', (language) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('合作', '。', '. ', 'Mr.', ' It', '\n', '！', '3.5', '”', ' '), { maxLength: 30 }),
        (pieces) => {
          const text = pieces.join('')
          expect(cut(language, text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        },
      ),
    )
  })
})
