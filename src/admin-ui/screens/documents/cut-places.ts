/** Where a passage may sensibly be cut in two: behind sentences, else behind clauses, else between words. Offsets in UTF-16 code units. */
export function cutPlaces(text: string): { sentences: number[]; words: number[] } {
  const places = (pattern: RegExp) =>
    [...text.matchAll(pattern)]
      .map(({ index, 0: match }) => index + match.length)
      .filter((at) => at > 0 && at < text.length)
  const sentences = places(/(?:[。！？；][”』」）]*|[.!?;]["”’)]*(?=\s))\s*|\n+/gu)
  const words = places(/[，、：,:]\s*|\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  return { sentences, words: [...new Set([...sentences, ...words])].toSorted((a, b) => a - b) }
}

/** The place a first guess would take: the end of the sentence nearest to the middle, else the word boundary nearest to it. */
export function firstCut(text: string): number {
  const { sentences, words } = cutPlaces(text)
  const middle = text.length / 2
  const places = sentences.length > 0 ? sentences : words
  return places.reduce(
    (best, place) => (Math.abs(place - middle) < Math.abs(best - middle) ? place : best),
    places[0] ?? text.length,
  )
}

/** The next place in a direction; the ends of the text count, for a side may stay whole. */
export function nextCut(text: string, at: number, step: -1 | 1): number {
  const places = [0, ...cutPlaces(text).words, text.length]
  return (step > 0 ? places.find((place) => place > at) : places.findLast((place) => place < at)) ?? at
}
