import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { address, call } from './client.js'
import type { ExportFormat, FieldChange, PlainTerm, Release } from './types.js'

export function useReleases(termbaseId: string) {
  return useQuery({
    queryKey: ['releases', termbaseId],
    queryFn: () => call<{ items: Release[] }>(`/termbases/${termbaseId}/releases`),
  })
}

export function useFormats() {
  return useQuery({
    queryKey: ['formats'],
    staleTime: Infinity,
    queryFn: () => call<{ items: ExportFormat[] }>('/formats'),
  })
}

export function usePublish(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: string) =>
      call<Release>(`/termbases/${termbaseId}/releases`, { method: 'POST', body: { note } }),
    onSuccess: () =>
      Promise.all([['releases', termbaseId], ['termbases']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}

export function exportAddress(termbaseId: string, number: number, format: string): string {
  return address(`/termbases/${termbaseId}/releases/${number}/export`, { format })
}

/** A concept that came, changed or went; `changes` is empty for one that came or went as a whole. */
export interface ConceptDifference {
  id: string
  number: number
  terms: PlainTerm[]
  changes: FieldChange[]
}
export interface ReleaseDiff {
  added: ConceptDifference[]
  changed: ConceptDifference[]
  removed: ConceptDifference[]
}

export function useReleaseDiff(termbaseId: string, from: number, to: number) {
  return useQuery({
    queryKey: ['release-diff', termbaseId, from, to],
    enabled: from > 0,
    staleTime: Infinity,
    queryFn: () => call<ReleaseDiff>(`/termbases/${termbaseId}/releases/diff`, { query: { from, to } }),
  })
}
