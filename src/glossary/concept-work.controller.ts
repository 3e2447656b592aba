import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common'
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser, Requires } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { BulkEditService } from './bulk-edit.service.js'
import { ConceptBatchesService } from './concept-batches.service.js'
import { ConceptMergeService } from './concept-merge.service.js'
import { ConceptNeighboursService } from './concept-neighbours.service.js'
import {
  BatchListView,
  BulkEditBody,
  BulkEditedView,
  BulkPreviewView,
  MatchesView,
  MergeBody,
  MergedView,
  MergePlanView,
  ReferencesView,
  TermsToMatchBody,
  UndoBatchBody,
  UndoneBatchView,
} from './concept-work.dto.js'
import { versionFrom } from './version-header.js'

/** How many changes of many concepts the list shows. */
const MOST_BATCHES = 50

/** What is done with several concepts at once. */
@ApiTags('concepts')
@Controller('termbases/:termbaseId/concepts')
export class ConceptWorkController {
  constructor(
    private readonly bulk: BulkEditService,
    private readonly batches: ConceptBatchesService,
    private readonly merging: ConceptMergeService,
    private readonly neighbours: ConceptNeighboursService,
  ) {}

  @Post('bulk/preview')
  @HttpCode(200)
  @Requires('reader')
  @ApiOperation({ summary: 'What a bulk edit would change' })
  @ApiOkResponse({ type: BulkPreviewView })
  preview(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() body: BulkEditBody,
  ): Promise<BulkPreviewView> {
    return this.bulk.preview(termbaseId, body)
  }

  @Post('bulk')
  @HttpCode(200)
  @ApiOperation({ summary: 'Change all concepts that a filter finds, in one transaction' })
  @ApiOkResponse({ type: BulkEditedView })
  edit(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() body: BulkEditBody,
  ): Promise<BulkEditedView> {
    return this.bulk.edit(actor, termbaseId, body)
  }

  @Get('batches')
  @ApiOperation({ summary: 'Changes of several concepts at once, newest first: bulk edits, merges, renamed fields' })
  @ApiOkResponse({ type: BatchListView })
  async list(@Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<BatchListView> {
    return { items: await this.batches.list(termbaseId, MOST_BATCHES) }
  }

  @Post('batches/:id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take such a change back as a whole' })
  @ApiOkResponse({ type: UndoneBatchView })
  undo(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { rest = false }: UndoBatchBody,
  ): Promise<UndoneBatchView> {
    return this.batches.undo(actor, termbaseId, id, { rest })
  }

  @Post('matches')
  @HttpCode(200)
  @Requires('reader')
  @ApiOperation({ summary: 'Concepts that have these terms already, or ones around or inside them' })
  @ApiOkResponse({ type: MatchesView })
  async matches(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() { terms, except }: TermsToMatchBody,
  ): Promise<MatchesView> {
    return { items: await this.neighbours.matches(termbaseId, terms, except ?? null) }
  }

  @Get(':id/references')
  @ApiOperation({ summary: 'The concepts that a concept refers to, and those that refer to it' })
  @ApiOkResponse({ type: ReferencesView })
  references(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReferencesView> {
    return this.neighbours.references(termbaseId, id)
  }

  @Post(':id/merge/preview')
  @HttpCode(200)
  @Requires('reader')
  @ApiOperation({ summary: 'What merging another concept into this one asks, drops and makes' })
  @ApiOkResponse({ type: MergePlanView })
  previewMerge(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MergeBody,
  ): Promise<MergePlanView> {
    return this.merging.preview(termbaseId, id, body)
  }

  @Post(':id/merge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Merge another concept into this one; the other is retired and says what replaced it' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the concept that stays' })
  @ApiOkResponse({ type: MergedView })
  merge(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: MergeBody,
  ): Promise<MergedView> {
    return this.merging.merge(actor, termbaseId, id, versionFrom(ifMatch), body)
  }
}
