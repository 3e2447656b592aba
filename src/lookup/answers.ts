import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  byNearness,
  inReadingOrder,
  type MatchKind,
  type SearchMode,
  type SearchWay,
  selectLongest,
  type TermMatch,
} from '../matching/index.js'
import type { LanguageTag } from '../shared/language-tag.js'
import { answersIn, type TermAnswer, termAnswer } from './answer.js'
import { type CheckedSegment, checkSegments, type SegmentTerms } from './check-rules.js'
import { type GlossaryConcept, type OwnedTerm, speaks } from './glossary-concept.js'
import type { OpenGlossary } from './packed-release.js'

/** From which language into which. */
export interface Direction {
  source: LanguageTag
  target: LanguageTag
}

/** Which release an answer comes from. */
export interface Origin {
  termbase: string
  release: number
}

/** A glossary that is asked, and what it is called in answers. */
export interface AskedGlossary {
  origin: Origin
  glossary: OpenGlossary
}

interface ConceptAnswer extends Origin {
  /** Id of the concept. */
  concept: string
  number: number
  subjectField: string | null
  definition: string | null
  source: TermAnswer
  targets: TermAnswer[]
}

export interface LookupAnswer extends ConceptAnswer {
  way: SearchWay
  similarity: number
  /** The term that was met, when it is not `source`: one of the target language was searched for. */
  matched?: TermAnswer
}

/** `start` and `end` (exclusive) in UTF-16 code units of the segment. */
export interface RecognizedTerm extends ConceptAnswer {
  start: number
  end: number
  text: string
  kind: MatchKind
  doubtful?: string
  contains: RecognizedTerm[]
}

/** A term of one glossary, met in a search or in a text. */
interface Met {
  origin: Origin
  concept: GlossaryConcept
  owned: OwnedTerm
}

/** The terms that are, begin with, or are like `text`: of the source language first, then of the target language. */
export function lookUp(
  glossaries: AskedGlossary[],
  direction: Direction,
  text: string,
  options: { mode: SearchMode; limit: number },
): LookupAnswer[] {
  const inSource = search(glossaries, direction, direction.source, text, options)
  const known = new Set(inSource.map(({ concept }) => concept))
  const inTarget = search(glossaries, direction, direction.target, text, options)
  return [...inSource, ...inTarget.filter(({ concept }) => !known.has(concept))].slice(0, options.limit)
}

/** All terms in each segment: the longest with what they contain, or every one. */
export async function recognize(
  glossaries: AskedGlossary[],
  direction: Direction,
  segments: string[],
  overlap: 'longest' | 'all',
): Promise<RecognizedTerm[][]> {
  return inTurns(segments, (segment) => recognizeOne(glossaries, direction, segment, overlap))
}

/** Whether translations keep to the glossary. */
export async function check(
  glossaries: AskedGlossary[],
  direction: Direction,
  segments: { source: string; target: string }[],
): Promise<CheckedSegment[]> {
  const reversed = { source: direction.target, target: direction.source }
  const recognized = await inTurns(segments, ({ source, target }): SegmentTerms => ({
    source: recognizeOne(glossaries, direction, source, 'longest'),
    target: recognizeOne(glossaries, reversed, target, 'all'),
  }))
  return checkSegments(recognized)
}

function search(
  glossaries: AskedGlossary[],
  direction: Direction,
  language: LanguageTag,
  text: string,
  options: { mode: SearchMode; limit: number },
): LookupAnswer[] {
  const answers = glossaries.flatMap(({ origin, glossary }) =>
    glossary
      .matcher(language)
      .search(text, options)
      .map(({ id, way, similarity }) => lookupAnswer({ origin, ...glossary.term(id) }, direction, { way, similarity })),
  )
  const distinct = new Map<string, LookupAnswer>()
  for (const answer of answers.sort(bestFirst)) {
    const name = `${answer.concept} ${answer.release}`
    if (!distinct.has(name)) distinct.set(name, answer)
  }
  return [...distinct.values()].slice(0, options.limit)
}

function recognizeOne(
  glossaries: AskedGlossary[],
  direction: Direction,
  segment: string,
  overlap: 'longest' | 'all',
): RecognizedTerm[] {
  const met = new Map<string, Met>()
  const matches = glossaries.flatMap(({ origin, glossary }, which) => {
    const named = (id: number): string => {
      const name = `${which} ${id}`
      if (!met.has(name)) met.set(name, { origin, ...glossary.term(id) })
      return name
    }
    const found = glossary.matcher(direction.source).match(segment, { overlap: 'all' })
    return found.map((match): TermMatch<string> => ({ ...match, ids: match.ids.map(named), contains: [] }))
  })
  const ordered = matches.sort(inReadingOrder)
  return answersOf(overlap === 'all' ? ordered : selectLongest(ordered), met, direction)
}

/** So long may one request hold up all others, in milliseconds. */
const longestTurn = 5

/** Maps many segments; other requests come in between. */
async function inTurns<Segment, Result>(segments: Segment[], task: (segment: Segment) => Result): Promise<Result[]> {
  const results: Result[] = []
  let begin = performance.now()
  for (const segment of segments) {
    if (performance.now() - begin > longestTurn) {
      await nextTurn()
      begin = performance.now()
    }
    results.push(task(segment))
  }
  return results
}

/** One answer a concept: a form that two concepts share gives two, and a concept whose terms share a form gives one. */
function answersOf(matches: TermMatch<string>[], met: Map<string, Met>, direction: Direction): RecognizedTerm[] {
  return matches.flatMap(({ start, end, text, kind, doubtful, ids, contains }) => {
    const concepts = new Map<string, Met>()
    for (const id of ids) {
      const term = met.get(id)!
      const name = `${term.origin.termbase} ${term.concept.id}`
      if (!concepts.has(name)) concepts.set(name, term)
    }
    return [...concepts.values()].map((term) => ({
      start,
      end,
      text,
      kind,
      ...(doubtful && { doubtful }),
      ...conceptAnswer(term, direction, termAnswer(term.owned, term.concept)),
      contains: answersOf(contains, met, direction),
    }))
  })
}

function lookupAnswer(met: Met, direction: Direction, nearness: { way: SearchWay; similarity: number }): LookupAnswer {
  const matched = termAnswer(met.owned, met.concept)
  if (speaks(matched.language, direction.source)) return { ...conceptAnswer(met, direction, matched), ...nearness }
  const source = answersIn(met.concept, direction.source)[0] ?? matched
  return { ...conceptAnswer(met, direction, source), ...nearness, matched }
}

function conceptAnswer({ origin, concept }: Met, { target }: Direction, source: TermAnswer): ConceptAnswer {
  return {
    concept: concept.id,
    number: concept.number,
    ...origin,
    subjectField: concept.subjectField ?? null,
    definition: definitionFor(concept, target),
    source,
    targets: answersIn(concept, target),
  }
}

/** The definition of the concept, or of the language that is asked for, or of any. */
function definitionFor({ definition, languages }: GlossaryConcept, language: LanguageTag): string | null {
  const own = languages.find((section) => section.definition && speaks(section.language, language))
  return definition ?? own?.definition ?? languages.find((section) => section.definition)?.definition ?? null
}

function bestFirst(one: LookupAnswer, other: LookupAnswer): number {
  const forbidden = (answer: LookupAnswer): number => Number((answer.matched ?? answer.source).forbidden)
  const preferred = (answer: LookupAnswer): number =>
    Number((answer.matched ?? answer.source).status !== 'preferredTerm-admn-sts')
  return (
    forbidden(one) - forbidden(other) ||
    byNearness(one, other) ||
    preferred(one) - preferred(other) ||
    one.number - other.number
  )
}
