import { canonicalLanguage } from '../../shared/language-tag.js'
import { plainText, type ConceptEntry, type DataNode, type LanguageSection } from '../model/concept-entry.js'
import type { GlossaryHeader } from '../model/glossary.js'
import type { WarningList } from '../model/warning-list.js'

/** The object of a statement: an address (or the name of a nameless thing), or a text with its language. */
export type RdfObject = { iri: string } | { text: string; language?: string }

const skos = 'http://www.w3.org/2004/02/skos/core#'
const skosXl = 'http://www.w3.org/2008/05/skos-xl#'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const dublinCore = ['http://purl.org/dc/terms/', 'http://purl.org/dc/elements/1.1/']

const spaces = [skos, skosXl, ...dublinCore]

/** Labels -> what they say of the term. Hidden labels are found, but not shown: here that is a term not to be used. */
const labels: Record<string, string | null> = {
  prefLabel: 'preferredTerm-admn-sts',
  altLabel: 'admittedTerm-admn-sts',
  hiddenLabel: 'deprecatedTerm-admn-sts',
}

/** Texts about the concept, or about its section in a language when they name one. */
const texts: Record<string, { element: string; category?: string }> = {
  definition: { element: 'descrip', category: 'definition' },
  note: { element: 'note' },
  scopeNote: { element: 'note' },
  editorialNote: { element: 'note' },
  changeNote: { element: 'note' },
  historyNote: { element: 'note' },
  example: { element: 'descrip', category: 'example' },
}

/** Addresses of other concepts, kept under their SKOS names; matches in other schemes are references outside. */
const relations: Record<string, { element: string; category: string }> = {
  broader: { element: 'descrip', category: 'broaderConcept' },
  narrower: { element: 'descrip', category: 'narrowerConcept' },
  related: { element: 'descrip', category: 'relatedConcept' },
  exactMatch: { element: 'xref', category: 'externalCrossReference' },
  closeMatch: { element: 'xref', category: 'externalCrossReference' },
}

interface Subject {
  iri: string
  isConcept: boolean
  isScheme: boolean
  statements: [predicate: string, object: RdfObject][]
}

/** The statements of a SKOS file, whatever its syntax; concepts may be told about in any order, so they wait for its end. */
export class SkosGraph {
  private readonly subjects = new Map<string, Subject>()
  private readonly strings = new Map<string, string>()

  /** What no concept is made of is forgotten at once: vocabularies say much else of their concepts. */
  add(subject: string, predicate: string, object: RdfObject): void {
    if (predicate !== rdfType && !spaces.some((space) => predicate.startsWith(space))) return
    let known = this.subjects.get(subject)
    if (!known)
      this.subjects.set(subject, (known = { iri: subject, isConcept: false, isScheme: false, statements: [] }))
    if (predicate === rdfType && 'iri' in object) {
      if (object.iri === `${skos}Concept`) known.isConcept = true
      if (object.iri === `${skos}ConceptScheme`) known.isScheme = true
    } else known.statements.push([this.once(predicate), object])
  }

  /** Parsers make the same name anew each time; one is enough to keep. */
  private once(text: string): string {
    const known = this.strings.get(text)
    if (known === undefined) this.strings.set(text, text)
    return known ?? text
  }

  /** Title and description of the first concept scheme. */
  header(): GlossaryHeader {
    const scheme = [...this.subjects.values()].find(({ isScheme }) => isScheme)
    const text = (names: string[]): string | undefined => {
      const found = scheme?.statements.find(([predicate, object]) => names.includes(predicate) && 'text' in object)
      return found && 'text' in found[1] ? plainText(found[1].text) : undefined
    }
    return {
      title: text([...dublinCore.map((base) => `${base}title`), `${skos}prefLabel`]),
      description: text(dublinCore.map((base) => `${base}description`)),
    }
  }

  *entries(base: string, warnings: WarningList): Iterable<ConceptEntry> {
    for (const subject of this.subjects.values()) {
      if (subject.isScheme || !(subject.isConcept || this.hasLabel(subject))) continue
      const entry = this.entryOf(subject, base, warnings)
      if (entry.languages.some(({ terms }) => terms.length > 0)) yield entry
      else warnings.add('concept-without-label', 'A concept has no label; it was left out.')
    }
  }

  private hasLabel({ statements }: Subject): boolean {
    return statements.some(([predicate]) => predicate === `${skos}prefLabel` || predicate === `${skosXl}prefLabel`)
  }

  private entryOf({ iri, statements }: Subject, base: string, warnings: WarningList): ConceptEntry {
    const sections = new Map<string, LanguageSection>()
    const section = (written: string | undefined): LanguageSection => sectionIn(sections, written, warnings)
    const nodes: DataNode[] = []
    for (const [predicate, object] of statements) {
      const label = this.labelOf(predicate, object)
      const name = predicate.startsWith(skos) ? predicate.slice(skos.length) : ''
      const value = 'text' in object ? plainText(object.text) : nameOf(object.iri, base)
      if (label) addTerm(section(label.language), label)
      else if (texts[name] && value) {
        const own = 'text' in object && object.language ? section(object.language).nodes : nodes
        own.push({ ...texts[name], content: [value] })
      } else if (relations[name] && 'iri' in object)
        nodes.push({
          ...relations[name],
          ...(relations[name].element === 'xref' && { attributes: { target: object.iri } }),
          content: [value],
        })
      else if (dublinCore.some((base) => predicate === `${base}subject`) && value)
        nodes.push({ element: 'descrip', category: 'subjectField', content: [value] })
    }
    return { id: idOf(iri, statements, base), nodes, languages: [...sections.values()] }
  }

  /** A label in SKOS is a text, in SKOS-XL a thing that has one. */
  private labelOf(predicate: string, object: RdfObject) {
    const [space, name] = [skos, skosXl].flatMap((space) =>
      predicate.startsWith(space) ? [space, predicate.slice(space.length)] : [],
    )
    if (!name || labels[name] === undefined) return null
    const literal =
      space === skosXl && 'iri' in object
        ? this.subjects.get(object.iri)?.statements.find(([predicate]) => predicate === `${skosXl}literalForm`)?.[1]
        : object
    if (!literal || !('text' in literal)) return null
    const text = plainText(literal.text)
    return text ? { text, language: literal.language, status: labels[name] } : null
  }
}

function sectionIn(
  sections: Map<string, LanguageSection>,
  written: string | undefined,
  warnings: WarningList,
): LanguageSection {
  const language = (written ? canonicalLanguage(written) : null) ?? 'und'
  if (!written) warnings.add('missing-language', 'A label does not say its language; it is kept as undetermined.')
  else if (language === 'und') warnings.add('unknown-language', `"${written}" is not a language code.`)
  const key = language === 'und' ? (written ?? '') : language
  let known = sections.get(key)
  if (!known) {
    known = { language, ...(written && written !== language && { languageAsWritten: written }), nodes: [], terms: [] }
    sections.set(key, known)
  }
  return known
}

function addTerm(section: LanguageSection, { text, status }: { text: string; status: string | null }): void {
  if (section.terms.some((term) => term.text === text)) return
  const nodes = status ? [{ element: 'termNote', category: 'administrativeStatus', content: [status] }] : []
  section.terms.push({ text, nodes })
}

/** What a file says of its own things is named within it; other addresses are whole. */
function nameOf(iri: string, base: string): string {
  if (!iri.startsWith(`${base}#`)) return iri
  try {
    return decodeURIComponent(iri.slice(base.length + 1))
  } catch {
    return iri.slice(base.length + 1)
  }
}

/** Of a concept that is at home in this file its notation, which is the id it was exported with. */
function idOf(iri: string, statements: Subject['statements'], base: string): string {
  const name = nameOf(iri, base)
  if (name === iri) return iri
  const notation = statements.find(([predicate]) => predicate === `${skos}notation`)?.[1]
  return notation && 'text' in notation && notation.text.trim() ? notation.text.trim() : name
}
