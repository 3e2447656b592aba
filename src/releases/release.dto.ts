import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator'
import type { ReleaseSummary } from './releases.service.js'

export class NewReleaseBody {
  @ApiPropertyOptional({ maxLength: 5000, description: 'What is new, for the readers of the release' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  note?: string
}

const releaseNumber = { pattern: /^(latest|[1-9]\d{0,8})$/, message: 'must be the number of a release, or latest' }

export class DiffQuery {
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
}

export class ReleaseListView {
  @ApiProperty({ type: [ReleaseView] })
  items: ReleaseView[]
}

export function releaseView(release: ReleaseSummary): ReleaseView {
  const { number, note, author, publishedAt, conceptCount, termCount, contentHash, languages } = release
  return { number, note, author, publishedAt, conceptCount, termCount, contentHash, languages }
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

export class ConceptDifferenceView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
  @ApiProperty({ type: [DifferenceTermView] })
  terms: DifferenceTermView[]
  @ApiProperty({ type: [FieldChangeView], description: 'Empty for a concept that came or went as a whole' })
  changes: FieldChangeView[]
}

export class DiffCountsView {
  @ApiProperty()
  added: number
  @ApiProperty()
  removed: number
  @ApiProperty()
  changed: number
}

export class ReleaseDiffView {
  @ApiProperty()
  from: number
  @ApiProperty()
  to: number
  @ApiProperty({ type: DiffCountsView })
  counts: DiffCountsView
  @ApiProperty({ type: [ConceptDifferenceView] })
  added: ConceptDifferenceView[]
  @ApiProperty({ type: [ConceptDifferenceView] })
  removed: ConceptDifferenceView[]
  @ApiProperty({ type: [ConceptDifferenceView] })
  changed: ConceptDifferenceView[]
}
