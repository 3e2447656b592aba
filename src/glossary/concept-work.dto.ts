import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import { type BatchKind, batchKinds } from './concept-batch.entity.js'
import { ConceptFilterQuery } from './concept-list.dto.js'
import { termRelations } from './concept-neighbours.service.js'
import {
  type AdministrativeStatus,
  administrativeStatuses,
  type ConceptStatus,
  conceptStatuses,
} from './concept-record.js'
import { limits } from './concept-rules.js'
import { ConceptView } from './concept.dto.js'
import { type Choice, choices, type Choices } from './merge-concepts.js'

const OptionalValue = (description: string) => (target: object, property: string) => {
  ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000, description })(target, property)
  IsOptional()(target, property)
  IsString()(target, property)
  MaxLength(1000)(target, property)
}

/** What many concepts shall say. */
export class BulkChangeBody {
  @ApiPropertyOptional({ enum: conceptStatuses })
  @IsOptional()
  @IsIn(conceptStatuses)
  status?: ConceptStatus

  @OptionalValue('null clears it')
  subjectField?: string | null

  @OptionalValue('null clears it')
  customerSubset?: string | null

  @OptionalValue('null clears it')
  projectSubset?: string | null
}

export class BulkEditBody {
  @ApiProperty({ type: ConceptFilterQuery, description: 'Which concepts; `ids` names them one by one' })
  @IsObject()
  @ValidateNested()
  @Type(() => ConceptFilterQuery)
  filter: ConceptFilterQuery

  @ApiProperty({ type: BulkChangeBody })
  @IsObject()
  @ValidateNested()
  @Type(() => BulkChangeBody)
  change: BulkChangeBody

  @ApiPropertyOptional({ minimum: 0, description: 'What the preview said; another number refuses the change' })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedCount?: number
}

class TermOfLineView {
  @ApiProperty()
  language: string
  @ApiProperty()
  text: string
  @ApiProperty({ enum: administrativeStatuses })
  status: AdministrativeStatus
}

class BulkExampleView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
  @ApiProperty({ type: [TermOfLineView] })
  terms: TermOfLineView[]
  @ApiProperty({ type: BulkChangeBody })
  before: BulkChangeBody
}

export class BulkPreviewView {
  @ApiProperty()
  matching: number
  @ApiProperty({ description: 'The others say it already' })
  changing: number
  @ApiProperty({ type: [BulkExampleView] })
  examples: BulkExampleView[]
}

export class BulkEditedView {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Undo takes it; null when nothing changed',
  })
  batchId: string | null
  @ApiProperty()
  changed: number
}

class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

export class BatchView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ enum: batchKinds })
  kind: BatchKind
  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>
  @ApiProperty({ type: PersonView })
  author: PersonView
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty()
  concepts: number
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: Date | null
  @ApiProperty({ type: PersonView, nullable: true })
  undoneBy: PersonView | null
}

export class BatchListView {
  @ApiProperty({ type: [BatchView] })
  items: BatchView[]
}

export class UndoBatchBody {
  @ApiPropertyOptional({ description: 'Leave concepts that were changed since as they are, instead of refusing' })
  @IsOptional()
  @IsBoolean()
  rest?: boolean
}

export class UndoneBatchView {
  @ApiProperty()
  undone: number
  @ApiProperty({ description: 'Changed since, and left as they are' })
  kept: number
}

export class MergeBody {
  @ApiProperty({ format: 'uuid', description: 'The concept that goes into the other' })
  @IsUUID()
  other: string

  @ApiPropertyOptional({ minimum: 1, description: 'The version of it that was looked at' })
  @IsOptional()
  @IsInt()
  @Min(1)
  otherVersion?: number

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...choices] },
    description: 'By the path of a question, as the preview names them; what is not chosen goes by rule',
  })
  @IsOptional()
  @IsObject()
  choices?: Choices
}

class MergeQuestionView {
  @ApiProperty({ example: 'zh/term:球阀/partOfSpeech' })
  path: string
  @ApiProperty({ type: String, nullable: true })
  left: string | null
  @ApiProperty({ type: String, nullable: true })
  right: string | null
  @ApiProperty({ enum: choices })
  chosen: Choice
  @ApiProperty({ enum: choices, isArray: true })
  allowed: Choice[]
}

class DroppedView {
  @ApiProperty()
  path: string
  @ApiProperty({ enum: ['left', 'right'] })
  side: 'left' | 'right'
  @ApiProperty()
  text: string
}

export class MergePlanView {
  @ApiProperty({ type: ConceptView, description: 'The one that stays' })
  left: ConceptView
  @ApiProperty({ type: ConceptView })
  right: ConceptView
  @ApiProperty({ type: [MergeQuestionView] })
  questions: MergeQuestionView[]
  @ApiProperty({ type: [DroppedView], description: 'What one of the two said and the merged concept will not' })
  dropped: DroppedView[]
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The merged concept' })
  result: object
}

export class MergedView {
  @ApiProperty({ type: ConceptView })
  concept: ConceptView
  @ApiProperty({ format: 'uuid', description: 'Undo takes it' })
  batchId: string
}

class TermBodyToMatch {
  @ApiProperty({ example: 'zh' })
  @IsString()
  @Length(2, 50)
  language: string

  @ApiProperty({ maxLength: limits.termLength })
  @IsString()
  @MaxLength(limits.termLength)
  text: string
}

export class TermsToMatchBody {
  @ApiProperty({ type: [TermBodyToMatch] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TermBodyToMatch)
  terms: TermBodyToMatch[]

  @ApiPropertyOptional({ format: 'uuid', description: 'The concept they belong to, which is no match of itself' })
  @IsOptional()
  @IsUUID()
  except?: string
}

export class ConceptLineView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
  @ApiProperty({ description: 'What a cross reference to it says' })
  reference: string
  @ApiProperty({ enum: conceptStatuses })
  status: ConceptStatus
  @ApiProperty({ type: [TermOfLineView] })
  terms: TermOfLineView[]
}

class MatchingConceptView extends ConceptLineView {
  @ApiProperty({ enum: termRelations })
  relation: (typeof termRelations)[number]
}

class TermMatchesView {
  @ApiProperty()
  language: string
  @ApiProperty()
  text: string
  @ApiProperty({ type: [MatchingConceptView] })
  concepts: MatchingConceptView[]
}

export class MatchesView {
  @ApiProperty({ type: [TermMatchesView] })
  items: TermMatchesView[]
}

export class ReferencesView {
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/ConceptLineView' } })
  to: Record<string, ConceptLineView>
  @ApiProperty({ type: [ConceptLineView] })
  from: ConceptLineView[]
}
