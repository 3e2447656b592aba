/** Misspelt queries: which letters must have stayed intact somewhere, and how far a text is from what was meant. */

/** Letters that were swapped, lost, added or mistaken. Short words allow none: every word would be near. A Chinese character is no slip of the finger. */
export function errorsAllowed(key: string): number {
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d'’.-]+$/u.test(key)) return 0
  return key.length < 4 ? 0 : key.length < 8 ? 1 : 2
}

/**
 * Stretches of the key of which at least one stands intact in every text within so many errors: n errors cannot touch
 * n + 1 pieces. Two letters swapped at a cut would touch both sides of it, so there is a second set, cut one letter later.
 */
export function intactPieces(key: string, errors: number): string[] {
  const length = Math.floor(key.length / (errors + 1))
  const cuts = Array.from({ length: errors }, (_, i) => (i + 1) * length)
  const piecesBetween = (places: number[]) => places.slice(1).map((end, i) => key.slice(places[i], end))
  const sets = [cuts, cuts.map((cut) => cut + 1)].map((set) => piecesBetween([0, ...set, key.length]))
  return [...new Set(sets.flat())].filter((piece) => piece.length > 1)
}

/**
 * The least number of errors with which `key` stands inside `text`, or null when it is more than `most`: the
 * recurrence of Sellers (1980), with swapped neighbours as one error.
 */
export function distanceInside(key: string, text: string, most: number): number | null {
  let [beforeLast, last]: [number[] | null, number[]] = [null, [...key, ''].map((_, i) => i)]
  let best = last[key.length]!
  for (let at = 0; at < text.length; at++) {
    // A match may begin anywhere, so nothing costs nothing.
    const now = [0]
    for (let i = 1; i <= key.length; i++) {
      const isSame = key[i - 1] === text[at]
      let cost = Math.min(last[i - 1]! + (isSame ? 0 : 1), last[i]! + 1, now[i - 1]! + 1)
      if (beforeLast && i > 1 && key[i - 1] === text[at - 1] && key[i - 2] === text[at])
        cost = Math.min(cost, beforeLast[i - 2]! + 1)
      now.push(cost)
    }
    best = Math.min(best, now[key.length]!)
    beforeLast = last
    last = now
  }
  return best <= most ? best : null
}
