import { describe, expect, it } from '@jest/globals'
import { daysOf } from './days-of.js'

const ann = { id: 'a', name: 'Ann' }
const bob = { id: 'b', name: 'Bob' }

describe('days of a plot', () => {
  it('has every day up to today, the empty ones too, over the end of a month', () => {
    const days = daysOf([{ day: '2026-03-01', author: ann, decisions: 3 }], new Date('2026-03-02T23:30:00Z'), 4)
    expect(days.map(({ day, total }) => [day, total])).toEqual([
      ['2026-02-27', 0],
      ['2026-02-28', 0],
      ['2026-03-01', 3],
      ['2026-03-02', 0],
    ])
  })

  it('stacks people in the same order every day', () => {
    const rows = [
      { day: '2026-03-01', author: bob, decisions: 1 },
      { day: '2026-03-02', author: ann, decisions: 2 },
      { day: '2026-03-02', author: bob, decisions: 4 },
    ]
    const [, last] = daysOf(rows, new Date('2026-03-02T00:00:00Z'), 2)
    expect(last).toEqual({ day: '2026-03-02', total: 6, parts: [rows[1], rows[2]] })
  })
})
