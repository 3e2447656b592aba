import type { Features } from './features.js'
import { holds, type Place } from './tally.js'

/** Whether a pair is a complete phrase of several words, so that it may speak for what stands inside it. */
export const speaksForParts = (features: Features): boolean =>
  !features.termSingle &&
  !features.termCoordinated &&
  !features.termOpensWithVerb &&
  !features.answerOpensWithVerb &&
  features.termLeftOpen <= 0.5 &&
  features.termRightOpen <= 0.5

/**
 * For each of so many pairs the share of its places that stand inside the place of a longer one which speaks for its parts.
 * @param pairs the places of the n-th pair, and whether it speaks
 */
export function sharesHeld(
  size: number,
  { speaks, places }: { speaks: (at: number) => boolean; places: (at: number) => readonly Place[] },
): Float32Array {
  const longerBySentence = new Map<number, Place[]>()
  for (let at = 0; at < size; at++) {
    if (!speaks(at)) continue
    for (const place of places(at)) {
      const known = longerBySentence.get(place.pair)
      if (known) known.push(place)
      else longerBySentence.set(place.pair, [place])
    }
  }
  const shares = new Float32Array(size)
  for (let at = 0; at < size; at++) {
    const own = places(at)
    const held = own.filter((place) => longerBySentence.get(place.pair)?.some((longer) => holds(longer, place)))
    shares[at] = own.length > 0 ? held.length / own.length : 0
  }
  return shares
}
