import { expect, test } from '@jest/globals'
import { pairFiles } from './pair-files.js'

const paired = (...names: string[]): string[] =>
  pairFiles(
    names.map((name) => ({ name })),
    { source: 'zh', target: 'en' },
  ).map(({ file, targetFile }) => [file.name, targetFile?.name].filter(Boolean).join(' + '))

test.each([
  [['report.en.docx', 'report.zh.docx'], ['report.zh.docx + report.en.docx']],
  [['corpus.zh', 'corpus.en'], ['corpus.zh + corpus.en']],
  [['a_zh-CN.txt', 'a_en-US.txt'], ['a_zh-CN.txt + a_en-US.txt']],
  [['报告_中文.txt', '报告_英文.md'], ['报告_中文.txt + 报告_英文.md']],
  [['Report (Chinese).pdf', 'Report (English).pdf'], ['Report (Chinese).pdf + Report (English).pdf']],
  [
    ['a.zh.txt', 'b.en.txt'],
    ['a.zh.txt', 'b.en.txt'],
  ],
  [
    ['a.zh.tmx', 'a.en.tmx'],
    ['a.zh.tmx', 'a.en.tmx'],
  ],
  [['passage.txt'], ['passage.txt']],
])('%j', (names, expected) => {
  expect(paired(...names)).toEqual(expected)
})
