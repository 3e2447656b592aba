import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Length } from 'class-validator'

export class CommentTextBody {
  @ApiProperty({ minLength: 1, maxLength: 10_000, description: '@ and a name calls that person' })
  @IsString()
  @Length(1, 10_000)
  text: string
}

export class NewCommentBody extends CommentTextBody {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'The first comment of the thread' })
  @IsOptional()
  @IsUUID()
  answers?: string | null
}

export class ReadMentionsBody {
  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'Comments that were seen; left out, all' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  comments?: string[]
}

export class NameView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
}

export class PeopleView {
  @ApiProperty({ type: [NameView] })
  items: NameView[]
}

export class CommentView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The comment it answers' })
  answers: string | null
  @ApiProperty({ type: NameView })
  author: NameView
  @ApiProperty()
  text: string
  @ApiProperty({ type: [NameView], description: 'Whom it calls' })
  mentions: NameView[]
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editedAt: Date | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resolvedAt: Date | null
  @ApiProperty({ type: NameView, nullable: true })
  resolvedBy: NameView | null
}

export class CommentListView {
  @ApiProperty({ type: [CommentView] })
  items: CommentView[]
}

class MentionedConceptView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  number: number
  @ApiProperty({ type: [String], description: 'The first term of each language' })
  terms: string[]
}

class MentionView {
  @ApiProperty({ type: CommentView })
  comment: CommentView
  @ApiProperty({ type: NameView })
  termbase: NameView
  @ApiProperty({ type: MentionedConceptView })
  concept: MentionedConceptView
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: Date | null
}

export class UnreadView {
  @ApiProperty()
  unread: number
}

export class MentionListView extends UnreadView {
  @ApiProperty({ type: [MentionView] })
  items: MentionView[]
}
