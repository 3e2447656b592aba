import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bucketOf, type Direction, firstJumps, type Grid, jumpWidth } from './direction.js'
import { Lattice } from './lattice.js'

const share = fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000)

/** A sentence pair of up to 4 × 4 words that are all different, under any parameters. */
const anyCase = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([generators, length]) =>
  fc.record({
    generators: fc.constant(generators),
    length: fc.constant(length),
    translation: fc.array(share, { minLength: generators * length, maxLength: generators * length }),
    fromNothing: fc.array(share, { minLength: length, maxLength: length }),
    nullProbability: share.map((value) => value * 0.9),
    jumps: fc.array(share, { minLength: 2 * jumpWidth + 1, maxLength: 2 * jumpWidth + 1 }),
  }),
)

describe('the lattice', () => {
  it('finds what adding up every path finds', () => {
    fc.assert(
      fc.property(anyCase, (chosen) => {
        const { grid, direction } = problemOf(chosen)
        const found = new Float32Array(grid.cells.length)
        const jumps = new Float64Array(2 * jumpWidth + 1)
        new Lattice(0).posteriors(grid, direction, found, jumps)
        const wanted = bySumming(grid, direction)
        for (const [at, probability] of wanted.posterior.entries())
          expect(Math.abs(found[at]! - probability)).toBeLessThan(1e-6)
        for (const [at, count] of wanted.jumps.entries()) expect(Math.abs(jumps[at]! - count)).toBeLessThan(1e-6)
      }),
    )
  })

  it('lays a short sentence into the buffers of a longer one before it', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (earlier, later) => {
        const used = new Lattice(0)
        const before = problemOf(earlier)
        used.posteriors(before.grid, before.direction, new Float32Array(before.grid.cells.length), null)
        const { grid, direction } = problemOf(later)
        const [found, wanted] = [new Float32Array(grid.cells.length), new Float32Array(grid.cells.length)]
        used.posteriors(grid, direction, found, null)
        new Lattice(0).posteriors(grid, direction, wanted, null)
        expect(found).toEqual(wanted)
      }),
    )
  })

  it('loses next to nothing by not following what is unlikely', () => {
    fc.assert(
      fc.property(anyCase, (chosen) => {
        const { grid, direction } = problemOf(chosen)
        const [pruned, whole] = [new Float32Array(grid.cells.length), new Float32Array(grid.cells.length)]
        new Lattice(1e-5).posteriors(grid, direction, pruned, null)
        new Lattice(0).posteriors(grid, direction, whole, null)
        for (const [at, probability] of whole.entries()) expect(Math.abs(pruned[at]! - probability)).toBeLessThan(0.05)
      }),
    )
  })

  it('gives probabilities for a sentence longer than the widest jump, and zeros for an impossible one', () => {
    const length = 3 * jumpWidth
    const cells = Int32Array.from({ length: length * length }, (_, at) => at)
    const grid: Grid = {
      cells,
      produced: Int32Array.from({ length }, (_, j) => j),
      generators: length,
      stepI: length,
      stepJ: 1,
    }
    const direction: Direction = {
      translation: new Float32Array(length * length).fill(1e-6),
      fromNothing: new Float32Array(length),
      nullProbability: 0.2,
      jumps: firstJumps(),
    }
    const out = new Float32Array(length * length)
    new Lattice(1e-5).posteriors(grid, direction, out, null)
    for (let j = 0; j < length; j++) {
      let sum = 0
      for (let i = 0; i < length; i++) sum += out[i * length + j]!
      expect(sum).toBeCloseTo(1, 3)
    }
    new Lattice(1e-5).posteriors(grid, { ...direction, translation: new Float32Array(length * length) }, out, null)
    expect([...out].every((probability) => probability === 0)).toBe(true)
  })
})

type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

function problemOf({ generators, length, translation, fromNothing, nullProbability, jumps }: Case): {
  grid: Grid
  direction: Direction
} {
  const cells = Int32Array.from({ length: generators * length }, (_, at) => at)
  return {
    grid: { cells, produced: Int32Array.from({ length }, (_, j) => j), generators, stepI: length, stepJ: 1 },
    direction: {
      translation: Float32Array.from(translation),
      fromNothing: Float32Array.from(fromNothing),
      nullProbability,
      jumps: Float64Array.from(jumps),
    },
  }
}

/** Walks all (2 · generators) ^ length paths. A state ≥ generators is "nothing", and remembers the position before it. */
function bySumming(
  { cells, produced, generators: n, stepI, stepJ }: Grid,
  { translation, fromNothing, nullProbability, jumps }: Direction,
) {
  const posterior = new Float64Array(cells.length)
  const jumped = new Float64Array(jumps.length)
  let total = 0
  const chance = (from: number, to: number): number => {
    let norm = 0
    for (let i = 0; i < n; i++) norm += jumps[bucketOf(i - from)]!
    return jumps[bucketOf(to - from)]! / norm
  }
  const walk = (path: number[], weight: number): void => {
    const j = path.length
    if (j === produced.length) {
      total += weight
      for (const [row, state] of path.entries()) {
        if (state >= n) continue
        posterior[state * stepI + row * stepJ]! += weight
        if (row > 0) jumped[bucketOf(state - (path[row - 1]! % n))]! += weight
      }
      return
    }
    for (let i = 0; i < n; i++) {
      const at = j === 0 ? -1 : path[j - 1]! % n
      walk([...path, i], weight * (1 - nullProbability) * chance(at, i) * translation[cells[i * stepI + j * stepJ]!]!)
      // In the first row nothing stands before: each position is remembered as often as it would be reached.
      const remembered = j === 0 ? chance(-1, i) : i === at ? 1 : 0
      walk([...path, n + i], weight * nullProbability * remembered * fromNothing[produced[j]!]!)
    }
  }
  walk([], 1)
  return { posterior: posterior.map((sum) => sum / total), jumps: jumped.map((sum) => sum / total) }
}
