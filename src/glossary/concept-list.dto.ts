import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator'
import { NOTHING } from './concept-filter.js'
import { type Sorting, sortings } from './concept-list.service.js'
import {
  type AdministrativeStatus,
  administrativeStatuses,
  type ConceptStatus,
  conceptStatuses,
} from './concept-record.js'
import { ConceptView } from './concept.dto.js'

/** `a,b` in an address, or a list in JSON. */
const toList = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value)

const toBoolean = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)

const OptionalValue = (description: string) => (target: object, property: string) => {
  ApiPropertyOptional({ type: String, maxLength: 1000, description })(target, property)
  IsOptional()(target, property)
  IsString()(target, property)
  MaxLength(1000)(target, property)
}

const OptionalSwitch = (description: string) => (target: object, property: string) => {
  ApiPropertyOptional({ type: Boolean, description })(target, property)
  IsOptional()(target, property)
  Transform(toBoolean)(target, property)
  IsBoolean()(target, property)
}

/** What part of the glossary is meant. */
export class ConceptFilterQuery {
  @ApiPropertyOptional({
    description:
      'Words inside a term, from one character on, in any script, width and case; where no term has them, those nearest in spelling',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string

  @ApiPropertyOptional({ enum: conceptStatuses, isArray: true, description: 'Without it: all but the retired' })
  @IsOptional()
  @Transform(toList)
  @IsIn(conceptStatuses, { each: true })
  status?: ConceptStatus[]

  @OptionalValue('Without a term in this language')
  missing?: string

  @OptionalValue(`Of this subject field or one below it; ${NOTHING} for those without one`)
  subjectField?: string

  @OptionalValue(`Of this customer; ${NOTHING} for those without one`)
  customerSubset?: string

  @OptionalValue(`Of this project; ${NOTHING} for those without one`)
  projectSubset?: string

  @OptionalSwitch('With a definition, or without')
  definition?: boolean

  @ApiPropertyOptional({ enum: administrativeStatuses, description: 'With a term of this status' })
  @IsOptional()
  @IsIn(administrativeStatuses)
  termStatus?: AdministrativeStatus

  @ApiPropertyOptional({ format: 'uuid', description: 'Last changed by this person' })
  @IsOptional()
  @IsUUID()
  updatedBy?: string

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Changed at this time or later' })
  @IsOptional()
  @IsISO8601()
  updatedSince?: string

  @OptionalSwitch('With comments that are not resolved, or without')
  openComments?: boolean

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'Only among these' })
  @IsOptional()
  @Transform(toList)
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20_000)
  ids?: string[]
}

export class ConceptsQuery extends ConceptFilterQuery {
  @ApiPropertyOptional({
    enum: Object.keys(sortings),
    description: 'Unsaid: nearest to q first; without q the newest',
  })
  @IsOptional()
  @IsIn(Object.keys(sortings))
  sort?: Sorting

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  cursor?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50
}

export class ConceptPageView {
  @ApiProperty({ type: [ConceptView] })
  items: ConceptView[]
  @ApiProperty({ type: String, nullable: true })
  next: string | null
  @ApiPropertyOptional()
  total?: number
  @ApiPropertyOptional({ description: 'True: no term has the letters of q, these are near it in spelling' })
  near?: boolean
}

const counted = { type: 'object', additionalProperties: { type: 'integer' } } as const

class NamedPersonView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

/** How many concepts each choice would show, the other filters standing. */
export class ConceptCountsView {
  @ApiProperty()
  total: number
  @ApiProperty(counted)
  status: Record<string, number>
  @ApiProperty(counted)
  subjectField: Record<string, number>
  @ApiProperty(counted)
  customerSubset: Record<string, number>
  @ApiProperty(counted)
  projectSubset: Record<string, number>
  @ApiProperty(counted)
  definition: Record<string, number>
  @ApiProperty(counted)
  updatedBy: Record<string, number>
  @ApiProperty(counted)
  openComments: Record<string, number>
  @ApiProperty(counted)
  termStatus: Record<string, number>
  @ApiProperty({ ...counted, description: 'Without a term in the language' })
  missing: Record<string, number>
  @ApiProperty({ type: [NamedPersonView], description: 'Whom updatedBy counts' })
  people: NamedPersonView[]
}
