import type { DecidedCandidate } from './decided.js'
import { type Knowledge, modelFrom } from './knowledge.js'
import { learntLogOdds, type LogOdds } from './ranking-model.js'

const folds = 5

/**
 * What each decided candidate is given by a model that has not seen its decision: five times four fifths teach, one fifth is judged
 * (Stone 1974, cross-validation). A candidate's fifth follows from its key, so it stays there as decisions are added.
 */
export function heldOutLogOdds(
  knowledge: Knowledge,
  decided: readonly DecidedCandidate[],
  start: Float64Array,
): LogOdds[] {
  const fold = decided.map(({ key }) => hash(key) % folds)
  const said: LogOdds[] = []
  for (let out = 0; out < folds; out++) {
    const weight = knowledge.lesson.weight.map((worth, i) => (fold[i] === out ? 0 : worth))
    const { model } = modelFrom({ ...knowledge, lesson: { ...knowledge.lesson, weight } }, start)
    const logOdds = learntLogOdds(model)
    for (const [i, candidate] of decided.entries()) if (fold[i] === out) said[i] = logOdds(candidate)
  }
  return said
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
