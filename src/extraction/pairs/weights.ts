import type { PageRules, PairModels } from './features.js'
import { learntWeights } from './learnt-weights.js'

/** Below this number of sentence pairs counts say nothing, and other weights apply. */
const pageEnds = 200

/**
 * On a page a reader sees each fragment beside the whole, and keeps the whole. Gold lists are made of many pages, where a part stands by
 * itself elsewhere, so this is not learnt from them.
 */
const onPage: PageRules = { fragmentLoss: 0.6, leastAccounted: 0.85, commonWordLoss: 0.6, verbPhraseLoss: 0.6, secondLoss: 0.5 }

/** Which models judge a corpus: one page says little by counts, a long report says much. */
export const weightsFor = (sentencePairs: number): PairModels => (sentencePairs < pageEnds ? { ...learntWeights.page, onPage } : learntWeights.page)
