/** How a language joins words into one: data. */
export interface Joining {
  /** Letters that stand between parts and belong to none (Zahlung-s-bilanz), '' among them. */
  links: readonly string[]
  /** The shortest part, in letters. */
  shortestPart: number
  /** Ends of words that look like parts and make no compound: ge-sund-heit, herz-lich. */
  suffixes?: ReadonlySet<string>
}

/** The parts of a word, in order; the word alone where it has none. */
export type Parts = (word: string) => readonly string[]

/** Beyond so many different words, only words that stand alone are taken for parts. */
const smallVocabulary = 60_000
/** So many different words must have an ending in common for it to be taken for a word. */
const productiveFrom = 3
const mostParts = 4

/**
 * Cuts compounds by what else the corpus holds (Koehn and Knight 2003): Kugelventil is Kugel and ventil where both stand alone, or where one
 * does and the other is part of other compounds too.
 * @param words lower case, each once, in the form that stands for all its inflections
 */
export function compoundParts(words: readonly string[], { links, shortestPart, suffixes }: Joining): Parts {
  const alone = new Set(words.filter((word) => word.length >= shortestPart))
  const heads = new Map<string, number>()
  const tails = new Map<string, number>()
  if (words.length <= smallVocabulary)
    for (const word of words)
      for (let at = shortestPart; at <= word.length - shortestPart; at++) {
        count(heads, word.slice(0, at))
        count(tails, word.slice(at))
      }
  const worth = (part: string, among: Map<string, number>): number =>
    alone.has(part) ? 2 : (among.get(part) ?? 0) >= productiveFrom ? 1 : 0
  const halves = (word: string): [string, string] | undefined => {
    let best: [string, string] | undefined
    let most = 2
    for (let at = word.length - shortestPart; at >= shortestPart; at--) {
      const tail = word.slice(at)
      const ofTail = suffixes?.has(tail) ? 0 : worth(tail, tails)
      if (ofTail === 0) continue
      for (const link of links) {
        if (!word.slice(0, at).endsWith(link) || at - link.length < shortestPart) continue
        const head = word.slice(0, at - link.length)
        const sum = ofTail + worth(head, heads)
        if (sum > most) {
          most = sum
          best = [head, tail]
        }
      }
    }
    return best
  }
  const cut = (word: string, room: number): string[] => {
    const found = room > 1 && word.length >= 2 * shortestPart ? halves(word) : undefined
    if (!found) return [word]
    const head = cut(found[0], room - 1)
    return [...head, ...cut(found[1], room - head.length)]
  }
  return (word) => cut(word, mostParts)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
