import { describe, expect, test } from '@jest/globals'
import { nameBegun, withName } from './threads.js'

describe('a name that is begun', () => {
  test.each([
    ['请@王|', '王'],
    ['@|', ''],
    ['ask @Some ed|', 'Some ed'],
    ['＠An|', 'An'],
    ['mail x@y|', null],
    ['@ then|', null],
    ['@Ann\nnew line|', null],
    ['nobody|', null],
  ])('%s', (marked, name) => {
    const caret = marked.indexOf('|')
    expect(nameBegun(marked.replace('|', ''), caret)?.name ?? null).toBe(name)
  })

  test('is finished where it stands', () => {
    expect(withName('ask @So today', 7, 4, 'Some One')).toEqual({ text: 'ask @Some One today', caret: 14 })
  })
})
