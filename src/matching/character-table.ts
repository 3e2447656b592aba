import { simplifiedCharacter } from '../shared/text/simplified.js'

/**
 * What one UTF-16 unit of a text becomes in a matching key. Most units become exactly one other unit, and a table of
 * 65,536 entries says which; the rest (`composed`) go through Unicode normalisation, a cluster at a time.
 */
export const dropped = 0
export const composed = 1

const invisible = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u
const invisibleAnywhere = new RegExp(invisible.source, 'gu')
const space = /[\s\p{Cc}]/u
const halfWidthMarks = '\\uFF9E\\uFF9F'
const jamo = '\\u1100-\\u11FF\\u3130-\\u318F\\uA960-\\uA97F\\uD7B0-\\uD7FF\\uFFA0-\\uFFDC'
const joining = new RegExp(`[\\p{M}${halfWidthMarks}${jamo}]`, 'u')

/** A character with all that joins it, seen or not. Sticky: set `lastIndex`. */
export const cluster = new RegExp(`[^](?:${joining.source}|${invisible.source})*`, 'uy')

/** Marks that are written in many ways and mean one. Everything not named here follows Unicode's NFKC. */
const oneOfMany: Record<string, string> = {
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D\u2043',
  "'": '\u2018\u2019\u201A\u201B\u2032\u02B9\u02BC\u00B4\u0060\uFF07\uFF40',
  '"': '\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02',
  '\u00B7': '\u2022\u2027\u22C5\u30FB\uFF65\u0387',
}
const mark = new Map(Object.entries(oneOfMany).flatMap(([one, many]) => Array.from(many).map((other) => [other, one])))

/** Han characters are read in simplified script for Chinese, and as they stand for every other language. */
export interface Profile {
  simplify: boolean
}

const tables = new Map<boolean, Uint16Array>()

/** unit -> the unit it becomes, `dropped`, or `composed`; U+0020 for every kind of space. */
export function characterTable({ simplify }: Profile): Uint16Array {
  const known = tables.get(simplify)
  if (known) return known
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = tableEntry(unit, simplify)
  tables.set(simplify, table)
  return table
}

function tableEntry(unit: number, simplify: boolean): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return composed
  const character = String.fromCharCode(unit)
  if (invisible.test(character)) return dropped
  if (space.test(character)) return 0x20
  if (joining.test(character)) return composed
  const folded = foldCharacter(character, simplify)
  return folded.length === 1 ? folded.charCodeAt(0) : composed
}

/** True for what may change its neighbour to the left: combining marks, conjoining letters, and what is not seen. */
export function isJoining(unit: number): boolean {
  return joins[unit] === 1
}

const joins = new Uint8Array(0x10000)
for (let unit = 0; unit < 0x10000; unit++) {
  const character = String.fromCharCode(unit)
  // Half a character cannot be told; its cluster tells.
  const isHigh = unit >= 0xd800 && unit <= 0xdbff
  if (isHigh || joining.test(character) || invisible.test(character)) joins[unit] = 1
}

const folds = [new Map<string, string>(), new Map<string, string>()] as const

/** A cluster (a character with all that joins it) as it stands in a key; may be empty, may be longer than it was. */
export function foldCluster(cluster: string, { simplify }: Profile): string {
  const cache = folds[simplify ? 1 : 0]
  const known = cache.get(cluster)
  if (known !== undefined) return known
  let folded = foldCharacter(cluster.replace(invisibleAnywhere, ''), simplify)
  for (let again = foldCharacter(folded, simplify); again !== folded; again = foldCharacter(folded, simplify))
    folded = again
  if (cache.size < 100_000) cache.set(cluster, folded)
  return folded
}

/** NFKC, lower case, one form for quotes, dashes and middle dots, simplified script where asked for. */
function foldCharacter(character: string, simplify: boolean): string {
  const canonical = character.normalize('NFC')
  const one = mark.get(canonical)
  if (one) return one
  const compatible = character.normalize('NFKC')
  // ¨ is a space with a mark in NFKC: taking it apart would put a space into the middle of a word.
  if (/^\s?\p{M}/u.test(compatible)) return canonical
  const lower = compatible
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  const marked = Array.from(lower)
    .map((each) => mark.get(each) ?? each)
    .join('')
  return simplify ? Array.from(marked).map(simplifiedCharacter).join('') : marked
}
