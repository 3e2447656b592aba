import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { likeliestWeights } from './fit.js'
import { diagonalOfInverse, solvePositive } from './linear-system.js'
import { logistic } from './logistic.js'
import { foretellingOf } from './quality.js'
import { dot, sparseRows } from './sparse-rows.js'

const numbers = fc.double({ min: -2, max: 2, noNaN: true })
const square = fc.array(fc.array(numbers, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })

/** B Bᵀ + I is symmetric and positive definite whatever B is. */
const positive = (b: number[][]) =>
  Float64Array.from(
    b.flatMap((row, i) => b.map((other, j) => row.reduce((sum, x, k) => sum + x * other[k]!, i === j ? 1 : 0))),
  )

test('a system is solved: A x is b again', () => {
  fc.assert(
    fc.property(square, fc.array(numbers, { minLength: 4, maxLength: 4 }), (matrix, b) => {
      const a = positive(matrix)
      const x = solvePositive(a.slice(), Float64Array.from(b))
      for (let i = 0; i < 4; i++) {
        const back = x.reduce((sum, value, j) => sum + a[i * 4 + j]! * value, 0)
        expect(back).toBeCloseTo(b[i]!, 6)
      }
    }),
  )
})

test('the diagonal of the inverse is what solving for each unit vector gives', () => {
  fc.assert(
    fc.property(square, (matrix) => {
      const a = positive(matrix)
      const diagonal = diagonalOfInverse(a.slice(), 4)
      for (let i = 0; i < 4; i++) {
        const unit = new Float64Array(4)
        unit[i] = 1
        expect(diagonal[i]).toBeCloseTo(solvePositive(a.slice(), unit)[i]!, 9)
      }
    }),
  )
})

test('at the likeliest weights nothing pulls any more', () => {
  const row = fc.tuple(numbers, numbers, fc.constantFrom(0, 1), fc.double({ min: 0.1, max: 1, noNaN: true }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (made) => {
      const rows = sparseRows(
        made.map(([x, y]) => [[0, 1] as const, [1, x] as const, [2, y] as const]),
        3,
      )
      const label = Float64Array.from(made, ([, , accepted]) => accepted)
      const weight = Float64Array.from(made, ([, , , worth]) => worth)
      const prior = { mean: Float64Array.of(0, 1, 0), precision: Float64Array.of(0.1, 4, 1) }
      const weights = likeliestWeights({ rows, label, weight }, prior)
      for (let j = 0; j < 3; j++) {
        let pull = prior.precision[j]! * (prior.mean[j]! - weights[j]!)
        for (const [i, [x, y]] of made.entries())
          pull += weight[i]! * (label[i]! - logistic(dot(rows, i, weights))) * [1, x, y][j]!
        expect(Math.abs(pull)).toBeLessThan(0.02)
      }
    }),
  )
})

test('how well scores foretell decisions', () => {
  const weight = Float64Array.of(1, 1, 1, 1)
  const label = Float64Array.of(1, 1, 0, 0)
  expect(foretellingOf({ said: Float64Array.of(0.9, 0.8, 0.2, 0.1), label, weight }).inOrder).toBe(1)
  expect(foretellingOf({ said: Float64Array.of(0.1, 0.2, 0.8, 0.9), label, weight }).inOrder).toBe(0)
  const undecided = foretellingOf({ said: Float64Array.of(0.5, 0.5, 0.5, 0.5), label, weight })
  expect(undecided.inOrder).toBe(0.5)
  expect(undecided.surprise).toBeCloseTo(Math.log(2), 9)
})
