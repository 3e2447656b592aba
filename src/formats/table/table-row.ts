/** A row of a table: cells from the left, trimmed, '' where there is nothing. */
export interface TableRow {
  /** Where it begins in the file, from 1: a line of text, or a row of a worksheet. */
  line: number
  cells: string[]
}
