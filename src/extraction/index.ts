// The front door of extraction: the only file that others import.
export type * from './types.js'
export { extractTermPairs } from './extract-term-pairs.js'
export { defaultThreshold, pageThreshold } from './pairs/default-threshold.js'
export {
  joined,
  readAlignedSegments,
  readMixedText,
  readParallelTexts,
  sentencePairs,
} from './sentences/read-document.js'
export type { AlignedSegments, MixedText, ParallelTexts } from './sentences/read-document.js'
export { alignWords, wordCutter } from './alignment/align-corpus.js'
export type { Link, TokenPair, WordAlignmentOptions } from './alignment/align-corpus.js'
