import { ApiProperty } from '@nestjs/swagger'
import type { RankingState } from '../../extraction/index.js'
import type { RankingFeature, RankingRecord } from './ranking-record.js'
import { FORMAT } from './ranking-file.js'
import type { StrictnessLevel } from './strictness.service.js'

const states = ['waiting', 'calibrated', 'learnt'] as const

class ForetellingView {
  @ApiProperty({ description: 'Of an accepted and a rejected candidate, how often the accepted one stands first' })
  inOrder: number
  @ApiProperty({ description: 'Mean surprise at a decision, in nats' })
  surprise: number
  @ApiProperty({ description: 'Mean distance of the score from the share accepted' })
  calibrationError: number
}

class QualityView {
  @ApiProperty({ type: ForetellingView })
  shipped: ForetellingView
  @ApiProperty({ type: ForetellingView })
  learnt: ForetellingView
}

class DecisionCountsView {
  @ApiProperty()
  accepted: number
  @ApiProperty()
  rejected: number
  @ApiProperty({ description: 'What they count together: decisions of one bulk action count less than single ones' })
  worth: number
}

class NeededView {
  @ApiProperty()
  decisions: number
  @ApiProperty()
  ofEither: number
}

class RankingFeatureView implements RankingFeature {
  @ApiProperty()
  name: string
  @ApiProperty({ description: 'Added to the log-odds of being accepted, compared with the shipped ranking' })
  weight: number
  @ApiProperty({ description: 'Standard deviation of the weight' })
  uncertainty: number
  @ApiProperty({ description: 'Mean of the feature among the decided' })
  mean: number
}

export class RankingView implements RankingRecord {
  @ApiProperty({ enum: states })
  state: RankingState
  @ApiProperty({ description: 'Starts from a model of another termbase' })
  isImported: boolean
  @ApiProperty({ type: DecisionCountsView })
  decisions: DecisionCountsView
  @ApiProperty({ description: 'Decisions made or undone since it last learnt' })
  unlearnt: number
  @ApiProperty({ type: NeededView })
  needed: NeededView
  @ApiProperty({ type: QualityView, nullable: true, description: 'On decisions that the model had not seen' })
  quality: QualityView | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  learntAt: Date | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Only later decisions teach' })
  learnSince: Date | null
  @ApiProperty()
  bias: number
  @ApiProperty()
  slope: number
  @ApiProperty({ type: [RankingFeatureView] })
  features: RankingFeatureView[]
  @ApiProperty({ enum: ['reset', 'import'], nullable: true, type: String, description: 'What can be undone' })
  canUndo: 'reset' | 'import' | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The run under way, see /jobs/{id}' })
  jobId: string | null
}

class MovedByView {
  @ApiProperty()
  name: string
  @ApiProperty({ description: 'The feature of this candidate, 0..1' })
  value: number
  @ApiProperty({ description: 'What it added to the score' })
  change: number
}

export class MovementView {
  @ApiProperty({ description: 'The score as shipped' })
  from: number
  @ApiProperty({ description: 'The score by what was learnt' })
  to: number
  @ApiProperty({ description: 'The part that is the same for all candidates of this shipped score' })
  overall: number
  @ApiProperty({ type: [MovedByView], description: 'Strongest first; with `overall` they add up to the change' })
  features: MovedByView[]
}

export class CandidateMovementView {
  @ApiProperty({ type: MovementView, nullable: true, description: 'null where nothing is learnt' })
  movement: MovementView | null
}

class StrictnessLevelView implements StrictnessLevel {
  @ApiProperty()
  minScore: number
  @ApiProperty()
  candidates: number
  @ApiProperty({ description: 'How many of them are expected to be accepted' })
  expectedRight: number
}

export class StrictnessView {
  @ApiProperty({ type: [StrictnessLevelView], description: 'One level a hundredth of the score' })
  levels: StrictnessLevelView[]
}

/** Its parts are checked one by one in ranking-file.ts, which tells the field. */
export const rankingFileSchema: Record<string, unknown> = {
  type: 'object',
  required: ['format', 'version', 'model'],
  properties: {
    format: { type: 'string', enum: [FORMAT] },
    version: { type: 'integer', enum: [1] },
    model: {
      type: 'object',
      required: ['bias', 'slope', 'features'],
      properties: {
        bias: { type: 'number' },
        slope: { type: 'number' },
        features: { type: 'object', additionalProperties: { type: 'object' } },
      },
    },
  },
}
