import type { StrictnessLevel } from '../../api/ranking.js'

/**
 * What the queue is from a score on (0..100): about how many candidates, to two digits, and how many of ten are right. Nothing while it is not known.
 */
export function foretold(
  levels: readonly Pick<StrictnessLevel, 'candidates' | 'expectedRight'>[] | undefined,
  minScore: number,
): { count: number | undefined; right: number } {
  const level = levels?.[Math.min(99, Math.max(0, Math.round(minScore)))]
  if (!level) return { count: undefined, right: 0 }
  const { candidates, expectedRight } = level
  return { count: toTwoDigits(candidates), right: candidates === 0 ? 0 : Math.round((10 * expectedRight) / candidates) }
}

function toTwoDigits(count: number): number {
  return count < 100 ? count : Number(count.toPrecision(2))
}
