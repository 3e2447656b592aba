import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import {
  matchKinds,
  type MatchKind,
  type SearchMode,
  searchModes,
  type SearchWay,
  searchWays,
} from '../matching/index.js'
import { releaseNumber } from '../releases/release-number.js'
import { requireLanguage } from '../shared/language-tag.js'
import { type FindingKind, findingKinds } from './check-rules.js'
import type { Scope } from './lookup.service.js'

export const most = { segments: 200, segmentLength: 20_000, textLength: 500, results: 100 }

/** Which glossaries are asked. */
export class ScopeFields {
  @ApiProperty({ example: 'zh', description: 'BCP 47; zh finds terms of zh-Hant too' })
  @IsString()
  @Length(2, 50)
  source: string

  @ApiProperty({ example: 'en', description: 'BCP 47' })
  @IsString()
  @Length(2, 50)
  target: string

  @ApiPropertyOptional({ format: 'uuid', description: 'Without it: every termbase that the caller may read' })
  @IsOptional()
  @IsUUID()
  termbase?: string

  @ApiPropertyOptional({ example: 'latest', description: 'Number of a release of the termbase, or latest' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? String(value) : value))
  @Matches(/^(latest|[1-9]\d{0,8})$/, { message: 'release must be the number of a release, or latest' })
  release?: string
}

export class LookupQuery extends ScopeFields {
  @ApiProperty({ example: '上海合作组织' })
  @IsString()
  @Length(1, most.textLength)
  text: string

  @ApiPropertyOptional({
    enum: searchModes,
    default: 'exact',
    description:
      'fuzzy also finds inflected and misspelt terms, terms that contain the text, and Chinese by pinyin initials',
  })
  @IsOptional()
  @IsIn(searchModes)
  mode: SearchMode = 'exact'

  @ApiPropertyOptional({ minimum: 1, maximum: most.results, default: 20 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(most.results)
  limit: number = 20

  @ApiPropertyOptional({
    description:
      'The segment in which the text stands. Used only if nothing is found: editors see it beside the search, without who asked',
  })
  @IsOptional()
  @IsString()
  @MaxLength(most.segmentLength)
  segment?: string

  @ApiPropertyOptional({ description: 'Somebody is still typing: what is not found is not counted' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  typing?: boolean
}

const overlaps = ['longest', 'all'] as const

export class RecognizeBody extends ScopeFields {
  @ApiProperty({ type: [String], maxItems: most.segments, example: ['关于上海合作组织成立'] })
  @IsArray()
  @ArrayMaxSize(most.segments)
  @IsString({ each: true })
  @MaxLength(most.segmentLength, { each: true })
  segments: string[]

  @ApiPropertyOptional({ enum: overlaps, default: 'longest' })
  @IsOptional()
  @IsIn(overlaps)
  overlap?: 'longest' | 'all'
}

export class OverlapQuery {
  @ApiPropertyOptional({ enum: overlaps, description: 'As in the body; the body wins' })
  @IsOptional()
  @IsIn(overlaps)
  overlap?: 'longest' | 'all'
}

export class SegmentFields {
  @ApiProperty()
  @IsString()
  @MaxLength(most.segmentLength)
  source: string

  @ApiProperty()
  @IsString()
  @MaxLength(most.segmentLength)
  target: string
}

export class CheckBody extends ScopeFields {
  @ApiProperty({ type: [SegmentFields], maxItems: most.segments })
  @IsArray()
  @ArrayMaxSize(most.segments)
  @ValidateNested({ each: true })
  @Type(() => SegmentFields)
  segments: SegmentFields[]
}

export function scopeOf({ source, target, termbase, release }: ScopeFields): Scope {
  return {
    source: requireLanguage(source, 'source'),
    target: requireLanguage(target, 'target'),
    ...(termbase !== undefined && { termbase }),
    ...(release !== undefined && { release: releaseNumber(release) }),
  }
}

export class TermAnswerView {
  @ApiProperty()
  text: string
  @ApiProperty()
  language: string
  @ApiProperty({ example: 'preferredTerm-admn-sts' })
  status: string
  @ApiProperty({ description: 'Deprecated or superseded: not to be used' })
  forbidden: boolean
  @ApiPropertyOptional({ description: 'What to use instead of a forbidden term' })
  preferred?: string
  @ApiProperty({ type: String, nullable: true })
  partOfSpeech: string | null
  @ApiProperty({ type: String, nullable: true })
  termType: string | null
  @ApiProperty({ type: String, nullable: true })
  grammaticalGender: string | null
  @ApiProperty({ type: String, nullable: true })
  geographicalUsage: string | null
  @ApiProperty({ type: String, nullable: true })
  note: string | null
}

class ConceptAnswerView {
  @ApiProperty({ format: 'uuid' })
  termbase: string
  @ApiProperty()
  release: number
  @ApiProperty({ format: 'uuid' })
  concept: string
  @ApiProperty()
  number: number
  @ApiProperty({ type: String, nullable: true })
  subjectField: string | null
  @ApiProperty({ type: String, nullable: true })
  definition: string | null
  @ApiProperty({ type: TermAnswerView })
  source: TermAnswerView
  @ApiProperty({ type: [TermAnswerView] })
  targets: TermAnswerView[]
}

export class LookupAnswerView extends ConceptAnswerView {
  @ApiProperty({ enum: searchWays })
  way: SearchWay
  @ApiProperty({ minimum: 0, maximum: 1 })
  similarity: number
  @ApiPropertyOptional({ type: TermAnswerView, description: 'The term that was met, when it is not the source term' })
  matched?: TermAnswerView
}

export class LookupListView {
  @ApiProperty({ type: [LookupAnswerView] })
  items: LookupAnswerView[]
}

export class RecognizedTermView extends ConceptAnswerView {
  @ApiProperty({ description: 'In UTF-16 code units of the segment' })
  start: number
  @ApiProperty({ description: 'Exclusive' })
  end: number
  @ApiProperty()
  text: string
  @ApiProperty({ enum: matchKinds })
  kind: MatchKind
  @ApiPropertyOptional({ description: 'Why this may be no occurrence of the term' })
  doubtful?: string
  @ApiProperty({ type: () => [RecognizedTermView] })
  contains: RecognizedTermView[]
}

export class RecognizedSegmentView {
  @ApiProperty({ type: [RecognizedTermView] })
  matches: RecognizedTermView[]
}

export class RecognizedView {
  @ApiProperty({ type: [RecognizedSegmentView], description: 'One a segment, in their order' })
  segments: RecognizedSegmentView[]
}

export class PlaceView {
  @ApiProperty({ description: 'In UTF-16 code units' })
  start: number
  @ApiProperty({ description: 'Exclusive' })
  end: number
  @ApiProperty()
  text: string
}

export class CheckFindingView {
  @ApiProperty({ enum: findingKinds })
  kind: FindingKind
  @ApiProperty()
  message: string
  @ApiProperty({ format: 'uuid' })
  concept: string
  @ApiProperty({ type: PlaceView, nullable: true })
  source: PlaceView | null
  @ApiProperty({ type: PlaceView, nullable: true })
  target: PlaceView | null
  @ApiProperty({ type: [String], description: 'What to write instead' })
  suggestions: string[]
}

export class CheckedSegmentView {
  @ApiProperty({ type: [CheckFindingView] })
  findings: CheckFindingView[]
}

export class CheckedView {
  @ApiProperty({ type: [CheckedSegmentView], description: 'One a segment, in their order' })
  segments: CheckedSegmentView[]
}
