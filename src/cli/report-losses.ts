import type { Loss } from '../formats/index.js'

/** `dropped: definition (12)`, a line each, on stderr. */
export function reportLosses(losses: Loss[]): void {
  for (const { what, category, count } of losses) process.stderr.write(`${what}: ${category} (${count})\n`)
}
