import type { DataNode } from '../../model/concept-entry.js'
import type { LossReport } from '../../model/glossary.js'
import type { Dialect } from '../dialects.js'
import type { IdRegistry } from '../id-registry.js'

/** What making an entry conform needs to know, and where it tells what had to give. */
export interface ConformContext {
  dialect: Dialect
  losses: LossReport
  ids: IdRegistry
  /** What becomes of a category that the dialect does not have: it is left out, or told in a note. */
  unknown: 'drop' | 'note'
}

/** What a node is called in a report of losses. */
export function categoryName(node: DataNode): string {
  const head = node.children?.[0]
  return head ? categoryName(head) : (node.category ?? node.element)
}
