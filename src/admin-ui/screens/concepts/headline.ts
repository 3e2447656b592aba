import type { Concept } from '../../api/types.js'

/** The preferred term of each language of the termbase. */
export function headline(concept: Concept, languages: string[]): string {
  const first = languages.flatMap(
    (language) => concept.languages.find((section) => section.language === language)?.terms[0]?.text ?? [],
  )
  return first.join(' – ') || (concept.languages[0]?.terms[0]?.text ?? String(concept.number))
}
