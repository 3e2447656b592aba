/**
 * Solves A x = b for a symmetric positive definite A by Cholesky's decomposition (Golub, Van Loan, Matrix Computations, 4.2).
 * @param a n × n, row by row; its lower triangle is read, and overwritten with the factor
 * @param b n numbers, overwritten with x
 */
export function solvePositive(a: Float64Array, b: Float64Array): Float64Array {
  factor(a, b.length)
  forward(a, b)
  backward(a, b)
  return b
}

/** The diagonal of the inverse of a symmetric positive definite A, whose lower triangle is overwritten. */
export function diagonalOfInverse(a: Float64Array, n: number): Float64Array {
  factor(a, n)
  return Float64Array.from({ length: n }, (_, j) => {
    const unit = new Float64Array(n)
    unit[j] = 1
    return forward(a, unit).reduce((sum, value) => sum + value * value, 0)
  })
}

/** A = L Lᵀ. */
function factor(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j]!
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!
      a[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j * n + j]!
    }
}

/** L y = b. */
function forward(l: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  for (let i = 0; i < n; i++) {
    let sum = b[i]!
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * b[k]!
    b[i] = sum / l[i * n + i]!
  }
  return b
}

/** Lᵀ x = y. */
function backward(l: Float64Array, b: Float64Array): void {
  const n = b.length
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i]! * b[k]!
    b[i] = sum / l[i * n + i]!
  }
}
