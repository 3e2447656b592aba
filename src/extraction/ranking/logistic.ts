/** The probability of a log-odds; never 0 or 1 in what it is asked for here. */
export const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** A score of exactly 0 or 1 is surer than any score can be. */
const surest = 0.995

/** The log-odds of a score. */
export function logit(score: number): number {
  const kept = Math.min(surest, Math.max(1 - surest, score))
  return Math.log(kept / (1 - kept))
}
