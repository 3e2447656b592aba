import { likeliestWeights } from './fit.js'
import { logistic } from './logistic.js'
import type { LogOdds, RankingModel } from './ranking-model.js'
import { sparseRows } from './sparse-rows.js'

/** log-odds that can be believed = bias + slope · what holds for all of the shipped score + shift · what the features add. */
export interface Correction {
  bias: number
  slope: number
  shift: number
}

/**
 * How far a correction may be from none, as standard deviations. What was decided first stands close together at the top of the queue: it
 * says how much is accepted and how much the features tell, and hardly anything of how acceptance falls with the shipped score.
 */
const distance = { bias: 3, slope: 0.1, shift: 0.7 }

/** A correction never turns an order round. */
const least = 0.05

/** The correction that makes what was said of unseen decisions true of them (after Platt 1999, with a slope for each of the two parts). */
export function correctionOf(said: readonly LogOdds[], label: Float64Array, weight: Float64Array): Correction {
  const rows = sparseRows(
    said.map(({ forAll, shift }) => [[0, 1] as const, [1, forAll] as const, [2, shift] as const]),
    3,
  )
  const prior = {
    mean: Float64Array.of(0, 1, 1),
    precision: Float64Array.of(distance.bias ** -2, distance.slope ** -2, distance.shift ** -2),
  }
  const [bias, slope, shift] = likeliestWeights({ rows, label, weight }, prior)
  return { bias: bias!, slope: Math.max(least, slope!), shift: Math.max(least, shift!) }
}

export function corrected({ bias, slope, shift }: Correction, said: readonly LogOdds[]): Float64Array {
  return Float64Array.from(said, (one) => logistic(bias + slope * one.forAll + shift * one.shift))
}

/** The model with the correction inside it. */
export function correctedModel(model: RankingModel, { bias, slope, shift }: Correction): RankingModel {
  const features = Object.fromEntries(
    Object.entries(model.features).map(([name, feature]) => [name, { ...feature, weight: shift * feature.weight }]),
  )
  return { bias: bias + slope * model.bias, slope: slope * model.slope, features }
}
