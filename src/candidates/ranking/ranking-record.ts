import type { LearntRanking, Quality, RankingModel, RankingState } from '../../extraction/index.js'

/** What a run of learning found. */
export type RankingReport = Pick<LearntRanking, 'decisions' | 'quality'>

/** The ranking as it was before a reset or an import. Dates as JSON keeps them. */
export interface Replaced {
  by: 'reset' | 'import'
  at: string
  state: RankingState
  model: RankingModel | null
  before: RankingModel | null
  learnSince: string | null
  report: RankingReport | null
  learntAt: string | null
}

export interface RankingFeature {
  name: string
  /** What a full unit of the feature adds to the log-odds of being accepted, compared with the shipped ranking. */
  weight: number
  uncertainty: number
  mean: number
}

/** The ranking of a termbase, for people to look at. */
export interface RankingRecord {
  state: RankingState
  isImported: boolean
  decisions: RankingReport['decisions']
  /** Decisions made or undone that the model has not learnt from yet. */
  unlearnt: number
  /** Decisions needed before anything is learnt, and how many of the rarer kind. */
  needed: { decisions: number; ofEither: number }
  quality: Quality | null
  learntAt: Date | null
  learnSince: Date | null
  bias: number
  slope: number
  /** Strongest first; none while the shipped ranking stands. */
  features: RankingFeature[]
  canUndo: 'reset' | 'import' | null
  /** The run under way. */
  jobId: string | null
}
