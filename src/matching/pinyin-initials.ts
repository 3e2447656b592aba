import { pinyin } from 'pinyin-pro'

/** A character with two readings doubles the ways to abbreviate a term; a name of ten such characters needs a limit. */
const mostWays = 8

const han = /\p{Script=Han}/u
const initials = new Map<string, string[]>()

/** What one types for a Chinese term by the first letters of its syllables: 上海合作组织 -> shhzzz. Empty for other terms. */
export function pinyinInitials(key: string): string[] {
  if (!han.test(key)) return []
  let ways = ['']
  for (const character of key) {
    const letters = initialsOf(character)
    const next = ways.flatMap((way) => letters.map((letter) => way + letter))
    ways = next.length <= mostWays ? next : ways.map((way) => way + letters[0]!)
  }
  return ways
}

/** First letters of a character's readings, the usual one first; other letters and figures stand for themselves. */
function initialsOf(character: string): string[] {
  const known = initials.get(character)
  if (known) return known
  const found = han.test(character)
    ? pinyin(character, { multiple: true, toneType: 'none', type: 'array' }).map((reading) => reading.charAt(0))
    : [character.trim()]
  const distinct = [...new Set(found)]
  initials.set(character, distinct)
  return distinct
}
