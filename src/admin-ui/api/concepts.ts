import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call, callWithHeaders, type Query } from './client.js'
import type {
  Author,
  BulkChange,
  BulkPreview,
  Concept,
  ConceptBatch,
  ConceptCounts,
  ConceptLine,
  DataCategory,
  LanguageSection,
  MergePlan,
  OneConcept,
  Page,
  Term,
  TermEvidence,
  TermMatches,
} from './types.js'

export type ConceptQuery = Query

export function useConcepts(termbaseId: string, query: ConceptQuery) {
  return useInfiniteQuery({
    queryKey: ['concepts', termbaseId, query],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<Page<Concept> & { near?: boolean }>(`/termbases/${termbaseId}/concepts`, {
        query: { ...query, cursor: pageParam, limit: 100 },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function useConceptCounts(termbaseId: string, query: ConceptQuery) {
  return useQuery({
    queryKey: ['concept-counts', termbaseId, query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call<ConceptCounts>(`/termbases/${termbaseId}/concepts/counts`, { query, signal }),
  })
}

/** Concepts that the search finds, for choosing one of them. */
export function useConceptSearch(termbaseId: string, q: string) {
  return useQuery({
    queryKey: ['concept-search', termbaseId, q],
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<Page<Concept>>(`/termbases/${termbaseId}/concepts`, { query: { q, limit: 12 }, signal }),
  })
}

/** The concept and the ETag it came with, which a change has to name. */
export function useConcept(termbaseId: string, id: string) {
  return useQuery({
    queryKey: ['concept', termbaseId, id],
    enabled: id !== '',
    queryFn: async () => {
      const { data, headers } = await callWithHeaders<OneConcept>(`/termbases/${termbaseId}/concepts/${id}`, {})
      return { concept: data, etag: headers.get('etag') ?? '' }
    },
  })
}

/** What a writer says; what is left out stays as it is, and a term with an id is the one that had it before. */
export type ConceptChange = Partial<
  Pick<
    Concept,
    'status' | 'subjectField' | 'definition' | 'definitionSource' | 'note' | 'customerSubset' | 'projectSubset' | 'data'
  >
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
      void refreshConcepts(client, termbaseId)
    },
  })
}

export function useCreateConcept(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConceptChange) => call<Concept>(`/termbases/${termbaseId}/concepts`, { method: 'POST', body }),
    onSuccess: () => refreshConcepts(client, termbaseId),
  })
}

export interface ConceptVersion {
  version: number
  cause: string
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
    onSuccess: () => refreshConcepts(client, termbaseId),
  })
}

/** Everything that tells of concepts, asked for again after a change of some. */
export function refreshConcepts(client: QueryClient, termbaseId: string): Promise<unknown> {
  const names = [
    'concept',
    'concepts',
    'concept-counts',
    'concept-search',
    'concept-history',
    'concept-references',
    'term-evidence',
    'concept-batches',
    'subject-fields',
  ]
  return Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name, termbaseId] })))
}

export function useTermEvidence(termbaseId: string, id: string) {
  return useQuery({
    queryKey: ['term-evidence', termbaseId, id],
    enabled: id !== '',
    queryFn: ({ signal }) =>
      call<{ items: TermEvidence[] }>(`/termbases/${termbaseId}/concepts/${id}/evidence`, { signal }),
  })
}

export function useConceptReferences(termbaseId: string, id: string) {
  return useQuery({
    queryKey: ['concept-references', termbaseId, id],
    enabled: id !== '',
    queryFn: ({ signal }) =>
      call<{ to: Record<string, ConceptLine>; from: ConceptLine[] }>(
        `/termbases/${termbaseId}/concepts/${id}/references`,
        { signal },
      ),
  })
}

/** Concepts that have the term already, while it is being written. */
export function useTermMatches(termbaseId: string, language: string, text: string, except: string | null) {
  const term = text.trim()
  return useQuery({
    queryKey: ['concept-search', termbaseId, 'matches', language, term, except],
    enabled: term !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<{ items: TermMatches[] }>(`/termbases/${termbaseId}/concepts/matches`, {
        method: 'POST',
        body: { terms: [{ language, text: term }], ...(except && { except }) },
        signal,
      }),
  })
}

export function useDataCategories() {
  return useQuery({
    queryKey: ['data-categories'],
    staleTime: Infinity,
    queryFn: () => call<{ items: DataCategory[] }>('/data-categories'),
  })
}

export interface BulkEdit {
  filter: ConceptQuery
  change: BulkChange
  expectedCount?: number
}

export function useBulkPreview(termbaseId: string, edit: BulkEdit | null) {
  return useQuery({
    queryKey: ['concept-search', termbaseId, 'bulk', edit],
    enabled: edit !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    queryFn: ({ signal }) =>
      call<BulkPreview>(`/termbases/${termbaseId}/concepts/bulk/preview`, {
        method: 'POST',
        body: { ...edit, filter: bodyOf(edit!.filter) },
        signal,
      }),
  })
}

export function useBulkEdit(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (edit: BulkEdit) =>
      call<{ batchId: string | null; changed: number }>(`/termbases/${termbaseId}/concepts/bulk`, {
        method: 'POST',
        body: { ...edit, filter: bodyOf(edit.filter) },
      }),
    onSuccess: () => refreshConcepts(client, termbaseId),
  })
}

/** What an address says in text, a body says in its own kind. */
function bodyOf(filter: ConceptQuery): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}

export function useConceptBatches(termbaseId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['concept-batches', termbaseId],
    enabled,
    queryFn: () => call<{ items: ConceptBatch[] }>(`/termbases/${termbaseId}/concepts/batches`),
  })
}

export function useUndoConceptBatch(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, rest }: { id: string; rest?: boolean }) =>
      call<{ undone: number; kept: number }>(`/termbases/${termbaseId}/concepts/batches/${id}/undo`, {
        method: 'POST',
        body: { rest: rest ?? false },
      }),
    onSuccess: () => refreshConcepts(client, termbaseId),
  })
}

export type MergeChoices = Record<string, MergePlan['questions'][number]['chosen']>

export function useMergePlan(termbaseId: string, id: string, other: string, choices: MergeChoices) {
  return useQuery({
    queryKey: ['concept-search', termbaseId, 'merge', id, other, choices],
    enabled: id !== '' && other !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<MergePlan>(`/termbases/${termbaseId}/concepts/${id}/merge/preview`, {
        method: 'POST',
        body: { other, choices },
        signal,
      }),
  })
}

export function useMergeConcepts(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ plan, choices }: { plan: MergePlan; choices: MergeChoices }) =>
      call<{ concept: Concept; batchId: string }>(`/termbases/${termbaseId}/concepts/${plan.left.id}/merge`, {
        method: 'POST',
        body: { other: plan.right.id, otherVersion: plan.right.version, choices },
        headers: { 'if-match': `"v${plan.left.version}"` },
      }),
    onSuccess: () => refreshConcepts(client, termbaseId),
  })
}
