import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator'
import type { CleaningCount, Passage } from '../extraction/index.js'
import type { JobProblem } from '../jobs/job.js'
import { type DocumentState, documentStates, type DocumentWarning } from './document-record.js'

export const cleaningKinds = [
  'pinyin',
  'traditional',
  'width',
  'ligature',
  'soft-hyphen',
  'invisible',
  'markup',
] as const

/** The form of an upload, for the description of the API: the stream itself is read by `receiveUpload`. */
export const uploadForm: { type: string; required: string[]; properties: Record<string, object> } = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description:
        'A bilingual file (.txt, .md, .docx, .pdf, .tsv, .tmx, .xlf, .po, .xlsx, .srt, .vtt), a text in the source language, ' +
        'or a .zip of files that are named by language: each pair in it becomes a document',
    },
    targetFile: { type: 'string', format: 'binary', description: 'Its translation, when `file` holds one language' },
    aligned: { type: 'boolean', description: 'Line n of one file translates line n of the other' },
  },
}

export class PairsQueryDto {
  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string

  @ApiPropertyOptional({
    minimum: 0,
    description: 'Without a cursor: the position to begin at, to go anywhere in a long document',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  from?: number

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100
}

export class OriginalQuery {
  @ApiPropertyOptional({ enum: ['source', 'target'], default: 'source', description: 'Which of two files' })
  @IsOptional()
  @IsIn(['source', 'target'])
  side?: 'source' | 'target'
}

class ExampleView {
  @ApiProperty({ description: 'As it stood' })
  from: string
  @ApiProperty({ description: 'As it is read' })
  to: string
}

class CleaningView implements CleaningCount {
  @ApiProperty({ enum: cleaningKinds })
  kind: CleaningCount['kind']
  @ApiProperty()
  count: number
  @ApiProperty({ type: [ExampleView] })
  examples: ExampleView[]
}

class WarningView {
  @ApiProperty({ type: String, description: 'Stable: what programs tell warnings apart by' })
  code: DocumentWarning['code']
  @ApiProperty()
  message: string
  @ApiPropertyOptional()
  line?: number
  @ApiPropertyOptional()
  count?: number
}

class AuthorView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

export class DocumentView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
  @ApiProperty({ type: String, nullable: true, description: 'The second file, when each language has its own' })
  targetName: string | null
  @ApiProperty()
  sizeBytes: number
  @ApiProperty({ description: 'As the file was read, e.g. utf-8, gb18030, big5' })
  encoding: string
  @ApiProperty({ enum: documentStates })
  state: DocumentState
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'Why it could not be read, and what to do',
  })
  problem: JobProblem | null
  @ApiProperty({ type: [CleaningView] })
  cleaning: CleaningView[]
  @ApiProperty({ type: [WarningView] })
  warnings: WarningView[]
  @ApiProperty({ description: 'Sentence pairs with text on both sides' })
  pairCount: number
  @ApiProperty({ description: 'Candidates with evidence in it' })
  candidateCount: number
  @ApiProperty({ description: 'One more with every correction of its sentence alignment, and with every undo of one' })
  alignmentVersion: number
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The newest job that read it' })
  jobId: string | null
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date
  @ApiProperty({ type: AuthorView, nullable: true })
  createdBy: AuthorView | null
}

export class DocumentListView {
  @ApiProperty({ type: [DocumentView] })
  items: DocumentView[]
}

export class AddedDocumentView {
  @ApiProperty({ type: DocumentView })
  document: DocumentView
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The job that reads it, see /jobs/{id}',
  })
  job: object | null
  @ApiProperty({ description: 'The termbase had the same content already' })
  duplicate: boolean
}

class LeftAloneView {
  @ApiProperty()
  name: string
  @ApiProperty({ description: 'Why it was not taken' })
  why: string
}

export class ReceivedUploadView extends AddedDocumentView {
  @ApiProperty({ type: [AddedDocumentView], description: 'Of an archive the other documents' })
  more: AddedDocumentView[]
  @ApiProperty({ type: [LeftAloneView], description: 'Of an archive the files that were not taken' })
  leftAlone: LeftAloneView[]
}

class PassageView implements Passage {
  @ApiProperty({ description: 'As it stood' })
  text: string
  @ApiProperty({ description: 'Offset in the document, in UTF-16 code units' })
  start: number
  @ApiProperty()
  line: number
}

class SentencePairView {
  @ApiProperty()
  id: string
  @ApiProperty({ description: 'In reading order, from 0' })
  position: number
  @ApiProperty({ type: PassageView, nullable: true })
  source: PassageView | null
  @ApiProperty({ type: PassageView, nullable: true })
  target: PassageView | null
  @ApiProperty({ minimum: 0, maximum: 1 })
  score: number
  @ApiProperty({ type: AuthorView, nullable: true, description: 'Who put its sides together by hand' })
  alignedBy: AuthorView | null
}

export class PairSearchQuery {
  @ApiProperty({
    description: 'Stands in a sentence of either side; width, case and, for simplified texts, script do not matter',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  q: string
}

export class PairSearchView {
  @ApiProperty({ type: [Number], description: 'Positions of the pairs, in reading order; at most 5000' })
  positions: number[]
  @ApiProperty({ description: 'How many there are' })
  total: number
}

export class SentencePairPageView {
  @ApiProperty({ type: [SentencePairView] })
  items: SentencePairView[]
  @ApiProperty({ description: 'Of the document, with pairs whose other side is empty' })
  total: number
  @ApiProperty({ type: String, nullable: true })
  next: string | null
}
