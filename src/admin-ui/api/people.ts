import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { address, call } from './client.js'
import type { ApiKey, AuditEntry, Member, Role } from './types.js'

export function useMembers(enabled: boolean) {
  return useQuery({ queryKey: ['members'], enabled, queryFn: () => call<{ items: Member[] }>('/users') })
}

export function useAddMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; email?: string; role: Role }) =>
      call<Member>('/users', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

export function useChangeMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; role?: Role; disabled?: boolean }) =>
      call<Member>(`/users/${id}`, { method: 'PATCH', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

export function makeSignInLink(id: string) {
  return call<{ url: string }>(`/users/${id}/sign-in-link`, { method: 'POST' })
}

export function useKeysOfPrograms() {
  return useQuery({ queryKey: ['keys'], queryFn: () => call<{ items: ApiKey[] }>('/keys') })
}

export function useCreateKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; role: Role; expiresAt?: string }) =>
      call<ApiKey & { key: string }>('/keys', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  })
}

export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`/keys/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  })
}

/** Who did what, newest first, a page at a time. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: ['audit'],
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
    queryFn: ({ pageParam }) =>
      call<{ items: AuditEntry[]; next: string | null }>('/audit', { query: { limit: 30, cursor: pageParam } }),
  })
}

export function auditAddress(format: 'csv' | 'jsonl'): string {
  return address('/audit/export', { format })
}
