import type { LanguageTag } from '../../shared/language-tag.js'
import { findCategory, standardValue } from './categories.js'
import { valueOf, type ConceptEntry, type LanguageSection, type Term } from './concept-entry.js'
import { languageFit } from './language-fit.js'
import type { Glossary, LossReport } from './glossary.js'

export interface BilingualOptions {
  source?: LanguageTag
  target?: LanguageTag
  withoutDeprecated?: boolean
  losses: LossReport
}

/**
 * The glossary as a tool of two languages takes it: source section first, preferred terms first, terms that must not
 * be used left out. Without declared languages only the order of terms changes.
 */
export function bilingual(glossary: Glossary, options: BilingualOptions): Glossary {
  return {
    header: { ...glossary.header, ...(options.source && { language: options.source }) },
    entries: bilingualEntries(glossary.entries, options),
    get backMatter() {
      return glossary.backMatter
    },
  }
}

async function* bilingualEntries(entries: Glossary['entries'], options: BilingualOptions): AsyncIterable<ConceptEntry> {
  for await (const entry of entries) {
    const languages = chosenSections(entry, options)
    if (languages) yield { ...entry, languages: languages.map((section) => withOrderedTerms(section, options)) }
  }
}

/** All sections, or the two declared; null when one of the two has no term. */
function chosenSections(
  entry: ConceptEntry,
  { source, target, losses, withoutDeprecated }: BilingualOptions,
): LanguageSection[] | null {
  if (!source || !target) return entry.languages
  const [first, second] = [source, target].map((language) => sectionOf(entry, language))
  const usable = (section: LanguageSection): boolean =>
    section.terms.some((term) => !withoutDeprecated || isUsable(term))
  if (!first || !second || first === second || !usable(first) || !usable(second)) {
    losses.add(`concept without a term in ${source} and ${target}`)
    return null
  }
  for (const { language } of entry.languages.filter((section) => section !== first && section !== second))
    losses.add(`section in ${language}`)
  return [first, second]
}

/** The section in this language, exactly if there is one, else the first of the same language. */
export function sectionOf(entry: ConceptEntry, wanted: LanguageTag): LanguageSection | undefined {
  const fits = entry.languages.map((section) => languageFit(wanted, section.language))
  return entry.languages[fits.indexOf(2)] ?? entry.languages[fits.indexOf(1)]
}

function withOrderedTerms(section: LanguageSection, { losses, withoutDeprecated }: BilingualOptions): LanguageSection {
  const terms = withoutDeprecated ? section.terms.filter(isUsable) : section.terms
  if (terms.length < section.terms.length)
    losses.add('term that must not be used', 'dropped', section.terms.length - terms.length)
  return { ...section, terms: terms.toSorted((a, b) => rankOf(a) - rankOf(b)) }
}

const statuses = [
  'preferredTerm-admn-sts',
  'admittedTerm-admn-sts',
  'deprecatedTerm-admn-sts',
  'supersededTerm-admn-sts',
]

/** 0 preferred, 1 admitted or nothing said, 2 deprecated, 3 superseded. */
export function rankOf(term: Term): number {
  const node = term.nodes.find(({ category }) => findCategory(category)?.name === 'administrativeStatus')
  const status = node && standardValue(findCategory('administrativeStatus')!, valueOf(node))
  return status ? statuses.indexOf(status) : 1
}

export const isUsable = (term: Term): boolean => rankOf(term) < 2
