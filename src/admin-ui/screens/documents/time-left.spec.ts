import { describe, expect, test } from '@jest/globals'
import { timeLeft } from './time-left.js'

/** `[[seconds, percent], …]` */
const after = (...samples: [number, number][]) =>
  timeLeft(samples.map(([seconds, percent]) => ({ at: seconds * 1000, progress: percent / 100 })))

describe('the time a job will still take', () => {
  test('follows its speed', () => {
    expect(after([0, 0], [5, 25], [10, 50])).toBeCloseTo(10)
  })

  test('follows a stage that is slower than the one before', () => {
    const left = after([0, 0], [10, 50], [20, 60])!
    expect(left).toBeGreaterThan(14)
    expect(left).toBeLessThan(40)
  })

  test('is not told before it is known', () => {
    expect(after()).toBeNull()
    expect(after([0, 3])).toBeNull()
    expect(after([0, 3], [1, 30])).toBeNull()
    expect(after([0, 3], [9, 4])).toBeNull()
  })
})
