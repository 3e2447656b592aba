import { Zip, ZipDeflate } from 'fflate'
import type { Glossary, LossReport } from '../model/glossary.js'
import { writtenTable, type TableShape, type WrittenTable } from '../table/written-table.js'
import { elementXml, escapeText } from '../xml/xml-writer.js'
import { columnNameOf } from './column-name.js'
import { parts, sheetEnd, sheetStart, styleOf } from './workbook-parts.js'

export interface WriteXlsxOptions extends TableShape {
  losses: LossReport
}

/** A workbook of one sheet with a row per term or per concept, packed while it is written. Every cell is text: nothing runs as a formula. */
export async function* writeXlsx(
  glossary: Glossary,
  { losses, ...shape }: WriteXlsxOptions,
): AsyncIterable<Uint8Array> {
  const table = writtenTable(glossary, shape)
  const packed: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    packed.push(chunk)
  })
  for (const [name, xml] of Object.entries(parts)) addEntry(zip, name).push(encode(xml), true)

  const sheet = addEntry(zip, 'xl/worksheets/sheet1.xml')
  let row = 1
  sheet.push(encode(sheetStart(table.columns) + titleRow(table)))
  for await (const entry of glossary.entries) {
    for (const cells of table.rowsOf(entry, losses)) sheet.push(encode(rowXml(++row, cells, table)))
    yield* packed.splice(0)
  }
  if (glossary.backMatter?.length) losses.add('back matter', 'dropped', glossary.backMatter.length)
  sheet.push(encode(sheetEnd(table.columns, row)), true)
  zip.end()
  yield* packed
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function addEntry(zip: Zip, name: string): ZipDeflate {
  const entry = new ZipDeflate(name, { level: 6 })
  // The same glossary gives the same bytes: no clock in the archive.
  entry.mtime = new Date(1980, 0, 1)
  zip.add(entry)
  return entry
}

const titleRow = ({ titles }: WrittenTable): string =>
  elementXml(
    'row',
    { r: '1', ht: '20', customHeight: '1' },
    titles.map((text, index) => cellXml(text, 1, index, styleOf.title)).join(''),
  )

function rowXml(row: number, cells: string[], { columns }: WrittenTable): string {
  const xml = cells.map((text, index) =>
    cellXml(text, row, index, columns[index]!.field === 'text' ? styleOf.term : styleOf.text),
  )
  return elementXml('row', { r: String(row) }, xml.join(''))
}

/** Readers need the address of each cell. */
function cellXml(text: string, row: number, index: number, style: number): string {
  if (text === '') return ''
  const value = elementXml('is', {}, elementXml('t', { 'xml:space': 'preserve' }, escapeText(text)))
  return elementXml('c', { r: columnNameOf(index) + row, s: String(style), t: 'inlineStr' }, value)
}
