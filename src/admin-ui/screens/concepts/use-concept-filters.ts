import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type ConceptFilters, filtersOf, queryOf, searchOf } from './concept-filters.js'

export function useConceptFilters() {
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersOf(search), [search])
  const query = useMemo(() => queryOf(filters, new Date()), [filters])
  const setFilters = useCallback(
    (change: Partial<ConceptFilters>) =>
      setSearch((known) => searchOf({ ...filtersOf(known), ...change }), { replace: true }),
    [setSearch],
  )
  return { filters, query, setFilters }
}
