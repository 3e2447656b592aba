import type { AlignmentSide } from '../../corpora/alignment.js'

/** What a highlighted stretch is: later kinds give way to earlier ones where they overlap. */
export const markKinds = ['forbidden', 'approved', 'candidate'] as const
export type MarkKind = (typeof markKinds)[number]

export interface TermMark {
  pair: string
  side: AlignmentSide
  start: number
  end: number
  kind: MarkKind
  term: string
  conceptId: string | null
  candidateId: string | null
}

/** Marks that do not overlap: the wanted candidate first, the glossary before the queue, the longer before the shorter. In reading order. */
export function withoutOverlaps(marks: TermMark[], wanted?: string): TermMark[] {
  const rank = ({ kind, candidateId }: TermMark) =>
    candidateId !== null && candidateId === wanted ? 0 : kind === 'candidate' ? 2 : 1
  const kept: TermMark[] = []
  for (const mark of marks.toSorted(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  ))
    if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark)
  return kept.sort((a, b) => a.start - b.start)
}
