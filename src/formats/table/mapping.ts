import { DomainError } from '../../shared/errors.js'
import { canonicalLanguage, type LanguageTag } from '../../shared/language-tag.js'
import { columns as fields, type Column } from './columns.js'

/**
 * What the columns of a table hold. A table has a row per term when columns are named `language` and `term`, a row per
 * concept when a column is named `term:zh`.
 */
export interface TableMapping {
  /** The row that names the columns; what follows it is read. Null: there is none, everything is read. */
  headerLine: number | null
  /**
   * From the left, null for what is left out: `concept`, `definition`, `language`, `term` …, and in tables with a row
   * per concept with the language after a colon: `term:zh`, `partOfSpeech:zh`, `definition:en`.
   */
  columns: (string | null)[]
  /** Of a text file, when it is not the one that the first lines show. */
  delimiter?: string
  /** Of a workbook; the first that can be seen otherwise. */
  sheet?: string
}

/** What one column holds. `language` only in tables with a row per concept. */
export interface ColumnMeaning extends Column {
  language?: LanguageTag
}

export const nameOfMeaning = ({ title, language }: ColumnMeaning): string => (language ? `${title}:${language}` : title)

/** The names a column can have, for a choice; with those of language or term goes a language. */
export const columnNames: { name: string; level: Column['of'] }[] = fields.map(({ title, of }) => ({
  name: title,
  level: of,
}))

/** `partOfSpeech:zh` -> what it means, or null when it means nothing. */
export function meaningOfName(name: string): ColumnMeaning | null {
  const [title, code] = name.split(':')
  const wanted = code !== undefined && title === 'definition' ? 'languageDefinition' : title
  const column = fields.find((column) => column.title === wanted)
  if (!column || (code !== undefined && (column.of === 'concept' || column.field === 'language'))) return null
  if (code === undefined) return column
  const language = canonicalLanguage(code)
  return language ? { ...column, language } : null
}

export interface Meanings {
  kind: 'terms' | 'concepts'
  columns: (ColumnMeaning | null)[]
  /** In the order of their columns; empty in a table with a row per term. */
  languages: LanguageTag[]
}

/** The mapping as it is worked with; refused when a name means nothing or terms would be without a language. */
export function meaningsOf({ columns }: TableMapping, file?: string): Meanings {
  const meanings = columns.map((name) => (name ? (meaningOfName(name) ?? refuseName(name, file)) : null))
  const terms = meanings.filter((meaning) => meaning?.title === 'term')
  const languages = [...new Set(terms.flatMap((meaning) => meaning!.language ?? []))]
  const hasLanguageColumn = meanings.some((meaning) => meaning?.title === 'language')
  if (languages.length > 0) return { kind: 'concepts', columns: meanings, languages }
  if (terms.length > 0 && hasLanguageColumn) return { kind: 'terms', columns: meanings, languages }
  throw new DomainError('unreadable-file', 'The table does not say which languages its columns are in.', {
    remedy: 'Name the columns by language code in the first row (zh, en …), or say source and target language.',
    fields: { mapping: ['needs a column "term" with a column "language", or columns such as "term:zh"'] },
    place: { file, line: 1 },
  })
}

function refuseName(name: string, file?: string): never {
  throw new DomainError('invalid-input', `"${name}" is nothing that a column can hold.`, {
    remedy: `Use ${fields
      .slice(0, 5)
      .map(({ title }) => title)
      .join(', ')} …, with a language where one is needed: term:zh, partOfSpeech:zh.`,
    fields: { mapping: [`"${name}" is not known`] },
    place: { file },
  })
}
