import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsUUID, Matches, Max, Min, ValidateIf } from 'class-validator'
import {
  type AlignmentEditKind,
  alignmentEditKinds,
  type AlignmentSide,
  alignmentSides,
  type AlignmentWish,
} from '../../corpora/alignment.js'
import { defaultThreshold } from '../../extraction/index.js'
import type { SentencePairRecord } from '../../corpora/document-record.js'
import { type MarkKind, markKinds } from './term-marks.js'

class VersionBody {
  @ApiProperty({ description: '`alignmentVersion` of the document as it was seen; a newer one refuses the correction' })
  @IsInt()
  @Min(0)
  version: number
}

export class UndoAlignmentBody extends VersionBody {}

export class AlignmentBody extends VersionBody {
  @ApiProperty({
    enum: alignmentEditKinds,
    description: '`merge` with the next row, `split` in two, or `shift` one side',
  })
  @IsIn(alignmentEditKinds)
  kind: AlignmentEditKind

  @ApiProperty({ description: 'The id of the sentence pair' })
  @Matches(/^\d{1,18}$/, { message: 'pair must be the id of a sentence pair' })
  pair: string

  @ApiPropertyOptional({ description: '`split`: where in the source text the second row begins, in UTF-16 code units' })
  @ValidateIf(({ kind }: AlignmentBody) => kind === 'split')
  @IsInt()
  @Min(0)
  source?: number

  @ApiPropertyOptional({ description: '`split`: where in the target text the second row begins' })
  @ValidateIf(({ kind }: AlignmentBody) => kind === 'split')
  @IsInt()
  @Min(0)
  target?: number

  @ApiPropertyOptional({ enum: alignmentSides, description: '`shift`: the side whose text moves' })
  @ValidateIf(({ kind }: AlignmentBody) => kind === 'shift')
  @IsIn(alignmentSides)
  side?: AlignmentSide

  @ApiPropertyOptional({ enum: ['previous', 'next'], description: '`shift`: to the row before or after' })
  @ValidateIf(({ kind }: AlignmentBody) => kind === 'shift')
  @IsIn(['previous', 'next'])
  to?: 'previous' | 'next'

  @ApiPropertyOptional({
    description: '`shift`: only what stands before (to previous) or behind (to next) this offset',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  at?: number

  @ApiPropertyOptional({ description: '`shift`: the rest of this side moves along, up to its first gap' })
  @IsOptional()
  @IsBoolean()
  column?: boolean
}

export function wishOf({ kind, source, target, side, to, at, column }: AlignmentBody): AlignmentWish {
  if (kind === 'merge') return { kind }
  if (kind === 'split') return { kind, source: source!, target: target! }
  return { kind, side: side!, to: to!, at, column }
}

class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

class AlignedTextView {
  @ApiProperty({ description: 'As it stood' })
  text: string
  @ApiProperty({ description: 'Offset in the document, in UTF-16 code units' })
  start: number
  @ApiProperty()
  line: number
}

class AlignedRowView implements SentencePairRecord {
  @ApiProperty()
  id: string
  @ApiProperty({ description: 'In reading order, from 0' })
  position: number
  @ApiProperty({ type: AlignedTextView, nullable: true })
  source: AlignedTextView | null
  @ApiProperty({ type: AlignedTextView, nullable: true })
  target: AlignedTextView | null
  @ApiProperty({ minimum: 0, maximum: 1 })
  score: number
  @ApiProperty({ type: PersonView, nullable: true, description: 'Who put its sides together by hand' })
  alignedBy: PersonView | null
}

class EvidenceOutcomeView {
  @ApiProperty({ description: 'Occurrences that came along' })
  moved: number
  @ApiProperty({ description: 'Occurrences that are none any more: their sides are parted' })
  lost: number
  @ApiProperty({ description: 'Occurrences of known pairs that the new rows show for the first time' })
  found: number
}

export class AlignmentOutcomeView {
  @ApiProperty({ description: 'Of the alignment, for the next correction' })
  version: number
  @ApiProperty({ description: 'Where the first of the rows stands' })
  position: number
  @ApiProperty({ description: 'How many rows they took the place of' })
  replaced: number
  @ApiProperty({ type: [AlignedRowView] })
  rows: AlignedRowView[]
  @ApiProperty({ type: EvidenceOutcomeView })
  evidence: EvidenceOutcomeView
  @ApiProperty({ description: 'Proposals that left the queue with their last occurrence; undo brings them back' })
  forgotten: number
}

export class AlignmentEditView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ enum: alignmentEditKinds })
  kind: AlignmentEditKind
  @ApiProperty()
  position: number
  @ApiProperty({ type: PersonView })
  author: PersonView
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: Date | null
  @ApiProperty({ type: PersonView, nullable: true })
  undoneBy: PersonView | null
}

export class MarksQuery {
  @ApiPropertyOptional({ minimum: 0, default: 0, description: 'The position of the first sentence pair' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  from: number = 0

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 1,
    default: defaultThreshold,
    description: 'Pairs under review from this score on',
  })
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  minScore: number = defaultThreshold

  @ApiPropertyOptional({ format: 'uuid', description: 'This candidate as well, whatever its score and state' })
  @IsOptional()
  @IsUUID()
  candidate?: string
}

export class TermMarkView {
  @ApiProperty({ description: 'The id of the sentence pair' })
  pair: string
  @ApiProperty({ enum: alignmentSides })
  side: AlignmentSide
  @ApiProperty({ description: 'In UTF-16 code units of the text of that side' })
  start: number
  @ApiProperty()
  end: number
  @ApiProperty({
    enum: markKinds,
    description: 'A term of the glossary, one that must not be used, or a pair under review',
  })
  kind: MarkKind
  @ApiProperty({ description: 'The term as it is kept' })
  term: string
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  conceptId: string | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  candidateId: string | null
}
