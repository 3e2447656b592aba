import type { ConceptQuery } from '../../api/concepts.js'

/** What the list shows. It lives in the address, so that a part of the glossary can be sent to a colleague. */
export interface ConceptFilters {
  q: string
  status: string
  missing: string
  subjectField: string
  customerSubset: string
  projectSubset: string
  definition: string
  termStatus: string
  updatedBy: string
  /** A span of time until now, or a day. */
  since: string
  openComments: string
  sort: string
}

export const sorts = ['relevance', 'number', 'updated', 'source'] as const
export const spans = { day: 1, week: 7, month: 30 } as const
export const statuses = ['draft', 'approved', 'retired'] as const

const names = [
  'q',
  'status',
  'missing',
  'subjectField',
  'customerSubset',
  'projectSubset',
  'definition',
  'termStatus',
  'updatedBy',
  'since',
  'openComments',
  'sort',
] as const satisfies (keyof ConceptFilters)[]

export function filtersOf(search: URLSearchParams): ConceptFilters {
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as unknown as ConceptFilters
  return { ...filters, status: statuses.find((known) => known === filters.status) ?? '' }
}

export function searchOf(filters: ConceptFilters): URLSearchParams {
  const search = new URLSearchParams()
  for (const name of names) if (filters[name]) search.set(name, filters[name])
  return search
}

/** The part that selects concepts, as the server names it. @param today the day that a span counts back from */
export function queryOf({ sort: _, since, q, ...filters }: ConceptFilters, today: Date): ConceptQuery {
  const chosen = Object.entries(filters).filter(([, value]) => value !== '')
  const updatedSince = momentOf(since, today)
  return {
    ...(q.trim() && { q: q.trim() }),
    ...Object.fromEntries(chosen),
    ...(updatedSince && { updatedSince }),
  }
}

/** Whole days, so that the query stays the same while one works. */
function momentOf(since: string, today: Date): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(since)) return since
  const days = spans[since as keyof typeof spans]
  if (!days) return ''
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days)).toISOString()
}

/** How many of the filters that stand behind a button are set. */
export function countOfMore(filters: ConceptFilters): number {
  const { q: _, status: __, sort: ___, ...more } = filters
  return Object.values(more).filter(Boolean).length
}

export function isNarrowed(filters: ConceptFilters): boolean {
  return Boolean(filters.q || filters.status || countOfMore(filters))
}
