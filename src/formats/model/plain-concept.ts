import type { LanguageTag } from '../../shared/language-tag.js'
import { findCategory, standardValue } from './categories.js'
import {
  plainText,
  textOfContent,
  valueOf,
  type ConceptEntry,
  type Content,
  type DataNode,
  type Level,
  type Term,
} from './concept-entry.js'

type Value = string | null

/**
 * A concept as plain fields: what tables, forms and CSV know about it. `null` means that nothing is said, a field left
 * out that it stays as the nodes have it. `nodes` is everything that was read, in order; with it the way back is lossless.
 */
export interface PlainConcept {
  id: string
  subjectField?: Value
  definition?: Value
  definitionSource?: Value
  note?: Value
  customerSubset?: Value
  projectSubset?: Value
  nodes?: DataNode[]
  attributes?: Record<string, string>
  languages: PlainLanguage[]
}

export interface PlainLanguage {
  language: LanguageTag
  languageAsWritten?: string
  definition?: Value
  definitionSource?: Value
  note?: Value
  nodes?: DataNode[]
  attributes?: Record<string, string>
  terms: PlainTerm[]
}

export interface PlainTerm {
  text: string
  partOfSpeech?: Value
  administrativeStatus?: Value
  termType?: Value
  grammaticalGender?: Value
  geographicalUsage?: Value
  termLocation?: Value
  note?: Value
  source?: Value
  context?: Value
  contextSource?: Value
  customerSubset?: Value
  projectSubset?: Value
  nodes?: DataNode[]
  /** Markup inside the term; believed while it still spells the text. */
  content?: Content
  attributes?: Record<string, string>
  termAttributes?: Record<string, string>
}

/** A field and the data category it stands for; `sourceField` names the field with the source of that value. */
interface Field {
  field: string
  element: string
  category?: string
  sourceField?: string
}

const definition: Field = {
  field: 'definition',
  element: 'descrip',
  category: 'definition',
  sourceField: 'definitionSource',
}
const note: Field = { field: 'note', element: 'note' }
const subsets: Field[] = ['customerSubset', 'projectSubset'].map((category) => ({
  field: category,
  element: 'admin',
  category,
}))
const termNote = (category: string): Field => ({ field: category, element: 'termNote', category })

/** In the order in which new nodes are written. */
export const plainFields: Record<Level, Field[]> = {
  concept: [{ field: 'subjectField', element: 'descrip', category: 'subjectField' }, definition, note, ...subsets],
  language: [definition, note],
  term: [
    ...[
      'partOfSpeech',
      'administrativeStatus',
      'termType',
      'grammaticalGender',
      'geographicalUsage',
      'termLocation',
    ].map(termNote),
    note,
    { field: 'source', element: 'admin', category: 'source' },
    { field: 'context', element: 'descrip', category: 'context', sourceField: 'contextSource' },
    ...subsets,
  ],
}

/** The fields laid over the nodes: what is new is added, what changed is changed where it stands, what is null is removed. */
export function toConceptEntry(concept: PlainConcept): ConceptEntry {
  return {
    id: concept.id,
    ...present({ attributes: concept.attributes }),
    nodes: withFields(concept, plainFields.concept),
    languages: concept.languages.map((section) => ({
      language: section.language,
      ...present({ languageAsWritten: section.languageAsWritten, attributes: section.attributes }),
      nodes: withFields(section, plainFields.language),
      terms: section.terms.map(toTerm),
    })),
  }
}

function toTerm(term: PlainTerm): Term {
  const { text, attributes, termAttributes } = term
  const content = term.content && plainText(textOfContent(term.content)) === text ? term.content : undefined
  return { text, ...present({ content, termAttributes, attributes }), nodes: withFields(term, plainFields.term) }
}

/** The first value of each field, picklists in their standard values, and everything else as it stands. */
export function fromConceptEntry(entry: ConceptEntry): PlainConcept {
  const { languages, ...concept } = entry
  return {
    ...concept,
    ...fieldsOf(entry.nodes, plainFields.concept),
    languages: languages.map(({ terms, ...section }) => ({
      ...section,
      ...fieldsOf(section.nodes, plainFields.language),
      terms: terms.map((term) => ({ ...term, ...fieldsOf(term.nodes, plainFields.term) })),
    })),
  }
}

function present<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}

const nameOf = ({ category }: DataNode): string | undefined => findCategory(category)?.name ?? category

/** Where a field's value stands among the nodes: alone, or at the head of its group. */
function locate(
  nodes: DataNode[],
  { element, category }: Field,
): { index: number; node: DataNode; group?: DataNode } | null {
  for (const [index, node] of nodes.entries()) {
    const head = node.children?.[0]
    if (node.element === element && nameOf(node) === category) return { index, node }
    if (head && head.element === element && nameOf(head) === category) return { index, node: head, group: node }
  }
  return null
}

const isSource = ({ element, category }: DataNode): boolean => element === 'admin' && category === 'source'

/** Blank values say nothing. */
function fieldsOf(nodes: DataNode[], fields: Field[]): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const field of fields) {
    const found = locate(nodes, field)
    values[field.field] = (found && readValue(found.node)) || null
    if (!field.sourceField) continue
    const source = values[field.field] ? found?.group?.children?.find(isSource) : undefined
    values[field.sourceField] = (source && valueOf(source)) || null
  }
  return values
}

function readValue(node: DataNode): string {
  const value = valueOf(node)
  return standardValue(findCategory(node.category) ?? {}, value) ?? value
}

function withFields(record: { nodes?: DataNode[] }, fields: Field[]): DataNode[] {
  let nodes = record.nodes ?? []
  const values = record as Record<string, Value | undefined>
  for (const field of fields) {
    const value = values[field.field]
    if (value !== undefined) nodes = withValue(nodes, field, plainText(value ?? ''))
    const source = field.sourceField && values[field.sourceField]
    if (source !== undefined && source !== '') nodes = withSource(nodes, field, plainText(source ?? ''))
  }
  return nodes
}

/** @param value '' for nothing */
function withValue(nodes: DataNode[], field: Field, value: string): DataNode[] {
  const found = locate(nodes, field)
  if (value === (found ? readValue(found.node) : '')) return nodes
  if (!found) return [...nodes, { element: field.element, ...categoryOf(field), content: [value] }]
  if (value === '') return nodes.toSpliced(found.index, 1)
  const changed = { ...found.node, content: [value] }
  const { group } = found
  return nodes.with(found.index, group ? { ...group, children: [changed, ...group.children!.slice(1)] } : changed)
}

/** @param source '' for none */
function withSource(nodes: DataNode[], field: Field, source: string): DataNode[] {
  const found = locate(nodes, field)
  const members = found?.group?.children ?? (found ? [found.node] : [])
  const known = members.findIndex(isSource)
  if (!found || source === (known === -1 ? '' : valueOf(members[known]!))) return nodes
  return nodes.with(found.index, {
    element: 'descripGrp',
    ...found.group,
    children: withMember(members, known, source),
  })
}

function withMember(members: DataNode[], known: number, source: string): DataNode[] {
  if (known === -1) return members.toSpliced(1, 0, { element: 'admin', category: 'source', content: [source] })
  return source === '' ? members.toSpliced(known, 1) : members.with(known, { ...members[known]!, content: [source] })
}

const categoryOf = ({ category }: Field): { category?: string } => (category ? { category } : {})
