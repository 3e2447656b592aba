import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator'
import { type ReopeningField, reopeningFields } from './reopening.js'
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
  @ApiPropertyOptional({ description: 'Only as long as no document has been read', example: 'zh' })
  @IsOptional()
  @IsString()
  @Length(2, 50)
  sourceLanguage?: string

  @ApiPropertyOptional({ description: 'Only as long as no document has been read', example: 'en' })
  @IsOptional()
  @IsString()
  @Length(2, 50)
  targetLanguage?: string

  @ApiPropertyOptional({
    type: [String],
    description: 'Further languages that editors are offered; one that is in use cannot be left out',
    example: ['fr'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Length(2, 50, { each: true })
  otherLanguages?: string[]

  @ApiPropertyOptional({
    enum: reopeningFields,
    isArray: true,
    description: 'A change of one of these makes an approved concept a draft again',
  })
  @IsOptional()
  @IsArray()
  @IsIn(reopeningFields, { each: true })
  reopeningFields?: ReopeningField[]

  @ApiPropertyOptional({ description: 'An archived termbase can be read, and not be changed' })
  @IsOptional()
  @IsBoolean()
  archived?: boolean

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
  @ApiProperty({ type: [String], description: 'Further languages that editors are offered' })
  otherLanguages: string[]
  @ApiProperty({ enum: visibilities })
  visibility: Visibility
  @ApiProperty({
    enum: reopeningFields,
    isArray: true,
    description: 'A change of one of these makes an approved concept a draft again',
  })
  reopeningFields: ReopeningField[]
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  archivedAt: Date | null
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date
  @ApiProperty({ type: TermbaseCountsView })
  counts: TermbaseCountsView
}

export class LanguageUseView {
  @ApiProperty()
  language: string
  @ApiProperty({ description: 'Without the retired ones' })
  concepts: number
  @ApiProperty()
  terms: number
  @ApiProperty()
  documents: number
}

export class LanguageUseListView {
  @ApiProperty({ type: [LanguageUseView] })
  items: LanguageUseView[]
}

export class TermbaseListView {
  @ApiProperty({ type: [TermbaseView] })
  items: TermbaseView[]
}
