import { parse } from 'csv-parse/sync'
import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage, type LanguageTag } from '../../shared/language-tag.js'
import type { ConceptEntry } from '../model/concept-entry.js'
import type { GlossaryReading } from '../model/glossary.js'
import { toConceptEntry, type PlainConcept, type PlainLanguage } from '../model/plain-concept.js'
import { WarningList } from '../model/warning-list.js'
import { decodeText } from '../text/decode-text.js'
import { withoutApostrophe } from './cells.js'
import { columns, type Column } from './columns.js'

export interface ReadTableOptions {
  file?: string
  encoding?: string
  /** What the two columns of a table without header are written in. */
  source?: LanguageTag
  target?: LanguageTag
}

interface Row {
  line: number
  cells: string[]
}

/** A glossary as a table: a row per term as it is written here, a row per concept with a column per language, or two columns without header. */
export function readTable(bytes: Uint8Array, options: ReadTableOptions): GlossaryReading {
  const { file, encoding, source, target } = options
  const languages = source && target ? [source, target] : undefined
  const { text } = decodeText(bytes, { file, encoding, languages })
  const rows = rowsOf(text, file)
  const warnings = new WarningList()
  const layout = layoutOf(rows, options)
  const entries = layout.kind === 'terms' ? byTerms(layout, file) : byConcepts(layout, warnings)
  return {
    format: text.includes('\t') ? 'tsv' : 'csv',
    header: { languages: layout.kind === 'concepts' ? layout.languages.map(({ language }) => language) : undefined },
    entries: streamed(entries),
    backMatter: [],
    warnings: warnings.list,
  }
}

// oxlint-disable-next-line typescript/require-await -- tables are read at once; readers of streams are asked alike
async function* streamed(entries: Iterable<ConceptEntry>): AsyncIterable<ConceptEntry> {
  yield* entries
}

function rowsOf(text: string, file?: string): Row[] {
  const delimiter = delimiterOf(text)
  try {
    const records = parse(text, {
      delimiter,
      quote: delimiter === '\t' ? null : '"',
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({
      line: info.lines,
      cells: record.map((cell) => withoutApostrophe(cell).trim()),
    }))
  } catch (error) {
    const line = (error as { lines?: number }).lines
    throw new DomainError('unreadable-file', `The table breaks at line ${line ?? 1}: a quoted cell is not closed.`, {
      remedy: 'Close the quote, or save the table again.',
      place: { file, line },
    })
  }
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)![0].replaceAll(/"[^"]*"/g, '')
  const counts = ['\t', ',', ';', '|'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }))
  return counts.sort((a, b) => b.count - a.count)[0]!.delimiter
}

interface TermLayout {
  kind: 'terms'
  rows: Row[]
  columns: (Column | undefined)[]
}

interface ConceptLayout {
  kind: 'concepts'
  rows: Row[]
  columns: (Column | undefined)[]
  languages: { index: number; language: LanguageTag }[]
}

/** What other programs call the columns. */
const otherTitles: Record<string, string> = {
  id: 'concept',
  conceptid: 'concept',
  domain: 'subjectField',
  subject: 'subjectField',
  status: 'administrativeStatus',
  usagestatus: 'administrativeStatus',
  pos: 'partOfSpeech',
  gender: 'grammaticalGender',
  notes: 'note',
  comment: 'note',
  lang: 'language',
}

function columnOf(title: string): Column | undefined {
  const key = title.toLowerCase().replaceAll(/[\s_-]/g, '')
  const wanted = (otherTitles[key] ?? key).toLowerCase()
  return columns.find(({ title }) => title.toLowerCase() === wanted)
}

function layoutOf(rows: Row[], { file, source, target }: ReadTableOptions): TermLayout | ConceptLayout {
  const titles = rows[0]?.cells ?? []
  const named = titles.map(columnOf)
  const has = (title: string): boolean => named.some((column) => column?.title === title)
  if (has('term') && has('language')) return { kind: 'terms', rows: rows.slice(1), columns: named }
  const languages = titles.flatMap((title, index) => languageColumn(title, index, { source, target }))
  if (languages.length >= 2) return { kind: 'concepts', rows: rows.slice(1), columns: named, languages }
  if (source && target && titles.length >= 2)
    return {
      kind: 'concepts',
      rows,
      columns: [],
      languages: [
        { index: 0, language: source },
        { index: 1, language: target },
      ],
    }
  throw new DomainError('unreadable-file', 'The table does not say which languages its columns are in.', {
    remedy: 'Name the columns by language code in the first row (zh, en …), or say source and target language.',
    place: { file, line: 1 },
  })
}

function languageColumn(title: string, index: number, { source, target }: ReadTableOptions) {
  if (/^source$/i.test(title) && source) return [{ index, language: source }]
  if (/^target$/i.test(title) && target) return [{ index, language: target }]
  if (columnOf(title) || !/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(title)) return []
  const language = canonicalLanguage(title)
  return language ? [{ index, language }] : []
}

/** Rows of one concept follow each other; so do those of one language. */
function* byTerms({ rows, columns }: TermLayout, file?: string): Iterable<ConceptEntry> {
  let concept: PlainConcept | null = null
  let id: string | undefined
  for (const row of rows) {
    const fields = fieldsOf(row, columns)
    const language = canonicalLanguage(fields.language['language'] ?? '')
    if (!language) throw wrongLanguage(row, fields.language['language'], file)
    if (!concept || fields.concept['id'] === undefined || fields.concept['id'] !== id) {
      if (concept) yield toConceptEntry(concept)
      id = fields.concept['id']
      concept = { ...fields.concept, id: id ?? `row-${row.line}`, languages: [] }
    }
    addTerm(concept, { ...fields.language, language, terms: [] }, fields.term)
  }
  if (concept) yield toConceptEntry(concept)
}

function addTerm(concept: PlainConcept, section: PlainLanguage, term: Record<string, string>): void {
  let known = concept.languages.find(({ language }) => language === section.language)
  if (!known) concept.languages.push((known = section))
  const { text, ...fields } = term
  if (text) known.terms.push({ ...fields, text })
}

type Fields = Record<Column['of'], Record<string, string>>

function fieldsOf({ cells }: Row, columns: (Column | undefined)[]): Fields {
  const fields: Fields = { concept: {}, language: {}, term: {} }
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (column && cell) fields[column.of][column.field] = cell
  }
  return fields
}

function wrongLanguage({ line }: Row, written: string | undefined, file?: string): DomainError {
  return new DomainError('unreadable-file', `Line ${line} has the language "${written ?? ''}", which is none.`, {
    remedy: 'Use a BCP 47 code such as zh, zh-Hant, en or en-GB.',
    place: { file, line },
  })
}

/** Synonyms stand in one cell, set apart by a bar, or in rows of one concept id. */
function* byConcepts({ rows, columns, languages }: ConceptLayout, warnings: WarningList): Iterable<ConceptEntry> {
  for (const row of rows) {
    const fields = fieldsOf(row, columns)
    const sections = languages.map(({ index, language }) => ({ language, terms: termsIn(row.cells[index]) }))
    const filled = sections.filter(({ terms }) => terms.length > 0)
    if (filled.length === 0) warnings.add('empty-row', 'A row has no term; it was left out.', row.line)
    else yield toConceptEntry({ ...fields.concept, id: fields.concept['id'] ?? `row-${row.line}`, languages: filled })
  }
}

function termsIn(cell: string | undefined): { text: string }[] {
  const texts = (cell ?? '').split('|').map((text) => text.trim())
  return texts.filter((text) => text !== '').map((text) => ({ text }))
}
