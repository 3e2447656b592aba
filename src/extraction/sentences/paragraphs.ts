import type { Side, TellSide } from './tell-language.js'

/** A paragraph of one language: a line, or several that a fixed line width broke. `run` counts the changes of language before it. */
export interface Paragraph {
  text: string
  start: number
  /** From 1. */
  line: number
  side: Side
  run: number
}

/** Splits a text into paragraphs and tells the language of each. What says nothing of itself (numbers, a short name) goes with its neighbours. */
export function paragraphsOf(text: string, tellSide: TellSide): Paragraph[] {
  const lines = labelled(nonEmptyLines(text), tellSide)
  const paragraphs: Paragraph[] = []
  let run = 0
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (before && before.side !== line.side) run++
    const open = paragraphs.at(-1)
    if (before && open && before.side === line.side && isBroken(before, line))
      open.text = text.slice(open.start, line.start + line.text.length)
    else paragraphs.push({ text: line.text, start: line.start, line: line.line, side: line.side, run })
  }
  return paragraphs
}

interface Line {
  text: string
  start: number
  line: number
  side: Side
}

function nonEmptyLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let number = 1
  for (const raw of text.split(/\n/)) {
    const lead = /^[\s\ufeff\u200b]*/.exec(raw)![0].length
    const kept = raw.slice(lead).trimEnd()
    if (kept !== '') lines.push({ text: kept, start: start + lead, line: number, side: 'none' })
    start += raw.length + 1
    number++
  }
  return lines
}

function labelled(lines: Line[], tellSide: TellSide): Line[] {
  const told = lines.map((line) => ({ ...line, side: tellSide(line.text) }))
  // A line without words of its own takes the language of the line before, else of the one after.
  for (const [i, line] of told.entries()) if (line.side === 'none' && i > 0) line.side = told[i - 1]!.side
  for (let i = told.length - 2; i >= 0; i--) if (told[i]!.side === 'none') told[i]!.side = told[i + 1]!.side
  return told.filter(({ side }) => side !== 'none')
}

/** Whether the second line goes on with the sentence of the first: neighbours, the first long and unended, the second beginning small. */
function isBroken(before: Line, after: Line): boolean {
  if (after.line !== before.line + 1) return false
  if (/[.!?:;。！？：；…”"’」』)）]$/.test(before.text)) return false
  return before.text.length >= 50 && /^[\p{Ll}(]/u.test(after.text)
}
