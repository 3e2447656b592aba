import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { plainText, type ConceptEntry } from '../model/concept-entry.js'
import { toConceptEntry, type PlainConcept, type PlainLanguage, type PlainTerm } from '../model/plain-concept.js'
import type { WarningList } from '../model/warning-list.js'
import type { ColumnMeaning, Meanings } from './mapping.js'
import type { TableRow } from './table-row.js'
import { splitTerms } from './terms-in-cell.js'

/** Fields that are the same for all terms in a cell when they are said once. */
const shared = new Set(['administrativeStatus', 'partOfSpeech', 'grammaticalGender', 'termLocation'])

/** Concepts of rows: those with the same id that follow each other are one, those without an id are one each. */
export async function* toConcepts(
  rows: AsyncIterable<TableRow>,
  meanings: Meanings,
  { warnings, file }: { warnings: WarningList; file?: string },
): AsyncIterable<ConceptEntry> {
  const seen = new Set<string>()
  let concept: PlainConcept | null = null
  let id: string | undefined
  for await (const row of rows) {
    const next = meanings.kind === 'terms' ? ofTermRow(row, meanings, { warnings, file }) : ofConceptRow(row, meanings)
    if (meanings.kind === 'concepts' && next.languages.length === 0) {
      warnings.add('empty-row', 'A row has no term; it was left out.', row.line)
      continue
    }
    const own = next.id || undefined
    if (concept && own !== undefined && own === id) merge(concept, next)
    else {
      if (concept) yield toConceptEntry(concept)
      if (own !== undefined && seen.has(own))
        warnings.add(
          'id-returns',
          'Rows of one concept id do not follow each other; each run of them became a concept.',
          row.line,
        )
      if (own !== undefined) seen.add(own)
      id = own
      concept = { ...next, id: own ?? `row-${row.line}` }
    }
  }
  if (concept) yield toConceptEntry(concept)
}

/** What is said of a concept in its first row counts; later ones add languages and terms. */
function merge(concept: PlainConcept, { languages, ...more }: PlainConcept): void {
  fill(concept, more)
  for (const section of languages) {
    const known = concept.languages.find(({ language }) => language === section.language)
    if (!known) {
      concept.languages.push(section)
      continue
    }
    known.terms.push(...section.terms)
    fill(known, section)
  }
}

function fill(known: object, more: object): void {
  const fields = known as Record<string, unknown>
  for (const [field, value] of Object.entries(more)) fields[field] ??= value
}

function ofTermRow(
  row: TableRow,
  { columns }: Meanings,
  { warnings, file }: { warnings: WarningList; file?: string },
): PlainConcept {
  const concept: Record<string, string> = {}
  const section: Record<string, string> = {}
  const term: Record<string, string> = {}
  const records = { concept, language: section, term }
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index]
    if (column && cell) records[column.of][column.field] ??= cell
  }
  const written = section['language'] ?? ''
  const language = canonicalLanguage(written)
  if (!language) throw wrongLanguage(row, written, file)
  if (written !== language)
    warnings.add('language-code', `The language code "${written}" was read as ${language}.`, row.line)
  const text = plainText(term['text'] ?? '')
  const known = { ...section, language, ...(written !== language && { languageAsWritten: written }) }
  const terms = text ? [{ ...term, text }] : []
  return { ...concept, id: concept['id'] ?? '', languages: [{ ...known, terms }] }
}

function wrongLanguage({ line }: TableRow, written: string, file?: string): DomainError {
  return new DomainError('unreadable-file', `Line ${line} has the language "${written}", which is none.`, {
    remedy: 'Use a BCP 47 code such as zh, zh-Hant, en or en-GB.',
    place: { file, line },
  })
}

function ofConceptRow({ cells }: TableRow, { columns, languages }: Meanings): PlainConcept {
  const concept: Record<string, string> = {}
  const sections = new Map<LanguageTag, { fields: Record<string, string>; groups: TermGroup[] }>(
    languages.map((language) => [language, { fields: {}, groups: [] }]),
  )
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (!column || (!cell && column.title !== 'term')) continue
    if (column.of === 'concept') concept[column.field] ??= cell!
    else if (column.of === 'language') ofSection(column, cell!, sections)
    else
      for (const language of column.language ? [column.language] : languages)
        addToTerms(column, cell ?? '', sections.get(language)?.groups)
  }
  const filled = [...sections].map(([language, { fields, groups }]): PlainLanguage => ({
    ...fields,
    language,
    terms: groups.flatMap(termsOf),
  }))
  return { ...concept, id: concept['id'] ?? '', languages: filled.filter(({ terms }) => terms.length > 0) }
}

function ofSection(
  { field, language }: ColumnMeaning,
  cell: string,
  sections: Map<LanguageTag, { fields: Record<string, string> }>,
): void {
  for (const [tag, { fields }] of sections) if (language === undefined || language === tag) fields[field] ??= cell
}

/** The terms of one cell and what the columns beside it say of them. */
interface TermGroup {
  texts: string[] | null
  fields: Record<string, string>
}

/** A second column of the same language begins a second group; what stands before the first belongs to it. */
function addToTerms({ field }: ColumnMeaning, cell: string, groups: TermGroup[] | undefined): void {
  if (!groups) return
  const current = groups.at(-1)
  if (field === 'text') {
    const texts = splitTerms(cell)
    if (current && current.texts === null) current.texts = texts
    else groups.push({ texts, fields: {} })
  } else if (current) current.fields[field] ??= cell
  else groups.push({ texts: null, fields: { [field]: cell } })
}

function termsOf({ texts, fields }: TermGroup): PlainTerm[] {
  const all = texts ?? []
  const values = Object.entries(fields).map(([field, cell]) => ({ field, parts: splitTerms(cell), cell }))
  const terms = all.map((text, index) => {
    const own = values.flatMap(({ field, parts, cell }) => {
      if (parts.length === all.length && all.length > 1) return parts[index] ? [[field, parts[index]]] : []
      return index === 0 || shared.has(field) ? [[field, all.length === 1 ? unescaped(cell) : cell]] : []
    })
    return { ...Object.fromEntries(own), text: plainText(text) } as PlainTerm
  })
  return terms.filter(({ text }) => text !== '')
}

/** One term, one value: a bar is only a bar. */
const unescaped = (cell: string): string =>
  cell.replaceAll(/(\\+)\|/g, (_, slashes: string) =>
    slashes.length % 2 === 1 ? '\\'.repeat((slashes.length - 1) / 2) + '|' : '\\'.repeat(slashes.length / 2) + '|',
  )
