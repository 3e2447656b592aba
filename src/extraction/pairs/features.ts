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
  'termAdjective',
  'termParticiple',
  'termName',
  'termAcronym',
  'termGeneral',
  'termNumber',
  'termNested',
  'termInLonger',
  'answerSingle',
  'answerLong',
  'answerShortWord',
  'answerVerb',
  'answerGrammarInside',
  'answerGeneral',
  'answerInLonger',
  'answerHoldsShorter',
  'lengthsDiffer',
  'rivalStronger',
  'abbreviationLink',
] as const

export type FeatureName = (typeof featureNames)[number]
export type Features = Record<FeatureName, number>

/** A linear model: a weight a feature, and the value when all features are zero. */
export interface LinearModel {
  bias: number
  weights: Features
  /** Weight of the probability that this is the translation among the answers of its term; only in the acceptance model. */
  choice?: number
  /** Weight of being the first of its term; only in the acceptance model. */
  first?: number
}

export const linear = (model: LinearModel, features: Features): number =>
  featureNames.reduce((sum, name) => sum + model.weights[name] * features[name], model.bias)
