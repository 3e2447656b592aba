/** How tables are written as text. */
export interface Layout {
  delimiter: string
  /**
   * Cells may be quoted and so hold anything; otherwise what would break a row becomes a space, and only a cell that
   * begins with a quotation mark is quoted, because a spreadsheet would take that mark for the beginning of a quoted one.
   */
  quoted: boolean
}

export const csvLayout: Layout = { delimiter: ',', quoted: true }
export const tsvLayout: Layout = { delimiter: '\t', quoted: false }

/** What a spreadsheet would run as a formula; an apostrophe in front keeps it text. */
const formula = /^'*[=+\-@\t\r]/

export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

export function rowText(cells: string[], { delimiter, quoted }: Layout): string {
  const written = cells.map((cell) => (quoted ? quote(neutralised(cell), delimiter) : flatCell(neutralised(cell))))
  return written.join(delimiter) + (quoted ? '\r\n' : '\n')
}

/** A row of comma-separated cells for a spreadsheet, where nothing runs as a formula. */
export const csvRow = (cells: string[]): string => rowText(cells, csvLayout)

function quote(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? inQuotes(cell) : cell
}

const inQuotes = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

function flatCell(cell: string): string {
  const text = flat(cell)
  return /^\s*"/.test(text) ? inQuotes(text) : text
}

/** The way back from `flatCell`: what nobody writes but who quotes. */
export function withoutQuotes(cell: string): string {
  return cell.startsWith('"""') && /^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell
}

export function flat(cell: string): string {
  return cell.replaceAll(/[\t\r\n]+/g, ' ')
}
