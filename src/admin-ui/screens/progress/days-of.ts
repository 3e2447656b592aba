import type { Progress } from '../../api/types.js'

export interface Day {
  /** `2026-05-04`, UTC. */
  day: string
  total: number
  parts: Progress['days']
}

/** The last `count` days up to `today`, also those on which nothing was decided. */
export function daysOf(rows: Progress['days'], today: Date, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(today)
    date.setUTCDate(date.getUTCDate() - (count - 1 - i))
    const day = date.toISOString().slice(0, 10)
    const parts = rows.filter((row) => row.day === day)
    return { day, parts, total: parts.reduce((sum, { decisions }) => sum + decisions, 0) }
  })
}
