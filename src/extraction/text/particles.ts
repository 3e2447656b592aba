import type { TaggedWord } from './token.js'

/** Words of grammar that a language writes onto the end of the word they belong to: data. */
export interface Particles {
  /** After any word. */
  always: readonly string[]
  /** Only after a syllable with a final consonant, only after one without: 은 and 는. */
  afterConsonant: readonly string[]
  afterVowel: readonly string[]
  /** Words that end like that by themselves: 회의 is no 회 with 의. */
  exceptions: readonly string[]
}

const shortestStem = 2

/** 서비스를 → 서비스, 를: the word and its particle, where what is left is a word of two syllables or more. */
export function withoutParticle(word: TaggedWord, particles: Particles): TaggedWord[] {
  const length = particleLength(word.text, particles)
  if (length === 0) return [word]
  const middle = word.end - length
  const { text, end, tag } = word
  return [
    { ...word, text: text.slice(0, text.length - length), end: middle },
    { text: text.slice(text.length - length), start: middle, end, tag },
  ]
}

function particleLength(text: string, { always, afterConsonant, afterVowel, exceptions }: Particles): number {
  if (exceptions.some((word) => text.endsWith(word))) return 0
  let longest = 0
  for (const [list, wantsConsonant] of [
    [always, undefined],
    [afterConsonant, true],
    [afterVowel, false],
  ] as const)
    for (const particle of list) {
      if (particle.length <= longest || !text.endsWith(particle)) continue
      const left = text.slice(0, text.length - particle.length)
      if (left.length < shortestStem || !/^[\p{sc=Hangul}\p{L}\p{N}-]+$/u.test(left)) continue
      const ending = endsInConsonant(left)
      if (wantsConsonant === undefined || ending === undefined || ending === wantsConsonant) longest = particle.length
    }
  return longest
}

/** Of a Hangul syllable, whether something stands below its vowel; other scripts say nothing. */
function endsInConsonant(text: string): boolean | undefined {
  const index = text.charCodeAt(text.length - 1) - 0xac00
  return index >= 0 && index <= 11171 ? index % 28 > 0 : undefined
}
