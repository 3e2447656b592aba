import { describe, expect, it } from '@jest/globals'
import type { Difference } from '../../api/imports.js'
import { answerTo, sideOf, withSide } from './decisions.js'

const ask = { conflicts: 'ask', duplicates: 'ask' } as const
const change = (kind: Difference['kind'], field = 'note'): Difference => ({
  path: field,
  field,
  kind,
  before: kind === 'added' ? null : 'ours',
  after: kind === 'removed' ? null : 'theirs',
})

describe('the answer to an entry', () => {
  it.each([
    ['conflict', null, ask, null],
    ['conflict', null, { ...ask, conflicts: 'fill' as const }, 'fill'],
    ['duplicate', null, { ...ask, duplicates: 'new' as const }, 'new'],
    ['changed', null, ask, 'take'],
    ['conflict', { action: 'keep' as const }, { ...ask, conflicts: 'take' as const }, 'keep'],
    ['same', null, ask, null],
  ] as const)('%s, %j, %j: %s', (verdict, decision, rules, expected) => {
    expect(answerTo({ verdict, decision }, rules)).toBe(expected)
  })
})

describe('the side of a difference', () => {
  it.each([
    ['keep', change('changed'), 'ours'],
    ['take', change('removed'), 'theirs'],
    ['add', change('added', 'term'), 'theirs'],
    ['fill', change('added', 'term'), 'ours'],
    ['fill', change('added'), 'theirs'],
    ['merge', change('changed'), 'ours'],
    [null, change('changed'), null],
  ] as const)('%s of %j: %s', (action, difference, expected) => {
    expect(sideOf(difference, 0, action, undefined)).toBe(expected)
  })
  it('is what was said of it alone', () => {
    expect(sideOf(change('changed'), 2, 'keep', { '2': 'theirs' })).toBe('theirs')
  })
})

describe('one difference decided', () => {
  it('leaves the rest as it was answered, or with us', () => {
    expect(withSide({ verdict: 'conflict', decision: null }, ask, 1, 'theirs')).toEqual({
      action: 'keep',
      fields: { 1: 'theirs' },
    })
    const taken = { action: 'take' as const, fields: { 0: 'ours' as const } }
    expect(withSide({ verdict: 'conflict', decision: taken }, ask, 1, 'ours')).toEqual({
      action: 'take',
      fields: { 0: 'ours', 1: 'ours' },
    })
  })
  it('of a duplicate means to merge it, into the chosen concept', () => {
    const decision = { action: 'merge' as const, into: 'b' }
    expect(withSide({ verdict: 'duplicate', decision }, ask, 0, 'theirs')).toEqual({
      ...decision,
      fields: { 0: 'theirs' },
    })
  })
})
