import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './client.js'

export const meKey = ['me']

/** Reads are tried again only when no answer came: a refusal will not change by asking twice. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (failures, problem) => failures < 3 && problem instanceof ApiProblem && problem.isOffline,
    },
    mutations: { retry: false },
  },
})

/** A session that has ended shows at the next request: the screens then give way to the sign-in, and come back after it. */
export function noticeSignedOut(problem: unknown): void {
  if (problem instanceof ApiProblem && problem.code === 'not-signed-in' && queryClient.getQueryData(meKey)) {
    queryClient.setQueryData(meKey, null)
  }
}
