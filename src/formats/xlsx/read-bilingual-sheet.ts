import { DomainError } from '../../shared/errors.js'
import type { Languages } from '../source/columns.js'
import type { SourceFile, SourceFileOptions, SourceSegment, SourceWarning } from '../source/source-file.js'
import { textColumns } from '../source/text-columns.js'
import { readWorkbook, type Sheet } from './read-workbook.js'

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
  const columns = textColumns(
    sheet.rows.map(({ cells }) => cells),
    languages,
  )
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

function noPairs(name: string, languages: Languages | undefined): DomainError {
  const wanted = languages ? `in ${languages.source} and ${languages.target}` : 'in two languages'
  return new DomainError('unreadable-file', `No sheet of the workbook has columns ${wanted}.`, {
    remedy: 'Name the two columns by language in a row of titles, such as "zh" and "en".',
    place: { file: name },
  })
}
