/**
 * How much two keys look alike, 0..1: the share of neighbouring letters that they have in common (Dice's coefficient), spaces left out.
 * A slip, another ending or a word more costs little; a word in another place costs next to nothing.
 */
export function likenessOf(one: string, other: string): number {
  if (one === other) return 1
  const [pairs, others] = [neighbours(one), neighbours(other)]
  const left = new Map<string, number>()
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of others) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    common++
    left.set(pair, count - 1)
  }
  return pairs.length + others.length === 0 ? 0 : (2 * common) / (pairs.length + others.length)
}

function neighbours(key: string): string[] {
  const letters = [...key].filter((letter) => letter !== ' ')
  return letters.slice(1).map((letter, i) => letters[i]! + letter)
}
