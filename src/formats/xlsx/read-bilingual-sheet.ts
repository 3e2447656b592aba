import { DomainError } from '../../shared/errors.js'
import { inBothLanguages, languageNamed, runsTheOtherWay, type Languages } from '../source/columns.js'
import type { SourceFile, SourceFileOptions, SourceSegment, SourceWarning } from '../source/source-file.js'
import { readWorkbook, type Sheet, type SheetRow } from './read-workbook.js'

const defaultMaxBytes = 100_000_000
const growth = 8

/** A workbook with a column for each language: named in a row of titles, else the first two columns of text. */
export function readBilingualSheet(name: string, bytes: Uint8Array, options: SourceFileOptions): SourceFile {
  const sheets = readWorkbook(bytes, { file: name, maxBytes: (options.maxBytes ?? defaultMaxBytes) * growth })
  const warnings: SourceWarning[] = []
  const segments = sheets.flatMap((sheet) => segmentsOf(sheet, options.languages, warnings))
  if (segments.length === 0) throw noPairs(name, options.languages)
  return { kind: 'segments', format: 'xlsx', segments, encoding: 'utf-8', languages: options.languages, warnings }
}

function segmentsOf(sheet: Sheet, languages: Languages | undefined, warnings: SourceWarning[]): SourceSegment[] {
  if (sheet.hidden) {
    warnings.push({ code: 'hidden-sheet', message: `The sheet "${sheet.name}" is hidden; it was left out.` })
    return []
  }
  const columns = (languages && namedColumns(sheet.rows, languages)) ?? columnsOfText(sheet.rows, languages)
  if (!columns) return []
  const all = sheet.rows.slice(columns.firstRow).map(({ number, cells }) => ({
    source: cells[columns.source]?.trim() ?? '',
    target: cells[columns.target]?.trim() ?? '',
    line: number,
  }))
  const filled = all.filter(({ source, target }) => source !== '' && target !== '')
  const left = all.filter(({ source, target }) => (source === '') !== (target === ''))
  if (left.length > 0)
    warnings.push({
      code: 'rows-left-out',
      message: `${left.length} rows of "${sheet.name}" have text in one language only; they were left out.`,
      line: left[0]!.line,
      count: left.length,
    })
  return filled
}

interface Columns {
  source: number
  target: number
  firstRow: number
}

/** Titles may stand below a heading of the whole sheet. */
const rowsOfTitles = 10

function namedColumns(rows: SheetRow[], languages: Languages): Columns | null {
  for (const [index, { cells }] of rows.slice(0, rowsOfTitles).entries()) {
    const named = cells.map((cell) => languageNamed(cell, languages))
    const [source, target] = [named.indexOf('source'), named.indexOf('target')]
    if (source !== -1 && target !== -1) return { source, target, firstRow: index + 1 }
  }
  return null
}

/** The two columns with the most letters, in the order that fits the languages. */
function columnsOfText(rows: SheetRow[], languages: Languages | undefined): Columns | null {
  const texts: string[] = []
  for (const { cells } of rows.slice(0, 2000))
    for (const [index, cell] of cells.entries()) texts[index] = (texts[index] ?? '') + cell
  const letters = [...texts].map((text, index) => ({
    index,
    text: text ?? '',
    count: text?.match(/\p{Letter}/gu)?.length ?? 0,
  }))
  const [first, second] = letters
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .sort((a, b) => a.index - b.index)
  if (!first || !second) return null
  if (!languages) return { source: first.index, target: second.index, firstRow: 0 }
  const pair: [string, string] = [first.text, second.text]
  if (!inBothLanguages(pair, languages)) return null
  const swapped = runsTheOtherWay(pair, languages)
  return { source: (swapped ? second : first).index, target: (swapped ? first : second).index, firstRow: 0 }
}

function noPairs(name: string, languages: Languages | undefined): DomainError {
  const wanted = languages ? `in ${languages.source} and ${languages.target}` : 'in two languages'
  return new DomainError('unreadable-file', `No sheet of the workbook has columns ${wanted}.`, {
    remedy: 'Name the two columns by language in a row of titles, such as "zh" and "en".',
    place: { file: name },
  })
}
