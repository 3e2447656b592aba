import { buildMatcher, type TermMatch } from '../../matching/index.js'
import type { LanguagePair } from '../../extraction/index.js'

export interface MarkablePair {
  id: string
  source: string
  target: string
}

export interface RowTexts {
  source: string
  target: string
}

export interface FoundPair {
  id: string
  row: number
  source: { start: number; end: number }
  target: { start: number; end: number }
}

/** Which of the pairs stand in which rows with both of their sides, by the shared matcher: the first with the first, the second with the second. */
export function remark(rows: RowTexts[], pairs: MarkablePair[], languages: LanguagePair): FoundPair[] {
  const finder = (side: 'source' | 'target') =>
    buildMatcher(pairs.map((pair) => ({ id: pair.id, text: pair[side], language: languages[side] })))
  const matchers = { source: finder('source'), target: finder('target') }
  return rows.flatMap((texts, row) => {
    const sources = placesById(matchers.source.match(texts.source))
    const targets = placesById(matchers.target.match(texts.target))
    return [...sources].flatMap(([id, places]) => {
      const others = targets.get(id) ?? []
      return places.slice(0, others.length).map((source, index) => ({ id, row, source, target: others[index]! }))
    })
  })
}

/** A match that may be none is no evidence. */
function placesById(matches: TermMatch<string>[]): Map<string, { start: number; end: number }[]> {
  const places = new Map<string, { start: number; end: number }[]>()
  for (const { ids, start, end, doubtful } of matches)
    if (!doubtful) for (const id of ids) places.set(id, [...(places.get(id) ?? []), { start, end }])
  return places
}
