import type { Content, DataCategory, DataNode, Level } from '../../api/types.js'

/** Data categories that a field of the form stands for: their first value is the field's, and the field is right. */
const ofFields: Record<Level, readonly string[]> = {
  concept: ['subjectField', 'definition', 'customerSubset', 'projectSubset', 'note'],
  language: ['definition', 'note'],
  term: [
    'partOfSpeech',
    'administrativeStatus',
    'usageStatus',
    'termType',
    'grammaticalGender',
    'geographicalUsage',
    'termLocation',
    'note',
    'source',
    'context',
    'customerSubset',
    'projectSubset',
  ],
}

/** Of a group's inside; nobody adds one by itself. */
const notAlone = new Set(['transactionType', 'responsibility', 'readingNote'])

const nameOf = (node: DataNode): string => node.category ?? (node.element === 'note' ? 'note' : '')

/** The node itself, or the head of its group. */
export function headOf(node: DataNode): DataNode {
  return node.children?.[0] ?? node
}

/** Places of the nodes that no field stands for. A group that says more than a field can is shown as a whole. */
export function placesBeside(nodes: DataNode[] | null | undefined, level: Level): number[] {
  const seen = new Set<string>()
  return (nodes ?? []).flatMap((node, place) => {
    const name = nameOf(headOf(node))
    if (!ofFields[level].includes(name) || seen.has(name)) return [place]
    seen.add(name)
    return saysMore(node) ? [place] : []
  })
}

/** Beside a value and its source, the group has a note, a reference, a history. */
function saysMore({ children }: DataNode): boolean {
  const sources = (children ?? []).slice(1).filter(({ category }) => category === 'source')
  return (children ?? []).length - 1 > Math.min(sources.length, 1)
}

/** What may be added by hand at a level; what TBX-Basic knows comes first. */
export function addable(categories: DataCategory[], level: Level): DataCategory[] {
  const order = ['min', 'basic', 'linguist']
  return categories
    .filter(({ name, levels }) => levels.includes(level) && !notAlone.has(name) && !ofFields[level].includes(name))
    .toSorted((one, other) => order.indexOf(one.module) - order.indexOf(other.module))
}

export function newNode({ name, element, values }: DataCategory): DataNode {
  const isLink = element === 'ref' || element === 'xref'
  return { element, category: name, ...(isLink && { attributes: { target: '' } }), content: [values?.[0] ?? ''] }
}

/** Whether a node that was begun says anything: what stays empty is not stored. */
export function saysAnything({ content, children, attributes }: DataNode): boolean {
  return Boolean(children?.length || attributes?.['target'] || textOf(content).trim())
}

export function textOf(content: Content | undefined): string {
  return (content ?? []).map((part) => (typeof part === 'string' ? part : textOf(part.content))).join('')
}

/** Plain strings, which one box can show; markup is edited string by string. */
export function isPlain(content: Content | undefined): boolean {
  return (content ?? []).every((part) => typeof part === 'string')
}

/** The strings inside a content with markup, in reading order. */
export function stringsIn(content: Content): string[] {
  return content.flatMap((part) => (typeof part === 'string' ? [part] : stringsIn(part.content ?? [])))
}

/** The same markup with another string at that place of the reading order. */
export function withString(content: Content, place: number, text: string): Content {
  let at = 0
  const visit = (parts: Content): Content =>
    parts.map((part) => {
      if (typeof part === 'string') return at++ === place ? text : part
      return part.content ? { ...part, content: visit(part.content) } : part
    })
  return visit(content)
}
