import type { SubjectFieldNode as SubjectField } from '../../api/types.js'

export interface TreeLine {
  node: SubjectField
  depth: number
  /** Names from the top down to the node. */
  path: string[]
  /** Those with the same parent, in order. */
  siblings: SubjectField[]
}

/** The tree as lines, parents before children, as the server sends them. */
export function pathsOf(items: SubjectField[]): TreeLine[] {
  const paths = new Map<string, string[]>()
  return items.map((node) => {
    const path = [...(paths.get(node.parentId ?? '') ?? []), node.name]
    paths.set(node.id, path)
    const siblings = items.filter(({ parentId }) => parentId === node.parentId)
    return { node, depth: path.length - 1, path, siblings }
  })
}

/** The node and all below it: where it cannot be moved to. */
export function branchOf(items: SubjectField[], id: string): Set<string> {
  const branch = new Set([id])
  for (const { id, parentId } of items) if (parentId && branch.has(parentId)) branch.add(id)
  return branch
}
