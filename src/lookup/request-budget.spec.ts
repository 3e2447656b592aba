import { expect, test } from '@jest/globals'
import { RequestBudget } from './request-budget.js'

test('each asker may ask so often in a minute, and the next minute again', () => {
  const budget = new RequestBudget(2)
  expect(budget.spend('one', 0)).toEqual({ allowed: true, left: 1, seconds: 60 })
  expect(budget.spend('one', 500)).toEqual({ allowed: true, left: 0, seconds: 60 })
  expect(budget.spend('one', 30_000)).toEqual({ allowed: false, left: 0, seconds: 30 })
  expect(budget.spend('other', 30_000)).toEqual({ allowed: true, left: 1, seconds: 30 })
  expect(budget.spend('one', 59_999)).toEqual({ allowed: false, left: 0, seconds: 1 })
  expect(budget.spend('one', 60_000)).toEqual({ allowed: true, left: 1, seconds: 60 })
})

test('a flood of askers does not fill the memory', () => {
  const budget = new RequestBudget(1)
  for (let asker = 0; asker < 250_000; asker++) budget.spend(String(asker), 0)
  expect(budget['spent'].size).toBeLessThanOrEqual(100_000)
})
