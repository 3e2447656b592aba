import type { PairModels } from './features.js'

const weights: Record<'page' | 'report', PairModels> = {
  page: {
    choice: { bias: 0, weights: { bothCovered: 3, leak: -3, dictionaryParts: 2, dictionaryEntry: 3, cutShortened: -0.5, answerLeftOpen: -0.5, answerRightOpen: -0.5 } },
    acceptance: {
      bias: -4,
      weights: { bothCovered: 2, leak: -2, dictionaryParts: 2, dictionaryEntry: 1, termSingle: -0.8, termVerb: -1, termGeneral: -2, termLeftOpen: -0.5, termRightOpen: -1, termName: 0.6 },
      choice: 1,
      choiceBack: 1,
      first: 1,
      held: -0.5,
      calibration: [],
    },
  },
  report: {
    choice: { bias: 0, weights: { seenOften: 3, shareOfTerm: 2, bothCovered: 3, leak: -3, dictionaryParts: 1, dictionaryEntry: 2 } },
    acceptance: {
      bias: -4,
      weights: { seenOften: 2, togetherness: 1, bothCovered: 2, leak: -2, dictionaryParts: 1, termSingle: -0.8, termVerb: -1, termLeftOpen: -0.5, termRightOpen: -1, termInLonger: -1 },
      choice: 1,
      choiceBack: 1,
      first: 1,
      held: -0.5,
      calibration: [],
    },
  },
}

/** Below this number of sentence pairs counts say nothing, and other weights apply. */
const pageEnds = 200

/** Which models judge a corpus: one page says little by counts, a long report says much. */
export const weightsFor = (sentencePairs: number): PairModels => (sentencePairs < pageEnds ? weights.page : weights.report)
