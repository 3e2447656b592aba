/** A stretch of a text in UTF-16 code units, `end` exclusive. */
export interface Mark {
  start: number
  end: number
}

/** The whole text cut into marked and unmarked pieces. The longer of two marks that overlap wins; what lies outside is left out. */
export function pieces(text: string, marks: Mark[]): (Mark & { marked: boolean })[] {
  const result: (Mark & { marked: boolean })[] = []
  let at = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) result.push({ start: at, end: start, marked: false })
    result.push({ start, end, marked: true })
    at = end
  }
  if (at < text.length) result.push({ start: at, end: text.length, marked: false })
  return result
}
