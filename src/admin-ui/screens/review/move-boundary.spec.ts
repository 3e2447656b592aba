import { describe, expect, it } from '@jest/globals'
import { type Edge, moveBoundary, spanOf } from './move-boundary.js'

/** `the [ball valve] leaks`: the sentence with its term marked. */
function moved(marked: string, edge: Edge, step: -1 | 1): string {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replaceAll(/[[\]]/g, '')
  const span = moveBoundary(text, { start, end }, edge, step)
  return `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`
}

describe('moving the edge of a term', () => {
  it.each([
    ['the [ball] valve leaks', 'end', 1, 'the [ball valve] leaks'],
    ['the ball [valve] leaks', 'start', -1, 'the [ball valve] leaks'],
    ['the [ball valve] leaks', 'end', -1, 'the [ball] valve leaks'],
    ['the [self-sealing valve]', 'start', 1, 'the self-sealing [valve]'],
    ['更换[球阀]阀座。', 'end', 1, '更换[球阀阀]座。'],
    ['更换[球阀]阀座。', 'start', -1, '更[换球阀]阀座。'],
    ['加入[SCO]的成员国', 'end', 1, '加入[SCO的]成员国'],
    ['𠮷[野]家', 'start', -1, '[𠮷野]家'],
  ] as const)('%s, its %s by %i: %s', (before, edge, step, after) => {
    expect(moved(before, edge, step)).toBe(after)
  })

  it('stops at the ends of the sentence and never leaves nothing', () => {
    expect(moved('[valve]', 'start', -1)).toBe('[valve]')
    expect(moved('[valve]', 'end', 1)).toBe('[valve]')
    expect(moved('the [valve] leaks', 'start', 1)).toBe('the [valve] leaks')
  })

  it('finds the occurrence that was meant', () => {
    expect(spanOf('a valve and a valve', 'valve', 13)).toEqual({ start: 14, end: 19 })
    expect(spanOf('a valve', 'seat', 0)).toBeNull()
  })
})
