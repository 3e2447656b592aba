import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator'
import { longest } from './countable.js'
import { type MissState, missStates } from './misses.service.js'

export class MissesQueryFields {
  @ApiPropertyOptional({ enum: missStates, default: 'open' })
  @IsOptional()
  @IsIn(missStates)
  state: MissState = 'open'

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50

  @ApiPropertyOptional({ minimum: 0, maximum: 10_000, default: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10_000)
  offset: number = 0
}

export class CountingBody {
  @ApiProperty({ description: 'false also forgets what was counted' })
  @IsBoolean()
  counting: boolean
}

export class MissChangeBody {
  @ApiProperty({ description: 'true takes it from the open list, false puts it back' })
  @IsBoolean()
  dismissed: boolean
}

export class ProposeMissBody {
  @ApiProperty({ description: 'The translation of what was looked for' })
  @IsString()
  @Length(1, 500)
  translation: string

  @ApiPropertyOptional({ description: 'Where it stands; the segment that came with the search when nothing is said' })
  @IsOptional()
  @IsString()
  @MaxLength(longest.segment)
  segment?: string

  @ApiPropertyOptional({ description: 'The translation of that segment; it must contain the translation' })
  @IsOptional()
  @IsString()
  @MaxLength(longest.segment)
  translatedSegment?: string
}

export class MissView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ description: 'As it was first written' })
  text: string
  @ApiProperty({ example: 'zh' })
  sourceLanguage: string
  @ApiProperty({ example: 'en' })
  targetLanguage: string
  @ApiProperty({ description: 'How often it was looked up, in whatever spelling' })
  count: number
  @ApiProperty({ type: String, nullable: true })
  segment: string | null
  @ApiProperty()
  firstSeen: Date
  @ApiProperty()
  lastSeen: Date
  @ApiProperty({ enum: missStates })
  state: MissState
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  candidateId: string | null
}

export class MissListView {
  @ApiProperty({ type: [MissView] })
  items: MissView[]
  @ApiProperty()
  total: number
  @ApiProperty({ description: 'Whether this termbase counts searches that find nothing' })
  counting: boolean
}
