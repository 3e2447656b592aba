import { describe, expect, it } from '@jest/globals'
import { KeptDecisions, type Sent } from './kept-decisions.js'

function storage() {
  const items = new Map<string, string>()
  return {
    items,
    get length() {
      return items.size
    },
    key: (i: number) => [...items.keys()][i] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

const sent = (id: string, at: number) =>
  ({ row: { id: `row of ${id}` }, decision: { id, kind: 'skip' }, at }) as unknown as Sent

describe('decisions that have not arrived', () => {
  it('are read back in the order in which they were made', () => {
    const place = storage()
    const kept = new KeptDecisions(place, 'ann', 'base')
    for (const one of [sent('b', 2), sent('c', 3), sent('a', 1)]) kept.keep(one)
    kept.forget(sent('c', 3))
    expect(new KeptDecisions(place, 'ann', 'base').all().map(({ decision }) => decision.id)).toEqual(['a', 'b'])
  })

  it('belong to one person and one termbase', () => {
    const place = storage()
    new KeptDecisions(place, 'ann', 'base').keep(sent('a', 1))
    expect(new KeptDecisions(place, 'bob', 'base').all()).toEqual([])
    expect(new KeptDecisions(place, 'ann', 'other').all()).toEqual([])
  })

  it('survive what does not belong there, and a storage that is full', () => {
    const place = storage()
    place.items.set('termloom.decision.ann.base.x', '{broken')
    const kept = new KeptDecisions(
      {
        ...place,
        length: 1,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError')
        },
      },
      'ann',
      'base',
    )
    kept.keep(sent('a', 1))
    expect(kept.all()).toEqual([])
  })
})
