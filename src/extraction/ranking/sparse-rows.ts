/** Rows of a design matrix of which most cells are zero: cells of row i stand from starts[i] to starts[i + 1]. */
export interface SparseRows {
  columns: number
  starts: Int32Array
  column: Int32Array
  value: Float64Array
}

/** @param rows of each row its cells, by column */
export function sparseRows(
  rows: readonly (readonly (readonly [column: number, value: number])[])[],
  columns: number,
): SparseRows {
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  const packed = {
    columns,
    starts: new Int32Array(rows.length + 1),
    column: new Int32Array(cells),
    value: new Float64Array(cells),
  }
  let at = 0
  for (const [i, row] of rows.entries()) {
    for (const [column, value] of row) {
      packed.column[at] = column
      packed.value[at++] = value
    }
    packed.starts[i + 1] = at
  }
  return packed
}

export function dot({ starts, column, value }: SparseRows, row: number, weights: Float64Array): number {
  let sum = 0
  for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += value[at]! * weights[column[at]!]!
  return sum
}
