import { expect, test } from '@jest/globals'
import { branchOf, pathsOf } from './tree.js'

const node = (id: string, parentId: string | null) => ({
  id,
  parentId,
  name: id.toUpperCase(),
  position: 0,
  concepts: 0,
})
const items = [node('a', null), node('b', 'a'), node('c', 'b'), node('d', 'a'), node('e', null)]

test('each line knows how deep it stands and what is above it', () => {
  expect(pathsOf(items).map(({ depth, path }) => `${depth} ${path.join('/')}`)).toEqual([
    '0 A',
    '1 A/B',
    '2 A/B/C',
    '1 A/D',
    '0 E',
  ])
})

test('a branch is the node and all below it', () => {
  expect([...branchOf(items, 'b')]).toEqual(['b', 'c'])
  expect([...branchOf(items, 'a')]).toEqual(['a', 'b', 'c', 'd'])
})
