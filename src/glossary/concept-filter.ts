import type { LanguageTag } from '../shared/language-tag.js'
import { containing, gramsOfQuery } from '../shared/text/search-pattern.js'
import type { AdministrativeStatus, ConceptStatus } from './concept-record.js'

/** What part of the glossary is meant: by the list, by a count, or by a bulk edit. */
export interface ConceptFilter {
  /** Part of a term, from one character on. */
  q?: string
  /** Without it: all but the retired. */
  status?: ConceptStatus[]
  /** Has no term in this language. */
  missing?: LanguageTag
  /** This one or one below it in the tree; `NOTHING`: none at all. The same for the next two, which have no tree. */
  subjectField?: string
  customerSubset?: string
  projectSubset?: string
  /** Whether the concept, or one of its languages, has a definition. */
  definition?: boolean
  /** Has a term of this status. */
  termStatus?: AdministrativeStatus
  updatedBy?: string
  updatedSince?: string
  /** Whether somebody waits for an answer there. */
  openComments?: boolean
  ids?: string[]
}

export type FilterField = keyof ConceptFilter

/** Asks for concepts of which a field says nothing. */
export const NOTHING = '-'

/** A query as it is searched for: in each way that it can be read, the keys of its words; or the concepts that are near it. */
export type Sought = { readings: string[][] } | { near: string[] }

export interface FilterContext {
  termbaseId: string
  sought: Sought | null
}

/** Puts a value among the parameters of a statement, and says how it is called there. */
export type Put = (value: unknown) => string

/** Each field, and the condition on a row `c` of concepts that it adds. */
const conditions: {
  [Field in FilterField]-?: (value: NonNullable<ConceptFilter[Field]>, put: Put, context: FilterContext) => string
} = {
  q: (_, put, { sought }) => (sought ? soughtIn(sought, put) : 'true'),
  status: (status, put) => `c.status = ANY (${put(status)}::text[])`,
  missing: (language, put) =>
    `NOT EXISTS (SELECT 1 FROM language_sections s WHERE s.concept_id = c.id AND s.language = ${put(language)})`,
  subjectField: (name, put, { termbaseId }) =>
    name === NOTHING
      ? 'c.subject_field IS NULL'
      : `c.subject_field IN (
           WITH RECURSIVE below AS (
             SELECT id, name FROM subject_fields WHERE termbase_id = ${put(termbaseId)} AND name = ${put(name)}
             UNION SELECT f.id, f.name FROM subject_fields f JOIN below b ON f.parent_id = b.id
           ) SELECT name FROM below UNION SELECT ${put(name)}::text)`,
  customerSubset: (name, put) => says('c.customer_subset', name, put),
  projectSubset: (name, put) => says('c.project_subset', name, put),
  definition: (wanted) => (wanted ? HAS_DEFINITION : `NOT ${HAS_DEFINITION}`),
  termStatus: (status, put) =>
    `EXISTS (SELECT 1 FROM language_sections s JOIN terms t ON t.language_section_id = s.id
             WHERE s.concept_id = c.id AND t.administrative_status = ${put(status)})`,
  updatedBy: (person, put) => `c.updated_by = ${put(person)}::uuid`,
  updatedSince: (moment, put) => `c.updated_at >= ${put(moment)}::timestamptz`,
  openComments: (wanted) => (wanted ? HAS_OPEN_COMMENTS : `NOT ${HAS_OPEN_COMMENTS}`),
  ids: (ids, put) => `c.id = ANY (${put(ids)}::uuid[])`,
}

export const HAS_DEFINITION = `(c.definition IS NOT NULL
  OR EXISTS (SELECT 1 FROM language_sections s WHERE s.concept_id = c.id AND s.definition IS NOT NULL))`

export const HAS_OPEN_COMMENTS = `EXISTS (
  SELECT 1 FROM comments o WHERE o.concept_id = c.id AND o.answers IS NULL AND o.resolved_at IS NULL)`

/** The condition on a row `c` of concepts. Counting a field leaves that field's own condition out. */
export function whereOf(filter: ConceptFilter, put: Put, context: FilterContext, without?: FilterField): string {
  const asked = (Object.keys(conditions) as FilterField[]).filter(
    (field) => field !== without && filter[field] !== undefined,
  )
  const all = asked.map((field) => conditions[field](filter[field] as never, put, context))
  if (filter.status === undefined && without !== 'status') all.push(`c.status <> 'retired'`)
  return [`c.termbase_id = ${put(context.termbaseId)}::uuid`, ...all].join(' AND ')
}

function says(column: string, value: string, put: Put): string {
  return value === NOTHING ? `${column} IS NULL` : `${column} = ${put(value)}`
}

function soughtIn(sought: Sought, put: Put): string {
  if ('near' in sought) return `c.id = ANY (${put(sought.near)}::uuid[])`
  return `c.id IN (SELECT s.concept_id FROM terms t JOIN language_sections s ON s.id = t.language_section_id
                   WHERE ${termHas(sought.readings, put)})`
}

/** A term `t` that holds every word of one reading. The grams narrow down by an index, LIKE decides. */
export function termHas(readings: string[][], put: Put): string {
  const ways = readings.map((words) =>
    words
      .map(
        (word) =>
          `t.grams @> ${put(gramsOfQuery(word))}::text[] AND replace(t.key, ' ', '') LIKE ${put(containing(word))}`,
      )
      .join(' AND '),
  )
  return `(${ways.join(' OR ') || 'false'})`
}
