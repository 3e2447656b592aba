import type { LanguageTag } from '../../shared/language-tag.js'
import { simplifiedCharacter } from '../../shared/text/simplified.js'

/**
 * One encoding that a text without a byte order mark may be in. The multi-byte ones are told apart by where their
 * everyday characters live: text in the right encoding falls almost wholly into `everyday`, text in a wrong one is
 * spread over the whole code space.
 */
export interface Encoding {
  /** The label that `TextDecoder` knows. */
  label: string
  /** Primary languages that are written in it. */
  languages: LanguageTag[]
  /** Of a two-byte character: is it one of the everyday ones? */
  everyday(lead: number, trail: number): boolean
}

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to

/** GB 18030 puts the letters of pinyin with tones here: ā á ǎ à … */
const isToned = (lead: number, trail: number): boolean => lead === 0xa8 && within(trail, 0xa1, 0xc0)

let traditional: Set<number> | undefined

/** Codes of GBK's extensions whose simplified character is of GB 2312 level 1: texts in traditional script are written in GB 18030 as well. */
function traditionalOfEveryday(): Set<number> {
  if (traditional) return traditional
  traditional = new Set()
  const decoder = new TextDecoder('gb18030')
  const everyday = new Set<string>()
  for (let lead = 0xb0; lead <= 0xd7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) everyday.add(decoder.decode(Uint8Array.of(lead, trail)))
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xa0; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const simplified = simplifiedCharacter(character)
      if (simplified !== character && everyday.has(simplified)) traditional.add((lead << 8) | trail)
    }
  return traditional
}

/** Multi-byte encodings of East Asia. Sources: GB 2312-80 level 1, Big5 level 1, JIS X 0208 kana and level 1, KS X 1001 hangul. */
export const multiByteEncodings: Encoding[] = [
  {
    label: 'gb18030',
    languages: ['zh'],
    everyday: (lead, trail) =>
      (within(trail, 0xa1, 0xfe) && (within(lead, 0xb0, 0xd7) || lead === 0xa1 || lead === 0xa3)) ||
      isToned(lead, trail) ||
      traditionalOfEveryday().has((lead << 8) | trail),
  },
  {
    label: 'big5',
    languages: ['zh'],
    everyday: (lead, trail) =>
      (within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe)) && (within(lead, 0xa4, 0xc6) || lead === 0xa1),
  },
  {
    label: 'shift_jis',
    languages: ['ja'],
    everyday: (lead, trail) => within(trail, 0x40, 0xfc) && (within(lead, 0x81, 0x83) || within(lead, 0x88, 0x97)),
  },
  {
    label: 'euc-jp',
    languages: ['ja'],
    everyday: (lead, trail) =>
      within(trail, 0xa1, 0xfe) && (lead === 0xa1 || lead === 0xa4 || lead === 0xa5 || within(lead, 0xb0, 0xcf)),
  },
  {
    label: 'euc-kr',
    languages: ['ko'],
    everyday: (lead, trail) =>
      within(trail, 0xa1, 0xfe) && (within(lead, 0xb0, 0xc8) || lead === 0xa1 || lead === 0xa3),
  },
]

/** Single-byte encodings never fail to decode, so they are believed only when the languages are declared and every high byte is one of their letters. */
export const singleByteEncodings: { label: string; languages: LanguageTag[]; letters: RegExp }[] = [
  {
    label: 'windows-1252',
    languages: ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'no', 'fi', 'is', 'ca', 'ga', 'eu', 'gl'],
    letters: /^[À-ÖØ-öø-ÿŒœŠšŽžŸ‘’“”‚„–—…«»‹›°§©®™€£¿¡ºª²³·•\u00a0½¼¾×]$/,
  },
  {
    label: 'windows-1251',
    languages: ['ru', 'uk', 'be', 'bg', 'sr', 'mk'],
    letters: /^[А-яЁёЂђЃѓЄєЅѕІіЇїЈјЉљЊњЋћЌќЎўЏџҐґ‘’“”‚„–—…«»°§©®™€№\u00a0]$/,
  },
]
