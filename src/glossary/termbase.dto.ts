import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator'
import { type Visibility, visibilities } from './termbase.entity.js'

export class NewTermbaseBody {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  name: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  description?: string

  @ApiProperty({ description: 'BCP 47, e.g. zh', example: 'zh' })
  @IsString()
  @Length(2, 50)
  sourceLanguage: string

  @ApiProperty({ description: 'BCP 47, e.g. en', example: 'en' })
  @IsString()
  @Length(2, 50)
  targetLanguage: string

  @ApiPropertyOptional({ enum: visibilities, description: 'public: anybody may read its releases' })
  @IsOptional()
  @IsIn(visibilities)
  visibility?: Visibility
}

export class TermbaseChangesBody {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  description?: string

  @ApiPropertyOptional({ enum: visibilities })
  @IsOptional()
  @IsIn(visibilities)
  visibility?: Visibility
}

export class CandidateCountsView {
  @ApiProperty()
  proposed: number
  @ApiProperty()
  accepted: number
  @ApiProperty()
  rejected: number
  @ApiProperty()
  merged: number
  @ApiProperty()
  skipped: number
}

export class TermbaseCountsView {
  @ApiProperty()
  documents: number
  @ApiProperty({ type: CandidateCountsView })
  candidates: CandidateCountsView
  @ApiProperty({ description: 'Without the retired ones' })
  concepts: number
  @ApiProperty()
  approvedConcepts: number
  @ApiProperty()
  releases: number
}

export class TermbaseView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
  @ApiProperty()
  description: string
  @ApiProperty()
  sourceLanguage: string
  @ApiProperty()
  targetLanguage: string
  @ApiProperty({ enum: visibilities })
  visibility: Visibility
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date
  @ApiProperty({ type: TermbaseCountsView })
  counts: TermbaseCountsView
}

export class TermbaseListView {
  @ApiProperty({ type: [TermbaseView] })
  items: TermbaseView[]
}
