import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator'

export class AuditQuery {
  @ApiPropertyOptional({ description: 'Only deeds of this kind', example: 'publish-release' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: 'cursor is not a `next` of a page before' })
  cursor?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50
}

export const auditFormats = ['csv', 'jsonl'] as const
export type AuditFormat = (typeof auditFormats)[number]

export class AuditExportQuery {
  @ApiPropertyOptional({ enum: auditFormats, default: 'csv' })
  @IsOptional()
  @IsIn(auditFormats)
  format: AuditFormat = 'csv'
}

export class AuditEntryView {
  @ApiProperty()
  id: string
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: the program itself' })
  actorId: string | null
  @ApiProperty()
  actorName: string
  @ApiProperty({ example: 'publish-release' })
  action: string
  @ApiProperty({ example: 'termbase' })
  subjectKind: string
  @ApiProperty()
  subjectId: string
  @ApiProperty({ type: Object })
  details: Record<string, unknown>
}

export class AuditPageView {
  @ApiProperty({ type: [AuditEntryView] })
  items: AuditEntryView[]
  @ApiProperty({ type: String, nullable: true })
  next: string | null
}
