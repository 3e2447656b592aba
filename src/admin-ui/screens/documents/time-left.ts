import { useRef } from 'react'
import type { Job } from '../../api/types.js'

/** How far a job was when. */
export interface Sample {
  at: number
  progress: number
}

/** Too early, nobody can tell. */
const LEAST_MS = 2000
const LEAST_PROGRESS = 0.02

/**
 * Seconds that a job will still take, or null while it cannot be told: by its speed so far, the last stretch counting half, because
 * stages differ in speed.
 */
export function timeLeft(samples: Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last) return null
  const done = last.progress - first.progress
  if (last.at - first.at < LEAST_MS || done < LEAST_PROGRESS) return null
  const half = samples.findLast(({ at }) => at <= (first.at + last.at) / 2) ?? first
  const speeds = [first, half].map(({ at, progress }) => (last.progress - progress) / (last.at - at))
  const speed = (speeds[0]! + speeds[1]!) / 2
  return (1 - last.progress) / speed / 1000
}

/** Asked with every news of a job. */
export function useTimeLeft(job: Job | null): number | null {
  const samples = useRef<Sample[]>([])
  if (!job || job.state !== 'running') return null
  const last = samples.current.at(-1)
  if (!last || job.progress > last.progress)
    samples.current = [...samples.current, { at: Date.now(), progress: job.progress }]
  return timeLeft(samples.current)
}
