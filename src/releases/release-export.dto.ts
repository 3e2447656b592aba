import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator'

export class ExportQuery {
  @ApiPropertyOptional({ default: 'tbx-basic-dca', description: 'One of the ids of GET /formats' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  format: string = 'tbx-basic-dca'

  @ApiPropertyOptional({ description: 'BCP 47; for formats that hold one pair of languages' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  source?: string

  @ApiPropertyOptional({ description: 'BCP 47; for formats that hold one pair of languages' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  target?: string

  @ApiPropertyOptional({ enum: ['pair', 'all'], description: 'all keeps every language in tbx-2008' })
  @IsOptional()
  @IsIn(['pair', 'all'])
  languages?: 'pair' | 'all'

  @ApiPropertyOptional({
    enum: ['keep', 'leave-out'],
    description: 'Terms that must not be used; as the format does it',
  })
  @IsOptional()
  @IsIn(['keep', 'leave-out'])
  deprecated?: 'keep' | 'leave-out'

  @ApiPropertyOptional({ enum: ['drop', 'note'], description: 'Data categories that the format does not have' })
  @IsOptional()
  @IsIn(['drop', 'note'])
  unknown?: 'drop' | 'note'

  @ApiPropertyOptional({
    enum: ['term', 'concept'],
    description: 'Of csv, tsv and xlsx: a row per term, which tells every field, or a row per concept',
  })
  @IsOptional()
  @IsIn(['term', 'concept'])
  rows?: 'term' | 'concept'
}

export class FormatView {
  @ApiProperty({ example: 'tbx-basic-dca' })
  id: string
  @ApiProperty()
  title: string
  @ApiProperty({ example: 'tbx' })
  extension: string
  @ApiProperty()
  mediaType: string
  @ApiProperty({ description: 'What it carries, in one sentence' })
  carries: string
  @ApiProperty({ description: 'Lists pairs of two languages, which are chosen by source and target' })
  pairs: boolean
}

export class FormatListView {
  @ApiProperty({ type: [FormatView] })
  items: FormatView[]
}

export class LossView {
  @ApiProperty({ example: 'definition' })
  category: string
  @ApiProperty({ enum: ['dropped', 'moved', 'changed'] })
  what: 'dropped' | 'moved' | 'changed'
  @ApiProperty()
  count: number
}

export class LossReportView {
  @ApiProperty()
  format: string
  @ApiProperty()
  release: number
  @ApiProperty({ type: [LossView], description: 'Empty when everything is carried' })
  losses: LossView[]
  @ApiProperty()
  fileName: string
  @ApiProperty({ description: 'Of the file as it is, not packed' })
  sizeBytes: number
}
