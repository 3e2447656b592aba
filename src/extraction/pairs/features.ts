/**
 * The named reasons of a score, each in 0..1. They stand in this order in every vector; weights.ts names a weight for each.
 * "term" is the side that asks (the one with the better tagger), "answer" the other.
 */
export const featureNames = [
  'seenOften',
  'seenOnce',
  'seenTwice',
  'shareOfTerm',
  'shareOfAnswer',
  'togetherness',
  'termCovered',
  'answerCovered',
  'bothCovered',
  'leak',
  'termLeastCovered',
  'answerLeastCovered',
  'cutExtended',
  'cutShortened',
  'termLeftOpen',
  'termRightOpen',
  'answerLeftOpen',
  'answerRightOpen',
  'positionsDiffer',
  'dictionaryEntry',
  'dictionaryParts',
  'termKnownOtherwise',
  'sameText',
  'termSingle',
  'termLong',
  'termJoined',
  'termCoordinated',
  'termVerb',
  'termOpensWithVerb',
  'termAdjective',
  'termParticiple',
  'termName',
  'termAcronym',
  'termGeneral',
  'termCommonWord',
  'termNumber',
  'termDate',
  'termNested',
  'termInLonger',
  'termFree',
  'termFragment',
  'answerSingle',
  'answerLong',
  'answerShortWord',
  'answerVerb',
  'answerOpensWithVerb',
  'answerClosesWithVerb',
  'answerBehindPrefix',
  'answerNumberAlone',
  'answerGrammarInside',
  'answerGeneral',
  'answerInLonger',
  'answerFragment',
  'answerHoldsShorter',
  'lengthsDiffer',
  'rivalStronger',
  'abbreviationLink',
] as const

export type FeatureName = (typeof featureNames)[number]
export type Features = Record<FeatureName, number>

/** A linear model: a weight a feature, and the value when all features are zero. A feature without a weight counts nothing. */
export interface LinearModel {
  bias: number
  weights: Partial<Features>
}

/** Judges a pair by its features and by the two choices (see score.ts). */
export interface AcceptanceModel extends LinearModel {
  choice: number
  choiceBack: number
  first: number
  held: number
  /** [raw probability, share of such pairs that were right], rising. */
  calibration: readonly (readonly [number, number])[]
}

/** Each loss is the share of its probability that a pair loses when the rule holds wholly. */
export interface PageRules {
  fragmentLoss: number
  /** The noun phrase goes on beyond the term. */
  openLoss: number
  /** A verb, an adjective or a participle by itself. */
  noNounLoss: number
  /** Words that everybody uses: a single one, or nothing but such. */
  commonPhraseLoss: number
  numberLoss: number
  /** An answer of one character. */
  shortWordLoss: number
  /** "a and b": its parts are the terms. */
  coordinationLoss: number
  leastAccounted: number
  commonWordLoss: number
  verbPhraseLoss: number
  secondLoss: number
}

export interface PairModels {
  /** A page has no counts to outvote a slip of the alignment, and shows each fragment beside the whole: such pairs keep less of their score. */
  onPage?: PageRules
  choice: LinearModel
  acceptance: AcceptanceModel
}

export function linear(model: LinearModel, features: Features): number {
  let sum = model.bias
  for (const name of featureNames) sum += (model.weights[name] ?? 0) * features[name]
  return sum
}
