import type { SubjectFieldChange } from '../../api/subject-fields.js'
import type { SubjectTree } from '../../api/types.js'
import { branchOf } from './tree.js'

/** The change that makes the tree what it was before this one; null where none does. */
export function takeBack(change: SubjectFieldChange, before: SubjectTree): SubjectFieldChange | null {
  if (change.do === 'add' || change.do === 'adopt') return null
  const node = before.items.find(({ id }) => id === change.id)
  if (!node) return null
  const { name, parentId } = node
  const position = before.items.filter((one) => one.parentId === parentId).indexOf(node)
  if (change.do === 'change') {
    // Concepts that had the new name before are told apart from those that got it by nothing.
    if (before.outside.some((one) => one.name === change.name)) return null
    return { do: 'change', id: node.id, name, parentId, position }
  }
  const branch = branchOf(before.items, node.id)
  const nameOf = new Map(before.items.map((one) => [one.id, one.name]))
  const below = before.items
    .filter(({ id }) => id !== node.id && branch.has(id))
    .map((one) => ({ name: one.name, parent: nameOf.get(one.parentId!)! }))
  return { do: 'add', name, parentId, position, below }
}
