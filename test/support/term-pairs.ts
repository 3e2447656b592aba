import type { Reading } from '../../src/corpora/read-document.js'
import { readAlignedSegments, type Passage, type TermPair } from '../../src/extraction/index.js'

/** `['球阀[阀座]', 'the [seat] of the ball valve']`: a sentence pair with a term pair marked inside. */
export type MarkedPair = [source: string, target: string]

const languages = { source: 'zh', target: 'en' }

/** What intake finds in a document of these sentences, the marks taken off. */
export function readingOf(sentences: MarkedPair[], name = 'document.tsv'): Reading {
  const segments = sentences.map(([source, target]) => ({ source: unmarked(source), target: unmarked(target) }))
  return { encoding: 'utf-8', warnings: [], document: readAlignedSegments({ name, segments, languages }) }
}

/** The pair that is marked in the sentence at `position` of that reading, as extraction would propose it. */
export function pairIn(
  reading: Reading,
  sentences: MarkedPair[],
  position: number,
  changes: Partial<TermPair> = {},
): TermPair {
  const { document } = reading
  const [source, target] = sentences[position]!
  const one = evidenceSide(source, document.sourceSentences[position]!)
  const other = evidenceSide(target, document.targetSentences[position]!)
  return {
    source: one.text.slice(one.start, one.end),
    target: other.text.slice(other.start, other.end),
    score: 0.5,
    kind: 'term',
    frequency: 1,
    reasons: { dictionary: 0.5 },
    explanation: 'Because.',
    explanationZh: '因为。',
    variants: [],
    containedIn: [],
    evidence: [{ document: document.name, source: one, target: other }],
    ...changes,
  }
}

function evidenceSide(marked: string, passage: Passage) {
  return {
    text: passage.text,
    start: marked.indexOf('['),
    end: marked.indexOf(']') - 1,
    offset: passage.start,
    line: passage.line,
  }
}

const unmarked = (text: string) => text.replaceAll(/[[\]]/g, '')
