import { canonicalLanguage } from '../../shared/language-tag.js'
import { findCategory, standardValue, type Category } from '../model/categories.js'
import {
  textOfContent,
  valueOf,
  type ConceptEntry,
  type Content,
  type DataNode,
  type LanguageSection,
  type Level,
  type Markup,
  type Term,
} from '../model/concept-entry.js'
import type { LossReport } from '../model/glossary.js'
import type { Dialect } from './dialects.js'
import { languagePattern } from './grammar/fit.js'
import type { IdRegistry } from './id-registry.js'

export interface ConformContext {
  dialect: Dialect
  losses: LossReport
  ids: IdRegistry
  /** What becomes of a category that the dialect does not have: it is left out, or told in a note. */
  unknown: 'drop' | 'note'
}

const levelNames: Record<Level, string> = { concept: 'concept', language: 'language', term: 'term' }

/** The entry as the dialect allows it, or null when no term is left. Whatever had to give is counted. */
export function conform(entry: ConceptEntry, context: ConformContext): ConceptEntry | null {
  const { losses, ids } = context
  const languages = mergeLanguages(entry.languages, losses).filter(({ terms }) => terms.length > 0)
  if (languages.length === 0) {
    losses.add('concept without a term')
    return null
  }
  if (ids.isDefined(entry.id)) losses.add('duplicate concept id', 'changed')
  const id = ids.define(entry.id)
  conformId(entry.attributes, context)
  return {
    id,
    nodes: conformNodes(entry.nodes, 'concept', context),
    languages: languages.map((section) => conformSection(section, context)),
  }
}

/** Terms without text are nothing; sections of one language are one. */
function mergeLanguages(sections: LanguageSection[], losses: LossReport): LanguageSection[] {
  const merged = new Map<string, LanguageSection>()
  for (const section of sections) {
    if (section.terms.length === 0) losses.add('language section without a term')
    const terms = section.terms.filter(({ text }) => text !== '')
    if (terms.length < section.terms.length) losses.add('empty term', 'dropped', section.terms.length - terms.length)
    const key =
      section.language === 'und'
        ? (section.languageAsWritten ?? '')
        : (canonicalLanguage(section.language) ?? section.language)
    const first = merged.get(key)
    if (first) losses.add('second section of one language', 'moved')
    merged.set(key, {
      ...section,
      ...first,
      nodes: [...(first?.nodes ?? []), ...section.nodes],
      terms: [...(first?.terms ?? []), ...terms],
    })
  }
  return [...merged.values()]
}

function conformSection(section: LanguageSection, context: ConformContext): LanguageSection {
  const lifted: DataNode[] = []
  const terms = section.terms.map((term) => conformTerm(term, lifted, context))
  const language = conformLanguage(section.languageAsWritten ?? section.language, context)
  conformId(section.attributes, context)
  return { language, nodes: conformNodes([...section.nodes, ...lifted], 'language', context), terms }
}

function conformLanguage(written: string, { losses }: ConformContext): string {
  if (languagePattern.test(written)) return written
  losses.add(`language code ${written}`, 'changed')
  return canonicalLanguage(written) ?? 'und'
}

function conformTerm(term: Term, lifted: DataNode[], context: ConformContext): Term {
  const [atLanguage, nodes] = partition(term.nodes, (node) => movesUp(node, context))
  for (const node of atLanguage) {
    context.losses.add(`${categoryName(node)} at term level`, 'moved')
    lifted.push(node)
  }
  const content = term.content && conformContent(term.content, context, { within: 'term' })
  return {
    text: term.text,
    ...(content && !isPlain(content, term.text) && { content }),
    ...attributesWith(conformId(term.attributes, context)),
    ...termAttributesWith(conformId(term.termAttributes, context)),
    nodes: conformNodes(nodes, 'term', context),
  }
}

const isPlain = (content: Content, text: string): boolean => content.length === 1 && content[0] === text

/** Some files define terms, where the standard has concepts defined. The definition is worth keeping. */
function movesUp(node: DataNode, { dialect }: ConformContext): boolean {
  const head = node.children?.[0] ?? node
  const category = dialect.categories.get(findCategory(head.category)?.name ?? '')
  return !dialect.open && category?.name === 'definition' && category.element === head.element
}

function partition<T>(items: T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}

function conformNodes(nodes: DataNode[], level: Level, context: ConformContext): DataNode[] {
  const kept: DataNode[] = []
  for (const node of nodes) {
    if (node.children) kept.push(...conformGroup(node, level, context))
    else {
      const conformed = conformLeaf(node, { level, group: null }, context)
      if (conformed) kept.push(conformed)
    }
  }
  return kept
}

/** A group whose head goes, goes. Groups inside groups stand beside them, where the schemas let them. */
function conformGroup(group: DataNode, level: Level, context: ConformContext): DataNode[] {
  const { dialect, losses } = context
  const [head, ...members] = group.children!
  const allowed = dialect.groups[group.element]
  if (!head || (!allowed && !dialect.open)) {
    losses.add(`group ${group.element}`, 'moved')
    return conformNodes(group.children!, level, context)
  }
  const place = { level, group: group.element }
  const conformedHead = conformLeaf(head, place, context)
  if (!conformedHead || conformedHead.element === 'note') {
    for (const member of members) losses.add(`${categoryName(member)} of ${categoryName(head)}`)
    return conformedHead ? [conformedHead] : []
  }
  const [groups, others] = partition(members, ({ children }) => children !== undefined && !dialect.open)
  const [outside, leaves] = partition(others, (member) => standsBesideGroup(member, dialect))
  const beside = groups.flatMap((inner) => {
    losses.add(`${inner.element} inside ${group.element}`, 'moved')
    return conformGroup(inner, level, context)
  })
  const conformed = leaves
    .map((leaf) =>
      leaf.children ? conformGroup(leaf, level, context)[0] : conformMember(leaf, place, allowed, context),
    )
    .filter((leaf) => leaf !== null && leaf !== undefined)
  const children = [conformedHead, ...conformed]
  for (const node of outside) losses.add(`${categoryName(node)} in ${group.element}`, 'moved')
  const conformedGroup = { element: group.element, ...attributesWith(conformId(group.attributes, context)), children }
  return [conformedGroup, ...beside, ...conformNodes(outside, level, context)]
}

function standsBesideGroup({ element, category }: DataNode, { adminsInGroups, open }: Dialect): boolean {
  return !open && element === 'admin' && adminsInGroups !== undefined && !adminsInGroups.includes(category ?? '')
}

interface Place {
  level: Level
  group: string | null
}

function conformMember(
  leaf: DataNode,
  place: Place,
  allowed: string[] | undefined,
  context: ConformContext,
): DataNode | null {
  if (context.dialect.open || allowed?.includes(leaf.element)) return conformLeaf(leaf, place, context)
  context.losses.add(`${categoryName(leaf)} in ${place.group}`)
  return null
}

function conformLeaf(node: DataNode, place: Place, context: ConformContext): DataNode | null {
  const { dialect, losses } = context
  if (node.element === 'note') return conformNote(node, context)
  if (node.element === 'date') return conformDate(node, context)
  const category = dialect.categories.get(findCategory(node.category)?.name ?? '')
  const fits = category && isLegal(category, node, place)
  if (fits) return conformCategory(node, category, context)
  if (dialect.open) return { ...node, ...attributesWith(conformAttributes(node, context)) }
  const name =
    category && category.element === node.element
      ? `${categoryName(node)} at ${levelNames[place.level]} level`
      : categoryName(node)
  if (context.unknown === 'note' && place.group === null && valueOf(node)) {
    losses.add(name, 'moved')
    return { element: 'note', content: [`${node.category ?? node.element}: ${valueOf(node)}`] }
  }
  losses.add(name)
  return null
}

function isLegal(category: Category, node: DataNode, { level, group }: Place): boolean {
  if (category.element !== node.element || !category.levels.includes(level)) return false
  if (group === null)
    return category.element !== 'transac' && category.element !== 'transacNote' && category.element !== 'adminNote'
  return category.grouped
}

function conformNote(node: DataNode, context: ConformContext): DataNode {
  return {
    element: 'note',
    ...attributesWith(conformId(node.attributes, context, ['xml:lang'])),
    content: conformContent(node.content ?? [], context, { within: 'note' }),
  }
}

function conformDate(node: DataNode, context: ConformContext): DataNode | null {
  const written = valueOf(node)
  const date = standardDate(written, context.dialect.datesOnly)
  if (date === null) {
    context.losses.add(`date ${written}`)
    return null
  }
  if (date !== written) context.losses.add('time of day or spelling of a date', 'changed')
  return { element: 'date', ...attributesWith(conformId(node.attributes, context)), content: [date] }
}

/** `2024-05-31`, `2024-05-31T10:00:00Z`, `20240531T100000Z`, `2024-05-31 10:00:00` -> xs:date or xs:dateTime. */
export function standardDate(written: string, datesOnly = false): string | null {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(written)
  if (!parts) return null
  const [, year, month, day, hour, minute, second = '00', zone = ''] = parts
  const date = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date) return null
  if (hour === undefined || datesOnly) return date
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    ? `${date}T${hour}:${minute}:${second}${zone}`
    : null
}

function conformCategory(node: DataNode, category: Category, context: ConformContext): DataNode | null {
  const { dialect, losses } = context
  const content = category.values ? conformValue(node, category, context) : conformText(node, context)
  if (content === null) return null
  const attributes = conformAttributes(node, context)
  if (category.external && !dialect.open && !/^https?:\/\/\S/.test(node.attributes?.['target'] ?? '')) {
    losses.add(`${category.name} without an http address`)
    return null
  }
  if (category.element === 'ref' && dialect.textOnly && !attributes['target']) {
    losses.add(`${category.name} that leads nowhere`)
    return null
  }
  if (category.name !== node.category && !dialect.open) losses.add(`${node.category} for ${category.name}`, 'changed')
  return {
    element: node.element,
    category: dialect.open ? node.category : category.name,
    ...attributesWith(attributes),
    content,
  }
}

function conformValue(node: DataNode, category: Category, { losses, dialect }: ConformContext): Content | null {
  const written = valueOf(node)
  const value = standardValue(category, written)
  if (value === null && !dialect.open) {
    losses.add(`${category.name} ${written}`)
    return null
  }
  if (dialect.open) return [written]
  if (value !== written) losses.add(`${category.name} ${written}`, 'changed')
  return [value!]
}

/** Elements of plain text by the schema: everything but what may hold note text. */
const plainElements = new Set(['ref', 'xref', 'transac', 'transacNote', 'adminNote', 'descripNote'])

function conformText(node: DataNode, context: ConformContext): Content {
  const content = node.content ?? []
  if (context.dialect.textOnly || plainElements.has(node.element))
    return withoutMarkup(content, categoryName(node), context)
  return conformContent(content, context, { within: 'text' })
}

function withoutMarkup(content: Content, where: string, { losses }: ConformContext): Content {
  if (content.every((part) => typeof part === 'string')) return content
  losses.add(`markup in ${where}`)
  return [textOfContent(content)]
}

/** Attributes of inline elements by the schema; `id` and `target` are handled apart. */
const inlineAttributes: Record<string, string[]> = {
  hi: ['type'],
  foreign: ['xml:lang'],
  sc: ['isolated'],
  ec: ['isolated', 'disp', 'equiv', 'type', 'subtype'],
  ph: ['type'],
  bpt: ['i', 'type'],
  ept: ['i'],
}

function conformContent(
  content: Content,
  context: ConformContext,
  where: { within: 'term' | 'note' | 'text' },
): Content {
  const parts: Content = []
  for (const part of content) {
    const conformed = typeof part === 'string' ? [part] : conformMarkup(part, context, where)
    for (const piece of conformed) {
      const before = parts.at(-1)
      if (typeof piece === 'string' && typeof before === 'string') parts[parts.length - 1] = before + piece
      else parts.push(piece)
    }
  }
  return parts
}

/** The element, or its text where the element may not be. */
function conformMarkup(markup: Markup, context: ConformContext, where: { within: 'term' | 'note' | 'text' }): Content {
  const { dialect, losses } = context
  const allowed =
    dialect.open || (where.within === 'term' ? markup.name === 'hi' : dialect.inline.includes(markup.name))
  if (!allowed) {
    losses.add(`markup ${markup.name}`)
    return conformContent(markup.content, context, where)
  }
  const inner =
    markup.name === 'foreign' || dialect.open
      ? conformContent(markup.content, context, where)
      : [textOfContent(markup.content)]
  return [
    {
      name: markup.name,
      attributes: conformMarkupAttributes(markup, context),
      content: inner.filter((part) => part !== ''),
    },
  ]
}

function conformMarkupAttributes(markup: Markup, context: ConformContext): Record<string, string> {
  const { dialect, losses, ids } = context
  const allowed = inlineAttributes[markup.name] ?? []
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(markup.attributes)) {
    if (name === 'target' || name === 'startRef') {
      const target = ids.refer(value)
      if (target && markup.name !== 'foreign') attributes[name] = target
      else losses.add(`${name} of ${markup.name}`)
    } else if (name === 'id' && markup.name !== 'hi') attributes['id'] = ids.define(value)
    else if (markup.name === 'hi' && name === 'type' && !dialect.open && !dialect.highlights.includes(value))
      losses.add(`hi type ${value}`)
    else if (dialect.style === 'dct' && name === 'type') losses.add(`type of ${markup.name}`)
    else if (allowed.includes(name) || dialect.open) attributes[name] = value
    else losses.add(`attribute ${name} of ${markup.name}`)
  }
  return attributes
}

/** Elements that may point in DCT. */
const pointers = new Set(['ref', 'transacNote'])

/** id, xml:lang, target and datatype, as far as they may stand; targets inside the file must exist. */
function conformAttributes(node: DataNode, context: ConformContext): Record<string, string> {
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

function conformId(
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

const attributesWith = (attributes: Record<string, string>): { attributes?: Record<string, string> } =>
  Object.keys(attributes).length > 0 ? { attributes } : {}

const termAttributesWith = (termAttributes: Record<string, string>): { termAttributes?: Record<string, string> } =>
  Object.keys(termAttributes).length > 0 ? { termAttributes } : {}

function categoryName(node: DataNode): string {
  const head = node.children?.[0]
  return head ? categoryName(head) : (node.category ?? node.element)
}
