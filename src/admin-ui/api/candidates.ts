import {
  keepPreviousData,
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { call, type Query } from './client.js'
import type {
  Candidate,
  CandidateCounts,
  CandidateRow,
  Decision,
  MergePreview,
  NewDecision,
  OwnDecision,
  Page,
} from './types.js'

/** The query of the queue, as the server names its parts. */
export type QueueQuery = Query

const lists = (termbaseId: string) => ['candidates', termbaseId]
const one = (termbaseId: string, id: string) => ['candidate', termbaseId, id]

/** The queue keeps its order: it is asked for again only when the filters change or the editor says so. */
export function useQueue(termbaseId: string, query: QueueQuery) {
  return useInfiniteQuery({
    queryKey: [...lists(termbaseId), query],
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<Page<CandidateRow>>(`/termbases/${termbaseId}/candidates`, {
        query: { ...query, cursor: pageParam, limit: 200 },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** Counted while one looks at the queue, and those that take longer, counted when somebody wants to choose by them. */
export const facets = {
  always: 'state,kind,score',
  onDemand: 'frequency,document,language,author,reason,rival',
}

export function useCounts(
  termbaseId: string,
  filter: QueueQuery,
  which: keyof typeof facets = 'always',
  enabled = true,
) {
  const query = { ...filter, facets: facets[which] }
  return useQuery({
    queryKey: ['candidate-counts', termbaseId, query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call<CandidateCounts>(`/termbases/${termbaseId}/candidates/counts`, { query, signal }),
  })
}

export function candidateQuery(termbaseId: string, id: string) {
  return {
    queryKey: one(termbaseId, id),
    staleTime: 0,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call<Candidate>(`/termbases/${termbaseId}/candidates/${id}`, { signal }),
  }
}

export function useCandidate(termbaseId: string, id: string | null) {
  return useQuery({ ...candidateQuery(termbaseId, id ?? ''), enabled: id !== null })
}

/** Rows that the search finds, for choosing one of them. */
export function useCandidateSearch(termbaseId: string, q: string, enabled: boolean) {
  return useQuery({
    queryKey: ['candidate-search', termbaseId, q],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<Page<CandidateRow>>(`/termbases/${termbaseId}/candidates`, { query: { q, limit: 20 }, signal }),
  })
}

export function decide(termbaseId: string, id: string, body: NewDecision & { id: string; version: number }) {
  return call<{ candidate: CandidateRow; decision: Pick<Decision, 'id'> }>(
    `/termbases/${termbaseId}/candidates/${id}/decisions`,
    {
      method: 'POST',
      body,
    },
  )
}

export function undoDecision(termbaseId: string, decisionId: string) {
  return call<{ candidate: CandidateRow }>(`/termbases/${termbaseId}/candidates/decisions/${decisionId}/undo`, {
    method: 'POST',
  })
}

export interface BulkDecision {
  kind: 'accept' | 'reject' | 'skip' | 'merge'
  mergeInto?: string
  reason?: string
  ids?: string[]
  filter?: QueueQuery
  expectedCount?: number
}
export interface BulkAnswer {
  batchId: string
  decided: number
  skipped: { id: string; why: string }[]
}

export function decideBulk(termbaseId: string, body: BulkDecision) {
  return call<BulkAnswer>(`/termbases/${termbaseId}/candidates/decisions/bulk`, { method: 'POST', body })
}

export function undoBatch(termbaseId: string, batchId: string) {
  return call<{ undone: number }>(`/termbases/${termbaseId}/candidates/decisions/batches/${batchId}/undo`, {
    method: 'POST',
  })
}

/** What an undo would take back, newest first. */
export function ownDecisions(termbaseId: string) {
  return call<OwnDecision[]>(`/termbases/${termbaseId}/candidates/decisions/mine`)
}

/** Pairs whose both sides stand inside those of this one, and wait for a decision. */
export function useFragments(termbaseId: string, id: string, enabled: boolean) {
  const query = { containedIn: id, state: 'proposed', limit: 6 }
  return useQuery({
    queryKey: ['candidate-fragments', termbaseId, id],
    enabled,
    queryFn: ({ signal }) => call<Page<CandidateRow>>(`/termbases/${termbaseId}/candidates`, { query, signal }),
  })
}

export function useMergePreview(termbaseId: string, into: string | null, ids: string[]) {
  return useQuery({
    queryKey: ['merge-preview', termbaseId, into, ids],
    enabled: into !== null,
    queryFn: () =>
      call<MergePreview>(`/termbases/${termbaseId}/candidates/merge-preview`, { method: 'POST', body: { into, ids } }),
  })
}

/** Rows as the server has them now, from whoever changed them; older news than what is shown is no news. How many were new. */
export function receiveRows(client: QueryClient, termbaseId: string, rows: CandidateRow[]): number {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const changed = new Set<string>()
  patchRows(client, termbaseId, (row) => {
    const newer = byId.get(row.id)
    if (!newer || newer.version <= row.version) return row
    changed.add(row.id)
    return { ...row, ...standingOf(newer) }
  })
  for (const row of rows) {
    const known = client.getQueryData<Candidate>(one(termbaseId, row.id))
    if (!known || known.version >= row.version) continue
    changed.add(row.id)
    patchCandidate(client, termbaseId, row.id, standingOf(row))
    void client.invalidateQueries({ queryKey: one(termbaseId, row.id) })
  }
  return changed.size
}

function standingOf({ source, target, state, version, conceptId, mergedInto, lastDecision }: CandidateRow) {
  return { source, target, state, version, conceptId, mergedInto, lastDecision }
}

/** Changes rows where they stand, in every list that shows them: nothing is re-sorted and nothing leaves. */
export function patchRows(client: QueryClient, termbaseId: string, change: (row: CandidateRow) => CandidateRow): void {
  client.setQueriesData<InfiniteData<Page<CandidateRow>>>({ queryKey: lists(termbaseId) }, (data) => {
    if (!data) return data
    const pages = data.pages.map((page) => {
      const items = page.items.map((row) => change(row))
      return items.some((row, i) => row !== page.items[i]) ? { ...page, items } : page
    })
    return pages.some((page, i) => page !== data.pages[i]) ? { ...data, pages } : data
  })
}

export function patchRow(client: QueryClient, termbaseId: string, id: string, fields: Partial<CandidateRow>): void {
  patchRows(client, termbaseId, (row) => (row.id === id ? { ...row, ...fields } : row))
}

/** The server's word on one candidate, put wherever it is shown. Its history and neighbours are asked for again. */
export function storeCandidate(client: QueryClient, termbaseId: string, candidate: CandidateRow): void {
  const fields = standingOf(candidate)
  patchRow(client, termbaseId, candidate.id, fields)
  patchCandidate(client, termbaseId, candidate.id, fields)
  void client.invalidateQueries({ queryKey: one(termbaseId, candidate.id) })
}

/** Changes what the panel shows of a candidate, if it has been read. */
export function patchCandidate(
  client: QueryClient,
  termbaseId: string,
  id: string,
  fields: Partial<CandidateRow>,
): void {
  client.setQueryData<Candidate>(one(termbaseId, id), (known) => (known ? { ...known, ...fields } : known))
}

/** The newest version that any answer has told. */
export function knownVersion(client: QueryClient, termbaseId: string, id: string): number {
  return client.getQueryData<Candidate>(one(termbaseId, id))?.version ?? 0
}

let refreshing: ReturnType<typeof setTimeout> | undefined
const REST_MS = 600

/** What decisions change besides the candidate itself, asked for again when the editor rests: the next card comes first. */
export function refreshAround(client: QueryClient, termbaseId: string): void {
  clearTimeout(refreshing)
  refreshing = setTimeout(() => refreshNow(client, termbaseId), REST_MS)
}

function refreshNow(client: QueryClient, termbaseId: string): void {
  for (const name of ['candidate-counts', 'candidate-fragments', 'progress', 'concepts', 'concept', 'termbases']) {
    void client.invalidateQueries({ queryKey: name === 'termbases' ? [name] : [name, termbaseId] })
  }
}
