import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import type { DataNode } from '../formats/index.js'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator'
import { limits } from './concept-rules.js'
import { faultOfData } from './data-rules.js'
import {
  type AdministrativeStatus,
  administrativeStatuses,
  type ConceptStatus,
  conceptStatuses,
  grammaticalGenders,
  partsOfSpeech,
  termTypes,
} from './concept-record.js'

/** A text that may be unsaid: null clears it. */
const OptionalText = (description?: string) => (target: object, property: string) => {
  ApiPropertyOptional({ type: String, nullable: true, maxLength: limits.textLength, description })(target, property)
  IsOptional()(target, property)
  IsString()(target, property)
  MaxLength(limits.textLength)(target, property)
}

/** A value of a picklist of TBX-Basic, or null. */
const OptionalChoice = (values: readonly string[]) => (target: object, property: string) => {
  ApiPropertyOptional({ enum: values, nullable: true })(target, property)
  IsOptional()(target, property)
  IsIn(values)(target, property)
}

const dataSchema = {
  type: 'array',
  nullable: true,
  description:
    'Every data category at this level in its place, in the words of TBX: categories that no field holds, groups, history. Null when the fields say all; left out in a change, it stays.',
  items: {
    type: 'object',
    required: ['element'],
    properties: {
      element: { type: 'string', example: 'admin' },
      category: { type: 'string', example: 'customerSubset' },
      attributes: { type: 'object', additionalProperties: { type: 'string' } },
      content: {
        type: 'array',
        items: { oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }] },
      },
      children: { type: 'array', items: { type: 'object', additionalProperties: true } },
    },
  },
} as const

/** Nodes as an editor may write them. */
const OptionalData = () => (target: object, property: string) => {
  ApiPropertyOptional(dataSchema as never)(target, property)
  IsOptional()(target, property)
  ValidateBy({
    name: 'data',
    validator: {
      validate: (value) => faultOfData(value) === null,
      defaultMessage: (checked) => `${property} ${faultOfData(checked?.value)}`,
    },
  })(target, property)
}

const asWrittenSchema = {
  type: 'object',
  nullable: true,
  additionalProperties: true,
  description: 'How the file wrote it. Kept by the server: what a change says of it is passed over.',
}

/** What is shown may be sent back as it is; how a file wrote it is not for an editor to say. */
const PassedOver = () => (target: object, property: string) => {
  ApiPropertyOptional(asWrittenSchema as never)(target, property)
  IsOptional()(target, property)
  Transform(() => undefined)(target, property)
}

export class TermBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'The id it had before; without it the term is new' })
  @IsOptional()
  @IsUUID()
  id?: string

  @ApiProperty({ maxLength: limits.termLength })
  @IsString()
  @Length(1, limits.termLength)
  text: string

  @ApiPropertyOptional({ enum: administrativeStatuses, default: 'admittedTerm-admn-sts' })
  @IsOptional()
  @IsIn(administrativeStatuses)
  administrativeStatus?: AdministrativeStatus

  @OptionalChoice(partsOfSpeech)
  partOfSpeech?: string | null

  @OptionalChoice(termTypes)
  termType?: string | null

  @OptionalChoice(grammaticalGenders)
  grammaticalGender?: string | null

  @OptionalText('Where it is used, e.g. zh-TW')
  geographicalUsage?: string | null

  @OptionalText('Where it stands in a program, e.g. menuItem')
  termLocation?: string | null

  @OptionalText()
  note?: string | null

  @OptionalText()
  source?: string | null

  @OptionalText()
  context?: string | null

  @OptionalText()
  contextSource?: string | null

  @OptionalText('Whose term it is')
  customerSubset?: string | null

  @OptionalText('The project it belongs to')
  projectSubset?: string | null

  @OptionalData()
  data?: DataNode[] | null

  @ApiPropertyOptional({ description: 'WHO is not who' })
  @IsOptional()
  @IsBoolean()
  caseSensitive?: boolean

  @ApiPropertyOptional({ type: Boolean, nullable: true, description: 'Recognised in this form only, never inflected' })
  @IsOptional()
  @IsBoolean()
  exactForm?: boolean | null

  @ApiPropertyOptional({ format: 'uuid', nullable: true, type: String })
  @IsOptional()
  @IsUUID()
  candidateId?: string | null

  @PassedOver()
  asWritten?: undefined
}

export class LanguageBody {
  @ApiProperty({ example: 'zh' })
  @IsString()
  @Length(2, 50)
  language: string

  @OptionalText()
  definition?: string | null

  @OptionalText()
  definitionSource?: string | null

  @OptionalText()
  note?: string | null

  @OptionalData()
  data?: DataNode[] | null

  @ApiProperty({ type: [TermBody] })
  @IsArray()
  @ArrayMaxSize(limits.termsOfLanguage)
  @ValidateNested({ each: true })
  @Type(() => TermBody)
  terms: TermBody[]

  @PassedOver()
  asWritten?: undefined
}

class ConceptFieldsBody {
  @ApiPropertyOptional({ enum: conceptStatuses })
  @IsOptional()
  @IsIn(conceptStatuses)
  status?: ConceptStatus

  @OptionalText()
  subjectField?: string | null

  @OptionalText()
  definition?: string | null

  @OptionalText()
  definitionSource?: string | null

  @OptionalText()
  note?: string | null

  @OptionalText('Whose concept it is')
  customerSubset?: string | null

  @OptionalText('The project it belongs to')
  projectSubset?: string | null

  @OptionalData()
  data?: DataNode[] | null
}

export class NewConceptBody extends ConceptFieldsBody {
  @ApiProperty({ type: [LanguageBody] })
  @IsArray()
  @ArrayMaxSize(limits.languages)
  @ValidateNested({ each: true })
  @Type(() => LanguageBody)
  languages: LanguageBody[]
}

export class ConceptChangesBody extends ConceptFieldsBody {
  @ApiPropertyOptional({
    type: [LanguageBody],
    description: 'Replaces all languages; terms with their id stay the same terms',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(limits.languages)
  @ValidateNested({ each: true })
  @Type(() => LanguageBody)
  languages?: LanguageBody[]
}

export class TermView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  text: string
  @ApiProperty({ enum: administrativeStatuses })
  administrativeStatus: AdministrativeStatus
  @ApiProperty({ type: String, nullable: true })
  partOfSpeech: string | null
  @ApiProperty({ type: String, nullable: true })
  termType: string | null
  @ApiProperty({ type: String, nullable: true })
  grammaticalGender: string | null
  @ApiProperty({ type: String, nullable: true })
  geographicalUsage: string | null
  @ApiProperty({ type: String, nullable: true })
  termLocation: string | null
  @ApiProperty({ type: String, nullable: true })
  note: string | null
  @ApiProperty({ type: String, nullable: true })
  source: string | null
  @ApiProperty({ type: String, nullable: true })
  context: string | null
  @ApiProperty({ type: String, nullable: true })
  contextSource: string | null
  @ApiPropertyOptional({ type: String, nullable: true })
  customerSubset?: string | null
  @ApiPropertyOptional({ type: String, nullable: true })
  projectSubset?: string | null
  @ApiPropertyOptional(dataSchema as never)
  data?: DataNode[] | null
  @ApiPropertyOptional(asWrittenSchema as never)
  asWritten?: object | null
  @ApiProperty()
  caseSensitive: boolean
  @ApiPropertyOptional({ type: Boolean, nullable: true })
  exactForm?: boolean | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  candidateId: string | null
}

export class LanguageView {
  @ApiProperty()
  language: string
  @ApiProperty({ type: String, nullable: true })
  definition: string | null
  @ApiProperty({ type: String, nullable: true })
  definitionSource: string | null
  @ApiProperty({ type: String, nullable: true })
  note: string | null
  @ApiPropertyOptional(dataSchema as never)
  data?: DataNode[] | null
  @ApiPropertyOptional(asWrittenSchema as never)
  asWritten?: object | null
  @ApiProperty({ type: [TermView] })
  terms: TermView[]
}

export class ReplacementView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
}

/** `ConceptRecord` as OpenAPI sees it: the record goes out as it is. */
export class ConceptView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
  @ApiPropertyOptional({ type: String, nullable: true, description: 'The id it had in the file it came from' })
  externalId?: string | null
  @ApiProperty({ enum: conceptStatuses })
  status: ConceptStatus
  @ApiProperty({ type: String, nullable: true })
  subjectField: string | null
  @ApiProperty({ type: String, nullable: true })
  definition: string | null
  @ApiProperty({ type: String, nullable: true })
  definitionSource: string | null
  @ApiProperty({ type: String, nullable: true })
  note: string | null
  @ApiPropertyOptional({ type: String, nullable: true })
  customerSubset?: string | null
  @ApiPropertyOptional({ type: String, nullable: true })
  projectSubset?: string | null
  @ApiPropertyOptional(dataSchema as never)
  data?: DataNode[] | null
  @ApiPropertyOptional(asWrittenSchema as never)
  asWritten?: object | null
  @ApiProperty({ description: 'Counts the changes; the ETag of the concept' })
  version: number
  @ApiProperty({ format: 'date-time' })
  createdAt: string
  @ApiProperty({ format: 'uuid' })
  createdBy: string
  @ApiProperty({ format: 'date-time' })
  updatedAt: string
  @ApiProperty({ format: 'uuid' })
  updatedBy: string
  @ApiProperty({ type: [LanguageView] })
  languages: LanguageView[]
}

/** A concept on its own page. */
export class OneConceptView extends ConceptView {
  @ApiPropertyOptional({
    type: ReplacementView,
    nullable: true,
    description: 'The concept that stands for it since it was merged; the header Link names it too',
  })
  replacedBy?: ReplacementView | null
}

class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

export class ConceptVersionView {
  @ApiProperty()
  version: number
  @ApiProperty({ example: 'accept-candidate' })
  cause: string
  @ApiProperty({ type: PersonView })
  author: PersonView
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty({ type: ConceptView })
  snapshot: ConceptView
}

export class ConceptHistoryView {
  @ApiProperty({ type: [ConceptVersionView] })
  items: ConceptVersionView[]
}
