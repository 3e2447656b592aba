import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser, Requires } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import {
  CountingBody,
  MissChangeBody,
  MissesQueryFields,
  MissListView,
  MissView,
  ProposeMissBody,
} from './misses.dto.js'
import { MissesService } from './misses.service.js'

/** Searches that found nothing, for editors. */
@ApiTags('lookup')
@Requires('editor')
@Controller('termbases/:termbaseId/misses')
export class MissesController {
  constructor(private readonly misses: MissesService) {}

  @Get()
  @ApiOperation({ summary: 'What was looked up in vain, the most wanted first; never by whom' })
  @ApiOkResponse({ type: MissListView })
  list(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Query() query: MissesQueryFields,
  ): Promise<MissListView> {
    return this.misses.list(termbaseId, query)
  }

  @Put('counting')
  @HttpCode(204)
  @ApiOperation({ summary: 'Whether such searches are counted; not to count forgets what was counted' })
  @ApiNoContentResponse()
  setCounting(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() { counting }: CountingBody,
  ): Promise<void> {
    return this.misses.setCounting(termbaseId, counting)
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Dismiss a search, or take it up again' })
  @ApiOkResponse({ type: MissView })
  change(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { dismissed }: MissChangeBody,
  ): Promise<MissView> {
    return this.misses.setDismissed(termbaseId, id, dismissed)
  }

  @Post(':id/candidate')
  @ApiOperation({ summary: 'Put the search with its translation into the review queue, its segment as evidence' })
  @ApiCreatedResponse({ type: MissView })
  propose(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ProposeMissBody,
  ): Promise<MissView> {
    return this.misses.propose(actor, termbaseId, id, body)
  }
}
