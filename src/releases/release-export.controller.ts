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

/** So long a cache may believe that a release is the newest. */
const latestSeconds = 30

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
      items: glossaryFormats.map(({ id, title, extension, mediaType, carries, pairs }) => ({
        id,
        title,
        extension,
        mediaType,
        carries,
        pairs: pairs ?? false,
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
    if (number === 'latest') {
      await this.exports.requirePossible(release, query)
      response.set('Cache-Control', `${isPublic ? 'public' : 'private'}, max-age=${latestSeconds}`)
      response.redirect(`../${release.number}/export${queryString(request)}`)
      return
    }
    const file = await this.exports.file(release, query)
    const lossesAddress = `/api/v1/termbases/${id}/releases/${release.number}/export/losses${queryString(request)}`
    const bytes = (encoding: 'gzip' | 'identity') => this.exports.bytes(file, encoding)
    await sendDownload(request, response, { file, isPublic, lossesAddress, bytes })
  }

  @Get(['termbases/:id/releases/:number/export/losses', 'termbases/:id/releases/:number/export/report'])
  @ApiOperation({ summary: 'What a format cannot carry of a release' })
  @ApiParam({ name: 'number', description: 'Number of a release, or latest', example: 'latest' })
  @ApiOkResponse({ type: LossReportView })
  async losses(
    @CurrentUser() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ReleaseNumberPipe) number: ReleaseNumber,
    @Query() query: ExportQuery,
  ): Promise<LossReportView> {
    await this.releases.requireReadable(actor, id)
    const release = await this.releases.get(id, number)
    const { losses, fileName, sizeBytes } = await this.exports.file(release, query)
    return { format: query.format, release: release.number, losses, fileName, sizeBytes }
  }
}

function queryString({ originalUrl }: Request): string {
  const at = originalUrl.indexOf('?')
  return at < 0 ? '' : originalUrl.slice(at)
}
