import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, callWithHeaders } from './client.js'
import type { Author, Concept, LanguageSection, Page, Term } from './types.js'

export function useConcepts(termbaseId: string, query: { q?: string; status?: string }) {
  return useInfiniteQuery({
    queryKey: ['concepts', termbaseId, query],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<Page<Concept>>(`/termbases/${termbaseId}/concepts`, {
        query: { ...query, cursor: pageParam, limit: 100 },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** The concept and the ETag it came with, which a change has to name. */
export function useConcept(termbaseId: string, id: string) {
  return useQuery({
    queryKey: ['concept', termbaseId, id],
    queryFn: async () => {
      const { data, headers } = await callWithHeaders<Concept>(`/termbases/${termbaseId}/concepts/${id}`, {})
      return { concept: data, etag: headers.get('etag') ?? '' }
    },
  })
}

/** What a writer says; what is left out stays as it is, and a term with an id is the one that had it before. */
export type ConceptChange = Partial<
  Pick<Concept, 'status' | 'subjectField' | 'definition' | 'definitionSource' | 'note'>
> & { languages?: SectionDraft[] }
export type SectionDraft = Pick<LanguageSection, 'language'> &
  Partial<Omit<LanguageSection, 'terms'>> & { terms: TermDraft[] }
export type TermDraft = Pick<Term, 'text'> & Partial<Term>

export function useChangeConcept(termbaseId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, etag }: { change: ConceptChange; etag: string }) =>
      callWithHeaders<Concept>(`/termbases/${termbaseId}/concepts/${id}`, {
        method: 'PATCH',
        body: change,
        headers: { 'if-match': etag },
      }),
    onSuccess: ({ data, headers }) => {
      client.setQueryData(['concept', termbaseId, id], {
        concept: data,
        etag: headers.get('etag') ?? '',
      })
      void client.invalidateQueries({ queryKey: ['concepts', termbaseId] })
      void client.invalidateQueries({ queryKey: ['concept-history', termbaseId, id] })
    },
  })
}

export function useCreateConcept(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConceptChange) => call<Concept>(`/termbases/${termbaseId}/concepts`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['concepts', termbaseId] }),
  })
}

export interface ConceptVersion {
  version: number
  at: string
  author: Author
  /** The concept as this version says it. */
  snapshot: Concept
}

export function useConceptHistory(termbaseId: string, id: string) {
  return useQuery({
    queryKey: ['concept-history', termbaseId, id],
    queryFn: () => call<{ items: ConceptVersion[] }>(`/termbases/${termbaseId}/concepts/${id}/history`),
  })
}

export function useRestoreVersion(termbaseId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      call<Concept>(`/termbases/${termbaseId}/concepts/${id}/history/${version}/restore`, { method: 'POST' }),
    onSuccess: () =>
      Promise.all(
        ['concept', 'concepts', 'concept-history'].map((name) =>
          client.invalidateQueries({ queryKey: [name, termbaseId] }),
        ),
      ),
  })
}
