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
}
/** Offsets into the segment, `end` exclusive. */
export interface TermMatch {
  start: number
  end: number
  text: string
  concept: string
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

export function useLookup(direction: Direction, text: string, mode: string) {
  return useQuery({
    queryKey: ['lookup', direction, text, mode],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call<{ items: LookupHit[] }>('/lookup', { query: { ...direction, text, mode }, signal }),
  })
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
