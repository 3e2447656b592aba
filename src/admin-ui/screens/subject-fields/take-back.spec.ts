import { expect, test } from '@jest/globals'
import { takeBack } from './take-back.js'

const node = (id: string, parentId: string | null) => ({
  id,
  parentId,
  name: id.toUpperCase(),
  position: 0,
  concepts: 0,
})
const items = [node('a', null), node('b', 'a'), node('c', 'b'), node('d', 'a'), node('e', null)]
const tree = { items, outside: [{ name: 'valves', concepts: 2 }] }

test('a branch that was removed is added again, whole and where it stood', () => {
  expect(takeBack({ do: 'remove', id: 'a' }, tree)).toEqual({
    do: 'add',
    name: 'A',
    parentId: null,
    position: 0,
    below: [
      { name: 'B', parent: 'A' },
      { name: 'C', parent: 'B' },
      { name: 'D', parent: 'A' },
    ],
  })
  expect(takeBack({ do: 'remove', id: 'd' }, tree)).toMatchObject({ parentId: 'a', position: 1, below: [] })
})

test('what was renamed or moved gets its name and place again', () => {
  const before = { do: 'change', id: 'd', name: 'D', parentId: 'a', position: 1 }
  expect(takeBack({ do: 'change', id: 'd', name: 'pumps' }, tree)).toEqual(before)
  expect(takeBack({ do: 'change', id: 'd', parentId: 'e' }, tree)).toEqual(before)
})

test('a name that concepts had already is not taken back: they would be renamed too', () => {
  expect(takeBack({ do: 'change', id: 'd', name: 'valves' }, tree)).toBeNull()
})

test('an addition is taken back by removing it', () => {
  expect(takeBack({ do: 'add', name: 'F', parentId: null }, tree)).toBeNull()
  expect(takeBack({ do: 'adopt' }, tree)).toBeNull()
})
