import { WarningList } from '../model/warning-list.js'
import type { ReadingWarning } from '../model/glossary.js'
import { guessMapping, type KnownLanguages } from './guess-mapping.js'
import { meaningsOf, type TableMapping } from './mapping.js'
import { openTable, type SheetName } from './open-table.js'
import { withFirst } from './read-table.js'
import type { TableRow } from './table-row.js'

export interface PreviewTableOptions extends KnownLanguages {
  file?: string
  encoding?: string
  delimiter?: string
  sheet?: string
}

export interface PreviewColumn {
  /** As its first row names it; null in a table without titles. */
  title: string | null
  /** What it seems to hold, a name of `TableMapping.columns`, or null. */
  guess: string | null
  /** The first different values, cut at 120 characters. */
  samples: string[]
}

/** What a person needs to see to say what the columns of a table hold. */
export interface TablePreview {
  format: 'csv' | 'tsv' | 'xlsx'
  /** Of a text; guessed when it was the most plausible of several. */
  encoding?: string
  encodingGuessed?: boolean
  sheets?: SheetName[]
  columns: PreviewColumn[]
  /** As it would be read without a word; pass it back, changed or not, as `mapping`. */
  mapping: TableMapping
  /** True when that mapping can be read; otherwise the languages of the columns are missing. */
  complete: boolean
  /** The first rows, titles included. */
  rows: TableRow[]
  warnings: ReadingWarning[]
}

const shownRows = 20
const shownSamples = 5
const sampleLength = 120

/** The first rows of a table (CSV, TSV, XLSX) and what its columns seem to hold. Reads no more of a text than it needs. */
export async function previewTable(
  bytes: AsyncIterable<Uint8Array>,
  options: PreviewTableOptions = {},
): Promise<TablePreview> {
  const warnings = new WarningList()
  const table = await openTable(bytes, { ...options, warnings })
  const { first } = await withFirst(table)
  const { headerLine, columns } = guessMapping(first, options)
  const { format, encoding, encodingGuessed, delimiter, sheets, sheet } = table
  const mapping = { headerLine, columns, ...(delimiter && { delimiter }), ...(sheet && { sheet }) }
  return {
    format,
    encoding,
    encodingGuessed,
    sheets,
    mapping,
    columns: columns.map((guess, index) => ({
      title: titleOf(first, headerLine, index),
      guess,
      samples: samplesOf(first, headerLine, index),
    })),
    complete: isComplete(mapping),
    rows: first.slice(0, shownRows),
    warnings: warnings.list,
  }
}

function titleOf(rows: TableRow[], headerLine: number | null, index: number): string | null {
  return rows.find(({ line }) => line === headerLine)?.cells[index] || null
}

function samplesOf(rows: TableRow[], headerLine: number | null, index: number): string[] {
  const cells = rows.filter(({ line }) => line > (headerLine ?? 0)).map(({ cells }) => cells[index] ?? '')
  return [...new Set(cells.filter((cell) => cell !== ''))]
    .slice(0, shownSamples)
    .map((cell) => cell.slice(0, sampleLength))
}

function isComplete(mapping: TableMapping): boolean {
  try {
    meaningsOf(mapping)
    return true
  } catch {
    return false
  }
}
