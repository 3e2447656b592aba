import type { DescribedPair } from './describe-pairs.js'
import { linear, type AcceptanceModel, type PairModels } from './features.js'

/** A described pair with its place among the answers of its term, and the share of such pairs that an editor accepts. */
export interface ScoredPair extends DescribedPair {
  /** Probability that this is the translation, among the answers of the term. */
  choice: number
  /** The same asked from the other side: among the terms that have this answer. */
  choiceBack: number
  /** 1 for the first answer of its term. */
  first: number
  score: number
}

/**
 * Two linear models. The first chooses: a softmax over the answers of one term, and the same over the terms of one answer.
 * The second judges: a logistic regression over the same features and the two choices, calibrated so that 0.8 means that eight of
 * ten such pairs are right.
 */
export function scorePairs(groups: DescribedPair[][], models: PairModels): ScoredPair[] {
  const utility = new Map<DescribedPair, number>()
  for (const pair of groups.flat()) utility.set(pair, linear(models.choice, pair.features))
  const back = shares(byAnswer(groups), utility)
  const forward = shares(groups, utility)
  return groups.flatMap((group) => {
    const best = Math.max(...group.map((pair) => utility.get(pair)!))
    return group.map((pair) => {
      const chosen = {
        choice: forward.get(pair)!,
        choiceBack: back.get(pair)!,
        first: utility.get(pair)! >= best ? 1 : 0,
      }
      return { ...pair, ...chosen, score: acceptance(models.acceptance, pair, chosen) }
    })
  })
}

export interface Chosen {
  choice: number
  choiceBack: number
  first: number
}

function acceptance(model: AcceptanceModel, pair: DescribedPair, { choice, choiceBack, first }: Chosen): number {
  const value = linear(model, pair.features) + model.choice * choice + model.choiceBack * choiceBack + model.first * first
  return calibrated(1 / (1 + Math.exp(-value)), model.calibration)
}

/** Straight lines between the knots [raw, share right], both rising. */
export function calibrated(raw: number, knots: readonly (readonly [number, number])[]): number {
  let [x0, y0] = [0, 0]
  for (const [x1, y1] of [...knots, [1, 1] as const]) {
    if (raw <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0)
    ;[x0, y0] = [x1, y1]
  }
  return 1
}

function byAnswer(groups: DescribedPair[][]): DescribedPair[][] {
  const found = new Map<string, DescribedPair[]>()
  for (const pair of groups.flat()) {
    const group = found.get(pair.answer)
    if (group) group.push(pair)
    else found.set(pair.answer, [pair])
  }
  return [...found.values()]
}

function shares(groups: DescribedPair[][], utility: Map<DescribedPair, number>): Map<DescribedPair, number> {
  const found = new Map<DescribedPair, number>()
  for (const group of groups) {
    const top = Math.max(...group.map((pair) => utility.get(pair)!))
    const weights = group.map((pair) => Math.exp(utility.get(pair)! - top))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    for (const [index, pair] of group.entries()) found.set(pair, weights[index]! / all)
  }
  return found
}
