import type { GlossaryReading } from '../model/glossary.js'
import { WarningList } from '../model/warning-list.js'
import { guessMapping, type KnownLanguages } from './guess-mapping.js'
import { meaningsOf, type TableMapping } from './mapping.js'
import { openTable, type OpenTable } from './open-table.js'
import type { TableRow } from './table-row.js'
import { toConcepts } from './to-concepts.js'

export interface ReadTableOptions extends KnownLanguages {
  file?: string
  encoding?: string
  /** What the columns hold, as a person decided it; otherwise what their titles and order show. */
  mapping?: TableMapping
}

/** Rows that a guess is made from. */
const rowsForGuess = 50

/**
 * A glossary as a table, CSV, TSV or XLSX: a row per term, or a row per concept with a column per language. Texts come
 * as their bytes do; a workbook is unpacked at once.
 */
export async function readTable(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadTableOptions = {},
): Promise<GlossaryReading> {
  const warnings = new WarningList()
  const { mapping, file } = options
  const table = await openTable(bytes, { ...options, ...mapping, warnings })
  const { first, rows } = await withFirst(table)
  const known = mapping ?? guessMapping(first, options)
  const meanings = meaningsOf(known, file)
  if (!mapping) warnOfLeftOut(first, known, warnings)
  return {
    format: table.format,
    header: { languages: meanings.kind === 'concepts' ? meanings.languages : undefined },
    entries: toConcepts(below(rows, known.headerLine), meanings, { warnings, file }),
    backMatter: [],
    warnings: warnings.list,
  }
}

/** The first rows, and all of them. */
export async function withFirst({ rows }: OpenTable): Promise<{ first: TableRow[]; rows: AsyncIterable<TableRow> }> {
  const input = rows[Symbol.asyncIterator]()
  const first: TableRow[] = []
  while (first.length < rowsForGuess) {
    const { done, value } = await input.next()
    if (done) break
    first.push(value)
  }
  async function* all(): AsyncIterable<TableRow> {
    yield* first
    for (let next = await input.next(); !next.done; next = await input.next()) yield next.value
  }
  return { first, rows: all() }
}

async function* below(rows: AsyncIterable<TableRow>, headerLine: number | null): AsyncIterable<TableRow> {
  for await (const row of rows) if (headerLine === null || row.line > headerLine) yield row
}

function warnOfLeftOut(first: TableRow[], { headerLine, columns }: TableMapping, warnings: WarningList): void {
  const titles = first.find(({ line }) => line === headerLine)?.cells ?? []
  for (const [index, title] of titles.entries())
    if (title && !columns[index])
      warnings.add(
        'column-left-out',
        `The column "${title}" means nothing that is known; it was left out.`,
        headerLine!,
      )
}
