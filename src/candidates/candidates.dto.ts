import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator'
import type { PairKind, PairVariant } from '../extraction/index.js'
import { type Relation, relations } from '../glossary/concept-matches.service.js'
import { type BulkWish, MOST_AT_ONCE } from './review.service.js'
import { type Facet, facets, type QueueCounts } from './queue-counts.service.js'
import { type Sorting, sortings } from './queue.service.js'
import { type CandidateState, candidateStates, type DecisionKind, decisionKinds } from './review.js'

const kinds = ['term', 'name', 'abbreviation'] as const
const bulkKinds = ['accept', 'reject', 'skip', 'merge', 'reopen'] as const
const variantKinds = [
  'spelling',
  'inflection',
  'script',
  'abbreviation',
  'full-form',
  'shorter',
  'longer',
  'alternative',
] as const

/** `a,b` in an address, or a list in JSON. */
const toList = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value)

const toBoolean = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)

export class FilterQuery {
  @ApiPropertyOptional({ enum: candidateStates, isArray: true })
  @IsOptional()
  @Transform(toList)
  @IsIn(candidateStates, { each: true })
  state?: CandidateState[]

  @ApiPropertyOptional({ enum: kinds, isArray: true })
  @IsOptional()
  @Transform(toList)
  @IsIn(kinds, { each: true })
  kind?: PairKind[]

  @ApiPropertyOptional({ minimum: 0, maximum: 1, description: 'From this score on' })
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  minScore?: number

  @ApiPropertyOptional({ minimum: 0, maximum: 2, description: 'Below this score' })
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(2)
  maxScore?: number

  @ApiPropertyOptional({ format: 'uuid', description: 'With evidence in this document' })
  @IsOptional()
  @IsUUID()
  document?: string

  @ApiPropertyOptional({ description: 'With evidence in a document that has this language' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string

  @ApiPropertyOptional({ minimum: 1, description: 'Seen at least so often' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  minFrequency?: number

  @ApiPropertyOptional({ minimum: 1, description: 'Seen at most so often' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  maxFrequency?: number

  @ApiPropertyOptional({ format: 'uuid', description: 'Who made the decision that stands' })
  @IsOptional()
  @IsUUID()
  author?: string

  @ApiPropertyOptional({ format: 'date', description: 'With a decision of this day (UTC) that stands' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  @IsISO8601({ strict: true })
  decidedOn?: string

  @ApiPropertyOptional({ description: 'The reason of the decision that stands' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string

  @ApiPropertyOptional({ description: 'Another open or accepted candidate has the same term on one side' })
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  rival?: boolean

  @ApiPropertyOptional({ format: 'uuid', description: 'Fragments of this candidate' })
  @IsOptional()
  @IsUUID()
  containedIn?: string

  @ApiPropertyOptional({ description: 'Part of either term, from one character on' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string
}

export class CountsQuery extends FilterQuery {
  @ApiPropertyOptional({ enum: facets, isArray: true, description: 'Only these; without it, all' })
  @IsOptional()
  @Transform(toList)
  @IsIn(facets, { each: true })
  facets?: Facet[]
}

export class QueueQueryDto extends FilterQuery {
  @ApiPropertyOptional({ enum: Object.keys(sortings), default: 'score' })
  @IsIn(Object.keys(sortings))
  sort: Sorting = 'score'

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100
}

export class DecisionBody {
  @ApiProperty({ enum: decisionKinds, description: 'edit accepts with the terms changed' })
  @IsIn(decisionKinds)
  kind: DecisionKind

  @ApiPropertyOptional({ format: 'uuid', description: 'Chosen by the client: sent again, the decision is made once' })
  @IsOptional()
  @IsUUID()
  id?: string

  @ApiProperty({ description: 'The candidate’s version that was decided on' })
  @IsInt()
  @Min(1)
  version: number

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  source?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  target?: string

  @ApiPropertyOptional({ format: 'uuid', description: 'Accept as further terms of this concept' })
  @IsOptional()
  @IsUUID()
  conceptId?: string

  @ApiPropertyOptional({ description: 'Accept as a concept of its own although another shares a term' })
  @IsOptional()
  @IsBoolean()
  newConcept?: boolean

  @ApiPropertyOptional({ format: 'uuid', description: 'For merge: the candidate that stays' })
  @IsOptional()
  @IsUUID()
  mergeInto?: string
}

export class BulkDecisionBody {
  @ApiProperty({ enum: bulkKinds })
  @IsIn(bulkKinds)
  kind: BulkWish['kind']

  @ApiPropertyOptional({ format: 'uuid', description: 'For merge: the candidate that stays' })
  @IsOptional()
  @IsUUID()
  mergeInto?: string

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string

  @ApiPropertyOptional({ type: FilterQuery, description: 'All that match; or name them by ids' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FilterQuery)
  filter?: FilterQuery

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsUUID(undefined, { each: true })
  ids?: string[]

  @ApiPropertyOptional({ description: 'How many it should be; another number refuses the action' })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedCount?: number
}

class ExplanationView {
  @ApiProperty()
  en: string
  @ApiProperty()
  zh: string
}

class VariantView implements PairVariant {
  @ApiProperty()
  source: string
  @ApiProperty()
  target: string
  @ApiProperty({ enum: variantKinds })
  kind: PairVariant['kind']
  @ApiProperty()
  frequency: number
}

class PairView {
  @ApiProperty()
  source: string
  @ApiProperty()
  target: string
}

class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

class LastDecisionView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ enum: decisionKinds })
  kind: DecisionKind
  @ApiProperty({ type: PersonView })
  author: PersonView
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty({ type: String, nullable: true })
  reason: string | null
}

export class CandidateRowView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  source: string
  @ApiProperty()
  target: string
  @ApiProperty({ minimum: 0, maximum: 1 })
  score: number
  @ApiProperty({ enum: kinds })
  kind: PairKind
  @ApiProperty()
  frequency: number
  @ApiProperty({ enum: candidateStates })
  state: CandidateState
  @ApiProperty()
  version: number
  @ApiProperty({ type: ExplanationView })
  explanation: ExplanationView
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Named features of the score, 0..1',
  })
  reasons: Record<string, number>
  @ApiProperty({ type: [VariantView] })
  variants: VariantView[]
  @ApiProperty({ type: [PairView] })
  containedIn: PairView[]
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  conceptId: string | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  mergedInto: string | null
  @ApiProperty({ type: LastDecisionView, nullable: true })
  lastDecision: LastDecisionView | null
}

export class CandidatePageView {
  @ApiProperty({ type: [CandidateRowView] })
  items: CandidateRowView[]
  @ApiProperty({ type: String, nullable: true })
  next: string | null
  @ApiPropertyOptional()
  total?: number
}

const numberByName = { type: 'object', additionalProperties: { type: 'number' } } as const

export class CountsView implements QueueCounts {
  @ApiPropertyOptional(numberByName)
  state?: Record<string, number>
  @ApiPropertyOptional(numberByName)
  kind?: Record<string, number>
  @ApiPropertyOptional({ ...numberByName, description: 'By tenths of the score' })
  score?: Record<string, number>
  @ApiPropertyOptional({
    ...numberByName,
    description: 'Seen once, 2 to 4 times, 5 to 9, 10 and more: by the least of each',
  })
  frequency?: Record<string, number>
  @ApiPropertyOptional(numberByName)
  document?: Record<string, number>
  @ApiPropertyOptional(numberByName)
  language?: Record<string, number>
  @ApiPropertyOptional(numberByName)
  author?: Record<string, number>
  @ApiPropertyOptional(numberByName)
  reason?: Record<string, number>
  @ApiPropertyOptional(numberByName)
  rival?: Record<string, number>
  @ApiProperty({ type: [PersonView], description: 'The people whom `author` counts' })
  authors: PersonView[]
}

class EvidenceSideView {
  @ApiProperty({ description: 'The sentence as it stood' })
  text: string
  @ApiProperty({ description: 'UTF-16 code units of `text`' })
  start: number
  @ApiProperty()
  end: number
  @ApiProperty({ description: 'Where `text` begins in the document' })
  offset: number
  @ApiProperty()
  line: number
}

class EvidenceView {
  @ApiProperty({ format: 'uuid' })
  documentId: string
  @ApiProperty()
  documentName: string
  @ApiProperty()
  sentencePairId: string
  @ApiProperty()
  position: number
  @ApiProperty({ type: EvidenceSideView })
  source: EvidenceSideView
  @ApiProperty({ type: EvidenceSideView })
  target: EvidenceSideView
}

class DecisionView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ enum: decisionKinds })
  kind: DecisionKind
  @ApiProperty({ enum: candidateStates })
  fromState: CandidateState
  @ApiProperty({ enum: candidateStates })
  toState: CandidateState
  @ApiProperty({ type: PersonView })
  author: PersonView
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty({ type: String, nullable: true })
  reason: string | null
  @ApiProperty({ type: String, nullable: true })
  source: string | null
  @ApiProperty({ type: String, nullable: true })
  target: string | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  batchId: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: Date | null
  @ApiProperty({ type: PersonView, nullable: true })
  undoneBy: PersonView | null
}

class RelatedTermView {
  @ApiProperty()
  language: string
  @ApiProperty()
  text: string
  @ApiProperty()
  status: string
}

class RelatedConceptView {
  @ApiProperty({ format: 'uuid' })
  conceptId: string
  @ApiProperty()
  number: number
  @ApiProperty()
  status: string
  @ApiProperty({ enum: relations })
  relation: Relation
  @ApiProperty({ type: [RelatedTermView] })
  terms: RelatedTermView[]
}

export class CandidateView extends CandidateRowView {
  @ApiProperty({ type: [EvidenceView] })
  evidence: EvidenceView[]
  @ApiProperty({ type: [DecisionView] })
  decisions: DecisionView[]
  @ApiProperty({ type: [RelatedConceptView] })
  related: RelatedConceptView[]
}

export class DecidedView {
  @ApiProperty({ type: CandidateRowView })
  candidate: CandidateRowView
  @ApiProperty({ type: LastDecisionView })
  decision: LastDecisionView
}

class SkippedView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  why: string
}

export class BulkDecidedView {
  @ApiProperty({ format: 'uuid' })
  batchId: string
  @ApiProperty()
  decided: number
  @ApiProperty({ type: [SkippedView] })
  skipped: SkippedView[]
}

export class UndoneView {
  @ApiProperty({ type: CandidateRowView })
  candidate: CandidateRowView
}

export class BatchUndoneView {
  @ApiProperty()
  undone: number
}

export class ViewBody {
  @ApiProperty({ maxLength: 80 })
  @IsString()
  @Length(1, 80)
  @Matches(/\S/, { message: 'name must not be empty' })
  name: string

  @ApiProperty({ description: 'What stands in the address of the screen, without the question mark' })
  @IsString()
  @MaxLength(2000)
  query: string

  @ApiProperty({ description: 'Everybody who works on the termbase sees it' })
  @IsBoolean()
  shared: boolean
}

export class SavedViewView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
  @ApiProperty()
  query: string
  @ApiProperty()
  shared: boolean
  @ApiProperty({ type: PersonView })
  owner: PersonView
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date
}

export class LookingBody {
  @ApiProperty({ format: 'uuid', description: 'Which page says so: a person may have several open' })
  @IsUUID()
  session: string

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null when the page is left' })
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  candidate: string | null
}

export class OwnDecisionView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decisionId: string | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  batchId: string | null
  @ApiProperty({ format: 'uuid' })
  candidateId: string
  @ApiProperty()
  source: string
  @ApiProperty()
  target: string
  @ApiProperty({ enum: decisionKinds })
  kind: DecisionKind
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty()
  count: number
}

export class MergePreviewBody {
  @ApiProperty({ format: 'uuid', description: 'The candidate that stays' })
  @IsUUID()
  into: string

  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ids: string[]
}

class PreviewTermView {
  @ApiProperty()
  language: string
  @ApiProperty()
  text: string
  @ApiProperty()
  status: string
  @ApiProperty({ description: 'It comes from a pair that would be merged' })
  fresh: boolean
}

export class MergePreviewView {
  @ApiProperty({ type: [PreviewTermView] })
  terms: PreviewTermView[]
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The concept they would join' })
  conceptId: string | null
}
