import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsOptional, IsString, MaxLength } from 'class-validator'

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
}
