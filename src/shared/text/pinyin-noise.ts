import { pinyin } from 'pinyin-pro'

/** A bracket that only spells how the characters before it are read: 國(guó). Offsets in UTF-16 code units. */
export interface PinyinNoise {
  /** Of the opening bracket (or the space before it) and past the closing one. */
  start: number
  end: number
  /** The characters that are spelled: 國. */
  characters: string
  /** As written between the brackets: guó. */
  reading: string
}

const toneMarks = /\u0300|\u0301|\u0304|\u030C/g
const bracket = /[ \u3000]?[(（]\s*(\p{Script=Latin}[\p{Script=Latin}\p{M}\d'’ ]*?)\s*[)）]/gu
const trailingHan = /\p{Script=Han}+$/u

/** A word is spelled in one bracket at most this long. */
const longestWord = 8

/** Every bracket of `text` that spells exactly the characters before it; "(QCCM)" and "(NATO)" spell none and stay. */
export function pinyinNoise(text: string): PinyinNoise[] {
  const found: PinyinNoise[] = []
  for (const match of text.matchAll(bracket)) {
    const reading = match[1]!
    const before = trailingHan.exec(text.slice(Math.max(0, match.index - 2 * longestWord), match.index))?.[0]
    const characters = before && charactersSpelled(before, plainSyllables(reading))
    if (characters) found.push({ start: match.index, end: match.index + match[0].length, characters, reading })
  }
  return found
}

/** Lower case, without tones, spaces and apostrophes; ü as v, as pinyin-pro writes it. */
function plainSyllables(reading: string): string {
  if (/^\p{Lu}{2,}$/u.test(reading)) return ''
  return reading
    .normalize('NFD')
    .replace(toneMarks, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\d'’\s]/g, '')
}

/** The last characters of `han` whose readings, one after the other, are `syllables`; undefined when there are none. */
function charactersSpelled(han: string, syllables: string): string | undefined {
  if (!syllables) return undefined
  const characters = Array.from(han)
  const first = Math.max(0, characters.length - longestWord)
  for (let from = characters.length - 1; from >= first; from--)
    if (spells(characters, from, syllables)) return characters.slice(from).join('')
  return undefined
}

function spells(characters: string[], from: number, syllables: string): boolean {
  if (from === characters.length) return syllables === ''
  return readings(characters[from]!).some(
    (reading) => syllables.startsWith(reading) && spells(characters, from + 1, syllables.slice(reading.length)),
  )
}

const readingsOf = new Map<string, string[]>()

function readings(character: string): string[] {
  const remembered = readingsOf.get(character)
  if (remembered) return remembered
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
  const distinct = [
    ...new Set(all.flatMap((reading) => (reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]))),
  ]
  readingsOf.set(character, distinct)
  return distinct
}
