import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from './client.js'
import { meKey } from './query-client.js'
import type { Person } from './types.js'

/** The person who is signed in, or null. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    staleTime: Infinity,
    queryFn: () =>
      call<Person>('/me').catch((problem: unknown) => {
        if (problem instanceof ApiProblem && problem.status === 401) return null
        throw problem
      }),
  })
}

export function useCanEdit(): boolean {
  const { data } = useMe()
  return data?.role === 'editor' || data?.role === 'administrator'
}

export function useIsAdministrator(): boolean {
  return useMe().data?.role === 'administrator'
}

/** By link token, or by e-mail address and password. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (secret: { token: string } | { email: string; password: string }) =>
      call('/sign-in' + ('token' in secret ? '/link' : ''), { method: 'POST', body: secret }),
    onSuccess: () => client.resetQueries({ queryKey: meKey }),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('/sign-out', { method: 'POST' }),
    onSettled: () => {
      client.clear()
      client.setQueryData(meKey, null)
    },
  })
}

export function useSetPassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { currentPassword?: string; newPassword: string }) =>
      call('/me/password', { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  })
}
