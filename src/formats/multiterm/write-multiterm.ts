import { fromConceptEntry, type PlainConcept, type PlainLanguage } from '../model/plain-concept.js'
import { rowsOf } from '../table/columns.js'
import type { Glossary, LossReport } from '../model/glossary.js'
import { elementXml, escapeText } from '../xml/xml-writer.js'
import { conceptFields, languageAttributes, languageFields, sources, termFields } from './written-fields.js'

/** MultiTerm XML in UTF-16, as MultiTerm itself writes it. Concepts are numbered; the id is a field. */
export async function* writeMultiterm(
  glossary: Glossary,
  { losses }: { losses: LossReport },
): AsyncIterable<Uint8Array> {
  yield utf16('\ufeff<?xml version="1.0" encoding="UTF-16"?>\n<mtf>\n')
  let number = 0
  for await (const entry of glossary.entries) {
    rowsOf(entry, losses)
    yield utf16(conceptXml(fromConceptEntry(entry), ++number))
  }
  if (glossary.backMatter?.length) losses.add('back matter', 'dropped', glossary.backMatter.length)
  yield utf16('</mtf>\n')
}

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')

function conceptXml(concept: PlainConcept, number: number): string {
  const languages = concept.languages.map((section) => `  ${languageXml(section)}\n`).join('')
  return `<conceptGrp>\n  <concept>${number}</concept>\n  ${fieldsXml(concept, conceptFields)}\n${languages}</conceptGrp>\n`
}

function languageXml(section: PlainLanguage): string {
  const terms = section.terms.map((term) =>
    elementXml('termGrp', {}, elementXml('term', {}, escapeText(term.text)) + fieldsXml(term, termFields)),
  )
  const head = elementXml('language', languageAttributes(section.language), '')
  return elementXml('languageGrp', {}, head + fieldsXml(section, languageFields) + terms.join(''))
}

function fieldsXml<T extends object>(record: T, fields: [title: string, field: keyof T][]): string {
  const values = record as Record<string, unknown>
  return fields
    .map(([title, field]) => {
      const value = values[field as string]
      if (typeof value !== 'string' || value === '') return ''
      const source = values[sources[field as string] ?? '']
      const nested = typeof source === 'string' && source ? descripXml('Source', source) : ''
      return descripXml(title, value, nested)
    })
    .join('')
}

function descripXml(title: string, value: string, nested = ''): string {
  return elementXml('descripGrp', {}, elementXml('descrip', { type: title }, escapeText(value)) + nested)
}
