import type { SearchMode } from '../matching/index.js'
import type { LookupAnswer, RecognizedTerm } from './answers.js'
import type { CheckedSegment } from './check-rules.js'
import type { LanguageTag } from '../shared/language-tag.js'
import type { ReleaseNumber } from '../releases/release-number.js'

/** What is asked of which glossaries; without a termbase, of all within reach. */
export interface Asked {
  source: LanguageTag
  target: LanguageTag
  termbase?: string
  release?: ReleaseNumber
}

/** So many segments are answered at once, wherever the glossary is. */
export const mostSegments = 200

/** The three questions of a translator, wherever the glossary is: in the database, behind a server, in a file. */
export interface GlossaryDoor {
  lookup(asked: Asked, text: string, options: { mode: SearchMode; limit: number }): Promise<LookupAnswer[]>
  recognize(asked: Asked, segments: string[], overlap: 'longest' | 'all'): Promise<RecognizedTerm[][]>
  check(asked: Asked, segments: { source: string; target: string }[]): Promise<CheckedSegment[]>
}
