import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'
import type { SavedView } from './types.js'

const key = (termbaseId: string) => ['views', termbaseId]

export function useViews(termbaseId: string) {
  return useQuery({
    queryKey: key(termbaseId),
    staleTime: 60_000,
    queryFn: ({ signal }) => call<SavedView[]>(`/termbases/${termbaseId}/views`, { signal }),
  })
}

export function useSaveView(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Pick<SavedView, 'name' | 'query' | 'shared'>) =>
      call<SavedView>(`/termbases/${termbaseId}/views`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key(termbaseId) }),
  })
}

export function useDeleteView(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`/termbases/${termbaseId}/views/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: key(termbaseId) }),
  })
}
