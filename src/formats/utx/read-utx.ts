import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage, type LanguageTag } from '../../shared/language-tag.js'
import type { ConceptEntry } from '../model/concept-entry.js'
import type { GlossaryReading } from '../model/glossary.js'
import { toConceptEntry, type PlainConcept, type PlainTerm } from '../model/plain-concept.js'
import { WarningList } from '../model/warning-list.js'

export interface ReadUtxOptions {
  file?: string
  source?: LanguageTag
  target?: LanguageTag
}

export const isUtx = (text: string): boolean => /^\s*#\s*UTX(-S)?\b/i.test(text)

/** Term statuses of UTX 1.11 and 1.20 -> administrative status. A provisional term has none. */
const statuses: Record<string, string> = {
  approved: 'preferredTerm-admn-sts',
  'non-standard': 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
  rejected: 'supersededTerm-admn-sts',
}

/** What a column tells, by its title in lower case. */
const columns: Record<string, keyof Row> = {
  src: 'source',
  tgt: 'target',
  'src:pos': 'sourcePart',
  'tgt:pos': 'targetPart',
  'term status': 'status',
  'src:term status': 'sourceStatus',
  'tgt:term status': 'status',
  'concept id': 'concept',
  comment: 'comment',
  comments: 'comment',
  'tgt:comment': 'comment',
  'src:comment': 'comment',
  domain: 'domain',
  'src:definition': 'definition',
  definition: 'definition',
}

interface Row {
  source?: string
  target?: string
  sourcePart?: string
  targetPart?: string
  status?: string
  sourceStatus?: string
  concept?: string
  comment?: string
  domain?: string
  definition?: string
}

/** UTX 1.0 to 1.20 (AAMT): languages in the first line, titles in the last line of the header, a pair a line. */
export function readUtx(text: string, options: ReadUtxOptions): GlossaryReading {
  const warnings = new WarningList()
  const lines = text.split(/\r\n|\r|\n/)
  const titles = titlesOf(lines, options.file)
  const languages = languagesOf(lines[0] ?? '', options)
  for (const title of titles)
    if (!columns[title]) warnings.add('unknown-column', `The column "${title}" is none that is known; it was left out.`)
  const rows = lines.flatMap((line, index) => rowOf(line, index + 1, titles, warnings))
  return {
    format: 'utx',
    header: { title: titleOf(lines[0] ?? ''), languages: [languages.source, languages.target] },
    entries: streamed(conceptsOf(rows, languages)),
    backMatter: [],
    warnings: warnings.list,
  }
}

// oxlint-disable-next-line typescript/require-await -- lists are read at once; readers of streams are asked alike
async function* streamed(entries: Iterable<ConceptEntry>): AsyncIterable<ConceptEntry> {
  yield* entries
}

/** The last line of remarks before the first pair names the columns. */
function titlesOf(lines: string[], file?: string): string[] {
  const titles = lines.find((line) => /^#\s*src\b/i.test(line))
  if (titles)
    return titles
      .replace(/^#\s*/, '')
      .split('\t')
      .map((title) => title.trim().toLowerCase())
  throw new DomainError('unreadable-file', 'The header of the UTX file does not name its columns.', {
    remedy: 'Write a line such as "#src<tab>tgt<tab>src:pos" before the first pair.',
    place: { file, line: Math.min(2, lines.length) },
  })
}

/** `#UTX 1.20; en-US/ja-JP; 2024-05-01; …` */
function languagesOf(
  first: string,
  { file, source, target }: ReadUtxOptions,
): { source: LanguageTag; target: LanguageTag } {
  const [written, translated] = (first.split(';')[1] ?? '').split('/').map((code) => canonicalLanguage(code.trim()))
  const languages = { source: source ?? written, target: target ?? translated }
  if (languages.source && languages.target) return { source: languages.source, target: languages.target }
  throw new DomainError('unreadable-file', 'The first line of the UTX file does not name two languages.', {
    remedy: 'Write it as "#UTX 1.20; en/zh; …", or say the source and the target language.',
    place: { file, line: 1 },
  })
}

/** What stands behind version, languages and date. */
function titleOf(first: string): string | undefined {
  const rest = first
    .split(';')
    .slice(2)
    .map((part) => part.trim())
  const named = rest.find((part) => /^title:/i.test(part))
  if (named) return named.replace(/^title:\s*/i, '')
  return rest.find((part) => part !== '' && !/^\d{4}-\d\d-\d\d/.test(part) && !/^[\w ]+:/.test(part))
}

function rowOf(line: string, number: number, titles: string[], warnings: WarningList): (Row & { line: number })[] {
  if (line.trim() === '' || line.startsWith('#')) return []
  const row: Row & { line: number } = { line: number }
  for (const [index, cell] of line.split('\t').entries()) {
    const field = columns[titles[index] ?? '']
    if (field && cell.trim()) row[field] = cell.trim()
  }
  if (row.source || row.target) return [row]
  warnings.add('incomplete-pair', 'A line has no term; it was left out.', number)
  return []
}

/** Rows of one concept id are one concept; a row without is one by itself. */
function* conceptsOf(
  rows: (Row & { line: number })[],
  languages: { source: LanguageTag; target: LanguageTag },
): Iterable<ConceptEntry> {
  const groups = new Map<string, (Row & { line: number })[]>()
  for (const row of rows) {
    const key = row.concept ? `id ${row.concept}` : `row ${row.line}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  for (const group of groups.values()) yield toConceptEntry(conceptOf(group, languages))
}

function conceptOf(
  rows: (Row & { line: number })[],
  { source, target }: { source: LanguageTag; target: LanguageTag },
): PlainConcept {
  const [first] = rows
  const sources = distinct(rows, 'source', ({ sourcePart, sourceStatus }) => fieldsOf(sourcePart, sourceStatus))
  const targets = distinct(rows, 'target', ({ targetPart, status }) => fieldsOf(targetPart, status))
  const sections = [
    { language: source, terms: sources },
    { language: target, terms: targets },
  ]
  return {
    id: first!.concept ?? `row-${first!.line}`,
    ...(first!.domain && { subjectField: first!.domain }),
    ...(first!.definition && { definition: first!.definition }),
    ...(first!.comment && { note: [...new Set(rows.map(({ comment }) => comment).filter(Boolean))].join('; ') }),
    languages: sections.filter(({ terms }) => terms.length > 0),
  }
}

function distinct(rows: Row[], side: 'source' | 'target', fields: (row: Row) => Omit<PlainTerm, 'text'>): PlainTerm[] {
  const terms = new Map<string, PlainTerm>()
  for (const row of rows) {
    const text = row[side]
    if (text && !terms.has(text)) terms.set(text, { text, ...fields(row) })
  }
  return [...terms.values()]
}

function fieldsOf(part: string | undefined, status: string | undefined): Omit<PlainTerm, 'text'> {
  const administrativeStatus = statuses[status?.toLowerCase() ?? '']
  return { ...(part && { partOfSpeech: part }), ...(administrativeStatus && { administrativeStatus }) }
}
