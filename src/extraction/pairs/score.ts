import type { DescribedPair } from './describe-pairs.js'
import {
  linear,
  type AcceptanceModel,
  type Features,
  type LinearModel,
  type PageRules,
  type PairModels,
} from './features.js'
import { holds, type Place } from './tally.js'

/** A described pair and how it stands among its rivals, each in 0..1. */
export interface ChosenPair extends DescribedPair {
  /** Probability that this is the translation, among the answers of the term. */
  choice: number
  /** The same asked from the other side: among the terms that have this answer. */
  choiceBack: number
  /** 1 for the first answer of its term. */
  first: number
  /** 1 for the first term of its answer. */
  firstBack: number
  /** Share of its places inside the place of a longer pair that is itself complete and first of its term. */
  held: number
}

export interface ScoredPair extends ChosenPair {
  /** The share of such pairs that an editor accepts. */
  score: number
}

/**
 * Two linear models. The first chooses: a softmax over the answers of one term, and the same over the terms of one answer.
 * The second judges: a logistic regression over the same features and the choices, calibrated so that 0.8 means that eight of ten
 * such pairs are right.
 */
export function scorePairs(groups: DescribedPair[][], models: PairModels): ScoredPair[] {
  return choose(groups, models.choice).map((pair) => {
    return { ...pair, score: calibrated(judged(models, pair), models.acceptance.calibration) }
  })
}

/** What the calibration turns into a score: the raw probability, and on a page the share of it that the pair keeps. */
export function judged({ acceptance: model, onPage }: PairModels, pair: ChosenPair): number {
  return acceptance(model, pair) * (onPage ? standing(pair, onPage) : 1)
}

/** What share of its probability a pair keeps on a page: one factor a rule, each saying what a reader sees at once. */
function standing({ held, first, firstBack, features }: ChosenPair, rules: PageRules): number {
  const { termCovered, answerCovered, dictionaryEntry, dictionaryParts, sameText } = features
  const accounted = Math.min(1, termCovered / rules.leastAccounted) * Math.min(1, answerCovered / rules.leastAccounted)
  const supported = 0.6 + 0.4 * Math.max(dictionaryEntry, dictionaryParts, sameText)
  const isNoNoun = Math.max(features.termVerb, features.termAdjective, features.termParticiple)
  const losses = [
    rules.fragmentLoss * held,
    rules.openLoss * features.termRightOpen,
    0.5 * rules.openLoss * features.termLeftOpen,
    rules.commonWordLoss * commonness(features),
    rules.commonPhraseLoss * features.termGeneral,
    rules.shortWordLoss * features.answerShortWord,
    rules.numberLoss * features.termNumber * (1 - features.termName),
    rules.verbPhraseLoss * features.termOpensWithVerb * (0.4 + 0.6 * features.answerOpensWithVerb),
    rules.noNounLoss * isNoNoun,
    rules.coordinationLoss * features.termCoordinated * (1 - features.termName),
    rules.secondLoss * (1 - first),
    rules.secondLoss * (1 - firstBack),
  ]
  return losses.reduce((kept, loss) => kept * (1 - loss), accounted * accounted * supported)
}

/** A single word that everybody uses, on either side, and is no name. */
function commonness({ termSingle, termCommonWord, answerSingle, answerGeneral, termName }: Features): number {
  return termSingle * Math.max(termCommonWord, 0.8 * answerSingle * answerGeneral) * (1 - termName)
}

export function choose(groups: DescribedPair[][], model: LinearModel): ChosenPair[] {
  const utility = new Map<DescribedPair, number>()
  for (const group of groups) for (const pair of group) utility.set(pair, linear(model, pair.features))
  const back = shares(byAnswer(groups), utility)
  const forward = shares(groups, utility)
  const bestOfAnswer = new Map<string, number>()
  for (const [pair, value] of utility)
    bestOfAnswer.set(pair.answer, Math.max(value, bestOfAnswer.get(pair.answer) ?? -Infinity))
  const chosen = groups.flatMap((group) => {
    const best = group.reduce((top, pair) => Math.max(top, utility.get(pair)!), -Infinity)
    return group.map((pair) => ({
      ...pair,
      choice: forward.get(pair)!,
      choiceBack: back.get(pair)!,
      first: utility.get(pair)! >= best ? 1 : 0,
      firstBack: utility.get(pair)! >= bestOfAnswer.get(pair.answer)! ? 1 : 0,
      held: 0,
    }))
  })
  markHeld(chosen)
  return chosen
}

/** Raw probability of acceptance, before calibration. */
export function acceptance(model: AcceptanceModel, pair: ChosenPair): number {
  const { choice, choiceBack, first, held } = pair
  const value =
    linear(model, pair.features) +
    model.choice * choice +
    model.choiceBack * choiceBack +
    model.first * first +
    model.held * held
  return 1 / (1 + Math.exp(-value))
}

/** Straight lines between the knots [raw, share right], both rising; beyond the last knot up to [1, .99]. */
export function calibrated(raw: number, knots: readonly (readonly [number, number])[]): number {
  if (knots.length === 0) return raw
  let [x0, y0] = [0, 0]
  for (const [x1, y1] of [...knots, [1, 0.99] as const]) {
    if (raw <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0)
    ;[x0, y0] = [x1, y1]
  }
  return 0.99
}

function byAnswer(groups: DescribedPair[][]): DescribedPair[][] {
  const found = new Map<string, DescribedPair[]>()
  for (const group of groups)
    for (const pair of group) {
      const rivals = found.get(pair.answer)
      if (rivals) rivals.push(pair)
      else found.set(pair.answer, [pair])
    }
  return [...found.values()]
}

function shares(groups: DescribedPair[][], utility: Map<DescribedPair, number>): Map<DescribedPair, number> {
  const found = new Map<DescribedPair, number>()
  for (const group of groups) {
    const top = group.reduce((most, pair) => Math.max(most, utility.get(pair)!), -Infinity)
    const weights = group.map((pair) => Math.exp(utility.get(pair)! - top))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    for (const [index, pair] of group.entries()) found.set(pair, weights[index]! / all)
  }
  return found
}

const surelyChosen = 0.4

/** Lets the complete longer pairs of a sentence speak for what stands inside them. */
function markHeld(pairs: ChosenPair[]): void {
  const longerBySentence = new Map<number, Place[]>()
  for (const { first, choice, choiceBack, features, places } of pairs) {
    if (
      !first ||
      choice < surelyChosen ||
      choiceBack < surelyChosen ||
      features.termSingle ||
      features.termCoordinated ||
      features.termOpensWithVerb ||
      features.answerOpensWithVerb ||
      features.termLeftOpen > 0.5 ||
      features.termRightOpen > 0.5
    )
      continue
    for (const place of places) {
      const known = longerBySentence.get(place.pair)
      if (known) known.push(place)
      else longerBySentence.set(place.pair, [place])
    }
  }
  for (const pair of pairs) {
    const held = pair.places.filter((place) =>
      longerBySentence.get(place.pair)?.some((longer) => holds(longer, place)),
    ).length
    pair.held = pair.places.length ? held / pair.places.length : 0
  }
}
