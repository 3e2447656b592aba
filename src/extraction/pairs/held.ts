import type { Features } from './features.js'
import { grown } from './numbering.js'
import type { Place } from './tally.js'

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
  const longer = new PlacesBySentence()
  for (let at = 0; at < size; at++) if (speaks(at)) for (const place of places(at)) longer.add(place)
  const shares = new Float32Array(size)
  for (let at = 0; at < size; at++) {
    const own = places(at)
    const held = own.filter((place) => longer.someHolds(place))
    shares[at] = own.length > 0 ? held.length / own.length : 0
  }
  return shares
}

const width = 5

/** Places in a column of numbers, those of a sentence in a chain: 20 bytes each. */
class PlacesBySentence {
  /** The place of the same sentence that came before (−1: none), then start and end on both sides. */
  private numbers = new Int32Array(1024 * width)
  private size = 0
  private last = new Int32Array(1024).fill(-1)

  add({ pair, term, answer }: Place): void {
    if (pair >= this.last.length) {
      const known = this.last.length
      this.last = grown(this.last, Math.max(pair + 1, 2 * known)).fill(-1, known)
    }
    if ((this.size + 1) * width > this.numbers.length) this.numbers = grown(this.numbers, 2 * this.numbers.length)
    this.numbers.set([this.last[pair]!, term.start, term.end, answer.start, answer.end], this.size * width)
    this.last[pair] = this.size++
  }

  /** Whether one of the places is longer than this one and has it inside on both sides. */
  someHolds({ pair, term, answer }: Place): boolean {
    const { numbers } = this
    for (let at = this.last[pair] ?? -1; at >= 0; at = numbers[at * width]!) {
      const [from, to] = [numbers[at * width + 1]!, numbers[at * width + 2]!]
      if (to - from <= term.end - term.start || from > term.start || to < term.end) continue
      if (numbers[at * width + 3]! <= answer.start && numbers[at * width + 4]! >= answer.end) return true
    }
    return false
  }
}
