import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'
import type { Author, Comment, Mention } from './types.js'

export function useComments(termbaseId: string, conceptId: string) {
  return useQuery({
    queryKey: ['comments', termbaseId, conceptId],
    queryFn: ({ signal }) =>
      call<{ items: Comment[] }>(`/termbases/${termbaseId}/concepts/${conceptId}/comments`, { signal }),
  })
}

/** Whom a comment can call. */
export function usePeople(enabled: boolean) {
  return useQuery({
    queryKey: ['people'],
    enabled,
    staleTime: 60_000,
    queryFn: () => call<{ items: Author[] }>('/people'),
  })
}

export type CommentAct =
  | { do: 'say'; text: string; answers?: string }
  | { do: 'change'; id: string; text: string }
  | { do: 'remove' | 'resolve' | 'reopen'; id: string }

export function useCommentAct(termbaseId: string, conceptId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: CommentAct): Promise<unknown> => {
      const home = `/termbases/${termbaseId}`
      if (act.do === 'say') {
        const { text, answers } = act
        return call(`${home}/concepts/${conceptId}/comments`, {
          method: 'POST',
          body: { text, ...(answers && { answers }) },
        })
      }
      if (act.do === 'change') return call(`${home}/comments/${act.id}`, { method: 'PATCH', body: { text: act.text } })
      if (act.do === 'remove') return call(`${home}/comments/${act.id}`, { method: 'DELETE' })
      return call(`${home}/comments/${act.id}/${act.do}`, { method: 'POST' })
    },
    onSuccess: () =>
      Promise.all(
        ['comments', 'concepts', 'concept-counts'].map((name) =>
          client.invalidateQueries({ queryKey: [name, termbaseId] }),
        ),
      ),
  })
}

/** Comments that call me. Asked for again now and then, because nobody is told otherwise. */
export function useMentions() {
  return useQuery({
    queryKey: ['mentions'],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => call<{ items: Mention[]; unread: number }>('/me/mentions', { signal }),
  })
}

export function useReadMentions() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (comments?: string[]) =>
      call('/me/mentions/read', { method: 'POST', body: comments ? { comments } : {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mentions'] }),
  })
}
