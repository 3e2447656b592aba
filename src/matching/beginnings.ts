import { normaliseTerm } from './keys.js'
import type { LanguageTag } from '../shared/language-tag.js'

/** How much of a key its beginning is: no inflected form differs from its term so early. */
export const beginningLength = 3

const belongsToWord = (character: string | undefined) =>
  character !== undefined && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u.test(character)

/**
 * The beginnings of all terms that may stand in these texts, so that a database hands over those few: every term found by the matcher
 * has a key whose first letters are among them.
 */
export function beginningsIn(texts: Iterable<string>, language: LanguageTag): string[] {
  const beginnings = new Set<string>()
  for (const text of texts) {
    const characters = [...normaliseTerm(text, language)]
    for (let start = 0; start < characters.length; start++) {
      if (belongsToWord(characters[start]) && belongsToWord(characters[start - 1])) continue
      for (let length = 1; length <= beginningLength; length++)
        beginnings.add(characters.slice(start, start + length).join(''))
    }
  }
  return [...beginnings]
}
