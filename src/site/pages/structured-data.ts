import type { ConceptRecord } from '../../releases/release-content.js'
import type { OpenedGlossary } from '../visit.js'
import { isForbidden, preferredOf } from './terms.js'

/** The glossary and its concepts in the words of schema.org. */
export function termSet({ name, description, addresses, languages, release }: OpenedGlossary, origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': origin + plain(addresses.home),
    name,
    ...(description && { description }),
    inLanguage: languages,
    version: String(release.number),
    datePublished: release.publishedAt.toISOString(),
  }
}

/** One term for each language, since its readers look for that. */
export function definedTerms(concept: ConceptRecord, glossary: OpenedGlossary, origin: string): object {
  const { addresses, name } = glossary
  const url = origin + plain(addresses.concept(concept.number))
  const set = { '@type': 'DefinedTermSet', '@id': origin + plain(addresses.home), name }
  return {
    '@context': 'https://schema.org',
    '@graph': concept.languages.flatMap(({ language, definition, terms }) => {
      const headword = preferredOf(terms)
      if (!headword) return []
      const others = terms.filter((term) => term !== headword && !isForbidden(term)).map(({ text }) => text)
      const description = definition ?? concept.definition
      return {
        '@type': 'DefinedTerm',
        '@id': `${url}#${language}`,
        url,
        name: headword.text,
        ...(others.length > 0 && { alternateName: others }),
        ...(description && { description }),
        inLanguage: language,
        termCode: String(concept.number),
        inDefinedTermSet: set,
      }
    }),
  }
}

/** Without the language that the visitor chose for the site. */
const plain = (address: string): string => address.split('?')[0]!
