import type { LanguageTag } from '../shared/language-tag.js'
import { matchingLanguage } from './languages.js'
import { keyOf, readPlain } from './reading.js'

/**
 * The key under which all spellings of a term meet: full and half width, capitals, traditional and simplified script,
 * quotes and dashes of every kind, ligatures, what is not seen. Applying it twice changes nothing.
 */
export function normaliseTerm(text: string, language: LanguageTag): string {
  const profile = { simplify: matchingLanguage(language).simplify ?? false }
  return keyOf(readPlain(text, profile))
}

/** The characters of a key and its pairs of neighbours, spaces aside: a database index over them finds text inside words. */
export function termGrams(key: string): string[] {
  const characters = Array.from(key).filter((character) => character !== ' ')
  const pairs = characters.slice(1).map((character, index) => characters[index]! + character)
  return [...new Set([...characters, ...pairs])]
}
