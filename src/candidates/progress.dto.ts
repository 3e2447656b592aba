import { ApiProperty } from '@nestjs/swagger'
import type { PairKind } from '../extraction/index.js'
import type { Progress } from './progress.service.js'

class AuthorView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

class DayView {
  @ApiProperty({ description: 'UTC', example: '2026-05-04' })
  day: string
  @ApiProperty({ type: AuthorView })
  author: AuthorView
  @ApiProperty()
  decisions: number
}

class OutcomeView {
  @ApiProperty({ description: 'Accepted, or merged into another' })
  accepted: number
  @ApiProperty()
  rejected: number
  @ApiProperty({ description: 'Proposed or skipped' })
  open: number
}

class ScoreOutcomeView extends OutcomeView {
  @ApiProperty({ description: 'A band of a tenth begins here' })
  from: number
}

class KindOutcomeView extends OutcomeView {
  @ApiProperty({ enum: ['term', 'name', 'abbreviation'] })
  kind: PairKind
}

class DocumentCoverageView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
  @ApiProperty({ description: 'Aligned sentences' })
  sentences: number
  @ApiProperty({ description: 'Of these, with a term that has been accepted' })
  covered: number
  @ApiProperty({ description: 'Accepted terms that occur in it' })
  terms: number
}

export class ProgressView implements Progress {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  states: Progress['states']
  @ApiProperty({ type: [DayView] })
  days: DayView[]
  @ApiProperty({ type: [ScoreOutcomeView] })
  scores: ScoreOutcomeView[]
  @ApiProperty({ type: [KindOutcomeView] })
  kinds: KindOutcomeView[]
  @ApiProperty({ type: [DocumentCoverageView] })
  documents: DocumentCoverageView[]
}
