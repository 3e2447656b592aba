import { Body, Controller, Get, HttpCode, Post, Query, Res, UseGuards } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import { CurrentUser, Public } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import {
  CheckBody,
  CheckedView,
  LookupListView,
  LookupQuery,
  OverlapQuery,
  RecognizeBody,
  RecognizedView,
  scopeOf,
} from './lookup.dto.js'
import { LookupLimit } from './lookup-limit.js'
import { LookupService } from './lookup.service.js'

/** What translators and their tools ask. Answers come from releases; strangers get answers from public termbases. */
@ApiTags('lookup')
@Public()
@UseGuards(LookupLimit)
@Controller()
export class LookupController {
  constructor(private readonly lookups: LookupService) {}

  @Get('lookup')
  @ApiOperation({ summary: 'What is this term?' })
  @ApiOkResponse({ type: LookupListView })
  async lookup(
    @CurrentUser() actor: Actor | null,
    @Query() query: LookupQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LookupListView> {
    const { text, mode, limit, segment, typing } = query
    const scope = scopeOf(query)
    const items = await this.lookups.lookup(actor, scope, text, { mode, limit, segment, typing })
    const pinned = scope.termbase !== undefined && typeof scope.release === 'number'
    // What a stranger may read anybody may keep; a release never changes.
    const kept = `${actor ? 'private' : 'public'}, max-age=86400`
    response.setHeader('Cache-Control', pinned ? kept : 'private, no-cache')
    return { items }
  }

  @Post('recognize')
  @HttpCode(200)
  @ApiOperation({ summary: 'Which terms stand in these segments?' })
  @ApiOkResponse({ type: RecognizedView })
  async recognize(
    @CurrentUser() actor: Actor | null,
    @Body() body: RecognizeBody,
    @Query() query: OverlapQuery,
  ): Promise<RecognizedView> {
    const overlap = body.overlap ?? query.overlap ?? 'longest'
    const segments = await this.lookups.recognize(actor, scopeOf(body), body.segments, overlap)
    return { segments: segments.map((matches) => ({ matches })) }
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do these translations keep to the glossary?' })
  @ApiOkResponse({ type: CheckedView })
  async check(@CurrentUser() actor: Actor | null, @Body() body: CheckBody): Promise<CheckedView> {
    return { segments: await this.lookups.check(actor, scopeOf(body), body.segments) }
  }
}
