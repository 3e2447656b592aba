import { isAcronym } from '../matching/index.js'
import type { TermAnswer } from './answer.js'

/** A term of the glossary where it stands in a segment. Offsets in UTF-16 code units, `end` exclusive. */
export interface PlacedTerm {
  start: number
  end: number
  text: string
  concept: string
  doubtful?: string
  /** The term as the glossary keeps it. */
  source: TermAnswer
  targets: TermAnswer[]
}

/** The terms of a translated segment: of its source the longest, of its target all. */
export interface SegmentTerms {
  source: PlacedTerm[]
  target: PlacedTerm[]
}

export const findingKinds = ['missing', 'forbidden', 'inconsistent'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Place {
  start: number
  end: number
  text: string
}

export interface CheckFinding {
  kind: FindingKind
  /** One sentence for the translator. */
  message: string
  concept: string
  source: Place | null
  target: Place | null
  /** What to write instead, the preferred term first. */
  suggestions: string[]
}

export interface CheckedSegment {
  findings: CheckFinding[]
}

/** A term of the source with what its translation uses for it. */
interface Use {
  segment: number
  source: PlacedTerm
  /** Terms of the same concept in the target. */
  used: PlacedTerm[]
}

/** Approved term missing, forbidden term used, one source term translated in several ways; each segment has its findings. */
export function checkSegments(segments: SegmentTerms[]): CheckedSegment[] {
  const uses = segments.flatMap(usesOf)
  const found = [...uses.flatMap((use) => faults(use, uses)), ...inconsistencies(uses)]
  return segments.map((_, index) => ({
    findings: found.filter(({ segment }) => segment === index).map(({ finding }) => finding),
  }))
}

interface SegmentFinding {
  segment: number
  finding: CheckFinding
}

/** Each concept once a segment: a term that stands there twice may be a pronoun the second time. */
function usesOf({ source, target }: SegmentTerms, segment: number): Use[] {
  const concepts = new Map<string, PlacedTerm>()
  for (const term of source) if (!term.doubtful && !concepts.has(term.concept)) concepts.set(term.concept, term)
  return [...concepts.values()].map((term) => ({
    segment,
    source: term,
    used: target.filter(({ concept }) => concept === term.concept),
  }))
}

/** In doubt nothing is complained of: a doubtful match satisfies, and is never forbidden. */
function faults(use: Use, all: Use[]): SegmentFinding[] {
  const approved = use.source.targets.filter(({ forbidden }) => !forbidden)
  const wrong = use.used.filter(
    (term) => term.source.forbidden && !term.doubtful && !isApprovedElsewhere(term, use, all),
  )
  if (wrong.length > 0) return wrong.map((term) => forbidden(use, term, approved))
  const satisfied = use.used.some(({ source }) => !source.forbidden) || isAnsweredByAnother(use, all)
  return approved.length === 0 || satisfied ? [] : [missing(use, approved)]
}

/** A form that is wrong for one concept may be right for another, or part of a longer term that is right. */
function isApprovedElsewhere(term: PlacedTerm, { segment }: Use, all: Use[]): boolean {
  const right = all.flatMap((other) =>
    other.segment === segment ? other.used.filter(({ source }) => !source.forbidden) : [],
  )
  return right.some(({ start, end }) => start <= term.start && term.end <= end)
}

/** One form of several concepts asks for the translation of one of them. */
function isAnsweredByAnother({ segment, source }: Use, all: Use[]): boolean {
  return all.some(
    (other) =>
      other.segment === segment &&
      other.source.concept !== source.concept &&
      other.source.start === source.start &&
      other.source.end === source.end &&
      other.used.some((term) => !term.source.forbidden),
  )
}

function missing({ segment, source }: Use, approved: TermAnswer[]): SegmentFinding {
  const suggestions = texts(approved)
  const message = `“${source.text}” is not translated by ${alternatives(suggestions)}.`
  return {
    segment,
    finding: { kind: 'missing', message, concept: source.concept, source: place(source), target: null, suggestions },
  }
}

function forbidden({ segment, source }: Use, term: PlacedTerm, approved: TermAnswer[]): SegmentFinding {
  const suggestions = texts(approved)
  const instead = suggestions.length > 0 ? ` Use ${alternatives(suggestions)}.` : ''
  const message = `“${term.text}” is not to be used for “${source.text}”.${instead}`
  return {
    segment,
    finding: {
      kind: 'forbidden',
      message,
      concept: source.concept,
      source: place(source),
      target: place(term),
      suggestions,
    },
  }
}

/** The same source term, translated by one approved term here and by another there; the more frequent one is the measure. */
function inconsistencies(uses: Use[]): SegmentFinding[] {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    const name = `${use.source.concept} ${use.source.source.text}`
    groups.set(name, [...(groups.get(name) ?? []), use])
  }
  return [...groups.values()].flatMap((group) => {
    const translated = group.filter(({ used }) => chosenTerms(used).length > 0)
    const usual = mostFrequent(translated.flatMap(({ used }) => chosenTerms(used).map(({ source }) => source.text)))
    return translated
      .filter(({ used }) => !chosenTerms(used).some(({ source }) => source.text === usual))
      .map((use) => inconsistent(use, usual!))
  })
}

/** A long form and its abbreviation take turns in every good text, so abbreviations choose nothing. */
function chosenTerms(used: PlacedTerm[]): PlacedTerm[] {
  return used.filter(
    ({ source, doubtful }) =>
      !doubtful &&
      !source.forbidden &&
      !isAcronym(source.text) &&
      !['acronym', 'abbreviation', 'shortForm'].includes(source.termType ?? ''),
  )
}

function inconsistent({ segment, source, used }: Use, usual: string): SegmentFinding {
  const term = chosenTerms(used)[0]!
  const message = `“${source.text}” is “${term.source.text}” here and “${usual}” elsewhere.`
  return {
    segment,
    finding: {
      kind: 'inconsistent',
      message,
      concept: source.concept,
      source: place(source),
      target: place(term),
      suggestions: [usual],
    },
  }
}

/** The first of those that occur most often. */
function mostFrequent(names: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0]
}

function texts(terms: TermAnswer[]): string[] {
  return [...new Set(terms.map(({ text }) => text))]
}

function alternatives(names: string[]): string {
  return names.map((name) => `“${name}”`).join(' or ')
}

function place({ start, end, text }: PlacedTerm): Place {
  return { start, end, text }
}
