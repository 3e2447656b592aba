import { diagonalOfInverse, solvePositive } from './linear-system.js'
import { logistic } from './logistic.js'
import { dot, type SparseRows } from './sparse-rows.js'

/** What is known of each weight before any decision: a normal distribution, as its mean and its precision (1 / variance). */
export interface Prior {
  mean: Float64Array
  precision: Float64Array
}

export interface Lesson {
  rows: SparseRows
  /** 1 accepted, 0 rejected. */
  label: Float64Array
  /** What a decision counts; one that is left out counts 0. */
  weight: Float64Array
}

const mostSteps = 25
const closeEnough = 1e-7

/**
 * The weights that are likeliest given the decisions and the prior (maximum a posteriori), by Newton's method, also known as iteratively
 * reweighted least squares (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1). The loss is strictly
 * convex, so there is one answer, whatever the start; a step that would make it worse is halved.
 */
export function likeliestWeights(lesson: Lesson, prior: Prior, start: Float64Array = prior.mean): Float64Array {
  let weights: Float64Array = Float64Array.from(start)
  let loss = lossOf(lesson, prior, weights)
  for (let step = 0; step < mostSteps; step++) {
    const change = newtonStep(lesson, prior, weights)
    let share = 1
    let next = moved(weights, change, share)
    let nextLoss = lossOf(lesson, prior, next)
    while (nextLoss > loss && share > 1e-4) {
      share /= 2
      next = moved(weights, change, share)
      nextLoss = lossOf(lesson, prior, next)
    }
    if (nextLoss >= loss) return weights
    const gain = loss - nextLoss
    weights = next
    loss = nextLoss
    if (gain < closeEnough * (1 + Math.abs(loss))) return weights
  }
  return weights
}

/** The standard deviation of each weight around the likeliest (Laplace's approximation): what the decisions leave open. */
export function standardErrors(lesson: Lesson, prior: Prior, weights: Float64Array): Float64Array {
  return diagonalOfInverse(curvatureAt(lesson, prior, weights).curvature, weights.length).map(Math.sqrt)
}

/** Where the second-order picture of the loss has its least value, seen from here. */
function newtonStep(lesson: Lesson, prior: Prior, weights: Float64Array): Float64Array {
  const { slope, curvature } = curvatureAt(lesson, prior, weights)
  return solvePositive(curvature, slope)
}

/** First and second derivatives of the loss, downhill; of the second the lower triangle. */
function curvatureAt(
  { rows, label, weight }: Lesson,
  { mean, precision }: Prior,
  weights: Float64Array,
): { slope: Float64Array; curvature: Float64Array } {
  const { starts, column, value } = rows
  const n = weights.length
  const slope = new Float64Array(n)
  const curvature = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    slope[j] = precision[j]! * (mean[j]! - weights[j]!)
    curvature[j * n + j] = precision[j]!
  }
  for (let row = 0; row < label.length; row++) {
    if (weight[row] === 0) continue
    const said = logistic(dot(rows, row, weights))
    const error = weight[row]! * (label[row]! - said)
    const spread = weight[row]! * said * (1 - said)
    const end = starts[row + 1]!
    for (let at = starts[row]!; at < end; at++) {
      const j = column[at]!
      const x = value[at]!
      slope[j]! += error * x
      // Cells stand by column, so only the lower triangle is filled.
      for (let other = starts[row]!; other <= at; other++)
        curvature[j * n + column[other]!]! += spread * x * value[other]!
    }
  }
  return { slope, curvature }
}

function moved(weights: Float64Array, change: Float64Array, share: number): Float64Array {
  return weights.map((weight, j) => weight + share * change[j]!)
}

/** The decisions' surprise plus the distance from the prior, in nats. */
function lossOf({ rows, label, weight }: Lesson, { mean, precision }: Prior, weights: Float64Array): number {
  let loss = 0
  for (let j = 0; j < weights.length; j++) loss += 0.5 * precision[j]! * (weights[j]! - mean[j]!) ** 2
  for (let row = 0; row < label.length; row++) {
    if (weight[row] === 0) continue
    const value = dot(rows, row, weights)
    loss += weight[row]! * (Math.log1p(Math.exp(-Math.abs(value))) + Math.max(value, 0) - label[row]! * value)
  }
  return loss
}
