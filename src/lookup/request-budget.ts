/** Milliseconds of a window. */
const windowLength = 60_000

/** Distinct askers that are counted; more at once start a new window for all, so that memory stays bounded. */
const mostAskers = 100_000

export interface Spent {
  allowed: boolean
  /** Requests left until the window ends. */
  left: number
  /** Whole seconds until the window ends, at least one. */
  seconds: number
}

/** Counts requests of each asker in windows of a minute. Adding one to a number is all it costs. */
export class RequestBudget {
  private spent = new Map<string, number>()
  private windowEnds = -Infinity

  /** 0 for no limit. */
  constructor(readonly perMinute: number) {}

  /** @param now in milliseconds, of a clock that never goes back */
  spend(asker: string, now: number): Spent {
    if (now >= this.windowEnds || this.spent.size >= mostAskers) {
      this.spent = new Map()
      this.windowEnds = now + windowLength
    }
    const count = (this.spent.get(asker) ?? 0) + 1
    this.spent.set(asker, count)
    return {
      allowed: count <= this.perMinute,
      left: Math.max(0, this.perMinute - count),
      seconds: Math.max(1, Math.ceil((this.windowEnds - now) / 1000)),
    }
  }
}
