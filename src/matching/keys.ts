import type { LanguageTag } from '../shared/language-tag.js'
import { matchingLanguage } from './languages.js'
import { keyOfText } from './reading.js'

/**
 * The key under which all spellings of a term meet: full and half width, capitals, traditional and simplified script,
 * quotes and dashes of every kind, ligatures, what is not seen. Applying it twice changes nothing.
 */
export function normaliseTerm(text: string, language: LanguageTag): string {
  const profile = { simplify: matchingLanguage(language).simplify ?? false }
  return keyOfText(text, profile)
}
