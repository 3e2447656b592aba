import { findCategory, standardValue, type Category } from '../../model/categories.js'
import { valueOf, type Content, type DataNode, type Level } from '../../model/concept-entry.js'
import type { Dialect } from '../dialects.js'
import { attributesWith, conformAttributes, conformId } from './attributes.js'
import { conformContent, withoutMarkup } from './content.js'
import { categoryName, type ConformContext } from './context.js'
import { standardDate } from './dates.js'
import { partition } from './partition.js'

export function conformNodes(nodes: DataNode[], level: Level, context: ConformContext): DataNode[] {
  const kept: DataNode[] = []
  for (const node of nodes) {
    if (node.children) kept.push(...conformGroup(node, level, context))
    else {
      const conformed = conformLeaf(node, { level, group: null }, context)
      if (conformed) kept.push(conformed)
    }
  }
  return kept
}

/** A group whose head goes, goes. Groups inside groups stand beside them, where the schemas let them. */
function conformGroup(group: DataNode, level: Level, context: ConformContext): DataNode[] {
  const { dialect, losses } = context
  const [head, ...members] = group.children!
  const allowed = dialect.groups[group.element]
  if (!head || (!allowed && !dialect.open)) {
    losses.add(`group ${group.element}`, 'moved')
    return conformNodes(group.children!, level, context)
  }
  const place = { level, group: group.element }
  const conformedHead = conformLeaf(head, place, context)
  if (!conformedHead || conformedHead.element === 'note') {
    for (const member of members) losses.add(`${categoryName(member)} of ${categoryName(head)}`)
    return conformedHead ? [conformedHead] : []
  }
  const [groups, others] = partition(members, ({ children }) => children !== undefined && !dialect.open)
  const [outside, leaves] = partition(others, (member) => standsBesideGroup(member, dialect))
  const beside = groups.flatMap((inner) => {
    losses.add(`${inner.element} inside ${group.element}`, 'moved')
    return conformGroup(inner, level, context)
  })
  const conformed = leaves
    .map((leaf) =>
      leaf.children ? conformGroup(leaf, level, context)[0] : conformMember(leaf, place, allowed, context),
    )
    .filter((leaf) => leaf !== null && leaf !== undefined)
  const children = [conformedHead, ...conformed]
  for (const node of outside) losses.add(`${categoryName(node)} in ${group.element}`, 'moved')
  const conformedGroup = { element: group.element, ...attributesWith(conformId(group.attributes, context)), children }
  return [conformedGroup, ...beside, ...conformNodes(outside, level, context)]
}

function standsBesideGroup({ element, category }: DataNode, { adminsInGroups, open }: Dialect): boolean {
  return !open && element === 'admin' && adminsInGroups !== undefined && !adminsInGroups.includes(category ?? '')
}

interface Place {
  level: Level
  group: string | null
}

function conformMember(
  leaf: DataNode,
  place: Place,
  allowed: string[] | undefined,
  context: ConformContext,
): DataNode | null {
  if (context.dialect.open || allowed?.includes(leaf.element)) return conformLeaf(leaf, place, context)
  context.losses.add(`${categoryName(leaf)} in ${place.group}`)
  return null
}

function conformLeaf(node: DataNode, place: Place, context: ConformContext): DataNode | null {
  const { dialect, losses } = context
  if (node.element === 'note') return conformNote(node, context)
  if (node.element === 'date') return conformDate(node, context)
  const category = dialect.categories.get(findCategory(node.category)?.name ?? '')
  const fits = category && isLegal(category, node, place)
  if (fits) return conformCategory(node, category, context)
  if (dialect.open) return { ...node, ...attributesWith(conformAttributes(node, context)) }
  const name =
    category && category.element === node.element ? `${categoryName(node)} at ${place.level} level` : categoryName(node)
  if (context.unknown === 'note' && place.group === null && valueOf(node)) {
    losses.add(name, 'moved')
    return { element: 'note', content: [`${node.category ?? node.element}: ${valueOf(node)}`] }
  }
  losses.add(name)
  return null
}

function isLegal(category: Category, node: DataNode, { level, group }: Place): boolean {
  if (category.element !== node.element || !category.levels.includes(level)) return false
  if (group === null)
    return category.element !== 'transac' && category.element !== 'transacNote' && category.element !== 'adminNote'
  return category.grouped
}

function conformNote(node: DataNode, context: ConformContext): DataNode {
  return {
    element: 'note',
    ...attributesWith(conformId(node.attributes, context, ['xml:lang'])),
    content: conformContent(node.content ?? [], context, { within: 'note' }),
  }
}

function conformDate(node: DataNode, context: ConformContext): DataNode | null {
  const written = valueOf(node)
  const date = standardDate(written, context.dialect.datesOnly)
  if (date === null) {
    context.losses.add(`date ${written}`)
    return null
  }
  if (date !== written) context.losses.add('time of day or spelling of a date', 'changed')
  return { element: 'date', ...attributesWith(conformId(node.attributes, context)), content: [date] }
}

function conformCategory(node: DataNode, category: Category, context: ConformContext): DataNode | null {
  const { dialect, losses } = context
  const content = category.values ? conformValue(node, category, context) : conformText(node, context)
  if (content === null) return null
  const attributes = conformAttributes(node, context)
  if (category.external && !dialect.open && !/^https?:\/\/\S/.test(node.attributes?.['target'] ?? '')) {
    losses.add(`${category.name} without an http address`)
    return null
  }
  if (category.element === 'ref' && dialect.textOnly && !attributes['target']) {
    losses.add(`${category.name} that leads nowhere`)
    return null
  }
  if (category.name !== node.category && !dialect.open) losses.add(`${node.category} for ${category.name}`, 'changed')
  return {
    element: node.element,
    category: dialect.open ? node.category : category.name,
    ...attributesWith(attributes),
    content,
  }
}

function conformValue(node: DataNode, category: Category, { losses, dialect }: ConformContext): Content | null {
  const written = valueOf(node)
  const value = standardValue(category, written)
  if (value === null && !dialect.open) {
    losses.add(`${category.name} ${written}`)
    return null
  }
  if (dialect.open) return [written]
  if (value !== written) losses.add(`${category.name} ${written}`, 'changed')
  return [value!]
}

/** Elements of plain text by the schema: everything but what may hold note text. */
const plainElements = new Set(['ref', 'xref', 'transac', 'transacNote', 'adminNote', 'descripNote'])

function conformText(node: DataNode, context: ConformContext): Content {
  const content = node.content ?? []
  if (context.dialect.textOnly || plainElements.has(node.element))
    return withoutMarkup(content, categoryName(node), context)
  return conformContent(content, context, { within: 'text' })
}
