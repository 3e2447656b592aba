import type { Step } from './notation.js'

/** Follows a sequence of steps name by name. */
export class SequenceFollower {
  private step = 0
  private taken = 0

  constructor(private readonly steps: Step[]) {}

  /** True when the name may come next; then it has come. */
  take(name: string): boolean {
    for (let index = this.step; index < this.steps.length; index++) {
      const { names, min, max } = this.steps[index]!
      const taken = index === this.step ? this.taken : 0
      if (names.has(name) && taken < max) {
        this.step = index
        this.taken = taken + 1
        return true
      }
      if (taken < min) return false
    }
    return false
  }

  /** What may come next. */
  expected(): string[] {
    const names: string[] = []
    for (let index = this.step; index < this.steps.length; index++) {
      const step = this.steps[index]!
      const taken = index === this.step ? this.taken : 0
      if (taken < step.max) names.push(...step.names)
      if (taken < step.min) break
    }
    return [...new Set(names)]
  }

  /** What must still come, or null when the sequence may end here. */
  missing(): string[] | null {
    for (let index = this.step; index < this.steps.length; index++) {
      const { names, min } = this.steps[index]!
      if ((index === this.step ? this.taken : 0) < min) return [...names]
    }
    return null
  }
}
