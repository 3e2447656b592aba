import { Converter } from 'opencc-js/t2cn'

/** Tried in this order; the first that changes the character decides (裡 is a Taiwan form, 爲 an older one). */
const conversions = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }))

const known = new Map<string, string>()

/**
 * The simplified form of one character, after OpenCC's tables; the character itself when it has none. Character by
 * character on purpose: what OpenCC decides by phrase (乾隆 but 干燥) would let two spellings of one term differ.
 */
export function simplifiedCharacter(character: string): string {
  const remembered = known.get(character)
  if (remembered !== undefined) return remembered
  const simplified = simplifiedUntilStable(character)
  known.set(character, simplified)
  return simplified
}

/** 著, 裡 and their like go through two tables; one more application changes nothing. */
function simplifiedUntilStable(character: string): string {
  for (const convert of conversions) {
    const simplified = convert(character)
    if (simplified !== character && isOneCharacter(simplified)) return simplifiedUntilStable(simplified)
  }
  return character
}

function isOneCharacter(text: string): boolean {
  return String.fromCodePoint(text.codePointAt(0)!) === text
}
