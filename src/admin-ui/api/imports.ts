import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
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
export type Action = NonNullable<NonNullable<ImportEntry['decision']>['action']>

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
        query: { ...filter, cursor: pageParam, limit: 50 },
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

export function uploadImport(termbaseId: string, file: File, fields: Record<string, string>) {
  return send<{ import: GlossaryImport }>(pathOf(termbaseId), file, file.name, fields)
}

async function send<T>(path: string, file: Blob, name: string, fields: Record<string, string>): Promise<T> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', file, name)
  const response = await fetch(address(path), { method: 'POST', body: form, credentials: 'same-origin' }).catch(() => {
    throw new ApiProblem(0, 'offline', 'offline')
  })
  const text = await response.text()
  if (!response.ok) throw problemOf(response.status, text)
  return JSON.parse(text) as T
}
