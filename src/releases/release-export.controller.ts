import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common'
import {
  ApiFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { CurrentUser, Public } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { glossaryFormats } from '../formats/index.js'
import { ExportQuery, FormatListView, LossReportView } from './release-export.dto.js'
import { ReleaseExportService } from './release-export.service.js'
import type { ReleaseNumber } from './release-number.js'
import { ReleaseNumberPipe } from './release-number.pipe.js'
import { ReleasesService } from './releases.service.js'
import { sendDownload } from './send-download.js'

/** A tool can poll these addresses: a numbered release answers the same for ever, `latest` leads to the newest. */
@ApiTags('releases')
@Public()
@Controller()
export class ReleaseExportController {
  constructor(
    private readonly releases: ReleasesService,
    private readonly exports: ReleaseExportService,
  ) {}

  @Get('formats')
  @ApiOperation({ summary: 'The formats a release can be exported in' })
  @ApiOkResponse({ type: FormatListView })
  formats(): FormatListView {
    return {
      items: glossaryFormats.map(({ id, title, extension, mediaType, carries }) => ({
        id,
        title,
        extension,
        mediaType,
        carries,
      })),
    }
  }

  @Get('termbases/:id/releases/:number/export')
  @ApiOperation({ summary: 'Download a release' })
  @ApiParam({ name: 'number', description: 'Number of a release, or latest', example: 'latest' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file' })
  @ApiFoundResponse({ description: 'latest leads to the newest release' })
  @ApiResponse({ status: 304, description: 'Not changed' })
  async export(
    @CurrentUser() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ReleaseNumberPipe) number: ReleaseNumber,
    @Query() query: ExportQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { isPublic } = await this.releases.requireReadable(actor, id)
    const release = await this.releases.get(id, number)
    const etag = this.exports.etag(release, query)
    if (number === 'latest') {
      response.set('Cache-Control', 'no-cache').redirect(`../${release.number}/export${queryString(request)}`)
      return
    }
    await sendDownload(request, response, { etag, isPublic, open: () => this.exports.open(release, query) })
  }

  @Get('termbases/:id/releases/:number/export/report')
  @ApiOperation({ summary: 'What a format cannot carry of a release' })
  @ApiParam({ name: 'number', description: 'Number of a release, or latest', example: 'latest' })
  @ApiOkResponse({ type: LossReportView })
  async report(
    @CurrentUser() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ReleaseNumberPipe) number: ReleaseNumber,
    @Query() query: ExportQuery,
  ): Promise<LossReportView> {
    await this.releases.requireReadable(actor, id)
    const release = await this.releases.get(id, number)
    return { format: query.format, release: release.number, losses: await this.exports.losses(release, query) }
  }
}

function queryString({ originalUrl }: Request): string {
  const at = originalUrl.indexOf('?')
  return at < 0 ? '' : originalUrl.slice(at)
}
