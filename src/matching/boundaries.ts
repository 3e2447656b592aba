/**
 * Where a word may begin and end. Units fall into classes by script: in a script that writes no spaces every place is a
 * boundary; in the others a boundary stands where the class changes, so `SCO` ends before 的 but not before `PE`.
 */
export const other = 0
export const spacedWord = 1
export const freeScript = 2
export const katakana = 3
export const hangul = 4

const free =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}々〆]/u

const classes = new Uint8Array(0x10000)
for (let unit = 0; unit < 0x10000; unit++) classes[unit] = classify(unit)

function classify(unit: number): number {
  // Characters beyond the first plane are mostly rare Han; the rest of them stand alone too.
  if (unit >= 0xd800 && unit <= 0xdfff) return freeScript
  const character = String.fromCharCode(unit)
  if (free.test(character)) return freeScript
  if (/[\p{Script=Katakana}ー]/u.test(character)) return katakana
  if (/\p{Script=Hangul}/u.test(character)) return hangul
  return /[\p{L}\p{M}\p{N}_]/u.test(character) ? spacedWord : other
}

export function unitClass(unit: number): number {
  return classes[unit]!
}

export function isBoundary(units: Uint16Array, length: number, at: number): boolean {
  if (at <= 0 || at >= length) return true
  const before = units[at - 1]!
  const after = units[at]!
  if (before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff) return false
  const left = classes[before]!
  return left !== classes[after]! || left === freeScript || left === other
}

const code = (character: string): number => character.charCodeAt(0)
const dot = code('.')
const comma = code(',')
const plus = code('+')
const hash = code('#')
const apostrophe = code("'")
const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39
const isWord = (unit: number | undefined): boolean => unit !== undefined && classes[unit] === spacedWord

/** Signs that belong to a name when they open it: `.NET`, `#1`. */
const opensName = new Set(['.', '#', '+', '@', '&'].map(code))

/**
 * A full stop ends a sentence even where the space after it is missing: small letter, stop, capital letter. `isCapital`
 * tells whether the unit at a place was a capital, because units are folded to small letters.
 */
function isSentenceEnd(stop: number, isCapital: IsCapital): boolean {
  return isCapital(stop + 1) && !isCapital(stop - 1)
}

export type IsCapital = (at: number) => boolean

/** True when a sign glues the span to its surroundings: `C` of `C++`, `NET` of `.NET`, `sco` of `sco.org`, `3` of `3.5`, `can` of `can't`. */
export function isGlued(
  units: Uint16Array,
  length: number,
  { start, end, isCapital }: { start: number; end: number; isCapital: IsCapital },
): boolean {
  return isGluedLeft(units, start, isCapital) || isGluedRight(units, length, end, isCapital)
}

function isGluedLeft(units: Uint16Array, start: number, isCapital: IsCapital): boolean {
  if (start === 0) return false
  const first = units[start]!
  const before = units[start - 1]!
  const further = start > 1 ? units[start - 2] : undefined
  if (opensName.has(first)) return isWord(before)
  if (!isWord(first)) return false
  if (isDigit(first) && (before === dot || before === comma)) return isDigit(further)
  return before === dot && !isDigit(first) && !(isWord(further) && isSentenceEnd(start - 1, isCapital))
}

function isGluedRight(units: Uint16Array, length: number, end: number, isCapital: IsCapital): boolean {
  if (end >= length) return false
  const last = units[end - 1]!
  const next = units[end]!
  const further = end + 1 < length ? units[end + 1] : undefined
  if (!isWord(last)) return false
  if (next === dot && !isDigit(last)) return isWord(further) && !isSentenceEnd(end, isCapital)
  if (isDigit(last) && (next === dot || next === comma)) return isDigit(further)
  if (next === hash) return !isWord(further)
  if (next === plus) return further === plus
  return next === apostrophe && further === code('t') && isBoundary(units, length, end + 2)
}
