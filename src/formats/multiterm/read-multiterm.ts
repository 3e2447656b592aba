import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage } from '../../shared/language-tag.js'
import {
  plainText,
  valueOf,
  type ConceptEntry,
  type DataNode,
  type LanguageSection,
  type Level,
  type Term,
} from '../model/concept-entry.js'
import type { GlossaryReading } from '../model/glossary.js'
import { WarningList } from '../model/warning-list.js'
import { entryStream } from '../xml/entry-stream.js'
import { childElements, treeText, type XmlTree } from '../xml/xml-tree.js'
import { categoryOfField, elementOf, type FieldMapping } from './fields.js'

export interface ReadMultitermOptions {
  file?: string
  encoding?: string
  /** What fields mean that do not say it by their names; see `FieldMapping`. */
  mapping?: FieldMapping
}

interface Context extends ReadMultitermOptions {
  warnings: WarningList
}

/** MultiTerm XML (`mtf`) as a stream of entries. Fields whose meaning nobody knows are kept under their names, and told. */
export async function readMultiterm(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadMultitermOptions = {},
): Promise<GlossaryReading> {
  const { file, encoding } = options
  const warnings = new WarningList()
  let count = 0
  const entries = await entryStream<ConceptEntry>(chunks, {
    file,
    encoding,
    names: new Set(['conceptGrp']),
    root: (element) => {
      if (element.local !== 'mtf') throw notMultiterm(element.local, file)
    },
    build: (tree) => readConcept(tree, `entry-${++count}`, { ...options, warnings }),
    warn: (message, line) => warnings.add('unusual-start', message, line),
  })
  return { format: 'multiterm-xml', header: {}, entries, backMatter: [], warnings: warnings.list }
}

function notMultiterm(root: string, file?: string): DomainError {
  return new DomainError('unreadable-file', `The file is XML with the root element "${root}", not MultiTerm XML.`, {
    remedy: 'Export the termbase from MultiTerm as MultiTerm XML.',
    place: { file },
  })
}

function readConcept(tree: XmlTree, fallbackId: string, context: Context): ConceptEntry {
  const children = childElements(tree)
  const number = textOf(children.find(({ local }) => local === 'concept'))
  const nodes = nodesOf(children, 'concept', context)
  const languages: LanguageSection[] = []
  for (const group of children.filter(({ local }) => local === 'languageGrp'))
    addSection(languages, readSection(group, context))
  return { ...withOwnId(number || fallbackId, nodes), languages }
}

/** What was exported from here has its id in a field; MultiTerm's own numbers are ids elsewhere. */
function withOwnId(number: string, nodes: DataNode[]): Pick<ConceptEntry, 'id' | 'nodes'> {
  const at = nodes.findIndex(({ category }) => category === 'ID')
  const own = at === -1 ? '' : valueOf(nodes[at]!)
  return own ? { id: own, nodes: nodes.toSpliced(at, 1) } : { id: number, nodes }
}

function readSection(group: XmlTree, context: Context): LanguageSection {
  const children = childElements(group)
  const attributes = children.find(({ local }) => local === 'language')?.attributes ?? {}
  const written = attributes['lang'] ?? ''
  const language = canonicalLanguage(written)
  if (!language)
    context.warnings.add(
      'unknown-language',
      `"${written || (attributes['type'] ?? '')}" is not a language code.`,
      group.line,
    )
  const terms = children.filter(({ local }) => local === 'termGrp').flatMap((term) => readTerm(term, context))
  return {
    language: language ?? 'und',
    ...(written && written !== language && { languageAsWritten: written }),
    nodes: nodesOf(children, 'language', context),
    terms,
  }
}

function readTerm(group: XmlTree, context: Context): Term[] {
  const children = childElements(group)
  const text = textOf(children.find(({ local }) => local === 'term'))
  if (text) return [{ text, nodes: nodesOf(children, 'term', context) }]
  context.warnings.add('empty-term', 'A term is empty; it was left out.', group.line)
  return []
}

/** Two sections of one language are one. */
function addSection(languages: LanguageSection[], section: LanguageSection): void {
  const known = languages.find((other) => codeOf(other) === codeOf(section))
  if (!known) languages.push(section)
  else {
    known.terms.push(...section.terms)
    known.nodes.push(...section.nodes)
  }
}

const codeOf = ({ language, languageAsWritten }: LanguageSection): string =>
  language === 'und' ? (languageAsWritten ?? '') : language

function nodesOf(children: XmlTree[], level: Level, context: Context): DataNode[] {
  return children.flatMap((child) => {
    if (child.local === 'descripGrp') return fieldNodes(child, level, context)
    if (child.local === 'transacGrp') return transactionNodes(child)
    if (child.local === 'system') return [{ element: 'admin', category: 'entryClass', content: [textOf(child)] }]
    return []
  })
}

/** A field, the fields that belong to it beneath: a source stays with its definition, others stand on their own. */
function fieldNodes(group: XmlTree, level: Level, context: Context): DataNode[] {
  const children = childElements(group)
  const field = children.find(({ local }) => local === 'descrip')
  if (!field) return []
  const node = fieldNode(field, level, context)
  const inner = children.filter(({ local }) => local === 'descripGrp' || local === 'transacGrp')
  const under = nodesOf(inner, level, context)
  if (!node) return under
  const own = under.filter((nested) => isHeld(node, nested))
  const others = under.filter((nested) => !own.includes(nested))
  return own.length > 0 ? [{ element: `${node.element}Grp`, children: [node, ...own] }, ...others] : [node, ...others]
}

const isHeld = (head: DataNode, { element, category, children }: DataNode): boolean =>
  head.element === 'descrip' && !children && element === 'admin' && category === 'source'

function fieldNode(field: XmlTree, level: Level, { mapping, warnings }: Context): DataNode | null {
  const name = field.attributes['type'] ?? ''
  const text = textOf(field)
  const category = categoryOfField(name, mapping)
  if (category === '' || text === '') return null
  if (category === null) {
    if (name !== 'ID')
      warnings.add('unknown-field', `The field "${name}" is none that is known; it is kept as it is.`, field.line)
    return { element: elementOf(name, level), category: name, content: [text] }
  }
  const element = elementOf(category, level)
  return element === 'note' ? { element, content: [text] } : { element, category, content: [text] }
}

/** MultiTerm writes the person as the text of the transaction, and the moment beside it. */
function transactionNodes(group: XmlTree): DataNode[] {
  const children = childElements(group)
  const transaction = children.find(({ local }) => local === 'transac')
  if (!transaction) return []
  const person = textOf(transaction)
  const date = textOf(children.find(({ local }) => local === 'date'))
  const nodes: DataNode[] = [
    { element: 'transac', category: 'transactionType', content: [transaction.attributes['type'] ?? 'modification'] },
  ]
  if (person) nodes.push({ element: 'transacNote', category: 'responsibility', content: [person] })
  if (date) nodes.push({ element: 'date', content: [date] })
  return [{ element: 'transacGrp', children: nodes }]
}

const textOf = (tree: XmlTree | undefined): string => (tree ? plainText(treeText(tree)) : '')
