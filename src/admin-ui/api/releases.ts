import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { address, ApiProblem, call } from './client.js'
import type { ExportFormat, FieldChange, Job, PlainTerm, Release } from './types.js'

export function useReleases(termbaseId: string) {
  return useQuery({
    queryKey: ['releases', termbaseId],
    queryFn: () => call<{ items: Release[] }>(`/termbases/${termbaseId}/releases`),
  })
}

export function useFormats() {
  return useQuery({
    queryKey: ['formats'],
    staleTime: Infinity,
    queryFn: () => call<{ items: ExportFormat[] }>('/formats'),
  })
}

export interface Publishing {
  note: string
  /** The older release that is brought back. */
  from?: number
  evenUnchanged?: boolean
}

export function usePublish(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Publishing) => publish(termbaseId, body),
    onSuccess: () =>
      Promise.all(
        [['releases', termbaseId], ['release-preview', termbaseId], ['termbases']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  })
}

/** The release at once, or by a job where the termbase is large. */
async function publish(termbaseId: string, body: Publishing): Promise<Release> {
  const answer = await call<Release | { job: Job }>(`/termbases/${termbaseId}/releases`, { method: 'POST', body })
  if (!('job' in answer)) return answer
  const { result } = await finished(answer.job.id)
  return call<Release>(`/termbases/${termbaseId}/releases/${(result as { number: number }).number}`)
}

const pollMs = 1000

async function finished(id: string): Promise<Job> {
  for (;;) {
    const job = await call<Job>(`/jobs/${id}`)
    if (job.state === 'done') return job
    if (job.state === 'failed' || job.state === 'cancelled') throw problemOfJob(job)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

function problemOfJob({ state, problem }: Job): ApiProblem {
  return new ApiProblem(409, problem?.code ?? state, problem?.message ?? state, problem?.remedy)
}

export interface ExportChoice {
  format: string
  source?: string | undefined
  target?: string | undefined
  languages?: string | undefined
  deprecated?: string | undefined
  unknown?: string | undefined
}

export function exportAddress(termbaseId: string, number: number | 'latest', choice: ExportChoice): string {
  return address(`/termbases/${termbaseId}/releases/${number}/export`, { ...choice })
}

export interface LossReport {
  losses: { category: string; what: 'dropped' | 'moved' | 'changed'; count: number }[]
  fileName: string
  sizeBytes: number
}

export function useLosses(termbaseId: string, number: number, choice: ExportChoice) {
  return useQuery({
    queryKey: ['losses', termbaseId, number, choice],
    staleTime: Infinity,
    retry: false,
    queryFn: ({ signal }) =>
      call<LossReport>(`/termbases/${termbaseId}/releases/${number}/export/losses`, { query: { ...choice }, signal }),
  })
}

export function changelogAddress(termbaseId: string, from: number, to: number): string {
  return address(`/termbases/${termbaseId}/releases/changelog`, { from, to })
}

export const differenceKinds = ['added', 'changed', 'removed'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** A concept that came, changed or went; `changes` is empty for one that came or went as a whole. */
export interface ConceptDifference {
  id: string
  number: number
  terms: PlainTerm[]
  changes: FieldChange[]
}
export interface DiffPage extends Record<DifferenceKind, ConceptDifference[]> {
  counts: Record<DifferenceKind, number>
  next: string | null
}
export interface PublishWarning {
  kind: 'missing-language' | 'duplicate-term' | 'dangling-reference' | 'no-usable-term'
  count: number
  examples: { conceptId: string; number: number; text: string; detail: string }[]
}
export interface ReleasePreview extends DiffPage {
  from: number | null
  number: number
  conceptCount: number
  isUnchanged: boolean
  warnings: PublishWarning[]
}

export interface DiffFilter {
  kind?: DifferenceKind | undefined
  q?: string | undefined
}

const pageSize = 50

/** What lies between two releases, a page at a time. It never changes. */
export function useReleaseDiff(termbaseId: string, from: number, to: number, filter: DiffFilter = {}) {
  return useInfiniteQuery({
    queryKey: ['release-diff', termbaseId, from, to, filter],
    enabled: from > 0 && to > 0,
    staleTime: Infinity,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: DiffPage) => page.next ?? undefined,
    queryFn: ({ pageParam }) =>
      call<DiffPage>(`/termbases/${termbaseId}/releases/diff`, {
        query: { from, to, ...filter, limit: pageSize, cursor: pageParam },
      }),
  })
}

/** What publishing now would change. */
export function useReleasePreview(termbaseId: string) {
  return useQuery({
    queryKey: ['release-preview', termbaseId],
    staleTime: 0,
    queryFn: () => call<ReleasePreview>(`/termbases/${termbaseId}/releases/preview`, { query: { limit: pageSize } }),
  })
}
