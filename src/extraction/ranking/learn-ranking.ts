import { type Correction, corrected, correctedModel, correctionOf } from './calibrate.js'
import type { DecidedCandidate } from './decided.js'
import { heldOutLogOdds } from './hold-out.js'
import { type Knowledge, knowledgeFrom, modelFrom } from './knowledge.js'
import { foretellingOf, type Foretelling, type Quality } from './quality.js'
import { learntLogOdds, type LogOdds, type RankingModel, roundedModel } from './ranking-model.js'

export type RankingState =
  /** Too few decisions, or nearly all alike: nothing is learnt yet. */
  | 'waiting'
  /** Another order did not prove better, so it stands; only the scores now say what this termbase accepts. */
  | 'calibrated'
  /** Candidates are ranked by what was learnt. */
  | 'learnt'

export interface LearntRanking {
  state: RankingState
  /** While waiting, what was believed before. */
  model: RankingModel | null
  /** `worth` is what the decisions count together, see decided.ts. */
  decisions: { accepted: number; rejected: number; worth: number }
  /** Of decisions that the model had not seen; null while waiting. */
  quality: Quality | null
}

/** From decisions of this worth on, with so many of the rarer kind, something is learnt. */
export const fewestDecisions = 40
export const fewestOfEither = 8

/**
 * What a termbase's decisions teach its ranking. Deterministic: the same decisions, in whatever order they come, give the same model.
 * @param before what is believed before the first decision, as from another termbase; null for the shipped ranking
 */
export function learnRanking(decided: readonly DecidedCandidate[], before: RankingModel | null = null): LearntRanking {
  const inOrder = decided.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const knowledge = knowledgeFrom(inOrder, before)
  const decisions = countOf(knowledge)
  if (!isEnough(knowledge)) return { state: 'waiting', model: before, decisions, quality: null }
  const { model, weights } = modelFrom(knowledge)
  const shipped = judged(knowledge, inOrder.map(learntLogOdds(unmoved)))
  const learnt = judged(knowledge, heldOutLogOdds(knowledge, inOrder, weights))
  const quality = { shipped: shipped.foretelling, learnt: learnt.foretelling }
  const helps = isBetter(quality)
  return {
    state: helps ? 'learnt' : 'calibrated',
    model: roundedModel(helps ? correctedModel(model, learnt.correction) : correctedModel(unmoved, shipped.correction)),
    decisions,
    quality,
  }
}

/** The shipped ranking as a model. */
const unmoved: RankingModel = { bias: 0, slope: 1, features: {} }

/** What was said of decisions, corrected so that it can be compared, and how well it foretold them. */
function judged({ lesson }: Knowledge, said: LogOdds[]): { correction: Correction; foretelling: Foretelling } {
  const correction = correctionOf(said, lesson.label, lesson.weight)
  return { correction, foretelling: foretellingOf({ ...lesson, said: corrected(correction, said) }) }
}

/** Never worse than untrained: both the order and the probabilities must have been better on decisions not seen. */
function isBetter({ shipped, learnt }: Quality): boolean {
  return learnt.inOrder > shipped.inOrder && learnt.surprise < shipped.surprise
}

function countOf({ lesson: { label, weight } }: Knowledge): LearntRanking['decisions'] {
  const accepted = label.reduce((sum, value) => sum + value, 0)
  return { accepted, rejected: label.length - accepted, worth: weight.reduce((sum, value) => sum + value, 0) }
}

function isEnough({ lesson: { label, weight } }: Knowledge): boolean {
  let [accepted, rejected] = [0, 0]
  for (const [i, worth] of weight.entries())
    if (label[i] === 1) accepted += worth
    else rejected += worth
  return accepted + rejected >= fewestDecisions && Math.min(accepted, rejected) >= fewestOfEither
}
