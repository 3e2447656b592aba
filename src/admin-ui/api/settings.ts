import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'
import type { LanguageUse, ReopeningField, Termbase } from './types.js'

/** What the settings of a termbase read and change. */

export interface TermbaseChanges {
  name?: string
  description?: string
  visibility?: Termbase['visibility']
  sourceLanguage?: string
  targetLanguage?: string
  otherLanguages?: string[]
  reopeningFields?: ReopeningField[]
  archived?: boolean
}

export function useChangeTermbase(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: TermbaseChanges) => call<Termbase>(`/termbases/${id}`, { method: 'PATCH', body }),
    onSuccess: (termbase) => {
      client.setQueryData(['termbases', id], termbase)
      return Promise.all([['termbases'], ['languages', id]].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
}

export function useDeleteTermbase() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`/termbases/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['termbases'], exact: true }),
  })
}

export function useLanguageUses(id: string) {
  return useQuery({
    queryKey: ['languages', id],
    queryFn: () => call<{ items: LanguageUse[] }>(`/termbases/${id}/languages`),
  })
}
