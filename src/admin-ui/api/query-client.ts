import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './client.js'

/** Reads are tried again only when no answer came: a refusal will not change by asking twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (failures, problem) => failures < 3 && problem instanceof ApiProblem && problem.isOffline,
    },
    mutations: { retry: false },
  },
})
