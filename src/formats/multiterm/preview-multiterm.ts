import type { Level } from '../model/concept-entry.js'
import { entryStream } from '../xml/entry-stream.js'
import { childElements, treeText, type XmlTree } from '../xml/xml-tree.js'
import { categoryOfField } from './fields.js'

/** A field of a termbase, as it is met in a file: what the person who maps it needs to see. */
export interface FieldPreview {
  name: string
  levels: Level[]
  count: number
  /** The first different values, cut at 120 characters. */
  samples: string[]
  /** What its name means by itself, or null. */
  category: string | null
}

export interface MultitermPreview {
  concepts: number
  /** As the file writes them. */
  languages: string[]
  /** In the order in which they are met. */
  fields: FieldPreview[]
}

const maxSamples = 5
const sampleLength = 120

/** The languages and fields of a MultiTerm file, for the dialog that maps fields to data categories. Reads all of it. */
export async function previewMultiterm(
  chunks: AsyncIterable<Uint8Array>,
  options: { file?: string; encoding?: string } = {},
): Promise<MultitermPreview> {
  const fields = new Map<string, FieldPreview>()
  const languages = new Set<string>()
  let concepts = 0
  const trees = await entryStream<XmlTree>(chunks, {
    ...options,
    names: new Set(['conceptGrp']),
    root: () => {},
    build: (tree) => tree,
  })
  for await (const tree of trees) {
    concepts++
    visit(tree, 'concept', { fields, languages })
  }
  return { concepts, languages: [...languages], fields: [...fields.values()] }
}

/** The level that begins with an element. */
const levels: Record<string, Level> = { languageGrp: 'language', termGrp: 'term' }

function visit(tree: XmlTree, level: Level, met: { fields: Map<string, FieldPreview>; languages: Set<string> }): void {
  for (const child of childElements(tree)) {
    if (child.local === 'language') met.languages.add(child.attributes['lang'] ?? child.attributes['type'] ?? '')
    if (child.local === 'descrip') count(child, level, met.fields)
    visit(child, levels[child.local] ?? level, met)
  }
}

function count(tree: XmlTree, level: Level, fields: Map<string, FieldPreview>): void {
  const name = tree.attributes['type'] ?? ''
  let field = fields.get(name)
  if (!field) fields.set(name, (field = { name, levels: [], count: 0, samples: [], category: categoryOfField(name) }))
  field.count++
  if (!field.levels.includes(level)) field.levels.push(level)
  const sample = treeText(tree).replaceAll(/\s+/g, ' ').trim().slice(0, sampleLength)
  if (sample && field.samples.length < maxSamples && !field.samples.includes(sample)) field.samples.push(sample)
}
