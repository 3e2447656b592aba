import { primaryLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { columns as fields } from './columns.js'
import { nameOfMeaning, type ColumnMeaning } from './mapping.js'
import type { TableRow } from './table-row.js'
import { readTitle, type TitleReading } from './titles.js'

export interface KnownLanguages {
  source?: LanguageTag
  target?: LanguageTag
}

export interface GuessedMapping {
  headerLine: number | null
  columns: (string | null)[]
}

/** A table may have a heading above its titles, not a page of them. */
const rowsAboveTitles = 10

/** What the columns hold, as far as titles, order and scripts show it. What is not known is null. */
export function guessMapping(rows: TableRow[], languages: KnownLanguages): GuessedMapping {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  for (const { line, cells } of rows.slice(0, rowsAboveTitles)) {
    const meanings = ofTitles(cells, width, languages)
    if (meanings && countOf(meanings) >= Math.min(2, width)) return { headerLine: line, columns: names(meanings) }
  }
  return { headerLine: null, columns: names(withoutTitles(rows, width, languages)) }
}

const countOf = (meanings: (ColumnMeaning | null)[]): number => meanings.filter((meaning) => meaning !== null).length
const names = (meanings: (ColumnMeaning | null)[]): (string | null)[] =>
  meanings.map((meaning) => meaning && nameOfMeaning(meaning))

function ofTitles(cells: string[], width: number, languages: KnownLanguages): (ColumnMeaning | null)[] | null {
  const titles = Array.from({ length: width }, (_, index) => readTitle(cells[index] ?? ''))
  if (titles.every((title) => title === null)) return null
  return titles.some((title) => title?.field === 'language') ? perTerm(titles) : perConcept(titles, languages)
}

/** With a column of languages one column holds the terms; a `source` beside it is where they come from, not a language. */
function perTerm(titles: (TitleReading | null)[]): (ColumnMeaning | null)[] {
  const hasTerms = titles.some((title) => title?.field === 'term' && !title.side)
  return titles.map((title) => {
    if (title?.side && hasTerms) return title.side === 'source' ? meaning('source') : null
    return title?.field ? meaning(title.field) : null
  })
}

const meaning = (title: string, language?: LanguageTag): ColumnMeaning => {
  const column = fields.find((column) => column.title === title)!
  return language && column.of !== 'concept' ? { ...column, language } : column
}

/** What a field of a concept is called when a language stands beside it, and the other way round. */
const ofLanguage: Record<string, string> = {
  definition: 'languageDefinition',
  definitionSource: 'languageDefinitionSource',
}

/** Columns of term fields belong to the term on their left; those right of all of them, when they fit any, to every term. */
function perConcept(titles: (TitleReading | null)[], languages: KnownLanguages): (ColumnMeaning | null)[] {
  const sides = titles.map((title) => (title?.side ? languages[title.side] : undefined))
  const termAt = titles.map((title, index) =>
    title?.language && !title.field ? title.language : (sides[index] ?? null),
  )
  const lastTerm = termAt.findLastIndex((language) => language !== null)
  const repeated = (field: string): boolean =>
    titles.filter((title) => title?.field === field && !title.language).length > 1
  let current: LanguageTag | undefined
  return titles.map((title, index) => {
    const term = termAt[index]
    if (term) {
      current = term
      return meaning('term', term)
    }
    if (!title?.field || title.side) return null
    if (title.language) return meaning(ofLanguage[title.field] ?? title.field, title.language)
    const column = fields.find(({ title: name }) => name === title.field)!
    if (column.of === 'concept') return column
    const near = current && (index < lastTerm || repeated(title.field)) ? current : undefined
    if (near) return meaning(title.field, near)
    if (column.title === 'note') return meaning('conceptNote')
    if (column.title === 'source' && titles[index - 1]?.field === 'definition') return meaning('definitionSource')
    return column.title === 'term' ? null : column
  })
}

/** Without titles: the two columns whose script fits the languages, else the first two. */
function withoutTitles(rows: TableRow[], width: number, { source, target }: KnownLanguages): (ColumnMeaning | null)[] {
  const meanings: (ColumnMeaning | null)[] = Array.from({ length: width }, () => null)
  if (!source || !target || width < 2) return meanings
  const fit = (index: number, language: LanguageTag): number =>
    rows.filter(({ cells }) => cells[index] && isWrittenIn(cells[index], language)).length
  const bySource = best(width, (index) => fit(index, source) - fit(index, target))
  const byTarget = best(width, (index) => fit(index, target) - fit(index, source))
  const [first, second] = bySource === byTarget ? [0, 1] : [bySource, byTarget]
  meanings[first] = meaning('term', source)
  meanings[second] = meaning('term', target)
  return meanings
}

function best(width: number, score: (index: number) => number): number {
  const scores = Array.from({ length: width }, (_, index) => score(index))
  return scores.indexOf(Math.max(...scores))
}

/** Scripts that tell languages apart; all others are written in Latin letters. */
const scripts: Record<string, RegExp> = {
  zh: /\p{sc=Han}/u,
  ja: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u,
  ko: /\p{sc=Hangul}/u,
  ru: /\p{sc=Cyrl}/u,
  uk: /\p{sc=Cyrl}/u,
  bg: /\p{sc=Cyrl}/u,
  sr: /\p{sc=Cyrl}/u,
  el: /\p{sc=Grek}/u,
  ar: /\p{sc=Arab}/u,
  fa: /\p{sc=Arab}/u,
  he: /\p{sc=Hebr}/u,
  th: /\p{sc=Thai}/u,
  hi: /\p{sc=Deva}/u,
}
const latin = /\p{sc=Latn}/u

/** Chinese terms may hold Latin letters (`X光`): a script of its own counts more. */
function isWrittenIn(text: string, language: LanguageTag): boolean {
  const own = scripts[primaryLanguage(language)]
  if (own) return own.test(text)
  return latin.test(text) && !/[\p{sc=Han}\p{sc=Hangul}\p{sc=Cyrl}\p{sc=Arab}]/u.test(text)
}
