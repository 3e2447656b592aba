import { normaliseTerm } from '../matching/index.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'

export const longest = { text: 100, segment: 1000 }

/** A search that found nothing, as it is counted. */
export interface Miss {
  key: string
  text: string
  sourceLanguage: LanguageTag
  targetLanguage: LanguageTag
  segment: string | null
}

/** What may be about a person, or is no term at all: addresses, numbers, whole sentences. */
const neverCounted = /@|:\/\/|^\P{L}*$|(?:\d[\s-]?){6,}/u

/** The miss as it is counted, or null when it is not. */
export function countable(
  text: string,
  direction: { source: LanguageTag; target: LanguageTag },
  segment?: string,
): Miss | null {
  const written = text.replaceAll(/\s+/g, ' ').trim()
  if (written.length > longest.text || neverCounted.test(written)) return null
  const key = normaliseTerm(written, direction.source)
  if (!key) return null
  return {
    key,
    text: written,
    sourceLanguage: primaryLanguage(direction.source),
    targetLanguage: primaryLanguage(direction.target),
    segment: segment?.trim().slice(0, longest.segment) || null,
  }
}
