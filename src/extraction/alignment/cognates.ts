import { romanised } from './japanese.js'

/** How a word sounds, roughly, in Latin letters: enough to tell that two spellings are one word. */
export interface Sound {
  /** Folded letters; '' where the script has no reading here. */
  letters: string
  /** Consonants by where they are spoken, for scripts that write foreign words by ear. */
  consonants: string
  /** Whether the script writes foreign words by ear, so that only consonants can be compared. */
  isByEar: boolean
}

const cyrillic: Record<string, string> = Object.fromEntries(
  'а=a б=b в=v г=g д=d е=e ё=e ж=j з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=k ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=u я=a і=i ї=i є=e ґ=g ў=u ј=i љ=l њ=n ћ=ch ђ=j џ=j'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
const greek: Record<string, string> = Object.fromEntries(
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=ph χ=ch ψ=ps ω=o'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
const letterOf: Record<string, string> = {
  ...cyrillic,
  ...greek,
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'e',
  œ: 'e',
  đ: 'd',
  ı: 'i',
}

const firstOfSyllable = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const vowelOfSyllable = 'a e ya e eo e yeo e o wa we we yo u wo we wi yu eu ui i'.split(' ')
const lastOfSyllable = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

/** Hangul syllables in letters (Revised Romanization, sounds not assimilated). */
function ofHangul(word: string): string {
  return [...word]
    .map((character) => {
      const index = character.codePointAt(0)! - 0xac00
      if (index < 0 || index > 11171) return character
      const [first, vowel, last] = [Math.floor(index / 588), Math.floor((index % 588) / 28), index % 28]
      return firstOfSyllable[first]! + vowelOfSyllable[vowel]! + lastOfSyllable[last]!
    })
    .join('')
}

/** Spellings of one sound: Photosynthese and photosynthesis, quality and calidad. */
const sameSounds: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/[sc]ch?(?=h)|tsch/gu, 's'],
  [/ck|qu|[cq]/gu, 'k'],
  [/x/gu, 'ks'],
  [/y/gu, 'i'],
  [/w/gu, 'v'],
  [/ae|oe/gu, 'e'],
  [/(.)\1/gu, '$1'],
]

/** [letters, the one they are heard as] where a script has few consonants. */
const heardAs: readonly (readonly [RegExp, string])[] = [
  [/c(?=[eiy])/gu, 's'],
  [/ch|sh|ts|th|[zj]/gu, 's'],
  [/ng/gu, 'n'],
  [/ph|[bfv]/gu, 'p'],
  [/[gcq]/gu, 'k'],
  [/d/gu, 't'],
  [/r/gu, 'l'],
  [/x/gu, 'ks'],
  [/[^a-z]|[aeiouyw]/gu, ''],
  [/(.)\1/gu, '$1'],
]

const replaced = (text: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((changed, [pattern, instead]) => changed.replace(pattern, instead), text)

export function soundOf(word: string): Sound {
  const lower = word.toLowerCase()
  const isByEar = /[\p{sc=Hangul}\p{sc=Katakana}]/u.test(lower)
  const latin = isByEar ? (/\p{sc=Hangul}/u.test(lower) ? ofHangul(lower) : romanised(lower)) : inLatin(lower)
  if (!/^[a-z'’-]{3,}$/u.test(latin)) return { letters: '', consonants: '', isByEar }
  return {
    letters: replaced(latin.replace(/[^a-z]/gu, ''), sameSounds).slice(0, longest),
    consonants: replaced(latin, heardAs).slice(0, longest),
    isByEar,
  }
}

const inLatin = (lower: string): string =>
  [...lower.normalize('NFD').replaceAll(/\p{M}/gu, '')].map((letter) => letterOf[letter] ?? letter).join('')

/** The bits of a number hold so many letters. */
const longest = 30

const worthOfCognate = 0.6
const worthOfHearsay = 0.5
const leastLetters = 4
const leastConsonants = 3
/** Among words so short, one letter makes another word: house, horse. */
const shortWord = 6

/** How likely two spellings are one word, 0..0.6: the share of the longer that both have in one order, from seven tenths on. */
export function cognateSupport(one: Sound, other: Sound): number {
  if (!one.letters || !other.letters) return 0
  if (one.isByEar !== other.isByEar) return heardAlike(one.consonants, other.consonants)
  const [a, b] = [one.letters, other.letters]
  const size = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) < leastLetters || a.length > 1.6 * b.length || b.length > 1.6 * a.length) return 0
  const beginsAlike = a[0] === b[0]
  if (!beginsAlike && a[1] !== b[1] && a[0] !== b[1] && a[1] !== b[0]) return 0
  const opening = commonBeginning(a, b)
  const share = Math.max(
    opening >= leastLetters ? opening / size : 0,
    size > 4 ? commonLetters(a, b) / size - (beginsAlike ? 0.04 : 0.1) : 0,
  )
  const least = opening >= leastLetters ? 0.6 : size <= shortWord ? 0.78 : 0.66
  return share >= least ? worthOfCognate * share : 0
}

function heardAlike(a: string, b: string): number {
  if (Math.min(a.length, b.length) < leastConsonants || a[0] !== b[0]) return 0
  const share = commonLetters(a, b) / Math.max(a.length, b.length)
  return share >= 0.75 ? worthOfHearsay * share : 0
}

function commonBeginning(a: string, b: string): number {
  let common = 0
  while (common < a.length && common < b.length && a[common] === b[common]) common++
  return common
}

const places = new Int32Array(26)

/** Length of the longest common subsequence, the letters of `a` as the bits of a number (Hyyrö 2004). */
function commonLetters(a: string, b: string): number {
  for (let at = 0; at < a.length; at++) places[a.charCodeAt(at) - 97]! |= 1 << at
  let open = -1
  for (let at = 0; at < b.length; at++) {
    const here = open & places[b.charCodeAt(at) - 97]!
    open = (open + here) | (open - here)
  }
  for (let at = 0; at < a.length; at++) places[a.charCodeAt(at) - 97] = 0
  let common = 0
  for (let at = 0; at < a.length; at++) if (((open >>> at) & 1) === 0) common++
  return common
}
