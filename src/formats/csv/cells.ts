/** How tables are written as text. */
export interface Layout {
  delimiter: string
  /** Cells may be quoted and so hold anything; otherwise what would break a row becomes a space. */
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
  const written = cells.map((cell) => (quoted ? quote(neutralised(cell), delimiter) : flat(neutralised(cell))))
  return written.join(delimiter) + (quoted ? '\r\n' : '\n')
}

function quote(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function flat(cell: string): string {
  return cell.replaceAll(/[\t\r\n]+/g, ' ')
}
