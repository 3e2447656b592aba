import { canonicalLanguage } from '../../shared/language-tag.js'
import { findCategory } from '../model/categories.js'
import {
  plainText,
  textOfContent,
  type ConceptEntry,
  type DataNode,
  type LanguageSection,
  type Term,
} from '../model/concept-entry.js'
import { childElements, toContent, treeText, type XmlTree } from '../xml/xml-tree.js'
import { editionOf } from './editions.js'
import { tbxNamespaces } from './namespaces.js'

/** What the reader of a whole file knows that an entry needs. */
export interface EntryContext {
  /** Of the root element, for sections that say nothing. */
  language?: string
  warn(code: string, message: string, line: number): void
}

const sections = new Set(['langSec', 'langSet', 'langGroup'])
const termSections = new Set(['termSec', 'tig', 'ntig', 'termGroup'])
const groups = new Set(['descripGrp', 'adminGrp', 'termNoteGrp', 'transacGrp'])
/** Elements of elements: text between those is layout. */
export const layoutOfEntry = new Set([...sections, ...termSections, ...groups, 'conceptEntry', 'termEntry', 'termGrp'])
const leaves = new Set([
  'descrip',
  'admin',
  'termNote',
  'note',
  'ref',
  'xref',
  'transac',
  'transacNote',
  'adminNote',
  'descripNote',
  'date',
])

/** Elements of TBX-Min 2013 -> the category they became. */
const oldNames: Record<string, string> = { termStatus: 'administrativeStatus', customer: 'customerSubset' }

/** One entry of any dialect and style, by local names: `conceptEntry` of TBX 3, `termEntry` of 2008 and 2013. */
export function readEntry(tree: XmlTree, context: EntryContext, fallbackId: string): ConceptEntry {
  const { id, ...attributes } = tree.attributes
  if (!id) context.warn('missing-id', 'An entry has no id; it got one.', tree.line)
  const nodes: DataNode[] = []
  const languages: LanguageSection[] = []
  for (const child of tree.content) {
    if (typeof child === 'string') continue
    if (sections.has(child.local)) addSection(languages, readSection(child, context), child, context)
    else addNodes(nodes, child, context)
  }
  return { id: id || fallbackId, ...nonEmpty({ attributes }), nodes, languages }
}

function addSection(
  languages: LanguageSection[],
  section: LanguageSection,
  { line }: XmlTree,
  { warn }: EntryContext,
): void {
  const same = languages.find((other) => keyOf(other) === keyOf(section))
  if (!same) {
    languages.push(section)
    return
  }
  warn('same-language-twice', 'An entry has two sections of one language; they were merged.', line)
  same.nodes.push(...section.nodes)
  same.terms.push(...section.terms)
}

const keyOf = ({ language, languageAsWritten }: LanguageSection): string =>
  language === 'und' ? (languageAsWritten ?? '') : language

function readSection(tree: XmlTree, context: EntryContext): LanguageSection {
  const { 'xml:lang': xmlLang, lang, ...attributes } = tree.attributes
  const nodes: DataNode[] = []
  const terms: Term[] = []
  for (const child of tree.content) {
    if (typeof child === 'string') continue
    if (termSections.has(child.local) || child.local === 'term') addTerms(terms, child, context)
    else addNodes(nodes, child, context)
  }
  return { ...languageOf(xmlLang ?? lang, tree, context), ...nonEmpty({ attributes }), nodes, terms }
}

function languageOf(written: string | undefined, { line }: XmlTree, { language: inherited, warn }: EntryContext) {
  if (!written)
    warn('missing-language', 'A language section does not say its language; the one of the file was taken.', line)
  const code = written || inherited || 'und'
  const canonical = canonicalOf(code)
  if (!canonical) warn('unknown-language', `"${code}" is no language code.`, line)
  else if (canonical !== code) warn('language-code', `The language code "${code}" was read as ${canonical}.`, line)
  return { language: canonical ?? 'und', ...(canonical !== code && { languageAsWritten: code }) }
}

/** A file has few languages and names them often. */
const canonicalOf = remembering(canonicalLanguage)

/** A term section holds one term; files that put two into one get two. */
function addTerms(terms: Term[], tree: XmlTree, context: EntryContext): void {
  const nodes: DataNode[] = []
  const own: XmlTree[] = []
  if (tree.local === 'term') own.push(tree)
  else collectTerms(tree, { own, nodes }, context)
  if (own.length > 1) context.warn('two-terms', 'A term section has several terms; they were taken apart.', tree.line)
  let filled = 0
  for (const element of own) {
    const text = textOf(element)
    if (text.text === '') continue
    const isFirst = filled++ === 0
    const attributes = isFirst && element !== tree ? tree.attributes : {}
    terms.push({
      ...text,
      ...nonEmpty({ termAttributes: element.attributes }),
      ...nonEmpty({ attributes }),
      nodes: isFirst ? nodes : [],
    })
  }
  if (filled < Math.max(own.length, 1)) context.warn('empty-term', 'A term is empty; it was left out.', tree.line)
}

function collectTerms(
  tree: XmlTree,
  { own, nodes }: { own: XmlTree[]; nodes: DataNode[] },
  context: EntryContext,
): void {
  for (const child of tree.content) {
    if (typeof child === 'string') continue
    if (child.local === 'term') own.push(child)
    else if (child.local === 'termGrp') collectTerms(child, { own, nodes }, context)
    else addNodes(nodes, child, context)
  }
}

function textOf(tree: XmlTree): Pick<Term, 'text' | 'content'> {
  const content = toContent(tree, tbxNamespaces)
  const text = plainText(textOfContent(content))
  return content.length === 1 && content[0] === text ? { text } : { text, content }
}

function addNodes(nodes: DataNode[], tree: XmlTree, context: EntryContext): void {
  if (leaves.has(tree.local)) nodes.push(toLeaf(tree, context))
  else if (groups.has(tree.local) && tbxNamespaces.has(tree.uri)) {
    const children: DataNode[] = []
    for (const child of tree.content) if (typeof child !== 'string') addNodes(children, child, context)
    nodes.push({ element: tree.local, ...nonEmpty({ attributes: tree.attributes }), children })
  } else if (tree.local === 'noteGrp') for (const child of childElements(tree)) addNodes(nodes, child, context)
  else nodes.push(toLeaf(tree, context))
}

function toLeaf(tree: XmlTree, { warn }: EntryContext): DataNode {
  if (leaves.has(tree.local) && tbxNamespaces.has(tree.uri)) {
    const note = tree.local === 'note' ? keyedNote(tree) : null
    const content = note ?? toContent(tree, tbxNamespaces)
    const category = tree.attributes['type']
    if (category !== undefined) warnOfEdition(category, tree, warn)
    if (category !== undefined && hasOneKey(tree.attributes)) return { element: tree.local, category, content }
    if (category === undefined) return { element: tree.local, ...nonEmpty({ attributes: tree.attributes }), content }
    return { element: tree.local, category, ...nonEmpty({ attributes: withoutType(tree.attributes) }), content }
  }
  const content = toContent(tree, tbxNamespaces)
  const category = findCategory(oldNames[tree.local] ?? tree.local)
  if (category) warnOfEdition(tree.local, tree, warn)
  if (category)
    return { element: category.element, category: category.name, ...nonEmpty({ attributes: tree.attributes }), content }
  const element = tbxNamespaces.has(tree.uri) ? tree.local : `{${tree.uri}}${tree.local}`
  warn('unknown-element', `The element "${tree.local}" is none of TBX; it was kept.`, tree.line)
  return { element, ...nonEmpty({ attributes: tree.attributes }), content }
}

function warnOfEdition(category: string, { line }: XmlTree, warn: EntryContext['warn']): void {
  const edition = editionOf(category)
  if (edition) warn('other-edition', `"${category}" is of ${edition.title}; it was read as ${edition.here}.`, line)
}

/** Most elements have no attribute but their type. */
function hasOneKey(attributes: Record<string, string>): boolean {
  let count = 0
  for (const _ in attributes) if (++count > 1) return false
  return count === 1
}

function withoutType({ type: _, ...others }: Record<string, string>): Record<string, string> {
  return others
}

/** TBX-Min 2013 has notes of key and value. */
function keyedNote(tree: XmlTree): string[] | null {
  const parts = childElements(tree)
  const [key, value] = ['noteKey', 'noteValue'].map((name) => parts.find(({ local }) => local === name))
  if (!value) return null
  return [key ? `${plainText(treeText(key))}: ${plainText(treeText(value))}` : plainText(treeText(value))]
}

function remembering<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = compute(key)
      if (known.size < 1000) known.set(key, value)
    }
    return value
  }
}

/** The record, or nothing when what it holds is empty: most elements have no attributes. */
function nonEmpty<K extends string>(
  record: Record<K, Record<string, string>>,
): Partial<Record<K, Record<string, string>>> {
  for (const key in record)
    for (const _ in record[key]) return { [key]: { ...record[key] } } as Record<K, Record<string, string>>
  return {}
}
