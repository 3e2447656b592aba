/** A stretch of text, and whether the other text lacks it. */
export interface Piece {
  text: string
  isChanged: boolean
}

/** Longer texts are marked as a whole: the table below has a cell for each pair of words. */
const mostWords = 400

/** Both texts in pieces by what they share, word by word as their script has words (longest common subsequence). */
export function wordChanges(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [were, are] = [wordsOf(before), wordsOf(after)]
  if (were.length > mostWords || are.length > mostWords) return { before: whole(before), after: whole(after) }
  const longest = commonLengths(were, are)
  const [left, right]: [Piece[], Piece[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < were.length || j < are.length) {
    if (i < were.length && j < are.length && were[i] === are[j]) {
      add(left, were[i++]!, false)
      add(right, are[j++]!, false)
    } else if (j >= are.length || (i < were.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      add(left, were[i++]!, true)
    else add(right, are[j++]!, true)
  }
  return { before: left, after: right }
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** `[i][j]`: how many words the rests from i and from j share, in order. */
function commonLengths(were: string[], are: string[]): number[][] {
  const table = Array.from({ length: were.length + 1 }, () => Array<number>(are.length + 1).fill(0))
  for (let i = were.length - 1; i >= 0; i--)
    for (let j = are.length - 1; j >= 0; j--)
      table[i]![j] = were[i] === are[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

function whole(text: string): Piece[] {
  return [{ text, isChanged: true }]
}

function add(pieces: Piece[], text: string, isChanged: boolean): void {
  const last = pieces.at(-1)
  if (last?.isChanged === isChanged) last.text += text
  else pieces.push({ text, isChanged })
}
