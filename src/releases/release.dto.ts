import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator'
import { type WarningKind, warningKinds } from './publish-warnings.js'
import { type DifferenceKind, differenceKinds } from './release-diff.js'
import type { ReleaseSummary } from './releases.service.js'

export class NewReleaseBody {
  @ApiPropertyOptional({ maxLength: 5000, description: 'What is new, for the readers of the release' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  note?: string

  @ApiPropertyOptional({ default: false, description: 'Publish also when nothing differs from the newest release' })
  @IsOptional()
  @IsBoolean()
  evenUnchanged?: boolean

  @ApiPropertyOptional({
    minimum: 1,
    description:
      'Bring back this older release as the newest one, instead of what is approved now; concepts stay as they are',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  from?: number
}

const releaseNumber = { pattern: /^(latest|[1-9]\d{0,8})$/, message: 'must be the number of a release, or latest' }

/** The most concepts that one answer tells. */
const largestPage = 1000

export class DiffPageQuery {
  @ApiPropertyOptional({ enum: differenceKinds })
  @IsOptional()
  @IsIn(differenceKinds)
  kind?: DifferenceKind

  @ApiPropertyOptional({ maxLength: 200, description: 'Part of a term, or of what a field said or says' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string

  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string

  @ApiPropertyOptional({ minimum: 1, maximum: largestPage, default: largestPage })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(largestPage)
  limit: number = largestPage
}

export class ChangelogQuery {
  @ApiProperty({ example: '1', description: 'Number of a release, or latest' })
  @Matches(releaseNumber.pattern, { message: releaseNumber.message })
  from: string

  @ApiProperty({ example: '2', description: 'Number of a release, or latest' })
  @Matches(releaseNumber.pattern, { message: releaseNumber.message })
  to: string
}

export class DiffQuery extends DiffPageQuery {
  @ApiProperty({ example: '1', description: 'Number of a release, or latest' })
  @Matches(releaseNumber.pattern, { message: releaseNumber.message })
  from: string

  @ApiProperty({ example: '2', description: 'Number of a release, or latest' })
  @Matches(releaseNumber.pattern, { message: releaseNumber.message })
  to: string
}

export class AuthorView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

export class ReleaseView {
  @ApiProperty({ minimum: 1 })
  number: number
  @ApiProperty()
  note: string
  @ApiProperty({ type: AuthorView })
  author: AuthorView
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt: Date
  @ApiProperty()
  conceptCount: number
  @ApiProperty()
  termCount: number
  @ApiProperty({ description: 'SHA-256 of what the concepts say: equal for releases that say the same' })
  contentHash: string
  @ApiProperty({ type: [String] })
  languages: string[]
  @ApiProperty({ type: Number, nullable: true, description: 'The older release whose content it brought back' })
  bringsBack: number | null
}

export class PublishingView {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The job that does it, see /jobs/{id}' })
  job: object
}

export class ReleaseListView {
  @ApiProperty({ type: [ReleaseView] })
  items: ReleaseView[]
}

export function releaseView(release: ReleaseSummary): ReleaseView {
  const { number, note, author, publishedAt, conceptCount, termCount, contentHash, languages, bringsBack } = release
  return { number, note, author, publishedAt, conceptCount, termCount, contentHash, languages, bringsBack }
}

export class DifferenceTermView {
  @ApiProperty()
  language: string
  @ApiProperty()
  text: string
  @ApiProperty({ example: 'preferredTerm-admn-sts' })
  status: string
}

export class FieldChangeView {
  @ApiProperty({ example: 'zh › 上合组织 › administrativeStatus' })
  path: string
  @ApiProperty({ example: 'administrativeStatus' })
  field: string
  @ApiPropertyOptional()
  language?: string
  @ApiPropertyOptional()
  term?: string
  @ApiProperty({ type: String, nullable: true })
  before: string | null
  @ApiProperty({ type: String, nullable: true })
  after: string | null
}

class ConceptPlaceView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
}

export class TermMoveView {
  @ApiProperty()
  language: string
  @ApiProperty()
  text: string
  @ApiPropertyOptional({ type: ConceptPlaceView, description: 'The concept that had it before' })
  from?: ConceptPlaceView
  @ApiPropertyOptional({ type: ConceptPlaceView, description: 'The concept that has it now' })
  to?: ConceptPlaceView
}

export class ConceptDifferenceView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
  @ApiProperty({ type: [DifferenceTermView] })
  terms: DifferenceTermView[]
  @ApiProperty({ type: [FieldChangeView], description: 'Empty for a concept that came or went as a whole' })
  changes: FieldChangeView[]
  @ApiPropertyOptional({
    type: [TermMoveView],
    description:
      'Terms that came from another concept or went to one; not looked for where more than 5000 concepts differ',
  })
  moved?: TermMoveView[]
}

export class DiffCountsView {
  @ApiProperty()
  added: number
  @ApiProperty()
  removed: number
  @ApiProperty()
  changed: number
}

export class DiffPageView {
  @ApiProperty({ type: DiffCountsView, description: 'Of the whole, not of the page' })
  counts: DiffCountsView
  @ApiProperty({ type: [ConceptDifferenceView] })
  added: ConceptDifferenceView[]
  @ApiProperty({ type: [ConceptDifferenceView] })
  removed: ConceptDifferenceView[]
  @ApiProperty({ type: [ConceptDifferenceView] })
  changed: ConceptDifferenceView[]
  @ApiProperty({ type: String, nullable: true, description: 'The cursor of the next page' })
  next: string | null
}

export class ReleaseDiffView extends DiffPageView {
  @ApiProperty()
  from: number
  @ApiProperty()
  to: number
}

export class WarningExampleView {
  @ApiProperty({ format: 'uuid' })
  conceptId: string
  @ApiProperty()
  number: number
  @ApiProperty({ description: 'A term of the concept' })
  text: string
  @ApiProperty({ description: 'The language that is missing, the other concept, the reference' })
  detail: string
}

export class PublishWarningView {
  @ApiProperty({ enum: warningKinds })
  kind: WarningKind
  @ApiProperty()
  count: number
  @ApiProperty({ type: [WarningExampleView] })
  examples: WarningExampleView[]
}

export class ReleasePreviewView extends DiffPageView {
  @ApiProperty({ type: Number, nullable: true, description: 'The newest release; null before the first' })
  from: number | null
  @ApiProperty({ description: 'The number that the release would get' })
  number: number
  @ApiProperty()
  conceptCount: number
  @ApiProperty()
  isUnchanged: boolean
  @ApiProperty({ type: [PublishWarningView] })
  warnings: PublishWarningView[]
}
