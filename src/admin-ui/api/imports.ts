import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { address, ApiProblem, call, problemOf } from './client.js'
import type { components } from './schema.js'
import type { Page } from './types.js'

export type GlossaryImport = components['schemas']['ImportView']
export type ImportEntry = components['schemas']['ImportEntryView']
export type ImportPreview = components['schemas']['ImportPreviewView']
export type TableMapping = NonNullable<ImportPreview['table']>['mapping']
/** Field of MultiTerm -> data category; '' leaves it out, the name of none keeps it as it is named. */
export type FieldMapping = Record<string, string>
export type Verdict = ImportEntry['verdict']
export type ImportDecision = NonNullable<ImportEntry['decision']>
export type Action = ImportDecision['action']
export type Offer = ImportEntry['offers'][number]
export type Difference = ImportEntry['changes'][number]
type Decided = components['schemas']['DecidedEntriesView']

const all = (termbaseId: string) => ['imports', termbaseId]
const pathOf = (termbaseId: string) => `/termbases/${termbaseId}/imports`

export function useImports(termbaseId: string) {
  return useQuery({
    queryKey: all(termbaseId),
    queryFn: () => call<{ items: GlossaryImport[] }>(pathOf(termbaseId)),
  })
}

const working = new Set<GlossaryImport['state']>(['reading', 'applying'])

/** Asked for again while a job works on it. */
export function useImport(termbaseId: string, id: string) {
  return useQuery({
    queryKey: [...all(termbaseId), id],
    queryFn: () => call<GlossaryImport>(`${pathOf(termbaseId)}/${id}`),
    refetchInterval: (query) => (query.state.data && working.has(query.state.data.state) ? 700 : false),
  })
}

export interface EntryFilter {
  verdict?: string | undefined
  open?: string | undefined
  q?: string | undefined
}

export function useImportEntries(termbaseId: string, id: string, filter: EntryFilter, isReady: boolean) {
  return useInfiniteQuery({
    queryKey: [...all(termbaseId), id, 'entries', filter],
    enabled: isReady,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call<Page<ImportEntry>>(`${pathOf(termbaseId)}/${id}/entries`, {
        query: { ...filter, cursor: pageParam, limit: 100 },
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** One of the steps of an import; what is shown of it is asked for again. */
export function useImportStep(termbaseId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      step,
      method = 'POST',
      body,
    }: {
      step: string
      method?: 'POST' | 'PATCH' | 'DELETE'
      body?: unknown
    }) => call(`${pathOf(termbaseId)}/${id}${step}`, { method, body }),
    onSettled: () =>
      Promise.all(
        [all(termbaseId), ['concepts', termbaseId], ['termbases']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  })
}

/** Which entries a decision is for: these, or all that the filter shows. */
export interface Chosen {
  positions?: number[]
  filter?: { verdict?: string | undefined; open?: boolean | undefined; q?: string | undefined }
}

/** Decisions show at once where they were made; how much is still open comes back with them. */
export function useDecide(termbaseId: string, id: string) {
  const client = useQueryClient()
  const entries = [...all(termbaseId), id, 'entries']
  return useMutation({
    mutationFn: ({ chosen, decision }: { chosen: Chosen; decision: ImportDecision | null }) =>
      call<Decided>(`${pathOf(termbaseId)}/${id}/decisions`, {
        method: 'PATCH',
        body: { ...chosen, ...decision, action: decision?.action ?? null },
      }),
    onMutate: ({ chosen: { positions }, decision }) => {
      const wanted = new Set(positions)
      client.setQueriesData<InfiniteData<Page<ImportEntry>>>(
        { queryKey: entries },
        (known) => known && withDecision(known, wanted, decision),
      )
    },
    onSuccess: async ({ import: one }, { chosen: { positions } }) => {
      client.setQueryData([...all(termbaseId), id], one)
      if (!positions) await client.invalidateQueries({ queryKey: entries })
    },
    onError: () => client.invalidateQueries({ queryKey: entries }),
  })
}

function withDecision(
  known: InfiniteData<Page<ImportEntry>>,
  positions: Set<number>,
  decision: ImportDecision | null,
): InfiniteData<Page<ImportEntry>> {
  const decided = (entry: ImportEntry) => (positions.has(entry.position) ? { ...entry, decision } : entry)
  return { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.map(decided) })) }
}

/** So many entries fit into one request. */
const AT_A_TIME = 20_000

/** What a decision for many replaced, put back. */
export function useUndoDecisions(termbaseId: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (before: Decided['before']) => {
      for (const { decision, positions } of before)
        for (let start = 0; start < positions.length; start += AT_A_TIME)
          await call(`${pathOf(termbaseId)}/${id}/decisions`, {
            method: 'PATCH',
            body: {
              positions: positions.slice(start, start + AT_A_TIME),
              ...decision,
              action: decision?.action ?? null,
            },
          })
    },
    onSettled: () => client.invalidateQueries({ queryKey: [...all(termbaseId), id] }),
  })
}

/** What an entry says differently from another concept that is offered for it. */
export function useDifferences(termbaseId: string, id: string, position: number, concept: string | null) {
  return useQuery({
    queryKey: [...all(termbaseId), id, 'differences', position, concept],
    enabled: concept !== null,
    queryFn: () =>
      call<components['schemas']['DifferencesView']>(`${pathOf(termbaseId)}/${id}/entries/${position}/differences`, {
        query: { concept: concept! },
      }),
  })
}

export function reportAddress(termbaseId: string, id: string, format: 'csv' | 'jsonl'): string {
  return address(`${pathOf(termbaseId)}/${id}/report`, { format })
}

/** Of a text file its beginning is enough to see what it is; archives and XML are looked at as a whole. */
const BEGINNING = 500_000

export async function previewImport(termbaseId: string, file: File): Promise<ImportPreview> {
  const isText = /\.(csv|tsv|txt|tab|utf8|utx|jsonl|ttl|tbx)$/i.test(file.name)
  const part = isText && file.size > BEGINNING ? file.slice(0, BEGINNING) : file
  return send<ImportPreview>(`${pathOf(termbaseId)}/preview`, part, file.name, {})
}

export interface Sending {
  /** 0..1 of the bytes that are on their way. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

export function uploadImport(termbaseId: string, file: File, fields: Record<string, string>, sending: Sending = {}) {
  return send<{ import: GlossaryImport }>(pathOf(termbaseId), file, file.name, fields, sending)
}

/** By XMLHttpRequest: `fetch` does not tell how much of a file has been sent. */
function send<T>(
  path: string,
  file: Blob,
  name: string,
  fields: Record<string, string>,
  { onProgress, signal }: Sending = {},
): Promise<T> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', file, name)
  const request = new XMLHttpRequest()
  request.open('POST', address(path))
  return new Promise<T>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T)
      else reject(problemOf(request.status, request.responseText))
    }
    request.onerror = () => reject(new ApiProblem(0, 'offline', 'offline'))
    request.onabort = () => reject(new ApiProblem(0, 'cancelled', 'cancelled'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
