import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common'
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import type { Response } from 'express'
import { Readable } from 'node:stream'
import { CurrentUser, Public } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { attachment } from '../http/attachment.js'
import {
  ChangelogQuery,
  DiffPageQuery,
  DiffQuery,
  NewReleaseBody,
  PublishingView,
  ReleaseDiffView,
  ReleaseListView,
  ReleasePreviewView,
  ReleaseView,
  releaseView,
} from './release.dto.js'
import { PublishingService } from './publishing.service.js'
import { ReleaseDiffsService } from './release-diffs.service.js'
import { type ReleaseNumber, releaseNumber } from './release-number.js'
import { ReleaseNumberPipe } from './release-number.pipe.js'
import { ReleasesService } from './releases.service.js'

/** Publishing needs an editor; reading is for everybody where the termbase is public. */
@ApiTags('releases')
@Controller('termbases/:id/releases')
export class ReleasesController {
  constructor(
    private readonly releases: ReleasesService,
    private readonly publishing: PublishingService,
    private readonly diffs: ReleaseDiffsService,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      'Publish the approved concepts as the next release; a job does it for large termbases, and where it is preferred',
  })
  @ApiHeader({ name: 'Prefer', required: false, description: 'respond-async: a job, however small the termbase is' })
  @ApiCreatedResponse({ type: ReleaseView })
  @ApiAcceptedResponse({ type: PublishingView, description: 'The job; its result tells the number of the release' })
  async publish(
    @CurrentUser() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() publishing: NewReleaseBody,
    @Headers('prefer') prefer: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReleaseView | PublishingView> {
    const later = /(^|[,;\s])respond-async($|[,;\s])/i.test(prefer ?? '')
    const done = await this.publishing.publish(actor, id, publishing, { later })
    if ('release' in done) return releaseView(done.release)
    response.status(202).location(`/api/v1/jobs/${done.job.id}`)
    return done
  }

  @Get()
  @Public()
  @ApiOperation({ summary: 'The releases of a termbase, newest first' })
  @ApiOkResponse({ type: ReleaseListView })
  async list(@CurrentUser() actor: Actor | null, @Param('id', ParseUUIDPipe) id: string): Promise<ReleaseListView> {
    await this.releases.requireReadable(actor, id)
    return { items: (await this.releases.list(id)).map(releaseView) }
  }

  @Get('preview')
  @ApiOperation({ summary: 'What publishing now would change, and what to look at before' })
  @ApiOkResponse({ type: ReleasePreviewView })
  async preview(@Param('id', ParseUUIDPipe) id: string, @Query() filter: DiffPageQuery): Promise<ReleasePreviewView> {
    return this.diffs.preview(id, filter)
  }

  @Get('diff')
  @Public()
  @ApiOperation({ summary: 'What changed between two releases, concept by concept' })
  @ApiOkResponse({ type: ReleaseDiffView })
  async diff(
    @CurrentUser() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from, to, ...filter }: DiffQuery,
  ): Promise<ReleaseDiffView> {
    await this.releases.requireReadable(actor, id)
    return this.diffs.diff(id, releaseNumber(from), releaseNumber(to), filter)
  }

  @Get('changelog')
  @Public()
  @ApiOperation({ summary: 'What changed between two releases, as Markdown' })
  @ApiProduces('text/markdown')
  @ApiOkResponse({ description: 'The changelog' })
  async changelog(
    @CurrentUser() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from, to }: ChangelogQuery,
  ): Promise<StreamableFile> {
    await this.releases.requireReadable(actor, id)
    const { fileName, text } = await this.diffs.changelog(id, releaseNumber(from), releaseNumber(to))
    return new StreamableFile(Readable.from(encoded(text), { objectMode: false }), {
      type: 'text/markdown; charset=utf-8',
      disposition: attachment(fileName),
    })
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

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of text) yield Buffer.from(part)
}
