import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Piece, wordChanges } from './word-changes.js'

/** Changed stretches in brackets. */
const shown = (pieces: Piece[]) => pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')

test.each([
  ['a ball valve', 'a gate valve', 'a [ball] valve', 'a [gate] valve'],
  ['上海合作组织', '上海合作组织成员', '上海合作组织', '上海合作组织[成员]'],
  ['same', 'same', 'same', 'same'],
  ['', 'new', '', '[new]'],
])('%s → %s', (before, after, left, right) => {
  const changes = wordChanges(before, after)
  expect([shown(changes.before), shown(changes.after)]).toEqual([left, right])
})

test('the pieces are the texts, and what is not marked is in both', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const changes = wordChanges(before, after)
      const join = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')
      const shared = (pieces: Piece[]) => join(pieces.filter(({ isChanged }) => !isChanged))
      expect([join(changes.before), join(changes.after)]).toEqual([before, after])
      expect(shared(changes.before)).toBe(shared(changes.after))
    }),
  )
})
