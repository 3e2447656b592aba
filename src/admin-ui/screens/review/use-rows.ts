import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useQueue } from '../../api/candidates.js'
import type { CandidateRow } from '../../api/types.js'
import type { Desk } from '../../parts/desk/desk.js'
import { type Filters, queryOf } from './filters.js'

export interface Rows {
  items: CandidateRow[]
  /** How many matched when the queue was read. */
  total: number | undefined
  isPending: boolean
  problem: unknown
  loadMore: () => void
  /** Reads the queue anew and sorts it: only when the editor asks. */
  refresh: () => void
  isRefreshing: boolean
}

export function useInfiniteRows(termbaseId: string, filters: Filters, desk: Desk): Rows {
  const client = useQueryClient()
  const query = useMemo(() => ({ ...queryOf(filters), sort: filters.sort }), [filters])
  const { data, isPending, error, hasNextPage, isFetchingNextPage, isRefetching, fetchNextPage } = useQueue(
    termbaseId,
    query,
  )
  const read = useMemo(() => onlyOnce(data?.pages.flatMap((page) => page.items) ?? []), [data])
  // What waits to be sent shows as decided, also after a reload.
  const { waitingCount } = desk
  const items = useMemo(
    () => (waitingCount > 0 ? read.map((row) => desk.expected(row)) : read),
    [read, desk, waitingCount],
  )
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['candidate-counts', termbaseId] })
    // From the first page on: reading fifty loaded pages again would be slow, and the rows move anyway.
    void client.resetQueries({ queryKey: ['candidates', termbaseId, query] })
  }, [client, termbaseId, query])
  return {
    items,
    total: data?.pages[0]?.total,
    isPending,
    problem: error,
    loadMore,
    refresh,
    isRefreshing: isRefetching,
  }
}

/** When the ranking learns between two pages, the later one may bring a row that stands here already: it stays where it is. */
function onlyOnce(rows: CandidateRow[]): CandidateRow[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}
