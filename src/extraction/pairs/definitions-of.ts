import { definitionsIn, type Definition } from './abbreviations.js'
import type { AnalysedPair, AnalysedSide, FoundDefinition } from './analysed.js'

type Range = { start: number; end: number }

/** All abbreviations that the corpus itself defines, in its order. */
export function definitionsOf(pairs: Iterable<AnalysedPair>): FoundDefinition[] {
  const found: FoundDefinition[] = []
  for (const { number: pair, term, answer } of pairs)
    for (const [side, analysed] of [
      ['term', term],
      ['answer', answer],
    ] as const) {
      if (!/[(（[]|称|稱/u.test(analysed.text)) continue
      for (const definition of definitionsIn(analysed.text)) {
        const located = locate(definition, analysed)
        if (located)
          found.push({
            pair,
            side,
            short: definition.short.text,
            long: definition.long.text,
            score: definition.score,
            ...located,
          })
      }
    }
  return found
}

function locate(
  { short, long }: Definition,
  side: AnalysedSide,
): { shortTokens: Range; longTokens: Range } | undefined {
  const shortTokens = tokensWithin(side, short)
  const longTokens = tokensWithin(side, long)
  return shortTokens && longTokens ? { shortTokens, longTokens } : undefined
}

/** The tokens that lie wholly or partly in a stretch of text. */
export function tokensWithin(side: AnalysedSide, { start, end }: Range): Range | undefined {
  let first = 0
  while (first < side.words.length && side.ends[first]! <= start) first++
  let last = first
  while (last < side.words.length && side.starts[last]! < end) last++
  return last > first ? { start: first, end: last } : undefined
}
