import { expect, test } from '@jest/globals'
import { problemText } from './problem-text.js'
import * as zh from './problems.zh.js'

test('a sentence of the server is said in Chinese, its gaps filled', () => {
  expect(problemText('You are not signed in.', zh)).toBe('您尚未登录。')
  expect(problemText('The file has 12 bytes; at most 10 are read.', zh)).toBe('文件有 12 字节，最多读取 10 字节。')
  expect(problemText('Ann has decided this candidate meanwhile: reject.', zh)).toBe(
    'Ann 其间已对此候选作出决定：否决。',
  )
  expect(problemText('“SCO” does not stand in the segment “a b”.', zh)).toBe('句段“a b”中没有“SCO”。')
  expect(problemText('name must be shorter than or equal to 80 characters', zh)).toBe('name 最多 80 个字符')
})

test('the most particular sentence is meant, and none is made up', () => {
  expect(problemText('report.txt is empty.', zh)).toBe('report.txt 为空。')
  expect(problemText('The file is empty.', zh)).toBe('文件为空。')
  expect(problemText('The file is not well-formed XML: Unclosed tag. "b" of line 2 is still open.', zh)).toBe(
    '文件不是格式正确的 XML：Unclosed tag. 第 2 行的“b”尚未关闭。',
  )
  expect(problemText('Nobody ever said this.', zh)).toBeNull()
  expect(problemText('A cell has more than 10 characters.', zh)).toBe('有单元格超过 10 个字符。')
})
