import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger'
import { CurrentUser, Public } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { DiffQuery, NewReleaseBody, ReleaseDiffView, ReleaseListView, ReleaseView, releaseView } from './release.dto.js'
import { type ReleaseNumber, releaseNumber } from './release-number.js'
import { ReleaseNumberPipe } from './release-number.pipe.js'
import { ReleasesService } from './releases.service.js'

/** Publishing needs an editor; reading is for everybody where the termbase is public. */
@ApiTags('releases')
@Controller('termbases/:id/releases')
export class ReleasesController {
  constructor(private readonly releases: ReleasesService) {}

  @Post()
  @ApiOperation({ summary: 'Publish the approved concepts as the next release' })
  @ApiCreatedResponse({ type: ReleaseView })
  async publish(
    @CurrentUser() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: NewReleaseBody,
  ): Promise<ReleaseView> {
    return releaseView(await this.releases.publish(actor, id, note))
  }

  @Get()
  @Public()
  @ApiOperation({ summary: 'The releases of a termbase, newest first' })
  @ApiOkResponse({ type: ReleaseListView })
  async list(@CurrentUser() actor: Actor | null, @Param('id', ParseUUIDPipe) id: string): Promise<ReleaseListView> {
    await this.releases.requireReadable(actor, id)
    return { items: (await this.releases.list(id)).map(releaseView) }
  }

  @Get('diff')
  @Public()
  @ApiOperation({ summary: 'What changed between two releases, concept by concept' })
  @ApiOkResponse({ type: ReleaseDiffView })
  async diff(
    @CurrentUser() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from, to }: DiffQuery,
  ): Promise<ReleaseDiffView> {
    await this.releases.requireReadable(actor, id)
    return this.releases.diff(id, releaseNumber(from), releaseNumber(to))
  }

  @Get(':number')
  @Public()
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ summary: 'One release' })
  @ApiParam({ name: 'number', description: 'Number of a release, or latest', example: 'latest' })
  @ApiOkResponse({ type: ReleaseView })
  async get(
    @CurrentUser() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ReleaseNumberPipe) number: ReleaseNumber,
  ): Promise<ReleaseView> {
    await this.releases.requireReadable(actor, id)
    return releaseView(await this.releases.get(id, number))
  }
}
