import { browsingOrderings, type Ordering } from '../formats/index.js'
import type { ConceptRecord } from '../releases/release-content.js'
import type { LanguageTag } from '../shared/language-tag.js'

/** Concepts by what they are about; the other orders are those of the language. */
export const bySubject = 'subjects'

/** What stands under a heading: headwords by the place of their concept in the release and of the term in its section. */
export interface Shelf {
  language: LanguageTag
  ordering: string
  heading: string
  entries: number[]
  terms: number[]
}

interface Headword {
  entry: number
  term: number
  text: string
  subject: string
}

/** All headwords of a release in every order that its readers browse by. */
export async function shelvesOf(
  concepts: AsyncIterable<Pick<ConceptRecord, 'subjectField' | 'languages'>>,
): Promise<Shelf[]> {
  const words = new Map<LanguageTag, Headword[]>()
  let entry = 0
  for await (const { subjectField, languages } of concepts) {
    for (const { language, terms } of languages) {
      const known = words.get(language) ?? []
      words.set(language, known)
      terms.forEach(({ text }, term) => known.push({ entry, term, text, subject: subjectField?.trim() ?? '' }))
    }
    entry++
  }
  return [...words].flatMap(([language, headwords]) => shelvesOfLanguage(language, headwords))
}

function shelvesOfLanguage(language: LanguageTag, headwords: Headword[]): Shelf[] {
  const orderings = browsingOrderings(language)
  const inOrders = orderings.flatMap((ordering) => {
    const headingOf = remembered(ordering)
    return shelved(language, ordering.id, sorted(headwords, ordering), ({ text }) => headingOf(text))
  })
  const firstOfConcept = headwords.filter(({ term, subject }) => term === 0 && subject)
  return [...inOrders, ...shelved(language, bySubject, bySubjects(language, firstOfConcept, orderings[0]!), subjectOf)]
}

const subjectOf = ({ subject }: Headword): string => subject

function sorted(headwords: Headword[], { compare }: Ordering): Headword[] {
  return headwords.toSorted((a, b) => compare(a.text, b.text) || a.entry - b.entry)
}

function bySubjects(language: LanguageTag, headwords: Headword[], ordering: Ordering): Headword[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return sorted(headwords, ordering).sort((a, b) => compare(a.subject, b.subject))
}

function shelved(
  language: LanguageTag,
  ordering: string,
  headwords: Headword[],
  headingOf: (headword: Headword) => string,
): Shelf[] {
  const shelves = new Map<string, Shelf>()
  for (const headword of headwords) {
    const heading = headingOf(headword)
    const shelf = shelves.get(heading) ?? { language, ordering, heading, entries: [], terms: [] }
    shelves.set(heading, shelf)
    shelf.entries.push(headword.entry)
    shelf.terms.push(headword.term)
  }
  return [...shelves.values()]
}

/** Headings go by how a term begins, and a glossary has far fewer beginnings than terms. */
function remembered({ headingOf }: Ordering): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const beginning = /^[\p{Punctuation}\p{Symbol}\s]*./u.exec(text)?.[0] ?? text
    const heading = known.get(beginning) ?? headingOf(beginning)
    known.set(beginning, heading)
    return heading
  }
}
