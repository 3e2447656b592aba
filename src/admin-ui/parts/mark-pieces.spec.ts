import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { pieces } from './mark-pieces.js'

const picture = (text: string, marks: { start: number; end: number }[]) =>
  pieces(text, marks)
    .map(({ start, end, marked }) => (marked ? `[${text.slice(start, end)}]` : text.slice(start, end)))
    .join('')

describe('pieces of a marked text', () => {
  it.each([
    ['one term', '加強上海合作組織框架', [{ start: 2, end: 8 }], '加強[上海合作組織]框架'],
    [
      'at both ends',
      'SCO and QCCM',
      [
        { start: 8, end: 12 },
        { start: 0, end: 3 },
      ],
      '[SCO] and [QCCM]',
    ],
    [
      'one inside another',
      '上海合作组织',
      [
        { start: 0, end: 2 },
        { start: 0, end: 6 },
      ],
      '[上海合作组织]',
    ],
    ['outside the text', 'SCO', [{ start: 2, end: 9 }], 'SCO'],
    ['empty', 'SCO', [{ start: 1, end: 1 }], 'SCO'],
    ['none', '', [], ''],
  ])('%s', (_what, text, marks, wanted) => {
    expect(picture(text, marks)).toBe(wanted)
  })

  it('whatever is marked, the pieces are the text', () => {
    const mark = fc.record({ start: fc.nat(30), end: fc.nat(30) })
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(mark), (text, marks) => {
        const parts = pieces(text, marks)
        expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      }),
    )
  })
})
