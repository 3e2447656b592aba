import type { SubjectFieldNode } from '../../api/types.js'

/** How many nodes stand above this one. */
export function depthOf(node: SubjectFieldNode, nodes: SubjectFieldNode[]): number {
  const parent = nodes.find(({ id }) => id === node.parentId)
  return parent ? 1 + depthOf(parent, nodes) : 0
}

/** Those with the same parent, this one among them, in their order. */
export function siblingsOf(node: SubjectFieldNode, nodes: SubjectFieldNode[]): SubjectFieldNode[] {
  return nodes.filter(({ parentId }) => parentId === node.parentId)
}

/** A node and all that stand below it. */
export function withBranches(node: SubjectFieldNode, nodes: SubjectFieldNode[]): SubjectFieldNode[] {
  const below = nodes.filter(({ parentId }) => parentId === node.id)
  return [node, ...below.flatMap((one) => withBranches(one, nodes))]
}
