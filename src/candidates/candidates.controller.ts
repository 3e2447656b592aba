import {
  Body,
  Controller,
  Get,
  HttpCode,
  type MessageEvent,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Sse,
} from '@nestjs/common'
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import type { Observable } from 'rxjs'
import { CurrentUser } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import {
  BatchUndoneView,
  BulkDecidedView,
  BulkDecisionBody,
  CandidatePageView,
  CandidateView,
  CountsView,
  DecidedView,
  DecisionBody,
  CountsQuery,
  LookingBody,
  MergePreviewBody,
  MergePreviewView,
  OwnDecisionView,
  QueueQueryDto,
  UndoneView,
} from './candidates.dto.js'
import { DeskEventsService } from './desk-events.service.js'
import { MergePreviewService } from './merge-preview.service.js'
import { QueueCountsService } from './queue-counts.service.js'
import { QueueService } from './queue.service.js'
import { ReviewService } from './review.service.js'

@ApiTags('candidates')
@Controller('termbases/:termbaseId/candidates')
export class CandidatesController {
  constructor(
    private readonly queue: QueueService,
    private readonly counting: QueueCountsService,
    private readonly events: DeskEventsService,
    private readonly merges: MergePreviewService,
    private readonly review: ReviewService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The queue, or the part of it that a filter names' })
  @ApiOkResponse({ type: CandidatePageView })
  list(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Query() query: QueueQueryDto,
  ): Promise<CandidatePageView> {
    return this.queue.list(termbaseId, query)
  }

  @Get('counts')
  @ApiOperation({ summary: 'How many candidates each choice of a filter would show' })
  @ApiOkResponse({ type: CountsView })
  counts(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Query() { facets, ...filter }: CountsQuery,
  ): Promise<CountsView> {
    return this.counting.counts(termbaseId, filter, facets)
  }

  @Sse('events')
  @ApiOperation({ summary: 'What others look at and decide, while they do, as server-sent events' })
  @ApiProduces('text/event-stream')
  watch(@Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<Observable<MessageEvent>> {
    return this.events.events(termbaseId)
  }

  @Post('looking')
  @HttpCode(204)
  @ApiOperation({ summary: 'Tell the others which candidate is in front of you; say it again within 45 seconds' })
  @ApiNoContentResponse()
  look(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() { session, candidate }: LookingBody,
  ): Promise<void> {
    return this.events.look(actor, termbaseId, session, candidate)
  }

  @Get('decisions/mine')
  @ApiOperation({ summary: 'Your decisions of the last week that stand, newest first: what an undo would take back' })
  @ApiOkResponse({ type: [OwnDecisionView] })
  mine(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
  ): Promise<OwnDecisionView[]> {
    return this.queue.decidedBy(actor.id, termbaseId, 50)
  }

  @Post('merge-preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'The concept that merging candidates would lead to; nothing is changed' })
  @ApiOkResponse({ type: MergePreviewView })
  previewMerge(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() { into, ids }: MergePreviewBody,
  ): Promise<MergePreviewView> {
    return this.merges.preview(termbaseId, into, ids)
  }

  @Post('decisions/bulk')
  @HttpCode(200)
  @ApiOperation({ summary: 'The same decision for many' })
  @ApiOkResponse({ type: BulkDecidedView })
  decideAll(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() body: BulkDecisionBody,
  ): Promise<BulkDecidedView> {
    return this.review.decideAll(actor, termbaseId, body)
  }

  @Post('decisions/batches/:batchId/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo all decisions of a bulk action' })
  @ApiOkResponse({ type: BatchUndoneView })
  undoAll(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('batchId', ParseUUIDPipe) batchId: string,
  ): Promise<BatchUndoneView> {
    return this.review.undoAll(actor, termbaseId, batchId)
  }

  @Post('decisions/:decisionId/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo the last decision of a candidate, and what it did to the glossary' })
  @ApiOkResponse({ type: UndoneView })
  async undo(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('decisionId', ParseUUIDPipe) decisionId: string,
  ): Promise<UndoneView> {
    return { candidate: await this.review.undo(actor, termbaseId, decisionId) }
  }

  @Get(':id')
  @ApiOperation({ summary: 'A candidate with its evidence, its decisions and what the termbase knows of it' })
  @ApiOkResponse({ type: CandidateView })
  get(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CandidateView> {
    return this.queue.get(termbaseId, id)
  }

  @Post(':id/decisions')
  @ApiOperation({ summary: 'Decide a candidate' })
  @ApiCreatedResponse({ type: DecidedView })
  decide(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecisionBody,
  ): Promise<DecidedView> {
    return this.review.decide(actor, termbaseId, id, body)
  }
}
