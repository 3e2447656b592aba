import { inBothLanguages, languageNamed, runsTheOtherWay, type Languages } from '../source/columns.js'
import { roleNamed, textColumns } from '../source/text-columns.js'
import type { SourceSegment } from '../source/source-file.js'
import type { Block, Cell } from './read-body.js'

/** A table of this share of the document's characters is what the document is about. */
const share = 0.5

/** The pairs of a document that is mainly tables with a column for each language, or null when it is not. */
export function bilingualRows(blocks: Block[], languages?: Languages): SourceSegment[] | null {
  const tables = blocks.map((block) => (block.kind === 'table' ? twoColumns(block.rows, languages) : null))
  const all = tables.flatMap((rows) => rows ?? [])
  const inTables = blocks.filter((_, index) => tables[index])
  if (all.length === 0 || lengthOf(inTables) < lengthOf(blocks) * share) return null
  const heading = languages ? headingOf(all, languages) : null
  const rows = heading ? all.slice(1) : all
  if (rows.length === 0 || (languages && !inBothLanguages(columnsOf(rows), languages))) return null
  const swapped = heading ? heading === 'target' : languages ? runsTheOtherWay(columnsOf(rows), languages) : false
  return rows.flatMap((row, index) => paragraphsOf(swapped ? [row[1], row[0]] : row, index + 1))
}

type Row = [source: Cell, target: Cell]

/** Rows of two text cells; further columns (numbers, states, comments) do not count, headings across the table are left out. */
function twoColumns(rows: Cell[][], languages: Languages | undefined): Row[] | null {
  const filled = rows.filter((cells) => cells.some(hasText))
  const whole = filled.filter((cells) => cells.length > 1)
  const width = whole[0]?.length
  if (width === undefined || whole.some((cells) => cells.length !== width)) return null
  if (width === 2) return whole as Row[]
  const texts = whole.map((cells) => cells.map(textOf))
  const columns = textColumns(texts, languages)
  if (!columns) return null
  return whole.slice(columns.firstRow).map((cells) => [cells[columns.source]!, cells[columns.target]!])
}

const textOf = (cell: Cell): string => cell.join('\n').trim()
const hasText = (cell: Cell): boolean => textOf(cell) !== ''

function lengthOf(blocks: Block[]): number {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat(2)))
  return texts.join('').length
}

/** A first row that only names the languages is no pair; it says which of them stands first. */
function headingOf(rows: Row[], languages: Languages): 'source' | 'target' | null {
  const titles = (rows[0] ?? []).map(textOf)
  const [first, second] = titles.map((title) => languageNamed(title, languages))
  if (first && second && first !== second) return first
  const [role, other] = titles.map(roleNamed)
  if (!role || !other || role === other) return null
  const columns = columnsOf(rows.slice(1))
  if (runsTheOtherWay(columns, languages)) return 'target'
  return runsTheOtherWay([columns[1], columns[0]], languages) ? 'source' : role
}

function columnsOf(rows: Row[]): [string, string] {
  return [rows.flatMap(([first]) => first).join(''), rows.flatMap(([, second]) => second).join('')]
}

/** Cells of equally many paragraphs answer each other paragraph by paragraph. */
function paragraphsOf([source, target]: Row, line: number): SourceSegment[] {
  const sources = source.filter((text) => text.trim() !== '')
  const targets = target.filter((text) => text.trim() !== '')
  if (sources.length === targets.length)
    return sources.map((text, index) => ({ source: text, target: targets[index]!, line }))
  return [{ source: sources.join('\n'), target: targets.join('\n'), line }]
}
