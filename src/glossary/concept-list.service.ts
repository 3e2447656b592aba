import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { decodeCursor, encodeCursor, type Page } from '../shared/page.js'
import {
  type ConceptFilter,
  type FilterField,
  HAS_DEFINITION,
  HAS_OPEN_COMMENTS,
  NOTHING,
  type Put,
  type Sought,
  whereOf,
} from './concept-filter.js'
import { parameters, soughtBy } from './concept-search.js'
import type { ConceptRecord } from './concept-record.js'
import { loadConcepts } from './load-concepts.js'
import { TermbasesService } from './termbases.service.js'

interface Order {
  direction: 'ASC' | 'DESC'
  /** What a row `c` of concepts is sorted by, of which type. Ties break on the number, so a page never repeats or skips one. */
  by: (put: Put, context: { language: LanguageTag; sought: Sought | null }) => string
  type: 'bigint' | 'timestamptz' | 'text'
}

export const sortings = {
  relevance: {
    direction: 'ASC',
    type: 'bigint',
    by: (put, { sought }) => (sought ? nearness(sought, put) : '-c.number'),
  },
  number: { direction: 'DESC', type: 'bigint', by: () => 'c.number' },
  updated: { direction: 'DESC', type: 'timestamptz', by: () => 'c.updated_at' },
  source: { direction: 'ASC', type: 'text', by: (put, { language }) => firstKey(put(language)) },
} as const satisfies Record<string, Order>
export type Sorting = keyof typeof sortings

export interface ConceptListQuery extends ConceptFilter {
  /** Unsaid: nearest to the query first, without one the newest. */
  sort?: Sorting
  cursor?: string
  limit: number
}

export type ConceptPage = Page<ConceptRecord> & {
  /** No term has the query's letters: these are near it in spelling. */
  near?: boolean
}

/** How many concepts each choice of a filter would show, the other filters standing. */
export interface ConceptCounts {
  total: number
  status: Counted
  subjectField: Counted
  customerSubset: Counted
  projectSubset: Counted
  definition: Counted
  updatedBy: Counted
  openComments: Counted
  termStatus: Counted
  /** Without a term in the language. */
  missing: Counted
  people: { id: string; name: string }[]
}
type Counted = Record<string, number>

/** Facets that a row `c` tells by itself. */
const ofTheRow = {
  status: 'c.status',
  subjectField: `coalesce(c.subject_field, '${NOTHING}')`,
  customerSubset: `coalesce(c.customer_subset, '${NOTHING}')`,
  projectSubset: `coalesce(c.project_subset, '${NOTHING}')`,
  definition: `${HAS_DEFINITION}::text`,
  updatedBy: 'c.updated_by::text',
  openComments: `${HAS_OPEN_COMMENTS}::text`,
} satisfies Partial<Record<FilterField, string>>
type RowFacet = keyof typeof ofTheRow
const rowFacets = Object.keys(ofTheRow) as RowFacet[]

/** Reads the glossary as a list. Nothing here changes anything. */
@Injectable()
export class ConceptListService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
  ) {}

  async search(termbaseId: string, { sort, cursor, limit, ...filter }: ConceptListQuery): Promise<ConceptPage> {
    const db = this.database.db
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId, db)
    const sought = await soughtBy(db, termbaseId, filter.q, [sourceLanguage, targetLanguage])
    const order: Sorting = sort ?? (sought ? 'relevance' : 'number')
    const { by, direction, type } = sortings[order]
    const { values, put } = parameters()
    const where = whereOf(filter, put, { termbaseId, sought })
    const position = by(put, { language: sourceLanguage, sought })
    const past = cursor ? pastCursor(cursor, order, put) : ''
    const rows: { id: string; number: string; position: string }[] = await db.query(
      `SELECT id, number, place::text AS position FROM (SELECT c.id, c.number, ${position} AS place FROM concepts c WHERE ${where}) AS found
       ${past} ORDER BY place ${direction}, number DESC LIMIT ${put(limit + 1)}`,
      values,
    )
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      items: await loadConcepts(
        db,
        page.map(({ id }) => id),
      ),
      ...(cursor ? {} : { total: await this.count(termbaseId, filter, sought) }),
      ...(sought && 'near' in sought ? { near: true } : {}),
      next: last && rows.length > limit ? encodeCursor([order, last.position, last.number]) : null,
    }

    function pastCursor(cursor: string, order: Sorting, put: Put): string {
      const [value, number] = positionOf(cursor, order)
      const then = direction === 'DESC' ? '<' : '>'
      const mark = `${put(value)}::${type}`
      return `WHERE place ${then} ${mark} OR (place = ${mark} AND number < ${put(number)}::bigint)`
    }
  }

  /** Ids of all that match: what a bulk edit is about. */
  async idsMatching(termbaseId: string, filter: ConceptFilter): Promise<string[]> {
    const { where, values } = await this.where(termbaseId, filter)
    const rows: { id: string }[] = await this.database.db.query(
      `SELECT c.id FROM concepts c WHERE ${where} ORDER BY c.number DESC`,
      values,
    )
    return rows.map(({ id }) => id)
  }

  async counts(termbaseId: string, filter: ConceptFilter): Promise<ConceptCounts> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const sought = await soughtBy(this.database.db, termbaseId, filter.q, [sourceLanguage, targetLanguage])
    // The status has a condition of its own even where none is asked for: the retired are left out.
    const chosen = rowFacets.filter((facet) => facet === 'status' || filter[facet] !== undefined)
    const together = rowFacets.filter((facet) => !chosen.includes(facet))
    const [total, rows, alone, termStatus, missing] = await Promise.all([
      this.count(termbaseId, filter, sought),
      this.countRows(termbaseId, filter, sought, together),
      Promise.all(chosen.map((facet) => this.countRows(termbaseId, filter, sought, [facet], facet))),
      this.countTermStatus(termbaseId, filter, sought),
      this.countMissing(termbaseId, filter, sought, [sourceLanguage, targetLanguage]),
    ])
    const counted = Object.assign({}, rows, ...alone) as Record<RowFacet, Counted>
    return { total, ...counted, termStatus, missing, people: await this.people(Object.keys(counted.updatedBy)) }
  }

  private async count(termbaseId: string, filter: ConceptFilter, sought: Sought | null): Promise<number> {
    const { values, put } = parameters()
    const [row]: { n: string }[] = await this.database.db.query(
      `SELECT count(*) AS n FROM concepts c WHERE ${whereOf(filter, put, { termbaseId, sought })}`,
      values,
    )
    return Number(row!.n)
  }

  /** One walk over the rows for several facets. */
  private async countRows(
    termbaseId: string,
    filter: ConceptFilter,
    sought: Sought | null,
    facets: RowFacet[],
    without?: RowFacet,
  ): Promise<Partial<Record<RowFacet, Counted>>> {
    const counts: Partial<Record<RowFacet, Counted>> = Object.fromEntries(facets.map((facet) => [facet, {}]))
    if (facets.length === 0) return counts
    const { values, put } = parameters()
    const where = whereOf(filter, put, { termbaseId, sought }, without)
    const columns = facets.map((facet) => `${ofTheRow[facet]} AS "${facet}"`)
    const sets = facets.map((facet) => `("${facet}")`)
    const rows: ({ n: string } & Partial<Record<RowFacet, string | null>>)[] = await this.database.db.query(
      `SELECT ${facets.map((facet) => `"${facet}"`).join(', ')}, count(*) AS n
       FROM (SELECT ${columns.join(', ')} FROM concepts c WHERE ${where}) AS matching GROUP BY GROUPING SETS (${sets.join(', ')})`,
      values,
    )
    for (const row of rows)
      for (const facet of facets) if (row[facet] != null) counts[facet]![row[facet]] = Number(row.n)
    return counts
  }

  private async countTermStatus(termbaseId: string, filter: ConceptFilter, sought: Sought | null): Promise<Counted> {
    const { values, put } = parameters()
    const where = whereOf(filter, put, { termbaseId, sought }, 'termStatus')
    const rows: { value: string; n: string }[] = await this.database.db.query(
      `SELECT t.administrative_status AS value, count(DISTINCT c.id) AS n
       FROM concepts c JOIN language_sections s ON s.concept_id = c.id JOIN terms t ON t.language_section_id = s.id
       WHERE ${where} GROUP BY 1`,
      values,
    )
    return Object.fromEntries(rows.map(({ value, n }) => [value, Number(n)]))
  }

  private async countMissing(
    termbaseId: string,
    filter: ConceptFilter,
    sought: Sought | null,
    languages: LanguageTag[],
  ): Promise<Counted> {
    const { values, put } = parameters()
    const where = whereOf(filter, put, { termbaseId, sought }, 'missing')
    const rows: { value: string | null; n: string }[] = await this.database.db.query(
      `WITH matching AS (SELECT c.id FROM concepts c WHERE ${where})
       SELECT NULL AS value, count(*) AS n FROM matching
       UNION ALL SELECT s.language, count(*) FROM matching m JOIN language_sections s ON s.concept_id = m.id GROUP BY 1`,
      values,
    )
    const total = Number(rows.find(({ value }) => value === null)!.n)
    const having = new Map(rows.map(({ value, n }) => [value, Number(n)]))
    const all = [...new Set([...languages, ...rows.flatMap(({ value }) => value ?? [])])]
    return Object.fromEntries(all.map((language) => [language, total - (having.get(language) ?? 0)]))
  }

  private async people(ids: string[]): Promise<{ id: string; name: string }[]> {
    if (ids.length === 0) return []
    return this.database.db.query(`SELECT id, name FROM users WHERE id = ANY ($1::uuid[]) ORDER BY name, id`, [ids])
  }

  private async where(termbaseId: string, filter: ConceptFilter): Promise<{ where: string; values: unknown[] }> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const sought = await soughtBy(this.database.db, termbaseId, filter.q, [sourceLanguage, targetLanguage])
    const { values, put } = parameters()
    return { where: whereOf(filter, put, { termbaseId, sought }), values }
  }
}

/** The first term in the termbase's first language; concepts without one come last. */
function firstKey(language: string): string {
  return `coalesce((SELECT t.key FROM language_sections s JOIN terms t ON t.language_section_id = s.id
    WHERE s.concept_id = c.id AND s.language = ${language} ORDER BY t.position LIMIT 1), U&'\\+10FFFF')`
}

/** The term itself before those that begin with it, and these before those that have it inside; the shorter first. */
function nearness(sought: Sought, put: Put): string {
  if ('near' in sought) return `array_position(${put(sought.near)}::uuid[], c.id)::bigint`
  const ranks = sought.readings.map((words) => {
    const whole = put(words.join(''))
    return `CASE WHEN k.key = ${whole}::text THEN 0 WHEN starts_with(k.key, ${whole}) THEN 100000 WHEN strpos(k.key, ${whole}) > 0 THEN 200000 END`
  })
  if (ranks.length === 0) return '0::bigint'
  return `(SELECT min(coalesce(least(${ranks.join(', ')}), 300000) + char_length(k.key))::bigint
    FROM (SELECT replace(t.key, ' ', '') AS key FROM language_sections s JOIN terms t ON t.language_section_id = s.id
          WHERE s.concept_id = c.id) AS k)`
}

function positionOf(cursor: string, sort: Sorting): [value: string, number: string] {
  const [sorting, value, number] = decodeCursor(cursor) ?? []
  if (sorting === sort && isOfType(value, sortings[sort].type) && /^\d{1,18}$/.test(String(number)))
    return [value, String(number)]
  throw new DomainError('invalid-input', 'This cursor is none of ours.', {
    remedy: 'Send `next` of the page before, with the same query and order.',
    fields: { cursor: ['is not a `next` of a page before'] },
  })
}

function isOfType(value: unknown, type: Order['type']): value is string {
  if (typeof value !== 'string') return false
  if (type === 'bigint') return /^-?\d{1,18}$/.test(value)
  return type === 'text' ? !value.includes('\0') : !Number.isNaN(Date.parse(value))
}
