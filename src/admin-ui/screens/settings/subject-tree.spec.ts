import { expect, it } from '@jest/globals'
import { depthOf, siblingsOf, withBranches } from './subject-tree.js'

const node = (id: string, parentId: string | null) => ({ id, parentId, name: id, position: 0, concepts: 0 })
const law = node('law', null)
const tax = node('tax', 'law')
const vat = node('vat', 'tax')
const art = node('art', null)
const nodes = [law, tax, vat, art]

it('knows what stands above, beside and below a field', () => {
  expect(nodes.map((one) => depthOf(one, nodes))).toEqual([0, 1, 2, 0])
  expect(siblingsOf(law, nodes)).toEqual([law, art])
  expect(withBranches(law, nodes)).toEqual([law, tax, vat])
})
