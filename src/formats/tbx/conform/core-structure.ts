// Private dialects have categories of their own, but no structure of their own: what the core structure of ISO 30042 does
// not allow is put right, or kept as a note.
import { findCategory, standardValue } from '../../model/categories.js'
import { valueOf, type ConceptEntry, type DataNode, type Level, type Markup } from '../../model/concept-entry.js'
import type { LossReport } from '../../model/glossary.js'
import { fit } from '../grammar/fit.js'
import { grammars } from '../grammar/grammars.js'
import { categoryName } from './context.js'

export function inCoreStructure(entry: ConceptEntry, losses: LossReport): ConceptEntry {
  const fitted = (nodes: DataNode[], level: Level) => nodes.map((node) => fittedNode(node, level, losses))
  return {
    ...entry,
    nodes: fitted(entry.nodes, 'concept'),
    languages: entry.languages.map((section) => ({
      ...section,
      nodes: fitted(section.nodes, 'language'),
      terms: section.terms.map((term) => ({ ...term, nodes: fitted(term.nodes, 'term') })),
    })),
  }
}

const anywhere = ['admin', 'adminGrp', 'descrip', 'descripGrp', 'note', 'ref', 'transacGrp', 'xref']
const allowed: Record<Level, Set<string>> = {
  concept: new Set(anywhere),
  language: new Set(anywhere),
  term: new Set([...anywhere, 'termNote', 'termNoteGrp']),
}

function fittedNode(node: DataNode, level: Level, losses: LossReport): DataNode {
  const markup = allowed[level].has(node.element) ? fit(markupOf(node, losses), grammars.tbx3, losses) : null
  if (markup) return nodeOf(markup)
  const [head] = node.children ?? [node]
  const name = head ? categoryName(head) : node.element
  losses.add(`${name} outside the core structure`, 'moved')
  return { element: 'note', content: [`${name}: ${textOf(node)}`] }
}

const textOf = (node: DataNode): string =>
  node.children ? node.children.map(textOf).filter(Boolean).join('; ') : valueOf(node)

/** Elements that must say their category. */
const typed = new Set('admin adminNote descrip descripNote ref termNote transac transacNote xref'.split(' '))

function markupOf(node: DataNode, losses: LossReport): Markup {
  const { element, category, attributes, content, children } = node
  const type = category ?? (typed.has(element) ? missingType(node, losses) : undefined)
  return {
    name: element,
    attributes: { ...(type !== undefined && { type }), ...attributes },
    content: children ? children.map((child) => markupOf(child, losses)) : (content ?? []),
  }
}

/** A transaction tells its category by its value; of others only the text is known. */
function missingType(node: DataNode, losses: LossReport): string {
  losses.add(`missing type of ${node.element}`, 'changed')
  const transaction = findCategory('transactionType')!
  const isKnown = node.element === 'transac' && standardValue(transaction, valueOf(node)) !== null
  return isKnown ? transaction.name : 'unspecified'
}

function nodeOf({ name, attributes: { type, ...attributes }, content }: Markup): DataNode {
  const inner = name.endsWith('Grp') ? { children: (content as Markup[]).map(nodeOf) } : { content }
  return {
    element: name,
    ...(type !== undefined && name !== 'note' && { category: type }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...inner,
  }
}
