import { Controller, Get } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import { categories } from '../formats/index.js'

class DataCategoryView {
  @ApiProperty({ example: 'externalCrossReference' })
  name: string
  @ApiProperty({ example: 'xref' })
  element: string
  @ApiProperty({ enum: ['min', 'basic', 'linguist'], description: 'The module of TBX that brings it' })
  module: string
  @ApiProperty({ enum: ['concept', 'language', 'term'], isArray: true })
  levels: string[]
  @ApiPropertyOptional({ type: [String], description: 'What it may say; without it, any text' })
  values?: string[]
  @ApiProperty({ description: 'Its target is an address' })
  external: boolean
}

class DataCategoryListView {
  @ApiProperty({ type: [DataCategoryView] })
  items: DataCategoryView[]
}

@ApiTags('concepts')
@Controller('data-categories')
export class DataCategoriesController {
  @Get()
  @ApiOperation({ summary: 'The data categories of TBX: where each may stand, and what it may say' })
  @ApiOkResponse({ type: DataCategoryListView })
  list(): DataCategoryListView {
    return {
      items: categories.map(({ name, element, module, levels, values, external = false }) => ({
        name,
        element,
        module,
        levels,
        ...(values && { values }),
        external,
      })),
    }
  }
}
