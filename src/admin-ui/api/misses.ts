import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'

export type MissState = 'open' | 'dismissed' | 'proposed'
export interface Miss {
  id: string
  text: string
  sourceLanguage: string
  targetLanguage: string
  count: number
  segment: string | null
  firstSeen: string
  lastSeen: string
  state: MissState
  candidateId: string | null
}
export interface MissList {
  items: Miss[]
  total: number
  /** Whether this termbase counts searches that find nothing. */
  counting: boolean
}
export interface Proposal {
  translation: string
  segment?: string
  translatedSegment?: string
}

const key = (termbaseId: string) => ['misses', termbaseId]

export function useMisses(termbaseId: string, state: MissState, limit: number, enabled = true) {
  return useQuery({
    queryKey: [...key(termbaseId), state, limit],
    enabled,
    queryFn: ({ signal }) => call<MissList>(`/termbases/${termbaseId}/misses`, { query: { state, limit }, signal }),
  })
}

function useChange<Given>(termbaseId: string, change: (given: Given) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: key(termbaseId) }),
  })
}

export function useSetDismissed(termbaseId: string) {
  return useChange(termbaseId, ({ id, dismissed }: { id: string; dismissed: boolean }) =>
    call(`/termbases/${termbaseId}/misses/${id}`, { method: 'PATCH', body: { dismissed } }),
  )
}

export function useProposeMiss(termbaseId: string) {
  return useChange(termbaseId, ({ id, ...body }: Proposal & { id: string }) =>
    call(`/termbases/${termbaseId}/misses/${id}/candidate`, { method: 'POST', body }),
  )
}

export function useSetCounting(termbaseId: string) {
  return useChange(termbaseId, (counting: boolean) =>
    call(`/termbases/${termbaseId}/misses/counting`, { method: 'PUT', body: { counting } }),
  )
}
