import {
  findCategory,
  plainFields,
  plainText,
  standardDate,
  standardValue,
  valueOf,
  type DataNode,
  type Level,
} from '../../formats/index.js'
import { fieldNames } from '../concept-entries.js'

/** Something that a level says, as a key that is equal for equal statements: a data category and its value. */
export type Statement = string

/** A value as it is compared: white space and spelling of picklists do not count, nor the time of day. */
export function comparable(name: string, value: string): string {
  const plain = plainText(value.normalize('NFC'))
  if (name === 'date') return standardDate(plain, true) ?? plain.slice(0, 10)
  const category = findCategory(name)
  return (category && standardValue(category, plain)) ?? plain
}

/** The source of a definition is a source, wherever it stands. */
export function statement(name: string, value: string): Statement {
  const category = name.endsWith('Source') ? 'source' : (findCategory(name)?.name ?? name)
  return `${category}\u0000${comparable(category, value)}`
}

/** What the fields and the nodes of one level say. */
export function statementsOf(record: object & { data?: DataNode[] | null | undefined }, level: Level): Set<Statement> {
  const said = record as Record<string, unknown>
  const fields = fieldNames(level).flatMap((name) => {
    const value = said[name]
    return typeof value === 'string' && value !== '' ? [statement(name, value)] : []
  })
  return new Set([...fields, ...(record.data ?? []).flatMap((node) => statementsOfNode(node))])
}

export function statementsOfNode(node: DataNode): Statement[] {
  if (node.children) return node.children.flatMap((child) => statementsOfNode(child))
  const target = node.element === 'xref' ? ` ${node.attributes?.['target'] ?? ''}` : ''
  return [statement(nameOf(node), valueOf(node) + target)]
}

/** What a node is called: its category, else its element. */
export function nameOf(node: DataNode): string {
  const head = node.children?.[0] ?? node
  return findCategory(head.category)?.name ?? head.category ?? head.element
}

/** A node for people. */
export function shownNode(node: DataNode): string {
  if (node.children) return node.children.map(shownNode).filter(Boolean).join('; ')
  return [valueOf(node), node.element === 'xref' && node.attributes?.['target']].filter(Boolean).join(' ')
}

/** The nodes that the typed fields of a level stand for, by field, and all others. */
export function dividedNodes(nodes: DataNode[], level: Level): { fields: Map<string, DataNode>; rest: DataNode[] } {
  const fields = new Map<string, DataNode>()
  const rest: DataNode[] = []
  for (const node of nodes) {
    const head = node.children?.[0] ?? node
    const name = findCategory(head.category)?.name ?? head.category
    const field = plainFields[level].find(({ element, category }) => head.element === element && name === category)
    if (field && !fields.has(field.field)) fields.set(field.field, node)
    else rest.push(node)
  }
  return { fields, rest }
}
