// The front door of extraction: the only file that others import.
export type * from './types.js'
export { extractTermPairs } from './extract-term-pairs.js'
export { loadEmbedder } from './meaning.js'
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
export { fewestDecisions, fewestOfEither, learnRanking } from './ranking/learn-ranking.js'
export type { LearntRanking, RankingState } from './ranking/learn-ranking.js'
export { learntScore, movementOf } from './ranking/ranking-model.js'
export type { LearntFeature, Movement, Rankable, RankingModel } from './ranking/ranking-model.js'
export type { DecidedCandidate } from './ranking/decided.js'
export type { Quality } from './ranking/quality.js'
