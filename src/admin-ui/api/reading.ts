import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.js'
import type {
  AlignmentEdit,
  AlignmentOutcome,
  AlignmentWish,
  SentencePair,
  SentencePairPage,
  SourceDocument,
  TermMark,
} from './types.js'

/** Rows in one request: a screen and what is just beyond it. */
export const pageSize = 100

const reading = (termbaseId: string, documentId: string) => ['documents', termbaseId, documentId, 'reading']
const path = (termbaseId: string, documentId: string) => `/termbases/${termbaseId}/documents/${documentId}`

/** The pages that are in sight, wherever in the document that is; `at` gives the row at a position once it is there. */
export function useRowsInSight(termbaseId: string, documentId: string, pages: number[], candidate: string | undefined) {
  const rows = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...reading(termbaseId, documentId), 'rows', page],
      placeholderData: keepPreviousData,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call<SentencePairPage>(`${path(termbaseId, documentId)}/sentence-pairs`, {
          query: { from: page * pageSize, limit: pageSize },
          signal,
        }),
    })),
  })
  const marks = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...reading(termbaseId, documentId), 'marks', page, candidate],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call<TermMark[]>(`${path(termbaseId, documentId)}/marks`, {
          query: { from: page * pageSize, limit: pageSize, candidate },
          signal,
        }),
    })),
  })
  const byPair = new Map<string, TermMark[]>()
  for (const mark of marks.flatMap(({ data }) => data ?? [])) {
    const known = byPair.get(mark.pair)
    if (known) known.push(mark)
    else byPair.set(mark.pair, [mark])
  }
  return {
    total: rows.find(({ data }) => data)?.data?.total,
    problem: rows.find(({ error }) => error)?.error ?? null,
    again: () => void Promise.all(rows.map(({ refetch }) => refetch())),
    at: (position: number): SentencePair | undefined => {
      const index = pages.indexOf(Math.floor(position / pageSize))
      return index < 0 ? undefined : rows[index]?.data?.items[position % pageSize]
    },
    marksOf: (pair: string): TermMark[] => byPair.get(pair) ?? [],
  }
}

/** Where a text stands in the document. */
export function useTextSearch(termbaseId: string, documentId: string, q: string) {
  return useQuery({
    queryKey: [...reading(termbaseId, documentId), 'search', q],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<{ positions: number[]; total: number }>(`${path(termbaseId, documentId)}/sentence-pairs/search`, {
        query: { q },
        signal,
      }),
  })
}

export function useAlignmentEdits(termbaseId: string, documentId: string) {
  return useQuery({
    queryKey: [...reading(termbaseId, documentId), 'edits'],
    queryFn: ({ signal }) => call<AlignmentEdit[]>(`${path(termbaseId, documentId)}/alignment/edits`, { signal }),
  })
}

/** Corrects the alignment, or takes the newest correction back (`null`); then all that shows the document is read again. */
export function useAlign(termbaseId: string, document: SourceDocument) {
  const client = useQueryClient()
  const refresh = () =>
    Promise.all(
      [
        ['documents', termbaseId],
        ['candidates', termbaseId],
        ['candidate', termbaseId],
        ['candidate-counts', termbaseId],
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  return useMutation({
    mutationFn: (wish: (AlignmentWish & { pair: string }) | null) => {
      const body = { version: document.alignmentVersion, ...wish }
      const where = `${path(termbaseId, document.id)}/alignment/${wish ? 'edits' : 'undo'}`
      return call<AlignmentOutcome>(where, { method: 'POST', body })
    },
    onSettled: refresh,
  })
}
