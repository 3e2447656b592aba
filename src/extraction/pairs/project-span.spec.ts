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
  const classOf = (word: string) => (/^(?:the|of|das|,|的)$/u.test(word) ? WordClass.grammar : WordClass.noun)
  const found = projectSpan(
    { rows: words.length, columns: answers.length, probabilities },
    span,
    Uint8Array.from(words, classOf),
    Uint8Array.from(answers, classOf),
  )
  return found.map(({ start, end }) => answers.slice(start, end).join(' '))
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

  it('also offers the stretch with an unexplained neighbour', () => {
    expect(projected('[authorized institutions] report', '认可 机构 报告', '0-0 2-2')).toEqual(['认可', '认可 机构'])
  })

  it('leaves grammar at the edges', () => {
    expect(projected('[valve of] ball', '阀 的 球', '0-0 1-1 2-2')[0]).toBe('阀')
  })

  it('is nothing where nothing is linked', () => {
    expect(projected('[ball valve] leaks', '泄漏', '2-0')).toEqual([])
  })
})
