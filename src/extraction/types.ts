import type { LanguageTag } from '../shared/language-tag.js'

/** The two languages of a document; `source` is the side that candidates are listed by first. */
export interface LanguagePair {
  source: LanguageTag
  target: LanguageTag
}

/**
 * A stretch of a document's text exactly as it stood: a sentence, or several that follow each other.
 * `start` is its offset in the document's text of that side, in UTF-16 code units; `line` counts from 1.
 */
export interface Passage {
  text: string
  start: number
  line: number
}

/** n:m aligned sentences: indexes into the document's sentences, ascending; an empty side means "nothing answers it". Score in 0..1. */
export interface Bead {
  source: number[]
  target: number[]
  score: number
}

/** What intake removed or changed for matching, by kind; the text itself is kept as it came. */
export interface CleaningCount {
  kind: 'pinyin' | 'traditional' | 'width' | 'ligature' | 'soft-hyphen' | 'invisible' | 'markup'
  count: number
  /** Up to five examples, each as it stood and what it is read as. */
  examples: { from: string; to: string }[]
}

export interface IntakeWarning {
  code: 'unpaired-block' | 'unaligned-sentences' | 'other-language' | 'one-side-only' | 'layout-guessed'
  message: string
  line?: number
  count?: number
}

/** A bilingual document after intake. For a mixed file both texts are the same string, so all offsets point into the file as it came. */
export interface BilingualDocument {
  name: string
  languages: LanguagePair
  sourceText: string
  targetText: string
  sourceSentences: Passage[]
  targetSentences: Passage[]
  beads: Bead[]
  cleaning: CleaningCount[]
  warnings: IntakeWarning[]
}

/** Aligned sentences as extraction sees them. Both sides hold text; sides of several sentences are joined as they stood. */
export interface SentencePair {
  document: string
  source: Passage
  target: Passage
  /** Confidence of the sentence alignment, 0..1. */
  score: number
}

/** A corpus can be walked more than once, so memory follows the vocabulary, not the corpus. */
export interface Corpus {
  languages: LanguagePair
  /** How many pairs there are, where that is known: progress is told by it. */
  size?: number
  pairs(): Iterable<SentencePair> | AsyncIterable<SentencePair>
}

/** `start` and `end` (exclusive) in UTF-16 code units of `text`, the passage as it stood; `offset` of the passage in its document, `line` from 1. */
export interface EvidenceSide {
  text: string
  start: number
  end: number
  offset: number
  line: number
}

/** One occurrence of a pair. */
export interface Evidence {
  document: string
  source: EvidenceSide
  target: EvidenceSide
}

export type PairKind = 'term' | 'name' | 'abbreviation'

/** Another form of the same pair: plural, other script, shorter or longer cut, the abbreviation's full form, another rendering. */
export interface PairVariant {
  source: string
  target: string
  kind: 'spelling' | 'inflection' | 'script' | 'abbreviation' | 'full-form' | 'shorter' | 'longer' | 'alternative'
  frequency: number
}

/** A candidate term pair. `source` and `target` are citation forms; evidence keeps the text as it stood. */
export interface TermPair {
  source: string
  target: string
  /** 0..1: the share of pairs of such a score that an editor would accept. */
  score: number
  kind: PairKind
  /** In how many places both sides stand together. */
  frequency: number
  /** Named features of the score, each in 0..1. */
  reasons: Record<string, number>
  /** One sentence a person can judge, from the same numbers as the score. */
  explanation: string
  /** The same sentence for Chinese screens. */
  explanationZh: string
  variants: PairVariant[]
  /** Terms of longer candidates this one is a fragment of. */
  containedIn: { source: string; target: string }[]
  evidence: Evidence[]
}

/** A pair the termbase holds already or has rejected: used as knowledge, not proposed again. */
export interface KnownPair {
  source: string
  target: string
  state: 'approved' | 'rejected'
}

/**
 * A model that the user supplies: texts of either language to vectors of one space, one a text, all of one length. It must give the same
 * vector for the same text, else the same corpus no longer gives the same list.
 */
export type Embed = (texts: readonly string[]) => readonly Float32Array[] | Promise<readonly Float32Array[]>

/** In their order: cut and tag, learn which words answer each other, link them, find and describe pairs, judge them, list them. */
export type ExtractionStage = 'tokenise' | 'learn' | 'align' | 'pair' | 'score' | 'rank'

export interface ExtractionOptions {
  /** Chinese citation forms keep the document's own script (default: simplified). */
  keepScript?: boolean
  /** Proposals below this score are left out, 0..1. By default the list ends where `pairs/default-threshold.ts` says, with `all` nowhere. */
  threshold?: number
  /** Also rivals and fragments as rows of their own; without it a term stands in one row, with its best answer. */
  all?: boolean
  /** Also the short forms that a text defines as rows of their own; without it they are variants of the row of the full name. */
  shortForms?: boolean
  limit?: number
  known?: Iterable<KnownPair>
  /** Occurrences kept per pair, default 20. */
  evidenceLimit?: number
  /** What extraction said earlier texts of these languages taught: it learns the quicker and the better. */
  taught?: Iterable<Uint8Array>
  /** Is given what this corpus teaches, packed, as `taught` wants it of the next. */
  onTaught?: (lesson: Uint8Array) => void
  /** Adds the feature `meaning`, and orders by it too. */
  embed?: Embed
  /** Threads that learn how words answer each other; the result is the same with any number. Default: what the machine has where it pays. */
  threads?: number
  /** Share done of the stage in 0..1; each stage begins with 0. Called at most a few hundred times. */
  onProgress?: (stage: ExtractionStage, share: number) => void
  /** Checked often; extraction then throws a DomainError('cancelled'). */
  signal?: AbortSignal
}
