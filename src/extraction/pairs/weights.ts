import type { PairModels } from './features.js'
import { learntWeights } from './learnt-weights.js'

/** Below this number of sentence pairs counts say nothing, and other weights apply. */
const pageEnds = 200

/** Which models judge a corpus: one page says little by counts, a long report says much. */
export const weightsFor = (sentencePairs: number): PairModels => (sentencePairs < pageEnds ? learntWeights.page : learntWeights.page)
