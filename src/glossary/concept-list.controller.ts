import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { ConceptCountsView, ConceptFilterQuery, ConceptPageView, ConceptsQuery } from './concept-list.dto.js'
import { ConceptListService } from './concept-list.service.js'

@ApiTags('concepts')
@Controller('termbases/:termbaseId/concepts')
export class ConceptListController {
  constructor(private readonly concepts: ConceptListService) {}

  @Get()
  @ApiOperation({ summary: 'Concepts, newest first, or those with a term that has the words of q, nearest first' })
  @ApiOkResponse({ type: ConceptPageView })
  list(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Query() query: ConceptsQuery,
  ): Promise<ConceptPageView> {
    return this.concepts.search(termbaseId, query)
  }

  @Get('counts')
  @ApiOperation({ summary: 'How many concepts each choice of a filter would show, the other filters standing' })
  @ApiOkResponse({ type: ConceptCountsView })
  counts(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Query() filter: ConceptFilterQuery,
  ): Promise<ConceptCountsView> {
    return this.concepts.counts(termbaseId, filter)
  }
}
