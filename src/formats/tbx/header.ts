import { textOfContent, type Content, type Markup } from '../model/concept-entry.js'
import type { GlossaryHeader } from '../model/glossary.js'
import type { ConformContext } from './conform/context.js'
import { fit } from './grammar/fit.js'
import { grammars } from './grammar/grammars.js'
import type { Grammar } from './grammar/notation.js'

const markup = (name: string, content: Content, attributes: Record<string, string> = {}): Markup => ({
  name,
  attributes,
  content,
})
const paragraph = (text: string): Markup => markup('p', [text])
const isMarkup = (part: string | Markup): part is Markup => typeof part !== 'string'

/** The order that the schema wants inside `fileDesc`. */
const order = {
  tbx: ['publicationStmt', 'titleStmt', 'sourceDesc'],
  martif: ['titleStmt', 'publicationStmt', 'sourceDesc'],
}

/** The header as read, as far as the style allows it, or one made from title and description. */
export function headerOf(header: GlossaryHeader, context: ConformContext): Markup {
  const martif = context.dialect.style === 'martif'
  const read = header.tbxHeader
  const parts = (name: string): Markup[] => (read ? childrenOf(read, name) : [])
  const fileDesc = parts('fileDesc')[0]
  const described = [
    ...(fileDesc ? childrenOf(fileDesc) : []),
    ...(!hasChild(fileDesc, 'titleStmt') && header.title
      ? [markup('titleStmt', [markup('title', [header.title])])]
      : []),
    ...(hasChild(fileDesc, 'sourceDesc') ? [] : [markup('sourceDesc', [paragraph(sourceText(header))])]),
  ]
  const sorted = order[martif ? 'martif' : 'tbx'].flatMap((name) => described.filter((part) => part.name === name))
  const encoding = encodingDescription(parts('encodingDesc'), { from: header.style, martif })
  const children = [
    markup('fileDesc', martif ? sorted : oneSource(sorted), fileDesc?.attributes),
    ...encoding,
    ...parts('revisionDesc').slice(0, 1),
  ]
  const named = withNames(markup(martif ? 'martifHeader' : 'tbxHeader', children, read?.attributes), context)
  return fit(named, grammarFor(context), context.losses) ?? named
}

const grammarFor = ({ dialect }: ConformContext): Grammar =>
  grammars[dialect.style === 'martif' ? 'martifBasic' : 'tbx3']

function sourceText({ description, title }: GlossaryHeader): string {
  return description || title || 'Glossary'
}

/** TBX 3 takes one `sourceDesc`, TBX 2008 several. */
function oneSource(parts: Markup[]): Markup[] {
  const sources = parts.filter(({ name }) => name === 'sourceDesc')
  const [first] = sources
  if (!first || sources.length === 1) return parts
  const merged = { ...first, content: sources.flatMap((source) => childrenOf(source)) }
  return [...parts.filter(({ name }) => name !== 'sourceDesc'), merged]
}

const constraints = 'TBXBasicXCSV02.xcs'

const isConstraint = ({ attributes }: Markup): boolean => /^(XCSURI|DCSName|XCSContent)$/.test(attributes['type'] ?? '')

/** TBX 2008 names its constraint file here; from one edition to the other that is no longer true. */
function encodingDescription(
  read: Markup[],
  { from, martif }: { from: GlossaryHeader['style']; martif: boolean },
): Markup[] {
  const all = read.flatMap((part) => childrenOf(part))
  const kept = martif || from === 'martif' ? all.filter((part) => !isConstraint(part)) : all
  const paragraphs = martif ? [markup('p', [constraints], { type: 'XCSURI' }), ...kept] : kept
  return paragraphs.length > 0 ? [markup('encodingDesc', paragraphs, read[0]?.attributes)] : []
}

/** Elements of the back matter, TBX 2008 name first. */
const sectionNames: Record<string, string> = { refObjectList: 'refObjectSec' }

/** Back matter as the style allows it, and an object for every reference that would lead nowhere. */
export function conformBackMatter(sections: Markup[], context: ConformContext): Markup[] {
  const martif = context.dialect.style === 'martif'
  const named = sections.map((section) => withNames(martif ? withPlainObjects(section, context) : section, context))
  const own = named.flatMap((section) => fit(section, grammarFor(context), context.losses) ?? leftOut(section, context))
  const missing = context.ids.undefinedReferences()
  if (missing.length === 0) return own
  context.losses.add('reference to what the file does not hold', 'changed', missing.length)
  const objects = missing.map(({ raw, name }) => markup('refObject', [markup('item', [raw])], { id: name }))
  return [...own, markup(martif ? 'refObjectList' : 'refObjectSec', objects, { type: 'unresolved' })]
}

function leftOut(section: Markup, { losses }: ConformContext): Markup[] {
  losses.add(`section ${section.name} of the back matter`)
  return []
}

/** TBX-Basic 2008 has items only; groups and sets of them are told one after the other. */
function withPlainObjects(section: Markup, { losses }: ConformContext): Markup {
  const objects = childrenOf(section, 'refObject').map((object) => {
    const items = childrenOf(object).flatMap((part) => itemsOf(part))
    if (items.length !== object.content.filter(isMarkup).length)
      losses.add('group of items in the back matter', 'changed')
    return { ...object, content: items }
  })
  return { ...section, content: objects }
}

function itemsOf(part: Markup): Markup[] {
  if (part.name === 'itemSet' || part.name === 'itemGrp') return childrenOf(part).flatMap((inner) => itemsOf(inner))
  return [part.name === 'item' ? part : markup('item', [textOfContent(part.content)])]
}

/** Names of the style, ids as the file has them, targets that exist. */
function withNames(part: Markup, context: ConformContext): Markup {
  const martif = context.dialect.style === 'martif'
  const rename = Object.entries(sectionNames).find(([old, name]) => part.name === (martif ? name : old))
  const name = rename ? rename[martif ? 0 : 1] : part.name
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(part.attributes)) {
    if (key === 'id') attributes['id'] = context.ids.define(value)
    else if (key === 'target' && !/^https?:/.test(value)) {
      const target = context.ids.refer(value)
      if (target) attributes['target'] = target
    } else attributes[key] = value
  }
  return {
    name,
    attributes,
    content: part.content.map((inner) => (isMarkup(inner) ? withNames(inner, context) : inner)),
  }
}

function childrenOf(part: Markup, name?: string): Markup[] {
  return part.content.filter(isMarkup).filter((child) => name === undefined || child.name === name)
}

function hasChild(part: Markup | undefined, name: string): boolean {
  return part !== undefined && childrenOf(part, name).length > 0
}
