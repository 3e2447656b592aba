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
  const [inSections, others] = split(childElements(tree), ({ local }) => sections.has(local))
  const languages: LanguageSection[] = []
  for (const section of inSections) addSection(languages, readSection(section, context), section, context)
  return {
    id: id || fallbackId,
    ...nonEmpty({ attributes }),
    nodes: others.flatMap((child) => toNodes(child, context)),
    languages,
  }
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
  const [inTerms, others] = split(childElements(tree), ({ local }) => termSections.has(local) || local === 'term')
  return {
    ...languageOf(xmlLang ?? lang, tree, context),
    ...nonEmpty({ attributes }),
    nodes: others.flatMap((child) => toNodes(child, context)),
    terms: inTerms.flatMap((section) => readTerms(section, context)),
  }
}

function languageOf(written: string | undefined, { line }: XmlTree, { language: inherited, warn }: EntryContext) {
  if (!written)
    warn('missing-language', 'A language section does not say its language; the one of the file was taken.', line)
  const code = written || inherited || 'und'
  const canonical = canonicalLanguage(code)
  if (!canonical) warn('unknown-language', `"${code}" is no language code.`, line)
  return { language: canonical ?? 'und', ...(canonical !== code && { languageAsWritten: code }) }
}

/** A term section holds one term; files that put two into one get two. */
function readTerms(tree: XmlTree, context: EntryContext): Term[] {
  const children =
    tree.local === 'term'
      ? [tree]
      : childElements(tree).flatMap((child) => (child.local === 'termGrp' ? childElements(child) : [child]))
  const [terms, others] = split(children, ({ local }) => local === 'term')
  if (terms.length > 1) context.warn('two-terms', 'A term section has several terms; they were taken apart.', tree.line)
  const nodes = others.flatMap((child) => toNodes(child, context))
  const attributes = tree.local === 'term' ? {} : tree.attributes
  const filled = terms.filter((term) => plainText(treeText(term)) !== '')
  if (filled.length < Math.max(terms.length, 1))
    context.warn('empty-term', 'A term is empty; it was left out.', tree.line)
  return filled.map((term, index) => ({
    ...textOf(term),
    ...nonEmpty({ termAttributes: term.attributes }),
    ...(index === 0 ? nonEmpty({ attributes }) : {}),
    nodes: index === 0 ? nodes : [],
  }))
}

function textOf(tree: XmlTree): Pick<Term, 'text' | 'content'> {
  const content = toContent(tree, tbxNamespaces)
  const text = plainText(textOfContent(content))
  return content.length === 1 && content[0] === text ? { text } : { text, content }
}

function toNodes(tree: XmlTree, context: EntryContext): DataNode[] {
  if (groups.has(tree.local) && tbxNamespaces.has(tree.uri)) {
    const children = childElements(tree).flatMap((child) => toNodes(child, context))
    return [{ element: tree.local, ...nonEmpty({ attributes: tree.attributes }), children }]
  }
  if (tree.local === 'noteGrp') return childElements(tree).flatMap((child) => toNodes(child, context))
  return [toLeaf(tree, context)]
}

function toLeaf(tree: XmlTree, { warn }: EntryContext): DataNode {
  const content = toContent(tree, tbxNamespaces)
  if (leaves.has(tree.local) && tbxNamespaces.has(tree.uri)) {
    const { type: category, ...attributes } = tree.attributes
    const note = tree.local === 'note' ? keyedNote(tree) : null
    return {
      element: tree.local,
      ...(category !== undefined && { category }),
      ...nonEmpty({ attributes }),
      content: note ?? content,
    }
  }
  const category = findCategory(oldNames[tree.local] ?? tree.local)
  if (category)
    return { element: category.element, category: category.name, ...nonEmpty({ attributes: tree.attributes }), content }
  const element = tbxNamespaces.has(tree.uri) ? tree.local : `{${tree.uri}}${tree.local}`
  warn('unknown-element', `The element "${tree.local}" is none of TBX; it was kept.`, tree.line)
  return { element, ...nonEmpty({ attributes: tree.attributes }), content }
}

/** TBX-Min 2013 has notes of key and value. */
function keyedNote(tree: XmlTree): string[] | null {
  const parts = childElements(tree)
  const [key, value] = ['noteKey', 'noteValue'].map((name) => parts.find(({ local }) => local === name))
  if (!value) return null
  return [key ? `${plainText(treeText(key))}: ${plainText(treeText(value))}` : plainText(treeText(value))]
}

function split<T>(items: T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}

/** The record, or nothing when what it holds is empty: most elements have no attributes. */
function nonEmpty<K extends string>(
  record: Record<K, Record<string, string>>,
): Partial<Record<K, Record<string, string>>> {
  for (const key in record) for (const _ in record[key]) return record
  return {}
}
