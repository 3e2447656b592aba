import { DomainError } from '../../shared/errors.js'
import { delimiterOf, RowSplitter, usesQuotes } from '../csv/split-rows.js'
import type { WarningList } from '../model/warning-list.js'
import { isZip } from '../text/binary-kind.js'
import { readSheet } from '../xlsx/read-sheet.js'
import { openWorkbook } from '../xlsx/workbook.js'
import type { KnownLanguages } from './guess-mapping.js'
import { openText } from './open-text.js'
import type { TableRow } from './table-row.js'

export interface OpenTableOptions extends KnownLanguages {
  file?: string
  encoding?: string
  delimiter?: string
  sheet?: string
  warnings: WarningList
}

export interface SheetName {
  name: string
  hidden: boolean
}

/** A table whose columns are not understood yet. */
export interface OpenTable {
  format: 'csv' | 'tsv' | 'xlsx'
  encoding?: string
  /** The encoding was the most plausible of several. */
  encodingGuessed?: boolean
  delimiter?: string
  sheets?: SheetName[]
  sheet?: string
  /** Every row with a text in it. */
  rows: AsyncIterable<TableRow>
}

/** A text with separators, or a workbook. */
export async function openTable(bytes: AsyncIterable<Uint8Array>, options: OpenTableOptions): Promise<OpenTable> {
  const { start, all } = await beginning(bytes)
  return isZip(start) ? openSheet(await collected(all, options), options) : openDelimited(all, options)
}

/** The first piece with anything in it, and all of them. */
async function beginning(bytes: AsyncIterable<Uint8Array>) {
  const input = bytes[Symbol.asyncIterator]()
  let first = await input.next()
  while (!first.done && first.value.length < 4) {
    const next = await input.next()
    if (next.done) break
    first = { done: false, value: Buffer.concat([first.value, next.value]) }
  }
  async function* all(): AsyncIterable<Uint8Array> {
    for (let next = first; !next.done; next = await input.next()) yield next.value
  }
  return { start: first.done ? new Uint8Array(0) : first.value, all: all() }
}

/** A packed workbook larger than this is none that people work with. */
const maxWorkbook = 100_000_000

async function collected(bytes: AsyncIterable<Uint8Array>, { file }: OpenTableOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > maxWorkbook)
      throw new DomainError('too-large', `The workbook is larger than ${maxWorkbook} bytes.`, {
        remedy: 'Split it, or save its sheet as CSV.',
        place: { file },
      })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function openSheet(bytes: Uint8Array, { file, sheet: wanted, warnings }: OpenTableOptions): OpenTable {
  const workbook = openWorkbook(bytes, file)
  const names = workbook.sheets.map(({ name }) => `"${name}"`).join(', ')
  const sheet =
    wanted === undefined
      ? (workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0])
      : workbook.sheets.find(({ name }) => name === wanted)
  if (!sheet)
    throw new DomainError(
      'unreadable-file',
      wanted === undefined ? 'The workbook has no sheet.' : `The workbook has no sheet "${wanted}".`,
      {
        remedy: names ? `It has ${names}.` : 'Choose another file.',
        place: { file },
      },
    )
  const others = workbook.sheets.filter((other) => other !== sheet && !other.hidden)
  if (wanted === undefined && others.length > 0)
    warnings.add('other-sheets', `Only the sheet "${sheet.name}" was read; the workbook has ${others.length} more.`)
  const rows = readSheet(sheet, { workbook, warnings, file })
  return {
    format: 'xlsx',
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: sheet.name,
    rows: streamed(rows),
  }
}

// oxlint-disable-next-line typescript/require-await -- sheets are unpacked at once; texts come as they arrive
async function* streamed(rows: Iterable<TableRow>): AsyncIterable<TableRow> {
  yield* rows
}

async function openDelimited(bytes: AsyncIterable<Uint8Array>, options: OpenTableOptions): Promise<OpenTable> {
  const { file } = options
  const { head, text, encoding, guessed } = await openText(bytes, options)
  const declared = /^sep=(.)\r?\n/i.exec(head)
  const delimiter = options.delimiter ?? declared?.[1] ?? delimiterOf(head)
  const splitter = new RowSplitter({ file, delimiter, quoted: usesQuotes(head, delimiter) })
  async function* rows(): AsyncIterable<TableRow> {
    for await (const piece of text) yield* splitter.write(piece)
    yield* splitter.end()
  }
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    encodingGuessed: guessed,
    delimiter,
    rows: declared ? withoutFirst(rows()) : rows(),
  }
}

/** Excel's own line `sep=;` is no row. */
async function* withoutFirst(rows: AsyncIterable<TableRow>): AsyncIterable<TableRow> {
  for await (const row of rows) if (row.line > 1) yield row
}
