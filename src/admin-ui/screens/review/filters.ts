import type { QueueQuery } from '../../api/candidates.js'
import type { CandidateRow, CandidateState } from '../../api/types.js'

/** What the queue shows. It lives in the address, so that a view can be sent to a colleague. */
export interface Filters {
  state: CandidateState | 'all'
  kind: CandidateRow['kind'] | ''
  /** 0..100, a percentage as the screen shows it. */
  minScore: number
  /** The same, exclusive; 0: no limit. */
  maxScore: number
  document: string
  language: string
  /** Seen at least so often; 0: any. */
  minFrequency: number
  author: string
  /** Of a decision that stands, as `2026-05-04`. */
  decidedOn: string
  reason: string
  rival: '' | 'true' | 'false'
  q: string
  sort: Sort
  /** A dense table, or one card at a time: the same queue, the same keys. */
  view: View
}

export const states = ['proposed', 'accepted', 'rejected', 'skipped', 'merged', 'all'] as const
export const kinds = ['term', 'name', 'abbreviation'] as const
export const sorts = ['score', 'frequency', 'source', 'recent'] as const
export type Sort = (typeof sorts)[number]
export const views = ['list', 'card'] as const
export type View = (typeof views)[number]
export const frequencies = [2, 5, 10] as const

export const unfiltered: Filters = {
  state: 'proposed',
  kind: '',
  minScore: 0,
  maxScore: 0,
  document: '',
  language: '',
  minFrequency: 0,
  author: '',
  decidedOn: '',
  reason: '',
  rival: '',
  q: '',
  sort: 'score',
  view: 'list',
}

export function filtersOf(search: URLSearchParams): Filters {
  return {
    state: oneOf(states, search.get('state')) ?? unfiltered.state,
    kind: oneOf(kinds, search.get('kind')) ?? '',
    minScore: percentOf(search.get('minScore')),
    maxScore: percentOf(search.get('maxScore')),
    document: search.get('document') ?? '',
    language: search.get('language') ?? '',
    minFrequency: frequencies.find((frequency) => String(frequency) === search.get('minFrequency')) ?? 0,
    author: search.get('author') ?? '',
    decidedOn: /^\d{4}-\d\d-\d\d$/.exec(search.get('decidedOn') ?? '')?.[0] ?? '',
    reason: search.get('reason') ?? '',
    rival: oneOf(['true', 'false'], search.get('rival')) ?? '',
    q: search.get('q') ?? '',
    sort: oneOf(sorts, search.get('sort')) ?? unfiltered.sort,
    view: oneOf(views, search.get('view')) ?? unfiltered.view,
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
export function queryOf({ state, kind, minScore, maxScore, minFrequency, rival, q, ...filters }: Filters): QueueQuery {
  const { document, language, author, decidedOn, reason } = filters
  return {
    ...(state === 'all' ? {} : { state }),
    ...(kind ? { kind } : {}),
    ...(minScore ? { minScore: minScore / 100 } : {}),
    ...(maxScore ? { maxScore: maxScore / 100 } : {}),
    ...(document ? { document } : {}),
    ...(language ? { language } : {}),
    ...(minFrequency ? { minFrequency } : {}),
    ...(author ? { author } : {}),
    ...(decidedOn ? { decidedOn } : {}),
    ...(reason ? { reason } : {}),
    ...(rival ? { rival } : {}),
    ...(q.trim() ? { q: q.trim() } : {}),
  }
}

/** What selects candidates, without the order and the way they are shown: another selection begins at its first row. */
export function selectionKey(filters: Filters): string {
  return searchOf({ ...filters, view: unfiltered.view }).toString()
}

/** Whether anything but the state narrows the queue. */
export function isNarrowed(filters: Filters): boolean {
  return Object.keys(queryOf({ ...filters, state: 'all' })).length > 0
}

function percentOf(value: string | null): number {
  const score = Number(value)
  return score > 0 && score <= 100 ? Math.round(score) : 0
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((other) => other === value)
}
