import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator'

export class SubjectFieldChangesBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 200, description: 'Concepts that name it are changed with it' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'null: at the top' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null

  @ApiPropertyOptional({ minimum: 0, maximum: 5000, description: 'Among those with the same parent; unsaid, the last' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(5000)
  position?: number
}

export class FieldBelowBody {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  name: string

  @ApiProperty({ minLength: 1, maxLength: 200, description: 'The name of the one it stands below' })
  @IsString()
  @Length(1, 200)
  parent: string
}

export class NewSubjectFieldBody extends SubjectFieldChangesBody {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  declare name: string

  @ApiPropertyOptional({
    type: [FieldBelowBody],
    maxItems: 5000,
    description: 'Its branches, added with it or not at all: parents before children, in their order',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => FieldBelowBody)
  below?: FieldBelowBody[]
}

class SubjectFieldView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId: string | null
  @ApiProperty()
  name: string
  @ApiProperty()
  position: number
  @ApiProperty({ description: 'Concepts that name it; those of the nodes below are not counted' })
  concepts: number
}

class OutsideFieldView {
  @ApiProperty()
  name: string
  @ApiProperty()
  concepts: number
}

export class SubjectTreeView {
  @ApiProperty({ type: [SubjectFieldView], description: 'Parents before children, each in its place' })
  items: SubjectFieldView[]
  @ApiProperty({ type: [OutsideFieldView], description: 'Fields that concepts name and the tree does not have' })
  outside: OutsideFieldView[]
}
