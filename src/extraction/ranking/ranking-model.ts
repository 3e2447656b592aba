import { logistic, logit } from './logistic.js'

/** What decisions have taught about one named feature. */
export interface LearntFeature {
  /** What a full unit of the feature adds to the log-odds of being accepted. */
  weight: number
  /** Standard deviation of the weight: how little the decisions say about it. */
  uncertainty: number
  /** Mean among the decided candidates; a candidate moves by how it differs from that. */
  mean: number
}

/**
 * What the decisions of one termbase have taught: log-odds of being accepted = bias + slope · (log-odds of the shipped score) + shift.
 * The shipped score carries what all gold lists have taught; this model says only how a termbase differs from them.
 */
export interface RankingModel {
  bias: number
  slope: number
  features: Record<string, LearntFeature>
}

/** A candidate as extraction left it: its score and the named numbers behind it, each in 0..1. A feature that is missing is 0. */
export interface Rankable {
  score: number
  reasons: Readonly<Record<string, number>>
}

/** How a candidate came to its learnt score. All changes are in score, so they add up: `from` + `overall` + all `changes` = `to`. */
export interface Movement {
  from: number
  to: number
  /** The same for every candidate of this shipped score: this termbase accepts more, or less, than others. */
  overall: number
  /** Strongest first; features that moved nothing are left out. */
  features: { name: string; value: number; change: number }[]
}

/** The calibrated probability that an editor of this termbase accepts a candidate, 0..1; the model is prepared once for many candidates. */
export function learntScore(model: RankingModel): (candidate: Rankable) => number {
  const logOdds = learntLogOdds(model)
  return (candidate) => {
    const { forAll, shift } = logOdds(candidate)
    return logistic(forAll + shift)
  }
}

/** Log-odds in two parts: what holds for every candidate of this shipped score, and what the features add. */
export interface LogOdds {
  forAll: number
  shift: number
}

export function learntLogOdds(model: RankingModel): (candidate: Rankable) => LogOdds {
  const features = Object.entries(model.features).map(([name, feature]) => ({ name, ...feature }))
  return (candidate) => {
    let sum = 0
    let variance = 0
    for (const { name, weight, uncertainty, mean } of features) {
      const difference = (candidate.reasons[name] ?? 0) - mean
      sum += weight * difference
      variance += (uncertainty * difference) ** 2
    }
    return { forAll: logOddsForAll(model, candidate), shift: sum * believed(variance) }
  }
}

/** A shift built on little knowledge is believed little: at a variance of one eighth, half of it. */
const believed = (variance: number): number => 1 / (1 + 8 * variance)

function logOddsForAll({ bias, slope }: RankingModel, { score }: Rankable): number {
  return bias + slope * logit(score)
}

const round = (value: number): number => Number(value.toPrecision(6))

/** Kept and sent with six digits: what a sum of floats adds beyond them is chance. */
export function roundedModel({ bias, slope, features }: RankingModel): RankingModel {
  return {
    bias: round(bias),
    slope: round(slope),
    features: Object.fromEntries(
      Object.entries(features).map(([name, { weight, uncertainty, mean }]) => [
        name,
        { weight: round(weight), uncertainty: round(uncertainty), mean: round(mean) },
      ]),
    ),
  }
}

/** Which features moved a candidate up or down, and by how much of the score. */
export function movementOf(model: RankingModel, candidate: Rankable): Movement {
  const { forAll, shift } = learntLogOdds(model)(candidate)
  const to = logistic(forAll + shift)
  const parts = Object.entries(model.features).map(([name, { weight, mean }]) => {
    const value = candidate.reasons[name] ?? 0
    return { name, value, part: weight * (value - mean) }
  })
  const sum = parts.reduce((total, { part }) => total + part, 0)
  // The believed share of the parts, in score: along the chord of the curve the parts add up.
  const perPart = (sum === 0 ? 0 : shift / sum) * chord(logit(candidate.score), forAll + shift)
  const features = parts
    .map(({ name, value, part }) => ({ name, value, change: part * perPart }))
    .filter(({ change }) => Math.abs(change) >= 0.0005)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.name < b.name ? -1 : 1))
  const moved = features.reduce((total, { change }) => total + change, 0)
  return { from: candidate.score, to, overall: to - candidate.score - moved, features }
}

/** Score per log-odds between two points of the logistic curve, so that parts of a way add up to the whole. */
function chord(from: number, to: number): number {
  if (Math.abs(to - from) < 1e-9) return logistic(from) * (1 - logistic(from))
  return (logistic(to) - logistic(from)) / (to - from)
}
