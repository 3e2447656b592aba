import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Res,
} from '@nestjs/common'
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import { CurrentUser } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { ConceptChangesBody, ConceptHistoryView, ConceptView, NewConceptBody, OneConceptView } from './concept.dto.js'
import { ConceptsService } from './concepts.service.js'
import { etagOf, versionFrom } from './version-header.js'

const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag of the version that you changed' }

@ApiTags('concepts')
@Controller('termbases/:termbaseId/concepts')
export class ConceptsController {
  constructor(private readonly concepts: ConceptsService) {}

  @Post()
  @ApiOperation({ summary: 'Add a concept by hand' })
  @ApiCreatedResponse({ type: ConceptView })
  async create(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() body: NewConceptBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConceptView> {
    return tagged(response, await this.concepts.create(actor, termbaseId, body))
  }

  @Get(':id')
  @ApiOperation({ summary: 'One concept; its ETag is what a change must name' })
  @ApiOkResponse({ type: OneConceptView })
  async get(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OneConceptView> {
    const replacedBy = await this.concepts.replacementOf(termbaseId, id)
    if (replacedBy)
      response.setHeader('Link', `</api/v1/termbases/${termbaseId}/concepts/${replacedBy.id}>; rel="successor-version"`)
    return { ...tagged(response, await this.concepts.get(termbaseId, id)), replacedBy }
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a concept' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: ConceptView })
  async change(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ConceptChangesBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConceptView> {
    return tagged(response, await this.concepts.change(actor, termbaseId, id, versionFrom(ifMatch), body))
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Retire a concept: later releases leave it out, its history stays' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: ConceptView })
  async retire(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConceptView> {
    return tagged(response, await this.concepts.retire(actor, termbaseId, id, versionFrom(ifMatch)))
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Every version of a concept, newest first' })
  @ApiOkResponse({ type: ConceptHistoryView })
  async history(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ConceptHistoryView> {
    return { items: await this.concepts.history(termbaseId, id) }
  }

  @Post(':id/history/:version/restore')
  @ApiOperation({ summary: 'Make an earlier version the newest' })
  @ApiCreatedResponse({ type: ConceptView })
  async restore(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConceptView> {
    return tagged(response, await this.concepts.restore(actor, termbaseId, id, version))
  }
}

function tagged(response: Response, concept: ConceptView): ConceptView {
  response.setHeader('ETag', etagOf(concept.version))
  return concept
}
