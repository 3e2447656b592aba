import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'
import type { Termbase } from './types.js'

export function useTermbases() {
  return useQuery({ queryKey: ['termbases'], queryFn: () => call<{ items: Termbase[] }>('/termbases') })
}

export function useTermbase(id: string) {
  return useQuery({ queryKey: ['termbases', id], queryFn: () => call<Termbase>(`/termbases/${id}`) })
}

export interface NewTermbase {
  name: string
  sourceLanguage: string
  targetLanguage: string
  description?: string
}

export function useCreateTermbase() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewTermbase) => call<Termbase>('/termbases', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['termbases'] }),
  })
}
