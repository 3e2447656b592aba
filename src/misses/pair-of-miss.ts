import type { TermPair } from '../extraction/index.js'
import { buildMatcher, isAcronym } from '../matching/index.js'
import { DomainError } from '../shared/errors.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'

/** What an editor adds to a search that found nothing. */
export interface PairGiven {
  /** The translation of what was looked for. */
  translation: string
  /** The segment it was looked for in; else the one that came with the search. */
  segment?: string
  /** The translation of that segment. */
  translatedSegment?: string
}

export interface LookedFor {
  text: string
  sourceLanguage: LanguageTag
  count: number
  segment: string | null
}

export interface Languages {
  sourceLanguage: LanguageTag
  targetLanguage: LanguageTag
}

/** A term with the segment it stands in. */
interface Side {
  field: string
  language: LanguageTag
  term: string
  segment: string
}

export interface Sides {
  source: Side
  target: Side
}

/** Both sides in the direction of the termbase, whichever way somebody looked. Where there is no segment the term stands for it. */
export function sidesOf(miss: LookedFor, languages: Languages, given: PairGiven): Sides {
  const isReversed = primaryLanguage(languages.sourceLanguage) !== miss.sourceLanguage
  const [own, other] = isReversed
    ? [languages.targetLanguage, languages.sourceLanguage]
    : [languages.sourceLanguage, languages.targetLanguage]
  const translation = given.translation.trim()
  const lookedFor: Side = {
    field: 'segment',
    language: own,
    term: miss.text,
    segment: given.segment?.trim() || (miss.segment ?? miss.text),
  }
  const translated: Side = {
    field: 'translatedSegment',
    language: other,
    term: translation,
    segment: given.translatedSegment?.trim() || translation,
  }
  return isReversed ? { source: translated, target: lookedFor } : { source: lookedFor, target: translated }
}

/** Where the segments lie once they are kept. */
export interface KeptSegment {
  document: string
  source: { text: string; start: number }
  target: { text: string; start: number }
}

/** The pair as extraction would propose it. How sure it is, nothing tells but that it was asked for. */
export function pairOf({ source, target }: Sides, kept: KeptSegment, count: number): TermPair {
  return {
    source: source.term,
    target: target.term,
    score: 0.5,
    kind: isAcronym(source.term) || isAcronym(target.term) ? 'abbreviation' : 'term',
    frequency: 1,
    reasons: {},
    explanation: count === 1 ? 'Looked up once in vain.' : `Looked up ${count} times in vain.`,
    explanationZh: `曾被查询 ${count} 次而未找到。`,
    variants: [],
    containedIn: [],
    evidence: [
      { document: kept.document, source: occurrence(source, kept.source), target: occurrence(target, kept.target) },
    ],
  }
}

function occurrence({ field, language, term }: Side, { text, start: offset }: { text: string; start: number }) {
  const [match] = buildMatcher([{ id: 0, text: term, language }]).match(text, { overlap: 'all' })
  if (match) return { text, start: match.start, end: match.end, offset, line: 1 }
  throw new DomainError('invalid-input', `“${term}” does not stand in the segment “${text}”.`, {
    remedy: 'Correct the term or the segment, or leave the segment out.',
    fields: { [field]: [`must contain “${term}”`] },
  })
}
