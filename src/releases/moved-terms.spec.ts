import { expect, test } from '@jest/globals'
import { moves, type PlacedTerm } from './moved-terms.js'

/** `1 en valve` is the English term of concept 1. */
const placed = (...terms: string[]): PlacedTerm[] =>
  terms.map((term) => {
    const [number, language, ...words] = term.split(' ')
    return { id: `concept-${number}`, number: Number(number), language: language!, text: words.join(' ') }
  })

test('a term that one concept lost and another got is told on both sides', () => {
  const found = moves(
    placed('1 en ball valve', '1 en tap', '2 en faucet'),
    placed('1 en ball valve', '2 en faucet', '2 en tap'),
  )
  expect([...found]).toEqual([
    ['concept-1', [{ language: 'en', text: 'tap', to: { id: 'concept-2', number: 2 } }]],
    ['concept-2', [{ language: 'en', text: 'tap', from: { id: 'concept-1', number: 1 } }]],
  ])
})

test('so are the terms of a concept that went, as when two are merged', () => {
  const found = moves(placed('1 en tap', '2 en faucet', '2 zh 龙头'), placed('1 en tap', '1 en faucet', '1 zh 龙头'))
  expect(found.get('concept-2')!.map(({ text, to }) => [text, to!.number])).toEqual([
    ['faucet', 1],
    ['龙头', 1],
  ])
  expect(found.get('concept-1')!.map(({ text, from }) => [text, from!.number])).toEqual([
    ['faucet', 2],
    ['龙头', 2],
  ])
})

test('what stayed, came anew, went for good, or stands in another language did not move', () => {
  expect(moves(placed('1 en tap', '2 en tap'), placed('1 en tap', '2 en tap', '3 en tap')).size).toBe(0)
  expect(moves(placed('1 en tap'), placed('2 en faucet')).size).toBe(0)
  expect(moves(placed('1 en tap'), placed('2 de tap')).size).toBe(0)
})
