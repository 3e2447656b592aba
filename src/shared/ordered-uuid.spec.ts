import { expect, test } from '@jest/globals'
import { orderedUuid } from './ordered-uuid.js'

test('is a UUID of version 7 that says when it was made, and is made once', () => {
  const begin = Date.now()
  const ids = Array.from({ length: 5000 }, orderedUuid)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  const times = ids.map((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16))
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(times[0]).toBeGreaterThanOrEqual(begin)
  expect(times.at(-1)).toBeLessThanOrEqual(Date.now())
  expect(new Set(ids).size).toBe(ids.length)
})
