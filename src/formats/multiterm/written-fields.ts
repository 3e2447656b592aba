import type { PlainConcept, PlainLanguage, PlainTerm } from '../model/plain-concept.js'

/** The names that fields have in MultiTerm's own templates, level by level, in the order in which they are written. */
export const conceptFields: [title: string, field: keyof PlainConcept][] = [
  ['ID', 'id'],
  ['Subject', 'subjectField'],
  ['Definition', 'definition'],
  ['Note', 'note'],
]
export const languageFields: [title: string, field: keyof PlainLanguage][] = [
  ['Definition', 'definition'],
  ['Note', 'note'],
]
export const termFields: [title: string, field: keyof PlainTerm][] = [
  ['Status', 'administrativeStatus'],
  ['Part of Speech', 'partOfSpeech'],
  ['Type', 'termType'],
  ['Gender', 'grammaticalGender'],
  ['Geographical Usage', 'geographicalUsage'],
  ['Location', 'termLocation'],
  ['Note', 'note'],
  ['Source', 'source'],
  ['Context', 'context'],
]

/** A source belongs to its definition or context; MultiTerm nests the one in the other. */
export const sources: Record<string, string> = { definition: 'definitionSource', context: 'contextSource' }

/** As MultiTerm shows a language: its English name, and its code in capitals. */
export function languageAttributes(language: string): { type: string; lang: string } {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  return { type: name, lang: language.toUpperCase() }
}
