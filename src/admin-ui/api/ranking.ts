import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { address, call, type Query } from './client.js'
import type { components } from './schema.js'

type Schemas = components['schemas']
export type Ranking = Schemas['RankingView']
export type Movement = Schemas['MovementView']
export type StrictnessLevel = Schemas['StrictnessView']['levels'][number]

const key = (termbaseId: string) => ['ranking', termbaseId]
const path = (termbaseId: string) => `/termbases/${termbaseId}/ranking`

/** While a run is under way it is asked for again and again: a run takes a second or two. Else `every` so many milliseconds, if at all. */
export function useRanking(termbaseId: string, every: number | false = false) {
  return useQuery({
    queryKey: key(termbaseId),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.jobId ? 700 : every),
    queryFn: () => call<Ranking>(path(termbaseId)),
  })
}

export function useMovement(termbaseId: string, candidateId: string) {
  return useQuery({
    queryKey: ['ranking-movement', termbaseId, candidateId],
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      call<{ movement: Movement | null }>(`${path(termbaseId)}/candidates/${candidateId}`, { signal }),
  })
}

/** Asked for again now and then, because every decision changes it a little. */
export function useStrictness(termbaseId: string, query: Query) {
  return useQuery({
    queryKey: ['ranking-strictness', termbaseId, query],
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
    queryFn: ({ signal }) => call<{ levels: StrictnessLevel[] }>(`${path(termbaseId)}/strictness`, { query, signal }),
  })
}

export type RankingAction = 'learn' | 'reset' | 'undo'

export function useChangeRanking(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: { action: RankingAction } | { action: 'import'; file: unknown }) =>
      call<Ranking>(`${path(termbaseId)}/${change.action}`, {
        method: 'POST',
        body: 'file' in change ? change.file : {},
      }),
    onSuccess: (ranking) => client.setQueryData(key(termbaseId), ranking),
  })
}

export function rankingFileAddress(termbaseId: string): string {
  return address(`${path(termbaseId)}/export`)
}
