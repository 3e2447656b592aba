import type { DataNode } from '../../model/concept-entry.js'
import { languagePattern } from '../grammar/fit.js'
import { categoryName, type ConformContext } from './context.js'

/** Elements that may point in DCT. */
const pointers = new Set(['ref', 'transacNote'])

/** id, xml:lang, target and datatype, as far as they may stand; targets inside the file must exist. */
export function conformAttributes(node: DataNode, context: ConformContext): Record<string, string> {
  const { dialect, losses, ids } = context
  const { target, ...others } = node.attributes ?? {}
  const allowed = node.element === 'xref' ? [] : ['xml:lang', 'datatype']
  const attributes = dialect.textOnly
    ? withoutAttributes(others, categoryName(node), context)
    : conformId(others, context, dialect.open ? Object.keys(others) : allowed)
  if (!target) return attributes
  if (node.element === 'xref') return { ...attributes, target }
  if (dialect.textOnly && !pointers.has(node.element)) return withoutAttributes({ target }, categoryName(node), context)
  const name = ids.refer(target)
  if (name) return { ...attributes, target: name }
  losses.add(`target of ${categoryName(node)} that is not in the file`)
  return attributes
}

function withoutAttributes(
  attributes: Record<string, string>,
  where: string,
  { losses }: ConformContext,
): Record<string, string> {
  for (const name of Object.keys(attributes)) losses.add(`attribute ${name} of ${where}`)
  return {}
}

export function conformId(
  attributes: Record<string, string> | undefined,
  { ids, losses }: ConformContext,
  alsoAllowed: string[] = [],
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'id') kept[name] = ids.define(value)
    else if (name === 'xml:lang' && !languagePattern.test(value)) losses.add(`language code ${value}`)
    else if (alsoAllowed.includes(name)) kept[name] = value
    else losses.add(`attribute ${name}`)
  }
  return kept
}

export const attributesWith = (attributes: Record<string, string>): { attributes?: Record<string, string> } =>
  Object.keys(attributes).length > 0 ? { attributes } : {}

export const termAttributesWith = (
  termAttributes: Record<string, string>,
): { termAttributes?: Record<string, string> } => (Object.keys(termAttributes).length > 0 ? { termAttributes } : {})
