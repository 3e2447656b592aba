import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.js'
import type { AdministrativeStatus } from './types.js'

export interface FoundTerm {
  text: string
  status: AdministrativeStatus
  /** Deprecated or superseded. */
  forbidden: boolean
  /** What to use instead. */
  preferred?: string
}
export interface LookupHit {
  concept: string
  number: number
  subjectField: string | null
  definition: string | null
  source: FoundTerm
  targets: FoundTerm[]
  way: string
  /** The term that was met, when it is not `source`. */
  matched?: FoundTerm
}
/** Offsets into the segment, `end` exclusive. */
export interface TermMatch {
  start: number
  end: number
  text: string
  concept: string
  kind: string
  /** Why this may be no occurrence of the term. */
  doubtful?: string
  source: FoundTerm
  targets: FoundTerm[]
  contains: TermMatch[]
}
export interface CheckFinding {
  kind: string
  message: string
  concept: string
  source: { start: number; end: number; text: string } | null
  target: { start: number; end: number; text: string } | null
  suggestions: string[]
}

export interface Direction {
  termbase: string
  source: string
  target: string
}

/** While somebody types, what is not found is not counted as looked up in vain. */
export function useLookup(direction: Direction, text: string, mode: string, enabled = true) {
  return useQuery({
    queryKey: ['lookup', direction, text, mode],
    enabled: enabled && text !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => lookUp(direction, { text, mode, typing: 'true' }, signal),
  })
}

/** Asks once more, as somebody who has finished typing. */
export function countMiss(direction: Direction, text: string): void {
  lookUp(direction, { text, mode: 'fuzzy' }).catch(() => {})
}

function lookUp(direction: Direction, asked: Record<string, string>, signal?: AbortSignal) {
  return call<{ items: LookupHit[] }>('/lookup', { query: { ...direction, ...asked }, signal })
}

export function useRecognize(direction: Direction) {
  return useMutation({
    mutationFn: (segments: string[]) =>
      call<{ segments: { matches: TermMatch[] }[] }>('/recognize', {
        method: 'POST',
        body: { ...direction, segments },
      }),
  })
}

export function useCheck(direction: Direction) {
  return useMutation({
    mutationFn: (segments: { source: string; target: string }[]) =>
      call<{ segments: { findings: CheckFinding[] }[] }>('/check', {
        method: 'POST',
        body: { ...direction, segments },
      }),
  })
}
