/** A stretch of a sentence in UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

export type Edge = 'start' | 'end'

/**
 * The span with one edge moved a step to the left (-1) or right (1): by a character in scripts without spaces, by a word
 * with its spaces elsewhere. Never beyond the sentence, never empty.
 */
export function moveBoundary(text: string, span: Span, edge: Edge, step: -1 | 1): Span {
  const stops = stopsOf(text, edge)
  const at = span[edge]
  const to = step < 0 ? stops.findLast((stop) => stop < at) : stops.find((stop) => stop > at)
  const moved = { ...span, [edge]: to ?? at }
  return moved.start < moved.end ? moved : span
}

/** Where a term may begin (or end): at each character that is written without spaces, and at each word. */
function stopsOf(text: string, edge: Edge): number[] {
  return [...text.matchAll(UNIT)].map(({ index, 0: unit }) => (edge === 'start' ? index : index + unit.length))
}

const SPACELESS = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}`
const WORD = String.raw`(?:(?![${SPACELESS}])[\p{L}\p{N}\p{M}])+`

/** A character of a script without spaces, a word with what joins its parts, or a sign. */
const UNIT = new RegExp(String.raw`[${SPACELESS}]\p{M}*|${WORD}(?:['’\-]${WORD})*|[^\s\p{L}\p{N}]`, 'gu')

/** Where `part` stands in the sentence, the occurrence nearest to `near`; null when it does not. */
export function spanOf(text: string, part: string, near: number): Span | null {
  if (part === '') return null
  let best: Span | null = null
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (!best || Math.abs(at - near) < Math.abs(best.start - near)) best = { start: at, end: at + part.length }
  return best
}
