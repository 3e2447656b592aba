import type { LanguageTag } from '../../shared/language-tag.js'
import { compoundParts } from '../alignment/compound-parts.js'
import { numberParts, partsIn, type WordParts } from '../alignment/parts.js'
import { stemmerOf } from '../alignment/stem.js'
import { languageOf } from '../languages/index.js'
import { lightStemOf } from '../terms/lemmas/light-stem.js'
import { Vocabulary } from './analyse-side.js'

/** The words of one side as alignment knows them: stems, and the parts of a compound each by itself (Kugel, ventil). */
export interface AlignedWords {
  /** The units as alignment compares them. */
  stems: Vocabulary
  /** How each unit is spelled, by its number. */
  spelling: readonly string[]
  size: number
  /** What a unit is made of, for guesses about units that are seldom seen. */
  parts: WordParts
  /** Whether some word is more than one unit. */
  cuts: boolean
  unitsOf(words: Int32Array): Int32Array
  /** The token that each unit stands in; `heard` are the tokens that take part. */
  tokensOf(words: Int32Array, heard: Int32Array | undefined): Int32Array
}

export function alignedBy(vocabulary: Vocabulary, language: LanguageTag): AlignedWords {
  const stem = stemmerOf(language)
  const stems = new Vocabulary()
  const spelling: string[] = []
  const unitOf = (word: string) => {
    const unit = stems.idOf(stem(word))
    if (unit === spelling.length) spelling.push(word)
    return unit
  }
  const of = new Int32Array(vocabulary.size)
  for (let id = 0; id < vocabulary.size; id++) of[id] = unitOf(vocabulary.spelled(id))
  const joined = compoundsIn(vocabulary, language, unitOf)
  const parts = numberParts(spelling, partsIn(language))
  if (joined.size === 0)
    return { stems, spelling, size: stems.size, parts, cuts: false, unitsOf: byOne(of), tokensOf: eachToken }
  return {
    stems,
    spelling,
    size: stems.size,
    parts,
    cuts: true,
    unitsOf: (words) => Int32Array.from([...words].flatMap((word) => joined.get(word) ?? of[word]!)),
    tokensOf: (words, heard) =>
      Int32Array.from(
        [...eachToken(words, heard)].flatMap((token) => joined.get(words[token]!)?.map(() => token) ?? token),
      ),
  }
}

const byOne = (of: Int32Array) => (words: Int32Array) => words.map((word) => of[word]!)

const eachToken = (words: Int32Array, heard: Int32Array | undefined): Int32Array => heard ?? words.map((_, at) => at)

/** The units of each compound, by its word. */
function compoundsIn(
  vocabulary: Vocabulary,
  language: LanguageTag,
  unitOf: (word: string) => number,
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const { joining } = languageOf(language)
  if (!joining) return found
  const lightStem = lightStemOf(language) ?? ((word: string) => word)
  const words = Array.from({ length: vocabulary.size }, (_, id) => lightStem(vocabulary.spelled(id)))
  const letters = words.filter((word) => /^[\p{L}-]+$/u.test(word))
  const partsOf = compoundParts([...new Set(letters)], joining)
  for (const [id, word] of words.entries()) {
    const parts = /^[\p{L}-]+$/u.test(word) ? partsOf(word) : []
    if (parts.length > 1) found.set(id, parts.map(unitOf))
  }
  return found
}
