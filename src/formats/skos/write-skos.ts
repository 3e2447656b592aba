import { fromConceptEntry, type PlainConcept, type PlainLanguage, type PlainTerm } from '../model/plain-concept.js'
import type { Glossary, LossReport } from '../model/glossary.js'
import { rowsOf } from '../table/columns.js'

/** Categories that SKOS has a property for; the table of fields tells the rest. */
const untold = [
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'geographicalUsage',
  'termLocation',
  'source',
  'context',
] as const

/** SKOS in Turtle: a concept scheme, a concept each, its labels by status. */
export async function* writeSkos(glossary: Glossary, { losses }: { losses: LossReport }): AsyncIterable<string> {
  yield '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\n'
  yield statement('<#glossary>', [
    ['a', 'skos:ConceptScheme'],
    ['dct:title', literal(glossary.header.title ?? 'Glossary')],
    ...(glossary.header.description
      ? [['dct:description', literal(glossary.header.description)] as [string, string]]
      : []),
  ])
  for await (const entry of glossary.entries) {
    rowsOf(entry, losses)
    yield conceptStatement(fromConceptEntry(entry), losses)
  }
}

type Property = [predicate: string, object: string]

function conceptStatement(concept: PlainConcept, losses: LossReport): string {
  return statement(`<#${encodeURIComponent(concept.id)}>`, [
    ['a', 'skos:Concept'],
    ['skos:inScheme', '<#glossary>'],
    ['skos:notation', literal(concept.id)],
    ...texts('dct:subject', concept.subjectField),
    ...texts('skos:definition', concept.definition),
    ...texts('skos:note', concept.note),
    ...concept.languages.flatMap((section) => sectionProperties(section, losses)),
  ])
}

function sectionProperties(section: PlainLanguage, losses: LossReport): Property[] {
  const { language, terms } = section
  const preferred =
    terms.find(({ administrativeStatus }) => administrativeStatus === 'preferredTerm-admn-sts') ?? terms.find(isUsable)
  const labels = terms.map((term): Property => [labelOf(term, preferred), literal(term.text, language)])
  for (const term of terms) for (const field of untold) if (term[field]) losses.add(field)
  return [
    ...labels,
    ...texts('skos:definition', section.definition, language),
    ...texts('skos:note', section.note, language),
    ...terms.flatMap((term) => texts('skos:note', term.note, language)),
  ]
}

const forbidden = new Set(['deprecatedTerm-admn-sts', 'supersededTerm-admn-sts'])
const isUsable = ({ administrativeStatus }: PlainTerm): boolean => !forbidden.has(administrativeStatus ?? '')

/** One preferred label a language (SKOS S14); what must not be used is found, but not shown. */
function labelOf(term: PlainTerm, preferred: PlainTerm | undefined): string {
  if (term === preferred) return 'skos:prefLabel'
  return isUsable(term) ? 'skos:altLabel' : 'skos:hiddenLabel'
}

function texts(predicate: string, value: string | null | undefined, language?: string): Property[] {
  return value ? [[predicate, literal(value, language)]] : []
}

function statement(subject: string, properties: Property[]): string {
  return `${subject}\n${properties.map(([predicate, object]) => `  ${predicate} ${object}`).join(' ;\n')} .\n\n`
}

const escapes: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function literal(text: string, language?: string): string {
  const quoted = `"${text.replaceAll(/["\\\n\r\t]/g, (character) => escapes[character]!)}"`
  return language && language !== 'und' ? `${quoted}@${language}` : quoted
}
