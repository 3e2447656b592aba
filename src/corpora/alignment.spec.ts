import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type AlignedRow, type AlignmentWish, editAlignment, follow, type Texts } from './alignment.js'

/** `['一。 二。', 'One. Two.']`: rows as they follow each other in two texts, a blank between them; '' says that a side is empty. */
function rowsOf(pairs: [string, string][]): { rows: AlignedRow[]; texts: Texts } {
  const texts = { source: '', target: '' }
  const passage = (side: 'source' | 'target', text: string) => {
    if (!text) return null
    if (texts[side]) texts[side] += ' '
    const start = texts[side].length
    texts[side] += text
    return { text, start, line: 1 }
  }
  const rows = pairs.map(([source, target]) => ({
    source: passage('source', source),
    target: passage('target', target),
  }))
  return { rows, texts }
}

function edited(pairs: [string, string][], at: number, wish: AlignmentWish): [string, string][] {
  const { rows, texts } = rowsOf(pairs)
  return editAlignment(rows, at, wish, texts).map(({ source, target }) => [source?.text ?? '', target?.text ?? ''])
}

const three: [string, string][] = [
  ['一。', 'One.'],
  ['二。', 'Two.'],
  ['三。', 'Three.'],
]

describe('an alignment corrected by hand', () => {
  test('merges a row with the next', () => {
    expect(edited(three, 0, { kind: 'merge' })).toEqual([
      ['一。 二。', 'One. Two.'],
      ['三。', 'Three.'],
    ])
  })

  test('splits a row on both sides, or on one', () => {
    const joined: [string, string][] = [['一。 二。', 'One. Two.']]
    expect(edited(joined, 0, { kind: 'split', source: 3, target: 5 })).toEqual(three.slice(0, 2))
    expect(edited(joined, 0, { kind: 'split', source: 3, target: 9 })).toEqual([
      ['一。', 'One. Two.'],
      ['二。', ''],
    ])
  })

  test('shifts one side to its neighbour, wholly or from a place on', () => {
    expect(edited(three, 1, { kind: 'shift', side: 'target', to: 'previous' })).toEqual([
      ['一。', 'One. Two.'],
      ['二。', ''],
      ['三。', 'Three.'],
    ])
    expect(
      edited(
        [
          ['一。 二。', 'One.'],
          ['', 'Two.'],
        ],
        0,
        { kind: 'shift', side: 'source', to: 'next', at: 3 },
      ),
    ).toEqual([
      ['一。', 'One.'],
      ['二。', 'Two.'],
    ])
    expect(edited([['一。', 'One.']], 0, { kind: 'shift', side: 'target', to: 'next' })).toEqual([
      ['一。', ''],
      ['', 'One.'],
    ])
    expect(edited([['一。', 'One.']], 0, { kind: 'shift', side: 'target', to: 'previous' })).toEqual([
      ['', 'One.'],
      ['一。', ''],
    ])
  })

  test('shifts the rest of a side along, up to its first gap', () => {
    const slipped: [string, string][] = [
      ['一。', 'Two.'],
      ['二。', 'Three.'],
      ['三。', ''],
      ['四。', 'Four.'],
    ]
    expect(edited(slipped, 0, { kind: 'shift', side: 'target', to: 'next', column: true })).toEqual([
      ['一。', ''],
      ['二。', 'Two.'],
      ['三。', 'Three.'],
      ['四。', 'Four.'],
    ])
    expect(
      edited(
        [
          ['一。', ''],
          ['二。', 'One.'],
          ['三。', 'Two.'],
        ],
        1,
        { kind: 'shift', side: 'target', to: 'previous', column: true },
      ),
    ).toEqual([
      ['一。', 'One.'],
      ['二。', 'Two.'],
      ['三。', ''],
    ])
  })

  test('leaves out the other language between two passages of one file', () => {
    const text = '一。\nOne.\n二。\nTwo.'
    const rows = [
      { source: { text: '一。', start: 0, line: 1 }, target: { text: 'One.', start: 3, line: 2 } },
      { source: { text: '二。', start: 8, line: 3 }, target: { text: 'Two.', start: 11, line: 4 } },
    ]
    const [row] = editAlignment(rows, 0, { kind: 'merge' }, { source: text, target: text })
    expect([row!.source!.text, row!.target!.text]).toEqual(['一。二。', 'One. Two.'])
  })

  test('a second half knows the line it begins in', () => {
    const row = { source: { text: '一。\n二。', start: 0, line: 7 }, target: null }
    const halves = editAlignment(
      [row],
      0,
      { kind: 'split', source: 2, target: 0 },
      { source: '一。\n二。', target: '' },
    )
    expect(halves.map(({ source }) => source)).toEqual([
      { text: '一。', start: 0, line: 7 },
      { text: '二。', start: 3, line: 8 },
    ])
  })
})

describe('an occurrence', () => {
  const spans = (row: number, source: [number, number], target: [number, number]) => ({
    row,
    source: { start: source[0], end: source[1] },
    target: { start: target[0], end: target[1] },
  })

  test('moves with its sentence', () => {
    const { rows, texts } = rowsOf(three)
    const merged = editAlignment(rows, 0, { kind: 'merge' }, texts)
    expect(follow(spans(1, [0, 1], [0, 3]), merged)).toEqual(spans(0, [3, 4], [5, 8]))
    expect(follow(spans(2, [0, 1], [0, 5]), merged)).toEqual(spans(1, [0, 1], [0, 5]))
  })

  test('ends when its sides are parted, or the cut goes through it', () => {
    const { rows, texts } = rowsOf([['一二。', 'One. Two.']])
    const parted = editAlignment(rows, 0, { kind: 'split', source: 1, target: 5 }, texts)
    expect(follow(spans(0, [0, 1], [5, 8]), parted)).toBeNull()
    expect(follow(spans(0, [0, 2], [0, 3]), parted)).toBeNull()
  })
})

const sentence = fc.constantFrom('', '一二三。', '四。', 'One two.', 'Three.')
const wishes = fc.oneof(
  fc.constant({ kind: 'merge' as const }),
  fc.record({ kind: fc.constant('split' as const), source: fc.nat(12), target: fc.nat(12) }),
  fc.record({
    kind: fc.constant('shift' as const),
    side: fc.constantFrom('source' as const, 'target' as const),
    to: fc.constantFrom('previous' as const, 'next' as const),
    column: fc.boolean(),
  }),
)

test('whatever is done, each side says the same as before, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 6 }),
      fc.nat(5),
      wishes,
      (pairs, at, wish) => {
        const some = pairs.filter((pair) => pair.some(Boolean))
        fc.pre(some.length > 0)
        const after = edited(some as [string, string][], at % some.length, wish)
        for (const side of [0, 1] as const) {
          const said = (rows: string[][]) =>
            rows
              .map((row) => row[side])
              .join('')
              .replaceAll(/\s/g, '')
          expect(said(after)).toBe(said(some))
        }
        expect(after.every(([source, target]) => source || target)).toBe(true)
      },
    ),
  )
})
