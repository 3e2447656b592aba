import { DomainError } from '../../shared/errors.js'
import type { LanguageTag } from '../../shared/language-tag.js'
import { rankOf, sectionOf } from '../model/bilingual.js'
import { findCategory, standardValue } from '../model/categories.js'
import { valueOf, type ConceptEntry, type DataNode, type LanguageSection, type Term } from '../model/concept-entry.js'
import { fromConceptEntry } from '../model/plain-concept.js'
import type { Glossary } from '../model/glossary.js'
import { languagesOfList, type PairOptions } from '../model/pairs.js'
import { orderingsOf, type Ordering } from './orderings.js'

/** A term as it is printed: with a sign and a word for its status, when it has one. */
export interface PrintedTerm {
  text: string
  status: Status | null
}

export interface Status {
  sign: string
  word: string
  /** Must it not be used? */
  forbidden: boolean
}

/** A headword with what translates it. */
export interface PrintedRow {
  /** Of its concept, for links from an index. */
  key: string
  term: PrintedTerm
  targets: PrintedTerm[]
  subjectField: string | null
  definition: string | null
  note: string | null
}

export interface PrintedList {
  from: LanguageTag
  to: LanguageTag
  ordering: Ordering
  groups: { heading: string; rows: PrintedRow[] }[]
  /** The same headwords in the other orders that the language has. */
  indexes: { title: string; groups: { heading: string; rows: PrintedRow[] }[] }[]
}

/** Sign and word: neither colour alone nor shape alone tells a status. */
export const statuses: Record<string, Status> = {
  'preferredTerm-admn-sts': { sign: '●', word: 'preferred', forbidden: false },
  'admittedTerm-admn-sts': { sign: '○', word: 'admitted', forbidden: false },
  'deprecatedTerm-admn-sts': { sign: '×', word: 'do not use', forbidden: true },
  'supersededTerm-admn-sts': { sign: '△', word: 'superseded', forbidden: true },
}

export interface PrintOptions extends PairOptions {
  maxTerms: number
}

/** Both directions of a glossary, each sorted as its language sorts. What is sorted must be held: there is a limit. */
export async function glossaryLists(glossary: Glossary, options: PrintOptions): Promise<PrintedList[]> {
  const { source, target } = languagesOfList(glossary, options)
  const rows: { forth: PrintedRow[]; back: PrintedRow[] } = { forth: [], back: [] }
  for await (const entry of glossary.entries) {
    const [from, to] = [sectionOf(entry, source), sectionOf(entry, target)]
    countUntold(entry, [from, to], options)
    if (!from?.terms.length || !to?.terms.length || from === to) {
      options.losses.add(`concept without a term in ${source} and ${target}`)
      continue
    }
    rows.forth.push(...rowsOf(entry, from, to))
    rows.back.push(...rowsOf(entry, to, from))
    if (rows.forth.length + rows.back.length > options.maxTerms) throw tooLarge(options.maxTerms)
  }
  if (glossary.backMatter?.length) options.losses.add('back matter', 'dropped', glossary.backMatter.length)
  return [listOf(source, target, rows.forth), listOf(target, source, rows.back)]
}

function rowsOf(entry: ConceptEntry, from: LanguageSection, to: LanguageSection): PrintedRow[] {
  const concept = fromConceptEntry(entry)
  const section = concept.languages[entry.languages.indexOf(from)]!
  const targets = to.terms.toSorted((a, b) => rankOf(a) - rankOf(b)).map(printed)
  return from.terms.map((term, index) => ({
    key: entry.id,
    term: printed(term),
    targets: targets.filter(({ status }) => !status?.forbidden),
    subjectField: concept.subjectField ?? null,
    definition: section.definition ?? concept.definition ?? null,
    note: section.terms[index]?.note ?? section.note ?? concept.note ?? null,
  }))
}

function printed(term: Term): PrintedTerm {
  const node = term.nodes.find(({ category }) => findCategory(category) === administrativeStatus)
  const status = node && statuses[standardValue(administrativeStatus, valueOf(node)) ?? '']
  return { text: term.text, status: status ?? null }
}

const administrativeStatus = findCategory('administrativeStatus')!

function listOf(from: LanguageTag, to: LanguageTag, rows: PrintedRow[]): PrintedList {
  const [ordering, ...others] = orderingsOf(from)
  const indexes = others.map((other) => ({ title: other.title ?? '', groups: grouped(rows, other) }))
  return { from, to, ordering: ordering!, groups: grouped(rows, ordering!), indexes }
}

function grouped(rows: PrintedRow[], { compare, headingOf }: Ordering): PrintedList['groups'] {
  const sorted = rows.toSorted((a, b) => compare(a.term.text, b.term.text) || (a.key < b.key ? -1 : 1))
  const groups = new Map<string, PrintedRow[]>()
  for (const row of sorted) {
    const heading = headingOf(row.term.text)
    const group = groups.get(heading)
    if (group) group.push(row)
    else groups.set(heading, [row])
  }
  return [...groups].map(([heading, rows]) => ({ heading, rows }))
}

const told = new Set(['definition', 'note', 'subjectField', 'administrativeStatus'])

function countUntold(entry: ConceptEntry, sections: (LanguageSection | undefined)[], { losses }: PrintOptions): void {
  for (const section of entry.languages) if (!sections.includes(section)) losses.add(`section in ${section.language}`)
  const records = [entry, ...sections.flatMap((section) => (section ? [section, ...section.terms] : []))]
  const nodes = records.flatMap((record: { nodes: DataNode[] }) => record.nodes)
  for (const node of nodes.flatMap((node) => node.children ?? [node])) {
    const name = node.category ?? node.element
    if (!told.has(name)) losses.add(name)
  }
}

function tooLarge(maxTerms: number): DomainError {
  return new DomainError(
    'too-large',
    `A printed glossary has at most ${maxTerms} headwords of both languages together.`,
    {
      remedy: 'Print a part of it, or export it as XLSX.',
    },
  )
}
