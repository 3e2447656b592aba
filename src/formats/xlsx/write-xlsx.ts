import { Zip, ZipDeflate } from 'fflate'
import { columns, rowsOf } from '../table/columns.js'
import type { Glossary, LossReport } from '../model/glossary.js'
import { elementXml, escapeText } from '../xml/xml-writer.js'
import { columnNameOf } from './column-name.js'
import { parts, sheetEnd, sheetStart } from './workbook-parts.js'

/** A workbook of one sheet with a row per term, packed while it is written. Every cell is text: nothing runs as a formula. */
export async function* writeXlsx(glossary: Glossary, { losses }: { losses: LossReport }): AsyncIterable<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    packed.push(chunk)
  })
  for (const [name, xml] of Object.entries(parts)) addEntry(zip, name).push(encode(xml), true)

  const sheet = addEntry(zip, 'xl/worksheets/sheet1.xml')
  let row = 1
  sheet.push(
    encode(
      sheetStart(columns.length) +
        rowXml(
          row,
          columns.map(({ title }) => title),
          1,
        ),
    ),
  )
  for await (const entry of glossary.entries) {
    for (const cells of rowsOf(entry, losses)) sheet.push(encode(rowXml(++row, cells, 0)))
    yield* packed.splice(0)
  }
  if (glossary.backMatter?.length) losses.add('back matter', 'dropped', glossary.backMatter.length)
  sheet.push(encode(sheetEnd(columns.length, row)), true)
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

/** Readers need the address of each cell. */
function rowXml(row: number, cells: string[], style: number): string {
  const xml = cells.map((text, index) => {
    if (text === '') return ''
    const value = elementXml('is', {}, elementXml('t', { 'xml:space': 'preserve' }, escapeText(text)))
    return elementXml('c', { r: columnNameOf(index) + row, s: String(style), t: 'inlineStr' }, value)
  })
  return elementXml('row', { r: String(row) }, xml.join(''))
}
