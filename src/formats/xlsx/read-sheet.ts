import { DomainError } from '../../shared/errors.js'
import type { WarningList } from '../model/warning-list.js'
import type { TableRow } from '../table/table-row.js'
import { xmlReader, type XmlElement } from '../xml/xml-reader.js'
import { numberText } from './number-format.js'
import type { Workbook, WorkbookSheet } from './workbook.js'

const slice = 65_536
const maxCell = 1_000_000
/** The limits of Excel itself. */
const maxColumns = 16_384
const maxRows = 1_048_576

interface SheetContext {
  workbook: Workbook
  warnings: WarningList
  file?: string
}

/** The rows of one sheet, cells as they are shown: formulas by their last result, merged cells filled. */
export function* readSheet(sheet: WorkbookSheet, context: SheetContext): Iterable<TableRow> {
  const part = context.workbook.part(sheet.path)
  if (!part) return
  const merged = mergedCells(part)
  const rows = new SheetRows(context)
  const reader = xmlReader(rows, { file: context.file })
  for (let at = 0; at < part.length; at += slice) {
    reader.write(part.subarray(at, at + slice))
    yield* filled(rows.take(), merged)
  }
  reader.end()
  yield* filled(rows.take(), merged)
}

interface Merge {
  fromColumn: number
  fromRow: number
  toColumn: number
  toRow: number
  value: string
}

/** They stand behind the rows they concern, so the end of the sheet is looked at first. */
function mergedCells(part: Uint8Array): Merge[] {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length)
  const end = bytes.lastIndexOf('sheetData')
  if (end === -1) return []
  const pattern = /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
  return [...bytes.subarray(end).toString('latin1').matchAll(pattern)]
    .slice(0, 100_000)
    .map(([, fromColumn, fromRow, toColumn, toRow]) => ({
      fromColumn: columnIndex(fromColumn!),
      fromRow: Number(fromRow),
      toColumn: columnIndex(toColumn!),
      toRow: Number(toRow),
      value: '',
    }))
    .sort((a, b) => a.fromRow - b.fromRow)
}

/** A merged cell is in every row that it reaches over, in its first column. */
function* filled(rows: TableRow[], merges: Merge[]): Iterable<TableRow> {
  for (const row of rows) {
    for (const merge of merges) {
      if (merge.fromRow > row.line) break
      if (merge.toRow < row.line || merge.toRow === merge.fromRow) continue
      if (merge.fromRow === row.line) merge.value = row.cells[merge.fromColumn] ?? ''
      else if (merge.value && !row.cells[merge.fromColumn]) put(row.cells, merge.fromColumn, merge.value)
    }
    if (row.cells.some((cell) => cell !== '')) yield row
  }
}

function put(cells: string[], index: number, text: string): void {
  while (cells.length < index) cells.push('')
  cells[index] = text
}

/** `AB12` -> 27. */
function columnIndex(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length && reference.charCodeAt(at) >= 65; at++)
    index = index * 26 + reference.charCodeAt(at) - 64
  return index - 1
}

/** The handlers of one sheet: collects rows as their end tags pass. */
class SheetRows {
  private rows: TableRow[] = []
  private row: TableRow = { line: 0, cells: [] }
  private column = -1
  private cell: { type: string; style: number; text: string; formula: boolean; hasValue: boolean } | null = null
  private collecting = false
  private phonetic = false

  constructor(private readonly context: SheetContext) {}

  readonly open = ({ local, attributes, line }: XmlElement): void => {
    if (local === 'row') {
      this.row = { line: Number(attributes['r']) || this.row.line + 1, cells: [] }
      this.column = -1
      if (this.row.line > maxRows) this.refuse(`The sheet has more than ${maxRows} rows.`, line)
    } else if (local === 'c') {
      this.column = attributes['r'] ? columnIndex(attributes['r']) : this.column + 1
      if (this.column >= maxColumns) this.refuse(`A row has more than ${maxColumns} cells.`, line)
      this.cell = {
        type: attributes['t'] ?? 'n',
        style: Number(attributes['s'] ?? 0),
        text: '',
        formula: false,
        hasValue: false,
      }
    } else if (local === 'f' && this.cell) this.cell.formula = true
    else if (local === 'rPh') this.phonetic = true
    else if ((local === 'v' || local === 't') && this.cell && !this.phonetic) {
      this.collecting = true
      this.cell.hasValue = true
    }
  }

  readonly text = (text: string): void => {
    if (!this.collecting || !this.cell) return
    this.cell.text += text
    if (this.cell.text.length > maxCell) this.refuse(`A cell has more than ${maxCell} characters.`, this.row.line)
  }

  readonly close = ({ local }: XmlElement): void => {
    if (local === 'v' || local === 't') this.collecting = false
    else if (local === 'rPh') this.phonetic = false
    else if (local === 'c') this.endCell()
    else if (local === 'row') this.rows.push(this.row)
  }

  take(): TableRow[] {
    const taken = this.rows
    this.rows = []
    return taken
  }

  private endCell(): void {
    const text = this.cell ? this.shownText(this.cell).trim() : ''
    this.cell = null
    if (text) put(this.row.cells, this.column, text)
  }

  private shownText({ type, style, text, formula, hasValue }: NonNullable<SheetRows['cell']>): string {
    const { workbook, warnings } = this.context
    if (formula && !hasValue) {
      warnings.add(
        'formula-without-result',
        'A formula has no stored result; its cell was taken for empty.',
        this.row.line,
      )
      return ''
    }
    if (formula) warnings.add('formula', 'A cell is a formula; its last result was read.', this.row.line)
    if (type === 's') return workbook.sharedStrings[Number(text)] ?? ''
    if (type === 'e') {
      warnings.add('cell-error', `A cell shows the error ${text}; it was taken for empty.`, this.row.line)
      return ''
    }
    if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
    if (type !== 'n' || text === '') return text
    const meant = workbook.styles[style] ?? 'number'
    if (meant !== 'number')
      warnings.add(
        'date-or-time',
        'A cell is a date, a time or a percentage, not a text; it was read as it is shown in ISO form.',
        this.row.line,
      )
    return numberText(text, meant, workbook.from1904)
  }

  private refuse(message: string, line: number): never {
    throw new DomainError('too-large', message, {
      remedy: 'Check what produced the workbook.',
      place: { file: this.context.file, line },
    })
  }
}
