import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { address, ApiProblem, call, problemOf } from './client.js'
import type { Job, SourceDocument } from './types.js'

const all = (termbaseId: string) => ['documents', termbaseId]

export function useDocuments(termbaseId: string) {
  return useQuery({
    queryKey: all(termbaseId),
    queryFn: () => call<{ items: SourceDocument[] }>(`/termbases/${termbaseId}/documents`),
  })
}

export function useDocument(termbaseId: string, id: string) {
  return useQuery({
    queryKey: [...all(termbaseId), id],
    queryFn: () => call<SourceDocument>(`/termbases/${termbaseId}/documents/${id}`),
  })
}

export function useDeleteDocument(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`/termbases/${termbaseId}/documents/${id}`, { method: 'DELETE' }),
    onSuccess: () => refreshAfterExtraction(client, termbaseId),
  })
}

/** Reads a document again that failed or was cancelled. */
export function useRetryDocument(termbaseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      call<UploadAnswer>(`/termbases/${termbaseId}/documents/${id}/retry`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: all(termbaseId) }),
  })
}

export function useCancelJob() {
  return useMutation({ mutationFn: (id: string) => call<Job>(`/jobs/${id}/cancel`, { method: 'POST' }) })
}

export function originalAddress(termbaseId: string, documentId: string): string {
  return address(`/termbases/${termbaseId}/documents/${documentId}/original`)
}

const final = new Set(['done', 'failed', 'cancelled'])

/** The job as it goes along, by server-sent events; when it ends, everything it may have changed is asked for again. */
export function useLiveJob(termbaseId: string, jobId: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  const client = useQueryClient()
  useEffect(() => {
    if (!jobId) return undefined
    const events = new EventSource(address(`/jobs/${jobId}/events`))
    events.addEventListener('message', (event: MessageEvent<string>) => {
      const latest = JSON.parse(event.data) as Job
      setJob(latest)
      if (!final.has(latest.state)) return
      events.close()
      void refreshAfterExtraction(client, termbaseId)
    })
    return () => events.close()
  }, [client, termbaseId, jobId])
  return job
}

export function refreshAfterExtraction(client: ReturnType<typeof useQueryClient>, termbaseId: string) {
  return Promise.all(
    [all(termbaseId), ['termbases'], ['candidates', termbaseId], ['candidate-counts', termbaseId]].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  )
}

export interface UploadAnswer {
  document: SourceDocument
  job: Job | null
  duplicate: boolean
}

/** Of an archive the first of its documents, the others, and what was not taken. */
export interface ArchiveAnswer extends UploadAnswer {
  more: UploadAnswer[]
  leftAlone: LeftAlone[]
}

export interface LeftAlone {
  name: string
  why: string
}

/** fetch cannot say how much of a body has been sent; XMLHttpRequest can. */
export function uploadDocument(
  termbaseId: string,
  { file, targetFile, aligned }: { file: File; targetFile?: File; aligned?: boolean },
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<ArchiveAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(`/termbases/${termbaseId}/documents`))
    request.upload.addEventListener('progress', (event) => onProgress(event.total ? event.loaded / event.total : 0))
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as ArchiveAnswer)
      else reject(problemOf(request.status, request.responseText))
    })
    request.addEventListener('error', () => reject(new ApiProblem(0, 'offline', 'offline')))
    request.addEventListener('abort', () => reject(new ApiProblem(0, 'cancelled', 'cancelled')))
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    if (aligned) form.append('aligned', 'true')
    form.append('file', file, file.name)
    if (targetFile) form.append('targetFile', targetFile, targetFile.name)
    request.send(form)
  })
}
