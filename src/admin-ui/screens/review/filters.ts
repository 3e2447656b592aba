import type { QueueQuery } from '../../api/candidates.js'
import type { CandidateRow, CandidateState } from '../../api/types.js'

/** What the queue shows. It lives in the address, so that a view can be sent to a colleague. */
export interface Filters {
  state: CandidateState | 'all'
  kind: CandidateRow['kind'] | ''
  /** 0..100, a percentage as the screen shows it. */
  minScore: number
  document: string
  q: string
  sort: Sort
}

export const states = ['proposed', 'accepted', 'rejected', 'skipped', 'merged', 'all'] as const
export const kinds = ['term', 'name', 'abbreviation'] as const
export const sorts = ['score', 'frequency', 'source', 'recent'] as const
export type Sort = (typeof sorts)[number]

export const unfiltered: Filters = { state: 'proposed', kind: '', minScore: 0, document: '', q: '', sort: 'score' }

export function filtersOf(search: URLSearchParams): Filters {
  const score = Number(search.get('minScore'))
  return {
    state: oneOf(states, search.get('state')) ?? unfiltered.state,
    kind: oneOf(kinds, search.get('kind')) ?? '',
    minScore: score > 0 && score <= 100 ? Math.round(score) : 0,
    document: search.get('document') ?? '',
    q: search.get('q') ?? '',
    sort: oneOf(sorts, search.get('sort')) ?? unfiltered.sort,
  }
}

/** Only what differs from the plain queue is worth an address. */
export function searchOf(filters: Filters): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value !== unfiltered[name as keyof Filters]) search.set(name, String(value))
  }
  return search
}

/** The part that selects candidates; the order is said apart, because bulk decisions and counts do not need it. */
export function queryOf({ state, kind, minScore, document, q }: Filters): QueueQuery {
  return {
    ...(state === 'all' ? {} : { state }),
    ...(kind ? { kind } : {}),
    ...(minScore ? { minScore: minScore / 100 } : {}),
    ...(document ? { document } : {}),
    ...(q.trim() ? { q: q.trim() } : {}),
  }
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((other) => other === value)
}
