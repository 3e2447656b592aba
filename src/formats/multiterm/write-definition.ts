import { categories } from '../model/categories.js'
import { fromConceptEntry } from '../model/plain-concept.js'
import type { Glossary } from '../model/glossary.js'
import { elementXml, escapeText } from '../xml/xml-writer.js'
import { conceptFields, languageAttributes, languageFields, sources, termFields } from './written-fields.js'

/** A field of the definition, and the fields beneath it. */
interface FieldNode {
  title: string
  values?: string[]
  inner: FieldNode[]
}

/**
 * The termbase definition (.xdt) that `multiterm-xml` of the same glossary is imported into: its languages, and its fields
 * by level, those of a picklist with their values. Made after definitions that MultiTerm and Acrolinx write; the schema,
 * which MultiTerm makes from the rest, is left to it.
 */
export async function* writeMultitermDefinition(glossary: Glossary): AsyncIterable<Uint8Array> {
  const languages = new Set(glossary.header.languages)
  for await (const entry of glossary.entries)
    for (const { language } of fromConceptEntry(entry).languages) languages.add(language)
  yield Buffer.from(
    `\ufeff<?xml version="1.0" encoding="UTF-16"?>\n${definitionXml(glossary, [...languages])}\n`,
    'utf16le',
  )
}

function definitionXml({ header }: Glossary, languages: string[]): string {
  const levels = [conceptFields, languageFields, termFields].map((fields) =>
    fields.map(([title, field]) => fieldNode(title, field)),
  )
  const object = [
    elementXml('Tree', {}, treeXml(levels)),
    elementXml('Languages', {}, languages.map(languageXml).join('')),
    elementXml('TerminologyFields', {}, distinct(levels.flat()).map(descriptionXml).join('')),
    typed('Option', 'i4', '2'),
    typed('CaseSensitive', 'boolean', '1'),
    typed('IgnoreNonAlpha', 'boolean', '0'),
    elementXml('TermbaseDescription', {}, escapeText(header.title ?? '')),
    ...['CopyrightText', 'SplashImage', 'IconFile', 'RefInfo'].map((name) => elementXml(name, {}, '')),
  ]
  return elementXml(
    'Output',
    { 'xmlns:dt': 'urn:schemas-microsoft-com:datatypes' },
    elementXml('Object', {}, object.join('')) + elementXml('Schema', {}, ''),
  )
}

function fieldNode(title: string, field: string): FieldNode {
  const { values } = categories.find(({ name }) => name === field) ?? {}
  return { title, values, inner: sources[field] ? [{ title: 'Source', inner: [] }] : [] }
}

/** What MultiTerm calls its levels and fields by. */
const nodeTypes = { entry: '0', field: '1', index: '2', term: '3' }

/** Each level holds its fields and the level below. */
function treeXml([concept, language, term]: FieldNode[][]): string {
  const level = (title: string, type: string, inner: string): string => nodeXml(title, type, { mandatory: '1', inner })
  const termLevel = level('Term level', nodeTypes.term, term!.map(treeFieldXml).join(''))
  const indexLevel = level('Index level', nodeTypes.index, language!.map(treeFieldXml).join('') + termLevel)
  return level('Entry level', nodeTypes.entry, concept!.map(treeFieldXml).join('') + indexLevel)
}

function treeFieldXml({ title, inner }: FieldNode): string {
  return nodeXml(title, nodeTypes.field, { mandatory: '0', inner: inner.map(treeFieldXml).join('') })
}

function nodeXml(title: string, type: string, { mandatory, inner }: { mandatory: string; inner: string }): string {
  return elementXml(
    'Node',
    { ID: '0' },
    typed('TextChild', 'string', escapeText(title)) +
      typed('NodeType', 'i4', type) +
      typed('Mandatory', 'boolean', mandatory) +
      typed('Multiply', 'boolean', '1') +
      typed('Readonly', 'boolean', '0') +
      elementXml('labels', {}, '') +
      elementXml('description', {}, '') +
      inner,
  )
}

function languageXml(language: string): string {
  const { type, lang } = languageAttributes(language)
  return elementXml('ItemLocale', {}, escapeText(lang)) + elementXml('ItemText', {}, escapeText(type))
}

/** A field is described once, at however many levels it stands. */
function distinct(fields: FieldNode[]): FieldNode[] {
  const all = fields.flatMap((field) => [field, ...field.inner])
  return all.filter(({ title }, index) => all.findIndex((other) => other.title === title) === index)
}

function descriptionXml({ title, values }: FieldNode): string {
  const options = (values ?? []).map((value) => elementXml('PicklistValue', {}, escapeText(value)))
  const structure =
    elementXml('Type', {}, values ? 'Picklist' : 'Text') + options.join('') + elementXml('History', {}, 'F')
  return elementXml(
    'Node',
    { ID: '0' },
    typed('TextChild', 'string', escapeText(title)) + elementXml('Structure', {}, structure),
  )
}

const typed = (name: string, type: string, inner: string): string => elementXml(name, { 'dt:dt': type }, inner)
