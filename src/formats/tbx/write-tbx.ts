import { DomainError } from '../../shared/errors.js'
import type { ConceptEntry, DataNode, LanguageSection, Markup, Term } from '../model/concept-entry.js'
import { findCategory } from '../model/categories.js'
import type { Glossary, GlossaryHeader, LossReport } from '../model/glossary.js'
import { attributesXml, contentXml, elementXml, escapeText, markupXml } from '../xml/xml-writer.js'
import type { ConformContext } from './conform/context.js'
import { conform } from './conform/entry.js'
import type { Dialect } from './dialects.js'
import { conformBackMatter, headerOf } from './header.js'
import { IdRegistry } from './id-registry.js'
import { coreNamespace, moduleNamespaces } from './namespaces.js'

export interface TbxOptions {
  losses: LossReport
  /** All ids of the glossary, when they are known: references to others are left out. */
  ids?: ReadonlySet<string>
  unknown?: 'drop' | 'note'
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** How one level of a style is written: names of the sections, and one data category. */
interface Style {
  entry: string
  section: string
  term: string
  leaf(node: DataNode): string
}

const dcaLeaf = ({ element, category, attributes, content }: DataNode): string =>
  elementXml(element, { type: category, ...attributes }, contentXml(content))

const styles: Record<Dialect['style'], Style> = {
  dca: { entry: 'conceptEntry', section: 'langSec', term: 'termSec', leaf: dcaLeaf },
  dct: { entry: 'conceptEntry', section: 'langSec', term: 'termSec', leaf: dctLeaf },
  martif: { entry: 'termEntry', section: 'langSet', term: 'tig', leaf: dcaLeaf },
}

/** In DCT a data category is an element of its module. */
function dctLeaf(node: DataNode): string {
  const category = findCategory(node.category)
  if (!category) return dcaLeaf(node)
  return elementXml(`${category.module}:${category.name}`, node.attributes, contentXml(node.content))
}

/** A whole TBX file of the dialect, in pieces: one for the header, one per concept, one for the end. */
export async function* writeTbx(glossary: Glossary, dialect: Dialect, options: TbxOptions): AsyncIterable<string> {
  const context: ConformContext = {
    dialect,
    losses: options.losses,
    ids: new IdRegistry(options.ids),
    unknown: options.unknown ?? 'drop',
  }
  const style = styles[dialect.style]
  yield startOf(glossary, context)
  let count = 0
  for await (const entry of glossary.entries) {
    const conformed = conform(entry, context)
    if (conformed) yield (count++ === 0 ? '<body>\n' : '') + entryXml(conformed, style)
  }
  if (count === 0 && dialect.style === 'martif') throw nothingToWrite()
  yield (count > 0 ? '</body>\n' : '') + endOf(glossary, context)
}

/** TBX 3 may be without a body, TBX 2008 may not. */
function nothingToWrite(): DomainError {
  return new DomainError('invalid-input', 'A file of TBX 2008 cannot be without concepts, and none is left to write.', {
    remedy: 'Choose languages that the glossary has terms in, or another format.',
  })
}

function startOf(glossary: Glossary, context: ConformContext): string {
  const { dialect } = context
  const header = markupXml(headerOf(glossary.header, context))
  const language = glossary.header.language ?? glossary.header.languages?.[0] ?? 'en'
  if (dialect.style === 'martif')
    return `${declaration}<martif${attributesXml({ type: dialect.name, 'xml:lang': language })}>\n${header}\n<text>\n`
  const namespaces: Record<string, string> = { xmlns: coreNamespace }
  if (dialect.style === 'dct')
    for (const { module } of dialect.categories.values()) namespaces[`xmlns:${module}`] = moduleNamespaces[module]!
  const root = attributesXml({
    type: nameOf(glossary.header, dialect),
    style: dialect.style,
    'xml:lang': language,
    ...namespaces,
  })
  return `${declaration}<tbx${root}>\n${header}\n<text>\n`
}

const published = new Set(['TBX-Core', 'TBX-Min', 'TBX-Basic', 'TBX-Linguist'])

/** A private dialect keeps the name it came with (TBX-IATE …); what comes from a published one may say more than that allows. */
function nameOf({ dialect: read, style }: GlossaryHeader, { name, open }: Dialect): string {
  const isPrivate = read !== undefined && /^TBX-\S+$/.test(read) && !published.has(read)
  return open && isPrivate && (style === 'dca' || style === 'dct') ? read : name
}

function endOf(glossary: Glossary, context: ConformContext): string {
  const sections = conformBackMatter(glossary.backMatter ?? [], context)
  const back = sections.length > 0 ? `<back>\n${sections.map(markupXml).join('\n')}\n</back>\n` : ''
  return `${back}</text>\n</${context.dialect.style === 'martif' ? 'martif' : 'tbx'}>\n`
}

function entryXml(entry: ConceptEntry, style: Style): string {
  const sections = entry.languages.map((section) => sectionXml(section, style)).join('')
  return `<${style.entry}${attributesXml({ id: entry.id, ...entry.attributes })}>\n${nodesXml(entry.nodes, '  ', style)}${sections}</${style.entry}>\n`
}

function sectionXml({ language, attributes, nodes, terms }: LanguageSection, style: Style): string {
  const inner = nodesXml(nodes, '    ', style) + terms.map((term) => termXml(term, style)).join('')
  return `  <${style.section}${attributesXml({ 'xml:lang': language, ...attributes })}>\n${inner}  </${style.section}>\n`
}

const isTermNote = ({ element }: DataNode): boolean => element === 'termNote' || element === 'termNoteGrp'

/** The schemas want all term notes before anything else. */
function termXml({ text, content, termAttributes, attributes, nodes }: Term, style: Style): string {
  const ordered = [...nodes.filter(isTermNote), ...nodes.filter((node) => !isTermNote(node))]
  const term = elementXml('term', termAttributes, content ? contentXml(content) : escapeText(text))
  return `    <${style.term}${attributesXml(attributes)}>\n      ${term}\n${nodesXml(ordered, '      ', style)}    </${style.term}>\n`
}

function nodesXml(nodes: DataNode[], indent: string, style: Style): string {
  return nodes.map((node) => indent + nodeXml(node, style) + '\n').join('')
}

function nodeXml(node: DataNode, style: Style): string {
  if (node.children)
    return elementXml(node.element, node.attributes, node.children.map((child) => nodeXml(child, style)).join(''))
  if (node.element.startsWith('{')) return markupXml(foreign(node))
  return node.category === undefined
    ? elementXml(node.element, node.attributes, contentXml(node.content))
    : style.leaf(node)
}

const foreign = ({ element, attributes, content }: DataNode): Markup => ({
  name: element,
  attributes: attributes ?? {},
  content: content ?? [],
})
