import type { Passage } from '../extraction/index.js'

/** Correcting a sentence alignment by hand: rows in, rows out, and where every stretch of text went. No database. */

export const alignmentSides = ['source', 'target'] as const
export type AlignmentSide = (typeof alignmentSides)[number]
export type AlignedRow = Record<AlignmentSide, Passage | null>

export const alignmentEditKinds = ['merge', 'split', 'shift'] as const
export type AlignmentEditKind = (typeof alignmentEditKinds)[number]

/** What an editor does to the row they stand on. */
export type AlignmentWish =
  /** The row and the next become one. */
  | { kind: 'merge' }
  /** The row becomes two; the second begins at these offsets in its texts. */
  | { kind: 'split'; source: number; target: number }
  /**
   * Text of one side moves to the row before or after. `at` is where it is cut: what stands before goes to the previous row,
   * what stands behind to the next; without it, all goes. With `column` the rest of the side moves along, up to its first gap.
   */
  | { kind: 'shift'; side: AlignmentSide; to: 'previous' | 'next'; at?: number; column?: boolean }

/** A stretch of an old row's text, and where in the new row's text it stands now. */
export interface Piece {
  row: number
  start: number
  end: number
  at: number
}

export interface EditedRow extends AlignedRow {
  pieces: Record<AlignmentSide, Piece[]>
}

/** One occurrence of a pair, in a row. */
export interface RowSpans {
  row: number
  source: { start: number; end: number }
  target: { start: number; end: number }
}

/** The texts that the offsets of passages count in. */
export type Texts = Record<AlignmentSide, string>

type Cut = Omit<Piece, 'at'>
type Cell = Cut[]
type Cells = Record<AlignmentSide, Cell>

/**
 * What becomes of `rows`, of which the editor stands on `at`. Nothing of either text is lost or changes its order; a row whose sides
 * are both empty is left out.
 */
export function editAlignment(rows: AlignedRow[], at: number, wish: AlignmentWish, texts: Texts): EditedRow[] {
  const cells = rows.map((row, index): Cells => ({
    source: whole(row, index, 'source'),
    target: whole(row, index, 'target'),
  }))
  const edited = edits[wish.kind](cells, at, wish as never, rows)
  return edited
    .map((cell): EditedRow => {
      const source = compose(cell.source, rows, 'source', texts)
      const target = compose(cell.target, rows, 'target', texts)
      return {
        source: source.passage,
        target: target.passage,
        pieces: { source: source.pieces, target: target.pieces },
      }
    })
    .filter(({ source, target }) => source || target)
}

/** Where an occurrence stands after the edit; null when its two sides are parted, or one of them is cut. */
export function follow(spans: RowSpans, edited: EditedRow[]): RowSpans | null {
  for (const [row, { pieces }] of edited.entries()) {
    const source = placeIn(pieces.source, spans.row, spans.source)
    const target = placeIn(pieces.target, spans.row, spans.target)
    if (source && target) return { row, source, target }
    if (source || target) return null
  }
  return null
}

type Edit<Wish> = (cells: Cells[], at: number, wish: Wish, rows: AlignedRow[]) => Cells[]

const edits: { [Kind in AlignmentEditKind]: Edit<Extract<AlignmentWish, { kind: Kind }>> } = {
  merge: (cells, at) => [
    ...cells.slice(0, at),
    joinedCells(cells[at]!, cells[at + 1] ?? empty()),
    ...cells.slice(at + 2),
  ],
  split: (cells, at, { source, target }) => {
    const halves = { source: cut(cells[at]!.source, source), target: cut(cells[at]!.target, target) }
    const half = (index: 0 | 1): Cells => ({ source: halves.source[index], target: halves.target[index] })
    return [...cells.slice(0, at), half(0), half(1), ...cells.slice(at + 1)]
  },
  shift: (cells, at, { side, to, at: offset, column }) => {
    if (column) return shiftColumn(cells, at, side, to)
    const result = [...cells]
    if (to === 'next') {
      const [stays, moves] = cut(cells[at]![side], offset ?? 0)
      result[at] = { ...cells[at]!, [side]: stays }
      const next = cells[at + 1] ?? empty()
      result[at + 1] = { ...next, [side]: [...moves, ...next[side]] }
      return result
    }
    const [moves, stays] = cut(cells[at]![side], offset ?? Infinity)
    result[at] = { ...cells[at]!, [side]: stays }
    if (at === 0) return [{ ...empty(), [side]: moves }, ...result]
    result[at - 1] = { ...cells[at - 1]!, [side]: [...cells[at - 1]![side], ...moves] }
    return result
  },
}

/** One row further, all of them from here to the first gap, which takes the last in; without a gap, a row is added or the last runs empty. */
function shiftColumn(cells: Cells[], at: number, side: AlignmentSide, to: 'previous' | 'next'): Cells[] {
  if (to === 'previous' && at === 0) return shiftColumn([empty(), ...cells], 1, side, to)
  const column = cells.map((cell) => cell[side])
  const gap = column.findIndex((cell, index) => index > at && cell.length === 0)
  const end = gap < 0 ? column.length : gap
  const moved =
    to === 'next'
      ? [...column.slice(0, at), [], ...column.slice(at, end), ...column.slice(end + 1)]
      : [
          ...column.slice(0, at - 1),
          [...column[at - 1]!, ...column[at]!],
          ...column.slice(at + 1, end),
          [],
          ...column.slice(end),
        ]
  return moved.map((cell, index) => ({ ...(cells[index] ?? empty()), [side]: cell }))
}

const empty = (): Cells => ({ source: [], target: [] })

function whole(row: AlignedRow, index: number, side: AlignmentSide): Cell {
  const passage = row[side]
  return passage ? [{ row: index, start: 0, end: passage.text.length }] : []
}

function joinedCells(one: Cells, other: Cells): Cells {
  return { source: [...one.source, ...other.source], target: [...one.target, ...other.target] }
}

function cut(cell: Cell, offset: number): [Cell, Cell] {
  const [only] = cell
  if (!only) return [[], []]
  const at = Math.min(Math.max(offset, 0), only.end)
  return [at > 0 ? [{ ...only, end: at }] : [], at < only.end ? [{ ...only, start: at }] : []]
}

/** The text of a cell as one passage: as it stood where its pieces follow each other, with a space between them where they do not. */
function compose(
  cell: Cell,
  rows: AlignedRow[],
  side: AlignmentSide,
  texts: Texts,
): { passage: Passage | null; pieces: Piece[] } {
  let passage = null as Passage | null
  const pieces: Piece[] = []
  for (const { row, ...given } of cell) {
    const { text, start, line } = rows[row]![side]!
    const bounds = trimmed(text, given)
    if (bounds.start >= bounds.end) continue
    const part = text.slice(bounds.start, bounds.end)
    const begin = start + bounds.start
    const between: string = passage
      ? gap(passage, part, texts[side].slice(passage.start + passage.text.length, begin))
      : ''
    const before: string = passage ? passage.text + between : ''
    pieces.push({ row, ...bounds, at: before.length })
    passage = passage
      ? { ...passage, text: before + part }
      : { text: part, start: begin, line: line + linesIn(text.slice(0, bounds.start)) }
  }
  return { passage, pieces }
}

/** White space as it stood; what belongs to the other side (a file may hold both, by turns) is left out. */
function gap(passage: Passage, part: string, between: string): string {
  if (between.trim() === '' && between.length <= longestGap) return between
  return isDense(passage.text.at(-1)!) && isDense(part[0]!) ? '' : ' '
}

const longestGap = 20
const isDense = (character: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！」』）》”]/u.test(character)

function trimmed(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const part = text.slice(start, end)
  return { start: start + (part.length - part.trimStart().length), end: end - (part.length - part.trimEnd().length) }
}

const linesIn = (text: string) => text.split('\n').length - 1

function placeIn(pieces: Piece[], row: number, { start, end }: { start: number; end: number }) {
  const piece = pieces.find((piece) => piece.row === row && piece.start <= start && end <= piece.end)
  return piece ? { start: piece.at + start - piece.start, end: piece.at + end - piece.start } : null
}
