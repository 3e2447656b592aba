import { describe, expect, it } from '@jest/globals'
import { WordClass } from '../terms/word-classes.js'
import { projectSpan } from './project-span.js'

/**
 * projected('the [ball valve] leaks', 'das Kugelventil leckt', '1-1 2-1 3-2') draws the alignment by token numbers; the first
 * projection comes back with brackets.
 */
function projected(asking: string, answering: string, links: string): string[] {
  const words = asking.replace(/[[\]]/gu, '').split(' ')
  const marked = asking.split(' ')
  const span = {
    start: marked.findIndex((word) => word.startsWith('[')),
    end: marked.findIndex((word) => word.endsWith(']')) + 1,
  }
  const answers = answering.split(' ')
  const probabilities = new Float32Array(words.length * answers.length)
  for (const link of links.split(' ')) {
    const [row, column] = link.split('-').map(Number)
    probabilities[row! * answers.length + column!] = 0.9
  }
  const classOf = (word: string) => special[word] ?? WordClass.noun
  const found = projectSpan(
    { rows: words.length, columns: answers.length, probabilities },
    span,
    Uint8Array.from(words, classOf),
    Uint8Array.from(answers, classOf),
  )
  return found.map(({ start, end }) => answers.slice(start, end).join(' '))
}

const special: Record<string, number> = {
  ...Object.fromEntries(['the', 'of', 'das', '的', '过'].map((word) => [word, WordClass.grammar])),
  两: WordClass.number,
  份: WordClass.number,
  第: WordClass.number,
  持续: WordClass.verb,
  推动: WordClass.verb,
  '(': WordClass.opening,
  ')': WordClass.closing,
  '“': WordClass.quoting,
  '”': WordClass.quoted,
}

describe('the answer to a span', () => {
  it('is where its links go', () => {
    expect(projected('the [ball valve] leaks', 'das Kugelventil leckt', '0-0 1-1 2-1 3-2')[0]).toBe('Kugelventil')
  })

  it('keeps what lies between its links', () => {
    expect(projected('[supply chain] risk', '供应 的 链 风险', '0-0 1-2 2-3')[0]).toBe('供应 的 链')
  })

  it('does not take a neighbour that belongs to someone else', () => {
    expect(projected('[ball valve] leaks', '球 阀 泄漏', '0-0 1-1 2-2')).toEqual(['球 阀'])
  })

  it('also offers the word of grammar that the term says', () => {
    expect(projected('address [overfitting] here', '解决 过 拟合 的 问题', '0-0 1-1 1-2')).toEqual(['拟合', '过 拟合'])
  })

  it('also offers the stretch with an unexplained neighbour', () => {
    expect(projected('[authorized institutions] report', '认可 机构 报告', '0-0 2-2')).toEqual(['认可', '认可 机构'])
  })

  it('leaves grammar at the edges', () => {
    expect(projected('[valve of] ball', '阀 的 球', '0-0 1-1 2-2')[0]).toBe('阀')
  })

  it('drops half a bracket with what it holds', () => {
    expect(projected('[trade repository] opened', '交易 储存库 ( 储存库 开业', '0-0 1-1 1-3 2-4')[0]).toBe(
      '交易 储存库',
    )
    expect(projected('[resolution ordinance]', '处置 ( 机制 ) 条例', '0-0 0-2 1-4')[0]).toBe('处置 ( 机制 ) 条例')
  })

  it('takes the whole of a quotation that opens a name, and never half of one', () => {
    expect(
      projected('[Great Wall International Forum] opens', '“ 长城 ” 国际 论坛 开幕', '0-1 1-1 2-3 3-4 4-5')[0],
    ).toBe('“ 长城 ” 国际 论坛')
    expect(projected('[Digital China] grows', '建设 “ 数字 中国 ” 快', '0-2 1-3 1-0')[0]).toBe('数字 中国')
    expect(projected('[Wall Forum] opens', '“ 长 城 ” 国际 论坛', '0-2 1-5')[0]).toBe('国际 论坛')
  })

  it('leaves a number and its measure word outside, unless the term says the number', () => {
    expect(projected('[press releases]', '两 份 新闻稿', '0-2 1-2')).toEqual(['新闻稿'])
    expect(projected('[level two]', '第 两 级', '0-2 1-1')).toContain('第 两 级')
  })

  it('takes a verb beside the stretch only where a word of the term has no link', () => {
    expect(projected('[going concern] basis', '持续 经营 基础', '1-1 2-2')).toContain('持续 经营')
    expect(projected('[cooperation] grows', '推动 合作', '0-1')).toEqual(['合作'])
  })

  it('is nothing where nothing is linked', () => {
    expect(projected('[ball valve] leaks', '泄漏', '2-0')).toEqual([])
  })
})
