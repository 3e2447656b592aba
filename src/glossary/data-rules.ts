import type { Content, DataNode } from '../formats/index.js'

/** What an editor may say in nodes. Files say more, but no page needs it. */
const limits = { nodes: 500, depth: 6, text: 20_000 }

const foreignName = /^(\{[^{}<>"&\s]*\})?[A-Za-z_][\w.-]*$/
const attributeName = /^([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*$|^\{[^{}<>"&\s]*\}[A-Za-z_][\w.-]*$/

/** What is wrong with a list of nodes that came from outside, or null. Anything may be in it: it is JSON of a stranger. */
export function faultOfData(value: unknown): string | null {
  let count = 0
  const faultOfNode = (node: unknown, depth: number): string | null => {
    if (++count > limits.nodes) return `holds more than ${limits.nodes} nodes`
    if (depth > limits.depth) return 'is nested too deeply'
    if (!isRecord(node) || typeof node['element'] !== 'string' || !foreignName.test(node['element']))
      return 'holds a node without the name of an element'
    const { category, attributes, content, children, ...others } = node as unknown as DataNode & Record<string, unknown>
    const unknown = Object.keys(others).find((key) => key !== 'element')
    if (unknown) return `holds a node with "${unknown}"`
    if (category !== undefined && (typeof category !== 'string' || !isText(category)))
      return 'holds a node whose category is no text'
    if (children !== undefined && content !== undefined) return 'holds a node with content and children'
    if (children !== undefined && !Array.isArray(children)) return 'holds a node whose children are no list'
    return (
      faultOfAttributes(attributes) ??
      faultOfContent(content, depth) ??
      firstFault(children ?? [], (child) => faultOfNode(child, depth + 1))
    )
  }
  const faultOfContent = (content: unknown, depth: number): string | null => {
    if (content === undefined) return null
    if (!Array.isArray(content)) return 'holds a node whose content is no list'
    if (depth > limits.depth) return 'is nested too deeply'
    return firstFault(content as Content, (part: unknown) => {
      if (++count > limits.nodes) return `holds more than ${limits.nodes} nodes`
      if (typeof part === 'string')
        return isText(part) ? null : 'holds a text that is too long or has control characters'
      if (!isRecord(part) || typeof part['name'] !== 'string' || !foreignName.test(part['name']))
        return 'holds markup without a name'
      return faultOfAttributes(part['attributes'] ?? null) ?? faultOfContent(part['content'] ?? null, depth + 1)
    })
  }
  if (!Array.isArray(value)) return 'must be a list of nodes'
  return firstFault(value, (node) => faultOfNode(node, 0))
}

function faultOfAttributes(attributes: unknown): string | null {
  if (attributes === undefined) return null
  if (!isRecord(attributes)) return 'holds attributes that are no record'
  const fits = ([key, value]: [string, unknown]): boolean =>
    attributeName.test(key) && typeof value === 'string' && isText(value)
  return Object.entries(attributes).every(fits) ? null : 'holds an attribute that XML could not'
}

function isText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- PostgreSQL and XML take no control characters
  return text.length <= limits.text && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)
}

function firstFault<T>(items: T[], faultOf: (item: T) => string | null): string | null {
  for (const item of items) {
    const fault = faultOf(item)
    if (fault) return fault
  }
  return null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
