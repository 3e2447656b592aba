import type { TreeText } from './trees.js'

/**
 * The named reasons of a score, each in 0..1. They stand in this order in every vector; weights.ts names a weight for each.
 * "term" is the side that asks (the one with the better tagger), "answer" the other.
 */
export const noFeatures = () => ({
  seenOften: 0,
  seenOnce: 0,
  seenTwice: 0,
  shareOfTerm: 0,
  shareOfAnswer: 0,
  togetherness: 0,
  termCovered: 0,
  answerCovered: 0,
  bothCovered: 0,
  leak: 0,
  termLeastCovered: 0,
  answerLeastCovered: 0,
  cutExtended: 0,
  cutShortened: 0,
  termLeftOpen: 0,
  termRightOpen: 0,
  answerLeftOpen: 0,
  answerRightOpen: 0,
  positionsDiffer: 0,
  glossed: 0,
  dictionaryEntry: 0,
  dictionaryParts: 0,
  termListed: 0,
  answerListed: 0,
  termKnownOtherwise: 0,
  sameText: 0,
  termSingle: 0,
  termLong: 0,
  termJoined: 0,
  termCoordinated: 0,
  termVerb: 0,
  termOpensWithVerb: 0,
  termAdjective: 0,
  termParticiple: 0,
  termName: 0,
  termAcronym: 0,
  termGeneral: 0,
  termCommonWord: 0,
  termNumber: 0,
  termDate: 0,
  termNested: 0,
  termInLonger: 0,
  termFree: 0,
  termFragment: 0,
  answerSingle: 0,
  answerLong: 0,
  answerShortWord: 0,
  answerVerb: 0,
  answerOpensWithVerb: 0,
  answerClosesWithVerb: 0,
  answerBehindPrefix: 0,
  answerNumberAlone: 0,
  answerGrammarInside: 0,
  answerGeneral: 0,
  answerInLonger: 0,
  answerFragment: 0,
  answerHoldsShorter: 0,
  lengthsDiffer: 0,
  rivalStronger: 0,
  abbreviationLink: 0,
})

export type Features = ReturnType<typeof noFeatures>
export type FeatureName = keyof Features
export const featureNames = Object.keys(noFeatures()) as FeatureName[]

export const yes = (value: boolean): number => (value ? 1 : 0)

/** A linear model: a weight a feature, and the value when all features are zero. A feature without a weight counts nothing. */
export interface LinearModel {
  bias: number
  weights: Partial<Features>
}

/** How a pair stands among its rivals, each in 0..1: what the choosing model makes of all pairs together. */
export const rivalryNames = [
  /** Probability that this is the translation, among the answers of the term. */
  'choice',
  /** The same asked from the other side: among the terms that have this answer. */
  'choiceBack',
  /** 1 for the first answer of its term. */
  'first',
  /** 1 for the first term of its answer. */
  'firstBack',
  /** Share of its places inside the place of a longer pair that is itself complete and first of its term. */
  'held',
  /** 1 where its answer would rather have a longer term that holds this one, a shorter one inside it, or another one. */
  'sharedWithLonger',
  'sharedWithShorter',
  'sharedWithOther',
] as const

export type RivalryName = (typeof rivalryNames)[number]
export type Rivalry = Record<RivalryName, number>

/** Judges a pair by its features and by how it stands among its rivals; trees may correct the sum where reasons work together. */
export interface JudgingModel extends LinearModel, Partial<Rivalry> {
  trees?: readonly TreeText[]
}

export interface AcceptanceModel extends JudgingModel {
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
  /** Would a terminologist list the pair? It puts the rows in order. */
  acceptance: AcceptanceModel
  /** Is it the translation, if anybody lists one of its sides? It says where the list ends; without it the rules of fold-rivals.ts do. */
  rightness?: JudgingModel
}

/** The value of a model: its weights in the order of the features, looked up once. */
export function linear({ bias, weights }: LinearModel): (features: Features) => number {
  const named = featureNames.map((name) => [name, weights[name] ?? 0] as const).filter(([, weight]) => weight !== 0)
  return (features) => {
    let sum = bias
    for (const [name, weight] of named) sum += weight * features[name]
    return sum
  }
}
