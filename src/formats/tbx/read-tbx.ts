import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage } from '../../shared/language-tag.js'
import { plainText, textOfContent, type ConceptEntry, type Markup } from '../model/concept-entry.js'
import type { GlossaryHeader, GlossaryReading } from '../model/glossary.js'
import { atLine } from '../model/entry-lines.js'
import { WarningList } from '../model/warning-list.js'
import { xmlReader, type XmlElement } from '../xml/xml-reader.js'
import { childElements, toMarkup, treeText, withoutLayout, XmlTreeBuilder, type XmlTree } from '../xml/xml-tree.js'
import { tbxNamespaces } from './namespaces.js'
import { layoutOfEntry, readEntry } from './read-entry.js'

export interface ReadTbxOptions {
  file?: string
  encoding?: string
  /** Leave out the control characters that XML forbids instead of refusing the file. */
  repair?: boolean
  maxTermsOfEntry?: number
}

const maxElementsOfEntry = 20_000
const maxText = 1_000_000
/** The back matter may hold pictures as base64 text. */
const maxTextOfBack = 16_000_000

const roots: Record<string, GlossaryHeader['style']> = { martif: 'martif', tbx: 'dca', TBX: 'min-2013' }
const entryNames = new Set(['conceptEntry', 'termEntry'])
const headerNames = new Set(['tbxHeader', 'martifHeader', 'header'])
const backNames = new Set(['refObjectSec', 'refObjectList'])

/** What belongs into an entry; a file that lost a tag has it elsewhere. */
const outside = new Set(['langSec', 'langSet', 'termSec', 'tig', 'ntig', 'descrip', 'descripGrp', 'transacGrp', 'note'])

/** Elements of the header and the back matter that hold text; in the others white space is layout. */
const mixed = new Set(['p', 'title', 'note', 'item'])

/**
 * TBX of any edition, dialect and style as a stream of entries, by local names. The header is there when the promise is
 * kept; memory follows the largest entry, not the file.
 */
export async function readTbx(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadTbxOptions = {},
): Promise<GlossaryReading> {
  const parsing = startParsing(options)
  const input = chunks[Symbol.asyncIterator]()
  const advance = async (): Promise<boolean> => {
    const { done, value } = await input.next()
    if (done) parsing.end()
    else parsing.write(value)
    return !done
  }
  let more = true
  while (more && !parsing.hasEntries()) more = await advance()

  async function* entries(): AsyncIterable<ConceptEntry> {
    yield* parsing.takeEntries()
    while (more) {
      more = await advance()
      yield* parsing.takeEntries()
    }
  }
  return {
    format: 'tbx',
    header: parsing.header,
    entries: entries(),
    backMatter: parsing.backMatter,
    warnings: parsing.warnings,
  }
}

function startParsing(options: ReadTbxOptions) {
  const { file, maxTermsOfEntry = 2000 } = options
  const header: GlossaryHeader = {}
  const backMatter: Markup[] = []
  const warnings = new WarningList()
  const warn = (code: string, message: string, line: number): void => warnings.add(code, message, line)
  const small = new XmlTreeBuilder({
    file,
    maxText,
    maxElements: maxElementsOfEntry,
    layout: layoutOfEntry,
    onStrayText: ({ local, line }) =>
      warn('stray-text', `Text stands between the elements of "${local}"; it was left out.`, line),
  })
  const large = new XmlTreeBuilder({ file, maxText: maxTextOfBack, maxElements: 1_000_000 })
  let queue: ConceptEntry[] = []
  let building: XmlTreeBuilder | null = null
  let rootSeen = false
  let entryCount = 0
  let termCount = 0

  const open = (element: XmlElement): void => {
    if (!rootSeen) {
      rootSeen = true
      Object.assign(header, rootHeader(element, file))
    } else if (building) {
      countTerm(element)
      building.begin(element)
    } else if (entryNames.has(element.local) || headerNames.has(element.local) || backNames.has(element.local)) {
      building = backNames.has(element.local) ? large : small
      termCount = 0
      building.begin(element)
    } else if (outside.has(element.local))
      warn('outside-entry', `An element "${element.local}" stands outside any entry; it was not read.`, element.line)
  }
  const countTerm = ({ local, line, column }: XmlElement): void => {
    if (local === 'term' && ++termCount > maxTermsOfEntry)
      throw new DomainError('too-large', `One entry has more than ${maxTermsOfEntry} terms.`, {
        remedy: 'An entry is one concept: check what produced the file.',
        place: { file, line, column },
      })
  }
  const close = (): void => {
    const tree = building?.close()
    if (!tree) return
    building = null
    if (entryNames.has(tree.local))
      queue.push(atLine(readEntry(tree, { language: header.language, warn }, `entry-${++entryCount}`), tree.line))
    else if (headerNames.has(tree.local)) Object.assign(header, readHeader(tree, header))
    else backMatter.push(withoutLayout(toMarkup(tree, tbxNamespaces), mixed))
  }
  const reader = xmlReader(
    {
      open,
      close,
      text: (text) => building?.text(text),
      warn: (message, line) => warn('unusual-start', message, line),
    },
    {
      file,
      encoding: options.encoding,
      repair: options.repair,
      maxText: () => (building === large ? maxTextOfBack : 2 * maxText),
    },
  )
  return {
    header,
    backMatter,
    warnings: warnings.list,
    write: (bytes: Uint8Array) => reader.write(bytes),
    end: () => reader.end(),
    hasEntries: () => queue.length > 0,
    takeEntries(): ConceptEntry[] {
      const taken = queue
      queue = []
      return taken
    },
  }
}

function rootHeader({ local, attributes, line, column }: XmlElement, file?: string): GlossaryHeader {
  const style = roots[local]
  if (!style)
    throw new DomainError('unreadable-file', `The file is XML with the root element "${local}", not TBX.`, {
      remedy: 'Choose a TBX file: its root element is tbx, martif or TBX.',
      place: { file, line, column },
    })
  const declared = attributes['style']?.toLowerCase()
  return {
    dialect: attributes['type'] ?? attributes['dialect'],
    style: declared === 'dct' ? 'dct' : style,
    language: attributes['xml:lang'] ?? attributes['lang'],
  }
}

function readHeader(tree: XmlTree, root: GlossaryHeader): GlossaryHeader {
  if (tree.local === 'header') return readOldHeader(tree)
  const tbxHeader = { ...withoutLayout(toMarkup(tree, tbxNamespaces), mixed), name: 'tbxHeader' }
  const title = textAt(tbxHeader, 'title')
  const description = textAt(tbxHeader, 'sourceDesc')
  return { ...root, tbxHeader, ...(title && { title }), ...(description && { description }) }
}

/** The header of TBX-Min 2013: an id that serves as title, the languages and a description. */
function readOldHeader(tree: XmlTree): GlossaryHeader {
  const children = childElements(tree)
  const text = (name: string): string =>
    plainText(
      children
        .filter(({ local }) => local === name)
        .map(treeText)
        .join(' '),
    )
  const languages = children.find(({ local }) => local === 'languages')?.attributes ?? {}
  const pair = [languages['source'], languages['target']].map((code) => (code ? canonicalLanguage(code) : null))
  return {
    title: text('id') || undefined,
    description: text('description') || undefined,
    languages: pair.filter((code) => code !== null),
    language: languages['source'],
  }
}

/** The text of the first element of this name, at any depth. */
function textAt(markup: Markup, name: string): string {
  if (markup.name === name) return plainText(textOfContent(markup.content))
  for (const part of markup.content) {
    const found = typeof part === 'string' ? '' : textAt(part, name)
    if (found) return found
  }
  return ''
}
