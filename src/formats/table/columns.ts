import type { ConceptEntry } from '../model/concept-entry.js'
import type { LossReport } from '../model/glossary.js'
import {
  fromConceptEntry,
  toConceptEntry,
  type PlainConcept,
  type PlainLanguage,
  type PlainTerm,
} from '../model/plain-concept.js'

/** A column of a glossary as a table: one row per term, what belongs to concept and language repeated. */
export interface Column {
  /** As the first row names it. */
  title: string
  of: 'concept' | 'language' | 'term'
  field: string
}

export const columns: Column[] = [
  { title: 'concept', of: 'concept', field: 'id' },
  { title: 'subjectField', of: 'concept', field: 'subjectField' },
  { title: 'definition', of: 'concept', field: 'definition' },
  { title: 'definitionSource', of: 'concept', field: 'definitionSource' },
  { title: 'conceptNote', of: 'concept', field: 'note' },
  { title: 'language', of: 'language', field: 'language' },
  { title: 'languageDefinition', of: 'language', field: 'definition' },
  { title: 'languageDefinitionSource', of: 'language', field: 'definitionSource' },
  { title: 'languageNote', of: 'language', field: 'note' },
  { title: 'term', of: 'term', field: 'text' },
  { title: 'administrativeStatus', of: 'term', field: 'administrativeStatus' },
  { title: 'partOfSpeech', of: 'term', field: 'partOfSpeech' },
  { title: 'termType', of: 'term', field: 'termType' },
  { title: 'grammaticalGender', of: 'term', field: 'grammaticalGender' },
  { title: 'geographicalUsage', of: 'term', field: 'geographicalUsage' },
  { title: 'termLocation', of: 'term', field: 'termLocation' },
  { title: 'note', of: 'term', field: 'note' },
  { title: 'source', of: 'term', field: 'source' },
  { title: 'context', of: 'term', field: 'context' },
  { title: 'contextSource', of: 'term', field: 'contextSource' },
]

/** The cells of one concept, a row per term, in the order of the columns. What has no column is counted. */
export function rowsOf(entry: ConceptEntry, losses: LossReport): string[][] {
  const concept = fromConceptEntry(entry)
  countUntold(concept, columns, losses)
  return concept.languages.flatMap((language) =>
    language.terms.map((term) => columns.map(({ of, field }) => cellOf({ concept, language, term }[of], field))),
  )
}

export function cellOf(record: PlainConcept | PlainLanguage | PlainTerm, field: string): string {
  const value = (record as unknown as Record<string, unknown>)[field]
  return typeof value === 'string' ? value : ''
}

/** Nodes that the fields of these columns alone would not bring back. */
export function countUntold(concept: PlainConcept, carried: Column[], losses: LossReport): void {
  const told = fromFieldsAlone(concept, carried)
  count(concept.nodes, told.nodes, losses)
  for (const [index, section] of concept.languages.entries()) {
    const toldSection = told.languages[index]!
    count(section.nodes, toldSection.nodes, losses)
    if (section.terms.length === 0) losses.add('language section without a term')
    for (const [position, term] of section.terms.entries()) {
      count(term.nodes, toldSection.terms[position]!.nodes, losses)
      if (term.content) losses.add('markup in a term')
    }
  }
}

function fromFieldsAlone(concept: PlainConcept, carried: Column[]): ConceptEntry {
  const only = <T extends object>(record: T, of: Column['of']): T => {
    const fields = carried
      .filter((column) => column.of === of)
      .map(({ field }) => [field, cellOf(record as never, field)])
    return Object.fromEntries(fields.filter(([, value]) => value !== '')) as T
  }
  const languages = concept.languages.map((section) => ({
    ...only(section, 'language'),
    language: section.language,
    terms: section.terms.map((term) => ({ ...only(term, 'term'), text: term.text })),
  }))
  return toConceptEntry({ ...only(concept, 'concept'), id: concept.id, languages })
}

type Nodes = ConceptEntry['nodes']

function count(nodes: Nodes | undefined, told: Nodes, losses: LossReport): void {
  const left = namesIn(told)
  for (const name of namesIn(nodes ?? [])) {
    const known = left.indexOf(name)
    if (known === -1) losses.add(name)
    else left.splice(known, 1)
  }
}

function namesIn(nodes: Nodes): string[] {
  return nodes.flatMap((node) => (node.children ? namesIn(node.children) : [node.category ?? node.element]))
}
