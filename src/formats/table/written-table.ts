import { DomainError } from '../../shared/errors.js'
import type { LanguageTag } from '../../shared/language-tag.js'
import type { ConceptEntry } from '../model/concept-entry.js'
import type { Glossary, LossReport } from '../model/glossary.js'
import { fromConceptEntry, type PlainConcept, type PlainLanguage } from '../model/plain-concept.js'
import { cellOf, columns, countUntold, rowsOf, type Column } from './columns.js'
import { joinTerms } from './terms-in-cell.js'

export interface TableShape {
  /** One row per term tells every field; one per concept reads better. Default `term`. */
  rows?: 'term' | 'concept'
  /** With a row per concept: the languages that get columns, in this order. Otherwise those that the glossary names. */
  languages?: LanguageTag[]
  source?: LanguageTag
  target?: LanguageTag
}

/** A glossary as a table: what its columns are, and the rows of each concept. */
export interface WrittenTable {
  titles: string[]
  /** What each column holds, for its width and its choices. */
  columns: Column[]
  rowsOf(entry: ConceptEntry, losses: LossReport): string[][]
}

export function writtenTable(glossary: Glossary, shape: TableShape): WrittenTable {
  if (shape.rows !== 'concept') return { titles: columns.map(({ title }) => title), columns, rowsOf }
  const languages = languagesOf(glossary, shape)
  return {
    titles: titlesFor(languages),
    columns: [...ofConcept, ...languages.flatMap(() => [termColumn, ...besideTerm, ...ofSection])],
    rowsOf: (entry, losses) => [conceptRow(entry, languages, losses)],
  }
}

const column = (title: string): Column => columns.find((column) => column.title === title)!
const ofConcept = columns.filter(({ of }) => of === 'concept')
const termColumn = column('term')
const besideTerm = ['administrativeStatus', 'partOfSpeech', 'termType', 'note', 'source', 'context'].map(column)
const ofSection = ['languageDefinition', 'languageNote'].map(column)
const carried = [...ofConcept, termColumn, ...besideTerm, ...ofSection]

/** `zh`, `zh partOfSpeech` …: read again by anyone who reads titles. */
const titlesFor = (languages: LanguageTag[]): string[] => [
  ...ofConcept.map(({ title }) => title),
  ...languages.flatMap((language) => [
    language,
    ...[...besideTerm, ...ofSection].map(({ title }) => `${language} ${title}`),
  ]),
]

function languagesOf({ header }: Glossary, { languages, source, target }: TableShape): LanguageTag[] {
  const said = languages ?? (source && target ? [source, target] : (header.languages ?? []))
  if (said.length > 0) return said
  throw new DomainError(
    'invalid-input',
    'A table with a row per concept has columns for its languages, and none is named.',
    {
      remedy: 'Say the source and the target language.',
      fields: { source: ['is needed for this format'], target: ['is needed for this format'] },
    },
  )
}

function conceptRow(entry: ConceptEntry, languages: LanguageTag[], losses: LossReport): string[] {
  const concept = fromConceptEntry(entry)
  const others = concept.languages.filter(({ language }) => !languages.includes(language))
  for (const { language } of others) losses.add(`section in ${language}`)
  const told: PlainConcept = { ...concept, languages: concept.languages.filter((section) => !others.includes(section)) }
  countUntold(told, carried, losses)
  return [
    ...ofConcept.map(({ field }) => cellOf(concept, field)),
    ...languages.flatMap((language) => sectionCells(told.languages.find((section) => section.language === language))),
  ]
}

function sectionCells(section: PlainLanguage | undefined): string[] {
  if (!section) return [...besideTerm, ...ofSection, termColumn].map(() => '')
  const joined = ({ field }: Column): string => {
    const values = section.terms.map((term) => cellOf(term, field))
    return values.some((value) => value !== '') ? joinTerms(values) : ''
  }
  return [joined(termColumn), ...besideTerm.map(joined), ...ofSection.map(({ field }) => cellOf(section, field))]
}
