import { type DecidedCandidate, worthOf } from './decided.js'
import { type Lesson, likeliestWeights, type Prior, standardErrors } from './fit.js'
import { logit } from './logistic.js'
import type { LearntFeature, RankingModel } from './ranking-model.js'
import { sparseRows } from './sparse-rows.js'

/** Decisions as numbers. Column 0 is always 1, column 1 the log-odds of the shipped score, then one column a feature. */
export interface Knowledge {
  names: string[]
  lesson: Lesson
  prior: Prior
  /** Of each feature its mean among the decided. */
  means: Float64Array
}

/**
 * How far from the shipped ranking a termbase may be before anything is known of it, as standard deviations. The slope is held tightly:
 * what was decided first stands close together at the top, and says nothing of how steeply acceptance falls further down.
 */
const distance = { bias: 3, slope: 0.1, feature: 1 }

/** What another termbase has learnt holds here but for so much. */
const otherTermbase = 0.5

export function knowledgeFrom(decided: readonly DecidedCandidate[], before: RankingModel | null): Knowledge {
  const names = namesIn(decided, before)
  const rows = decided.map(({ score, reasons }) => {
    const cells: [column: number, value: number][] = [
      [0, 1],
      [1, logit(score)],
    ]
    for (let i = 0; i < names.length; i++) {
      const value = reasons[names[i]!]
      if (value) cells.push([i + 2, value])
    }
    return cells
  })
  const label = Float64Array.from(decided, ({ isAccepted }) => (isAccepted ? 1 : 0))
  const lesson = { rows: sparseRows(rows, names.length + 2), label, weight: worthOf(decided) }
  return { names, lesson, prior: priorFrom(names, before), means: meansOf(lesson, names.length) }
}

/** The model of these decisions, or of those whose weight is not 0. */
export function modelFrom(
  { names, lesson, prior, means }: Knowledge,
  start?: Float64Array,
): { model: RankingModel; weights: Float64Array } {
  const weights = likeliestWeights(lesson, prior, start)
  const errors = standardErrors(lesson, prior, weights)
  const features: Record<string, LearntFeature> = {}
  let bias = weights[0]!
  for (const [i, name] of names.entries()) {
    const [weight, mean] = [weights[i + 2]!, means[i]!]
    features[name] = { weight, uncertainty: errors[i + 2]!, mean }
    bias += weight * mean
  }
  return { model: { bias, slope: weights[1]!, features }, weights }
}

function namesIn(decided: readonly DecidedCandidate[], before: RankingModel | null): string[] {
  const names = new Set(Object.keys(before?.features ?? {}))
  for (const { reasons } of decided) for (const name of Object.keys(reasons)) names.add(name)
  return [...names].toSorted((a, b) => (a < b ? -1 : 1))
}

function priorFrom(names: string[], before: RankingModel | null): Prior {
  const mean = new Float64Array(names.length + 2)
  const precision = new Float64Array(names.length + 2).fill(1 / distance.feature ** 2)
  mean[0] = before?.bias ?? 0
  precision[0] = 1 / distance.bias ** 2
  mean[1] = before?.slope ?? 1
  precision[1] = 1 / distance.slope ** 2
  for (const [i, name] of names.entries()) {
    const known = before?.features[name]
    if (!known) continue
    mean[i + 2] = known.weight
    mean[0] -= known.weight * known.mean
    precision[i + 2] = 1 / (known.uncertainty ** 2 + otherTermbase ** 2)
  }
  return { mean, precision }
}

function meansOf({ rows: { starts, column, value }, weight }: Lesson, features: number): Float64Array {
  const means = new Float64Array(features)
  let total = 0
  for (const [row, worth] of weight.entries()) {
    total += worth
    for (let at = starts[row]!; at < starts[row + 1]!; at++)
      if (column[at]! >= 2) means[column[at]! - 2]! += worth * value[at]!
  }
  return means.map((sum) => sum / total)
}
