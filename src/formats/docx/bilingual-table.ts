import { inBothLanguages, languageNamed, runsTheOtherWay, type Languages } from '../source/columns.js'
import type { SourceSegment } from '../source/source-file.js'
import type { Block, Cell } from './read-body.js'

/** A table of this share of the document's characters is what the document is about. */
const share = 0.5

/** The pairs of a document that is mainly tables of two columns of text, or null when it is not. */
export function bilingualRows(blocks: Block[], languages?: Languages): SourceSegment[] | null {
  const tables = blocks.filter((block) => block.kind === 'table').flatMap(({ rows }) => twoColumns(rows) ?? [])
  if (tables.length === 0 || lengthOfRows(tables) < lengthOfAll(blocks) * share) return null
  const heading = languages ? headingOf(tables, languages) : null
  const rows = heading ? tables.slice(1) : tables
  if (rows.length === 0 || (languages && !inBothLanguages(columnsOf(rows), languages))) return null
  const swapped = heading ? heading === 'target' : languages ? runsTheOtherWay(columnsOf(rows), languages) : false
  return rows.flatMap((row, index) => paragraphsOf(swapped ? [row[1], row[0]] : row, index + 1))
}

type Row = [source: Cell, target: Cell]

/** Rows of two text cells; a first column of numbers only does not count, headings across the table are left out. */
function twoColumns(rows: Cell[][]): Row[] | null {
  const filled = rows.filter((cells) => cells.some(hasText))
  const pairs = filled.map((cells) => (cells.length === 3 && isNumber(cells[0]!) ? cells.slice(1) : cells))
  const twos = pairs.filter((cells): cells is Row => cells.length === 2)
  const across = pairs.filter((cells) => cells.length === 1)
  return twos.length > 0 && twos.length + across.length === pairs.length ? twos : null
}

const textOf = (cell: Cell): string => cell.join('\n').trim()
const hasText = (cell: Cell): boolean => textOf(cell) !== ''
const isNumber = (cell: Cell): boolean => /^[\d\s.)(]*$/.test(textOf(cell))
const lengthOfRows = (rows: Row[]): number => rows.reduce((sum, row) => sum + row.flat().join('').length, 0)

function lengthOfAll(blocks: Block[]): number {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat(2)))
  return texts.join('').length
}

/** A first row that only names the languages is no pair; it says which of them stands first. */
function headingOf(rows: Row[], languages: Languages): 'source' | 'target' | null {
  const [first, second] = (rows[0] ?? []).map((cell) => languageNamed(textOf(cell), languages))
  return first && second && first !== second ? first : null
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
