import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bucketOf, firstJumps, jumpBuckets, type Jumps, jumpWidth } from './direction.js'
import { Lattice, type Rows } from './lattice.js'

const share = fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000)

/** A sentence pair of up to 4 × 4 words of which some may translate each other, under any parameters. */
const anyCase = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([generators, length]) =>
  fc.record({
    generators: fc.constant(generators),
    /** p(word produced | generating word) row by row, null where they are no pair. */
    emission: fc.array(fc.option(share), { minLength: generators * length, maxLength: generators * length }),
    fromNothing: fc.array(share, { minLength: length, maxLength: length }),
    nullProbability: share.map((value) => value * 0.9),
    jumps: fc.array(share, { minLength: jumpBuckets, maxLength: jumpBuckets }).map((list) => Float64Array.from(list)),
  }),
)
type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

describe('the lattice', () => {
  it('finds what adding up every path finds', () => {
    fc.assert(
      fc.property(anyCase, (chosen) => {
        const jumps = new Float64Array(jumpBuckets)
        const found = posteriorsOf(chosen, new Lattice(0, chosen.nullProbability), jumps)
        const wanted = bySumming(chosen)
        for (const [at, probability] of wanted.posterior.entries()) expect(found[at]).toBeCloseTo(probability, 6)
        for (const [at, count] of wanted.jumps.entries()) expect(jumps[at]).toBeCloseTo(count, 6)
      }),
    )
  })

  it('lays a short sentence into the buffers of a longer one before it', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (earlier, later) => {
        const used = new Lattice(0, later.nullProbability)
        posteriorsOf(earlier, used)
        expect(posteriorsOf(later, used)).toEqual(posteriorsOf(later, new Lattice(0, later.nullProbability)))
      }),
    )
  })

  it('loses next to nothing by not following what is unlikely', () => {
    fc.assert(
      fc.property(anyCase, (chosen) => {
        const pruned = posteriorsOf(chosen, new Lattice(1e-5, chosen.nullProbability))
        const whole = posteriorsOf(chosen, new Lattice(0, chosen.nullProbability))
        for (const [at, probability] of whole.entries()) expect(Math.abs(pruned[at]! - probability)).toBeLessThan(0.05)
      }),
    )
  })

  it('gives probabilities for a sentence longer than the widest jump, and zeros for an impossible one', () => {
    const length = 3 * jumpWidth
    const long = (emission: number, fromNothing: number): Case => ({
      generators: length,
      emission: Array.from({ length: length * length }, () => emission),
      fromNothing: Array.from({ length }, () => fromNothing),
      nullProbability: 0.2,
      jumps: Float64Array.from(firstJumps()),
    })
    const found = posteriorsOf(long(1e-6, 0), new Lattice(1e-5, 0.2))
    for (let j = 0; j < length; j++) {
      let sum = 0
      for (let i = 0; i < length; i++) sum += found[j * length + i]!
      expect(sum).toBeCloseTo(1, 3)
    }
    expect(posteriorsOf(long(0, 0), new Lattice(1e-5, 0.2)).every((probability) => probability === 0)).toBe(true)
  })
})

/** Posteriors at [j * generators + i], 0 where the two are no pair. */
function posteriorsOf(chosen: Case, lattice: Lattice, jumpCounts: Jumps | null = null): number[] {
  const { rows, at } = rowsOf(chosen)
  const out = new Float64Array(at.length)
  lattice.posteriors(rows, chosen.jumps, out, jumpCounts)
  const whole = chosen.emission.map(() => 0)
  for (const [e, place] of at.entries()) whole[place] = out[e]!
  return whole
}

function rowsOf({ generators, emission, fromNothing }: Case): { rows: Rows; at: number[] } {
  const at = [...emission.keys()].filter((place) => emission[place] !== null)
  const length = fromNothing.length
  return {
    rows: {
      generators,
      length,
      starts: Int32Array.from({ length: length + 1 }, (_, j) => at.filter((place) => place < j * generators).length),
      position: Int32Array.from(at, (place) => place % generators),
      emission: Float64Array.from(at, (place) => emission[place]!),
      fromNothing: Float64Array.from(fromNothing),
    },
    at,
  }
}

/** Walks every path: each word comes from a position, or from nothing, and then the place stays the one before it; the first is −1. */
function bySumming({ generators, emission, fromNothing, nullProbability, jumps }: Case) {
  const posterior = emission.map(() => 0)
  const jumped = jumps.map(() => 0)
  let total = 0
  const chance = (from: number, to: number): number => {
    let norm = 0
    for (let i = 0; i < generators; i++) norm += jumps[bucketOf(i - from)]!
    return jumps[bucketOf(to - from)]! / norm
  }
  const walk = (path: { from: number; to: number | null }[], place: number, weight: number): void => {
    const j = path.length
    if (j === fromNothing.length) {
      total += weight
      for (const [row, { from, to }] of path.entries()) {
        if (to === null) continue
        posterior[row * generators + to]! += weight
        if (row > 0) jumped[bucketOf(to - from)]! += weight
      }
      return
    }
    for (let i = 0; i < generators; i++) {
      const produced = emission[j * generators + i]
      if (typeof produced === 'number')
        walk([...path, { from: place, to: i }], i, weight * (1 - nullProbability) * chance(place, i) * produced)
    }
    walk([...path, { from: place, to: null }], place, weight * nullProbability * fromNothing[j]!)
  }
  walk([], -1, 1)
  return { posterior: posterior.map((sum) => sum / total), jumps: jumped.map((sum) => sum / total) }
}
