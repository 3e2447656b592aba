import { canonicalLanguage } from '../../shared/language-tag.js'
import { plainText, type ConceptEntry, type DataNode, type LanguageSection } from '../model/concept-entry.js'
import type { GlossaryHeader, GlossaryReading } from '../model/glossary.js'
import { WarningList } from '../model/warning-list.js'
import { entryStream } from '../xml/entry-stream.js'
import { childElements, treeText, type XmlTree } from '../xml/xml-tree.js'
import { inlineCodes } from './inline-codes.js'

export interface ReadTmxGlossaryOptions {
  file?: string
  encoding?: string
}

/** Longer segments are sentences, not terms. */
const maxTermLength = 120

/** The property that the units of one concept share, as they are written here. */
export const conceptProperty = 'x-concept'

/** A translation memory of short segments as a glossary: a unit is a concept, units with the same `x-concept` are one. */
export async function readTmxGlossary(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadTmxGlossaryOptions = {},
): Promise<GlossaryReading> {
  const { file, encoding } = options
  const warnings = new WarningList()
  const header: GlossaryHeader = {}
  let count = 0
  const units = await entryStream<ConceptEntry>(chunks, {
    file,
    encoding,
    names: new Set(['header', 'tu']),
    root: () => {},
    build: (tree) => {
      if (tree.local === 'tu') return readUnit(tree, `unit-${++count}`, warnings)
      const source = tree.attributes['srclang'] ?? ''
      if (source !== '*all*') header.language = source
      return null
    },
    warn: (message, line) => warnings.add('unusual-start', message, line),
  })
  return { format: 'tmx', header, entries: joined(units), backMatter: [], warnings: warnings.list }
}

function readUnit(tree: XmlTree, fallbackId: string, warnings: WarningList): ConceptEntry | null {
  const children = childElements(tree)
  const languages: LanguageSection[] = []
  for (const variant of children.filter(({ local }) => local === 'tuv')) addVariant(languages, variant, warnings)
  const terms = languages.flatMap((section) => section.terms)
  if (terms.length === 0) {
    warnings.add('empty-unit', 'A translation unit has no term; it was left out.', tree.line)
    return null
  }
  if (terms.some(({ text }) => text.length > maxTermLength)) {
    warnings.add('sentence', `A unit of more than ${maxTermLength} characters is no term; it was left out.`, tree.line)
    return null
  }
  const concept = children.find(({ local, attributes }) => local === 'prop' && attributes['type'] === conceptProperty)
  const id = concept ? textOf(concept) : tree.attributes['tuid']
  return { id: id || fallbackId, nodes: nodesOf(tree, children), languages }
}

function addVariant(languages: LanguageSection[], variant: XmlTree, warnings: WarningList): void {
  const written = variant.attributes['xml:lang'] ?? variant.attributes['lang'] ?? ''
  const language = canonicalLanguage(written)
  if (!language) warnings.add('unknown-language', `"${written}" is not a language code.`, variant.line)
  const segment = childElements(variant).find(({ local }) => local === 'seg')
  const text = segment ? plainText(textWithoutCodes(segment)) : ''
  if (text === '') return
  const known = languages.find((section) => section.language === (language ?? 'und'))
  if (!known)
    languages.push({
      language: language ?? 'und',
      ...(written && written !== language && { languageAsWritten: written }),
      nodes: [],
      terms: [{ text, nodes: [] }],
    })
  else if (!known.terms.some((term) => term.text === text)) known.terms.push({ text, nodes: [] })
}

function textWithoutCodes(tree: XmlTree): string {
  return tree.content
    .map((part) => (typeof part === 'string' ? part : inlineCodes.has(part.local) ? '' : textWithoutCodes(part)))
    .join('')
}

const textOf = (tree: XmlTree): string => plainText(treeText(tree))

/** Properties that mean a data category. Others keep their names. */
const properties: Record<string, { element: string; category: string }> = {
  subject: { element: 'descrip', category: 'subjectField' },
  domain: { element: 'descrip', category: 'subjectField' },
  subjectField: { element: 'descrip', category: 'subjectField' },
  definition: { element: 'descrip', category: 'definition' },
  client: { element: 'admin', category: 'customerSubset' },
  project: { element: 'admin', category: 'projectSubset' },
}

function nodesOf({ attributes }: XmlTree, children: XmlTree[]): DataNode[] {
  const told = children.flatMap((child): DataNode[] => {
    const content = [textOf(child)]
    if (content[0] === '') return []
    if (child.local === 'note') return [{ element: 'note', content }]
    const type = child.attributes['type'] ?? ''
    if (child.local !== 'prop' || type === conceptProperty || type === '') return []
    return [{ ...(properties[type] ?? { element: 'admin', category: type }), content }]
  })
  const history = (type: string, person: string | undefined, date: string | undefined): DataNode[] => {
    if (!person && !date) return []
    const nodes: DataNode[] = [{ element: 'transac', category: 'transactionType', content: [type] }]
    if (person) nodes.push({ element: 'transacNote', category: 'responsibility', content: [person] })
    if (date) nodes.push({ element: 'date', content: [readableDate(date)] })
    return [{ element: 'transacGrp', children: nodes }]
  }
  return [
    ...told,
    ...history('origination', attributes['creationid'], attributes['creationdate']),
    ...history('modification', attributes['changeid'], attributes['changedate']),
  ]
}

/** 20240131T101500Z -> 2024-01-31T10:15:00Z */
function readableDate(date: string): string {
  return date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/, '$1-$2-$3T$4:$5:$6$7')
}

/** Units of one concept follow each other. */
async function* joined(units: AsyncIterable<ConceptEntry>): AsyncIterable<ConceptEntry> {
  let concept: ConceptEntry | null = null
  for await (const unit of units) {
    if (concept?.id === unit.id) addUnit(concept, unit)
    else {
      if (concept) yield concept
      concept = unit
    }
  }
  if (concept) yield concept
}

function addUnit(concept: ConceptEntry, unit: ConceptEntry): void {
  for (const section of unit.languages) {
    const known = concept.languages.find(({ language }) => language === section.language)
    if (!known) concept.languages.push(section)
    else
      for (const term of section.terms) if (!known.terms.some(({ text }) => text === term.text)) known.terms.push(term)
  }
}
