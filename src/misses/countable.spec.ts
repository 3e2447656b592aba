import { expect, test } from '@jest/globals'
import { countable } from './countable.js'

const zhEn = { source: 'zh-Hans', target: 'en-GB' }

test('spellings of one term are one miss', () => {
  expect(countable(' ＳＣＯ ', zhEn)).toEqual({
    key: 'sco',
    text: 'ＳＣＯ',
    sourceLanguage: 'zh',
    targetLanguage: 'en',
    segment: null,
  })
  expect(countable('上海合作組織', zhEn)?.key).toBe(countable('上海合作组织', zhEn)?.key)
})

test.each([
  ['a mail address', 'someone@example.org'],
  ['a web address', 'https://example.org/x'],
  ['a number', '12 345'],
  ['a telephone number', 'tel 139 1234 5678'],
  ['an identity card', '11010119900307123X'],
  ['a passage', 'x'.repeat(101)],
  ['nothing', ' \u200b '],
  ['signs', '…'],
])('%s is never counted', (_, text) => expect(countable(text, zhEn)).toBeNull())

test.each(['5G', 'COVID-19', 'ISO 9001', '38军'])('%s is counted', (text) => {
  expect(countable(text, zhEn)?.text).toBe(text)
})

test('a segment that comes along is kept, but no more of it than is needed', () => {
  expect(countable('球阀', zhEn, ' 更换球阀。 ')?.segment).toBe('更换球阀。')
  expect(countable('球阀', zhEn, '球'.repeat(5000))?.segment).toHaveLength(1000)
})
