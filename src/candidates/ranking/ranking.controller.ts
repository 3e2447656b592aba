import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common'
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import { CurrentUser } from '../../auth/access.js'
import type { Actor } from '../../auth/roles.js'
import { attachment } from '../../http/attachment.js'
import { FilterQuery } from '../candidates.dto.js'
import { CandidateMovementView, rankingFileSchema, RankingView, StrictnessView } from './ranking.dto.js'
import { RankingsService } from './rankings.service.js'
import { StrictnessService } from './strictness.service.js'

@ApiTags('ranking')
@Controller('termbases/:termbaseId/ranking')
export class RankingController {
  constructor(
    private readonly rankings: RankingsService,
    private readonly strictness: StrictnessService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What decisions have taught the ranking of a termbase' })
  @ApiOkResponse({ type: RankingView })
  get(@Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<RankingView> {
    return this.rankings.get(termbaseId)
  }

  @Get('strictness')
  @ApiOperation({
    summary: 'From each score on: how many candidates the queue holds, and how many of them are expected to be right',
  })
  @ApiOkResponse({ type: StrictnessView })
  async levels(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Query() filter: FilterQuery,
  ): Promise<StrictnessView> {
    return { levels: await this.strictness.levels(termbaseId, filter) }
  }

  @Get('candidates/:id')
  @ApiOperation({ summary: 'Which features moved a candidate up or down, and by how much of its score' })
  @ApiOkResponse({ type: CandidateMovementView })
  async movement(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CandidateMovementView> {
    return { movement: await this.rankings.movement(termbaseId, id) }
  }

  @Get('export')
  @ApiOperation({ summary: 'What was learnt, as a file that another termbase can import' })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: rankingFileSchema })
  async export(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { name, file } = await this.rankings.export(termbaseId)
    response.set('Content-Disposition', attachment(name))
    return file
  }

  @Post('import')
  @HttpCode(202)
  @ApiOperation({ summary: 'Start from what another termbase has learnt; own decisions still teach' })
  @ApiBody({ schema: rankingFileSchema })
  @ApiAcceptedResponse({ type: RankingView })
  import(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() file: object,
  ): Promise<RankingView> {
    return this.rankings.import(actor, termbaseId, file)
  }

  @Post('learn')
  @HttpCode(202)
  @ApiOperation({ summary: 'Learn now from all decisions, and score the open candidates by it' })
  @ApiAcceptedResponse({ type: RankingView })
  learn(@CurrentUser() actor: Actor, @Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<RankingView> {
    return this.rankings.learn(actor, termbaseId)
  }

  @Post('reset')
  @HttpCode(202)
  @ApiOperation({ summary: 'Back to the ranking as shipped; only decisions made from now on teach' })
  @ApiAcceptedResponse({ type: RankingView })
  reset(@CurrentUser() actor: Actor, @Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<RankingView> {
    return this.rankings.reset(actor, termbaseId)
  }

  @Post('undo')
  @HttpCode(202)
  @ApiOperation({ summary: 'Undo the last reset or import' })
  @ApiAcceptedResponse({ type: RankingView })
  restore(@CurrentUser() actor: Actor, @Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<RankingView> {
    return this.rankings.restore(actor, termbaseId)
  }
}
