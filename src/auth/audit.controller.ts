import { Controller, Get, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { attachment } from '../http/attachment.js'
import { Requires } from './access.js'
import { AuditExportQuery, AuditPageView, AuditQuery } from './audit.dto.js'
import { auditLines, mediaTypes } from './audit-lines.js'
import { AuditService } from './audit.service.js'

@ApiTags('audit')
@Requires('administrator')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ApiOperation({ summary: 'Who did what, newest first' })
  @ApiOkResponse({ type: AuditPageView })
  list(@Query() query: AuditQuery): Promise<AuditPageView> {
    return this.audit.list(query)
  }

  @Get('export')
  @ApiOperation({ summary: 'The whole audit log as a file, oldest first' })
  @ApiProduces('text/csv', 'application/jsonl')
  async export(@Query() { format }: AuditExportQuery, @Res() response: Response): Promise<void> {
    response.setHeader('Content-Disposition', attachment(`audit.${format}`))
    response.type(mediaTypes[format])
    await pipeline(Readable.from(auditLines(this.audit.all(), format)), response)
  }
}
