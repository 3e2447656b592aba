import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
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
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import { conceptStatuses } from '../concept-record.js'
import {
  type Action,
  actions,
  duplicateActions,
  fieldActions,
  importStates,
  type ImportState,
  type Rules,
  type Verdict,
  verdicts,
} from './import-record.js'

const kinds = ['added', 'changed', 'removed'] as const
const conflictRules = ['ask', ...fieldActions] as const
const duplicateRules = ['ask', ...duplicateActions] as const

export const importForm = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    encoding: { type: 'string' },
    source: { type: 'string', description: 'Language of the first column of a table without header' },
    target: { type: 'string' },
    mapping: { type: 'string', description: 'JSON: what the columns of a table mean, as the preview names them' },
    fields: { type: 'string', description: 'JSON: what the fields of a MultiTerm file mean' },
    status: {
      type: 'string',
      enum: ['draft', 'approved'],
      default: 'draft',
      description: 'What new concepts come in as',
    },
    complete: { type: 'string', enum: ['true', 'false'], description: 'What the file leaves out counts as removed' },
  },
}

export class ImportEntriesQuery {
  @ApiPropertyOptional({ enum: verdicts })
  @IsOptional()
  @IsIn(verdicts)
  verdict?: Verdict

  @ApiPropertyOptional({ type: Boolean, description: 'Only what is undecided' })
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  open?: boolean

  @ApiPropertyOptional({ description: 'Part of a term or id' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string

  @ApiPropertyOptional()
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

export class ReportQuery {
  @ApiPropertyOptional({ enum: ['csv', 'jsonl'], default: 'csv' })
  @IsOptional()
  @IsIn(['csv', 'jsonl'])
  format: 'csv' | 'jsonl' = 'csv'
}

export class RulesBody {
  @ApiPropertyOptional({ enum: conflictRules })
  @IsOptional()
  @IsIn(conflictRules)
  conflicts?: Rules['conflicts']

  @ApiPropertyOptional({ enum: duplicateRules })
  @IsOptional()
  @IsIn(duplicateRules)
  duplicates?: Rules['duplicates']
}

class EntryFilterBody {
  @ApiPropertyOptional({ enum: verdicts })
  @IsOptional()
  @IsIn(verdicts)
  verdict?: Verdict

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  open?: boolean

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string
}

export class DecideBody {
  @ApiPropertyOptional({
    type: [Number],
    description: 'Entries by their position; without it, all that match the filter',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1_000_000)
  @IsInt({ each: true })
  positions?: number[]

  @ApiPropertyOptional({ type: EntryFilterBody })
  @IsOptional()
  @ValidateNested()
  @Type(() => EntryFilterBody)
  filter?: EntryFilterBody

  @ApiPropertyOptional({ enum: actions, nullable: true, description: 'Null takes the decision back' })
  @IsOptional()
  @IsIn(actions)
  action?: Action | null

  @ApiPropertyOptional({ format: 'uuid', description: 'With merge: the concept, where several are offered' })
  @IsOptional()
  @IsUUID()
  into?: string

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['ours', 'theirs'] },
    description: 'Number of a difference -> whose value it gets',
  })
  @IsOptional()
  @IsObject()
  fields?: Record<string, 'ours' | 'theirs'>
}

export class UndoImportBody {
  @ApiPropertyOptional({ description: 'Leave what was edited since, and undo the rest' })
  @IsOptional()
  @IsBoolean()
  rest?: boolean
}

class RulesView {
  @ApiProperty({ enum: conflictRules })
  conflicts: Rules['conflicts']
  @ApiProperty({ enum: duplicateRules })
  duplicates: Rules['duplicates']
}

class VerdictCountsView {
  @ApiProperty()
  new: number
  @ApiProperty()
  same: number
  @ApiProperty()
  changed: number
  @ApiProperty()
  conflict: number
  @ApiProperty()
  duplicate: number
  @ApiProperty()
  refused: number
}

class ImportCountsView {
  @ApiProperty()
  entries: number
  @ApiProperty()
  terms: number
  @ApiProperty({ type: VerdictCountsView })
  verdicts: VerdictCountsView
  @ApiProperty({ description: 'Conflicts and duplicates that neither a decision nor a rule answers' })
  undecided: number
}

class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

class RenamedLanguageView {
  @ApiProperty({ example: 'en_US' })
  written: string
  @ApiProperty({ example: 'en-US' })
  language: string
  @ApiProperty()
  count: number
}

class ImportWarningView {
  @ApiProperty()
  code: string
  @ApiProperty()
  message: string
  @ApiPropertyOptional()
  line?: number
  @ApiProperty()
  count: number
}

export class ImportResultView {
  @ApiProperty()
  added: number
  @ApiProperty()
  changed: number
  @ApiProperty()
  terms: number
  @ApiPropertyOptional({ description: 'Of an undo: concepts that were edited since, and stayed' })
  kept?: number
}

export class ImportView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ format: 'uuid' })
  termbaseId: string
  @ApiProperty()
  fileName: string
  @ApiProperty()
  sizeBytes: number
  @ApiProperty({ type: String, nullable: true, example: 'tbx' })
  format: string | null
  @ApiProperty({ type: String, nullable: true, example: 'TBX-Basic' })
  dialect: string | null
  @ApiProperty({ type: [String] })
  languages: string[]
  @ApiProperty({ type: RulesView })
  rules: RulesView
  @ApiProperty({ enum: importStates })
  state: ImportState
  @ApiProperty({ type: ImportCountsView })
  counts: ImportCountsView
  @ApiProperty({ type: [RenamedLanguageView] })
  renamedLanguages: RenamedLanguageView[]
  @ApiProperty({ type: [ImportWarningView] })
  warnings: ImportWarningView[]
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'Why it failed: code, message, remedy, place',
  })
  problem: object | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  jobId: string | null
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date
  @ApiProperty({ type: PersonView, nullable: true })
  createdBy: PersonView | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  appliedAt: Date | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: Date | null
  @ApiProperty({ type: ImportResultView, nullable: true })
  result: ImportResultView | null
}

export class ImportListView {
  @ApiProperty({ type: [ImportView] })
  items: ImportView[]
}

export class StartedImportView {
  @ApiProperty({ type: ImportView })
  import: ImportView
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The job that does it, see /jobs/{id}' })
  job: object
}

class DifferenceView {
  @ApiProperty({ example: 'zh › 上合组织 › note' })
  path: string
  @ApiProperty()
  field: string
  @ApiPropertyOptional()
  language?: string
  @ApiPropertyOptional()
  term?: string
  @ApiProperty({ enum: kinds })
  kind: (typeof kinds)[number]
  @ApiProperty({ type: String, nullable: true })
  before: string | null
  @ApiProperty({ type: String, nullable: true })
  after: string | null
}

class OfferedTermView {
  @ApiProperty()
  language: string
  @ApiProperty()
  text: string
}

class MergeOfferView {
  @ApiProperty({ format: 'uuid' })
  conceptId: string
  @ApiProperty()
  number: number
  @ApiProperty({ enum: conceptStatuses })
  status: (typeof conceptStatuses)[number]
  @ApiProperty({ type: [OfferedTermView] })
  terms: OfferedTermView[]
}

class ImportDecisionView {
  @ApiProperty({ enum: actions })
  action: Action
  @ApiPropertyOptional({ format: 'uuid' })
  into?: string
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: ['ours', 'theirs'] } })
  fields?: Record<string, 'ours' | 'theirs'>
}

export class ImportEntryView {
  @ApiProperty({ description: 'Counts from 0, in the order of the file' })
  position: number
  @ApiProperty({ type: Number, nullable: true })
  line: number | null
  @ApiProperty({ type: String, nullable: true })
  externalId: string | null
  @ApiProperty({ description: 'Its first terms' })
  label: string
  @ApiProperty({ enum: verdicts })
  verdict: Verdict
  @ApiProperty({ enum: ['id', 'number', 'terms'], nullable: true })
  matchedBy: 'id' | 'number' | 'terms' | null
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  conceptId: string | null
  @ApiProperty({ type: Number, nullable: true })
  conceptNumber: number | null
  @ApiProperty({ enum: conceptStatuses, nullable: true })
  conceptStatus: (typeof conceptStatuses)[number] | null
  @ApiProperty({ type: [DifferenceView] })
  changes: DifferenceView[]
  @ApiProperty({ type: [MergeOfferView], description: 'Of a duplicate: the concepts it might belong to' })
  offers: MergeOfferView[]
  @ApiProperty({ type: String, nullable: true })
  problem: string | null
  @ApiProperty({ type: ImportDecisionView, nullable: true })
  decision: ImportDecisionView | null
  @ApiProperty({ description: 'By a decision, by a rule, or because there is nothing to decide' })
  decided: boolean
}

export class ImportEntryPageView {
  @ApiProperty({ type: [ImportEntryView] })
  items: ImportEntryView[]
  @ApiProperty({ type: String, nullable: true })
  next: string | null
  @ApiPropertyOptional()
  total?: number
}

export class DifferencesQuery {
  @ApiProperty({ format: 'uuid', description: 'One of the concepts that are offered for the entry' })
  @IsUUID()
  concept: string
}

export class DifferencesView {
  @ApiProperty({ type: [DifferenceView] })
  changes: DifferenceView[]
}

class DecidedBeforeView {
  @ApiProperty({ type: ImportDecisionView, nullable: true })
  decision: ImportDecisionView | null
  @ApiProperty({ type: [Number] })
  positions: number[]
}

export class DecidedEntriesView {
  @ApiProperty({ description: 'How many entries got the decision' })
  decided: number
  @ApiProperty({ type: [DecidedBeforeView], description: 'What they had before: decide so again, and it is undone' })
  before: DecidedBeforeView[]
  @ApiProperty({ type: ImportView })
  import: ImportView
}

class PreviewColumnView {
  @ApiProperty({ type: String, nullable: true })
  title: string | null
  @ApiProperty({ type: String, nullable: true, description: 'What it seems to hold' })
  guess: string | null
  @ApiProperty({ type: [String] })
  samples: string[]
}

class TableMappingView {
  @ApiProperty({ type: Number, nullable: true })
  headerLine: number | null
  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  columns: (string | null)[]
  @ApiPropertyOptional()
  delimiter?: string
  @ApiPropertyOptional()
  sheet?: string
}

class TablePreviewView {
  @ApiProperty({ type: [PreviewColumnView] })
  columns: PreviewColumnView[]
  @ApiProperty({ type: TableMappingView, description: 'As it would be read; pass it back as `mapping`' })
  mapping: TableMappingView
  @ApiProperty({ description: 'False when the languages of the columns are missing' })
  complete: boolean
}

class FieldPreviewView {
  @ApiProperty()
  name: string
  @ApiProperty()
  count: number
  @ApiProperty({ type: [String] })
  samples: string[]
  @ApiProperty({ type: String, nullable: true })
  category: string | null
}

class MultitermPreviewView {
  @ApiProperty()
  concepts: number
  @ApiProperty({ type: [String] })
  languages: string[]
  @ApiProperty({ type: [FieldPreviewView] })
  fields: FieldPreviewView[]
}

export class ImportPreviewView {
  @ApiProperty({ enum: ['table', 'multiterm', 'other'] })
  kind: 'table' | 'multiterm' | 'other'
  @ApiProperty({ type: String, nullable: true })
  format: string | null
  @ApiProperty({ type: TablePreviewView, nullable: true })
  table: TablePreviewView | null
  @ApiProperty({ type: MultitermPreviewView, nullable: true })
  multiterm: MultitermPreviewView | null
  @ApiProperty({
    type: [String],
    description: 'The names a column can have; those of a language or term with `:zh` after them',
  })
  columnNames: string[]
  @ApiProperty({
    type: [String],
    description: 'What a field of MultiTerm can mean; empty leaves it out, any other name keeps it under that name',
  })
  categoryNames: string[]
}
