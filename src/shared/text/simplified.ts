import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs'
import fromHongKong from 'opencc-js/dict/HKVariantsRev'
import fromTraditional from 'opencc-js/dict/TSCharacters'
import fromTaiwan from 'opencc-js/dict/TWVariantsRev'

/** OpenCC's tables of characters: "from to|from to". Its converter would load those of phrases too, which take a third of a second and are not asked. */
function tableOf(entries: string): ReadonlyMap<string, string> {
  return new Map(entries.split('|').map((entry) => entry.split(' ') as [string, string]))
}

const [unified, traditional, taiwan, hongKong] = [compatibility, fromTraditional, fromTaiwan, fromHongKong].map(
  tableOf,
) as [Table, Table, Table, Table]
type Table = ReadonlyMap<string, string>

/** Tables in their order, of general, Taiwan and Hong Kong usage; the first row that changes the character decides (裡 is a Taiwan form, 爲 an older one). */
const conversions: readonly (readonly Table[])[] = [
  [unified, traditional],
  [unified, taiwan, traditional],
  [unified, hongKong, traditional],
]

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
  for (const tables of conversions) {
    const simplified = tables.reduce((at, table) => table.get(at) ?? at, character)
    if (simplified !== character && isOneCharacter(simplified)) return simplifiedUntilStable(simplified)
  }
  return character
}

function isOneCharacter(text: string): boolean {
  return String.fromCodePoint(text.codePointAt(0)!) === text
}
