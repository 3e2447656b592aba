import { useQuery } from '@tanstack/react-query'
import { call } from './client.js'
import type { Progress } from './types.js'

export function useProgress(termbaseId: string) {
  return useQuery({
    queryKey: ['progress', termbaseId],
    queryFn: ({ signal }) => call<Progress>(`/termbases/${termbaseId}/progress`, { signal }),
  })
}
