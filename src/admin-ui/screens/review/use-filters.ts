import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Filters, filtersOf, searchOf } from './filters.js'

export function useFilters(): { filters: Filters; setFilters: (change: Partial<Filters>) => void } {
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersOf(search), [search])
  const setFilters = useCallback(
    (change: Partial<Filters>) => setSearch((known) => searchOf({ ...filtersOf(known), ...change }), { replace: true }),
    [setSearch],
  )
  return { filters, setFilters }
}
