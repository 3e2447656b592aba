import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common'
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CurrentUser } from '../../auth/access.js'
import type { Actor } from '../../auth/roles.js'
import { attachment } from '../../http/attachment.js'
import {
  DecideBody,
  DecidedEntriesView,
  DifferencesQuery,
  DifferencesView,
  ImportEntriesQuery,
  ImportEntryPageView,
  importForm,
  ImportPreviewView,
  ImportListView,
  ImportResultView,
  ImportView,
  ReportQuery,
  RulesBody,
  StartedImportView,
  UndoImportBody,
} from './import.dto.js'
import { reportOf } from './import-report.js'
import { ImportUploadsService } from './import-uploads.service.js'
import { ImportsService } from './imports.service.js'
import { UndoImportService } from './undo-import.service.js'

@ApiTags('imports')
@Controller('termbases/:termbaseId/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: ImportUploadsService,
    private readonly undoing: UndoImportService,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload a glossary file; a job compares it with the termbase and changes nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: importForm as never })
  @ApiAcceptedResponse({ type: StartedImportView })
  @ApiPayloadTooLargeResponse({ description: 'Larger than TERMLOOM_MAX_IMPORT_MB' })
  async upload(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Req() request: Request,
  ): Promise<StartedImportView> {
    return this.uploads.receive(actor, termbaseId, request)
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a file is, and for a table or MultiTerm what its columns or fields seem to mean' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: importForm as never })
  @ApiOkResponse({ type: ImportPreviewView })
  preview(@Param('termbaseId', ParseUUIDPipe) termbaseId: string, @Req() request: Request): Promise<ImportPreviewView> {
    return this.uploads.preview(termbaseId, request)
  }

  @Get()
  @ApiOperation({ summary: 'The imports of a termbase, newest first' })
  @ApiOkResponse({ type: ImportListView })
  async list(@Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<ImportListView> {
    return { items: await this.imports.list(termbaseId) }
  }

  @Get(':id')
  @ApiOperation({ summary: 'One import: how far it is, and what it would do or did' })
  @ApiOkResponse({ type: ImportView })
  get(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ImportView> {
    return this.imports.get(termbaseId, id)
  }

  @Get(':id/entries')
  @ApiOperation({ summary: 'Its entries in the order of the file, each with its verdict and its differences' })
  @ApiOkResponse({ type: ImportEntryPageView })
  entries(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ImportEntriesQuery,
  ): Promise<ImportEntryPageView> {
    return this.imports.entries(termbaseId, id, query)
  }

  @Get(':id/entries/:position/differences')
  @ApiOperation({ summary: 'What an entry says differently from one of the concepts that are offered for it' })
  @ApiOkResponse({ type: DifferencesView })
  async differences(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('position', ParseIntPipe) position: number,
    @Query() { concept }: DifferencesQuery,
  ): Promise<DifferencesView> {
    return { changes: await this.imports.differencesFrom(termbaseId, id, position, concept) }
  }

  @Patch(':id/rules')
  @ApiOperation({ summary: 'What becomes of conflicts and duplicates that nobody decides' })
  @ApiOkResponse({ type: ImportView })
  setRules(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RulesBody,
  ): Promise<ImportView> {
    return this.imports.setRules(termbaseId, id, body)
  }

  @Patch(':id/decisions')
  @ApiOperation({ summary: 'Decide single entries, or all that match' })
  @ApiOkResponse({ type: DecidedEntriesView })
  async decide(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { positions, filter, action, into, fields }: DecideBody,
  ): Promise<DecidedEntriesView> {
    const decision = action ? { action, ...(into && { into }), ...(fields && { fields }) } : null
    const before = await this.imports.decide(
      termbaseId,
      id,
      { ...(positions && { positions }), ...(filter && { filter }) },
      decision,
    )
    const decided = before.reduce((sum, { positions }) => sum + positions.length, 0)
    return { decided, before, import: await this.imports.get(termbaseId, id) }
  }

  @Post(':id/compare')
  @HttpCode(202)
  @ApiOperation({ summary: 'Compare again with the termbase as it is now; decisions on what is unchanged are kept' })
  @ApiAcceptedResponse({ type: StartedImportView })
  async compare(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StartedImportView> {
    const job = await this.imports.enqueueComparing(actor, termbaseId, id)
    return { import: await this.imports.get(termbaseId, id), job }
  }

  @Post(':id/apply')
  @HttpCode(202)
  @ApiOperation({ summary: 'Write the changeset, all of it or nothing; a job does it' })
  @ApiAcceptedResponse({ type: StartedImportView })
  async apply(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StartedImportView> {
    const job = await this.imports.enqueueApplying(actor, termbaseId, id)
    return { import: await this.imports.get(termbaseId, id), job }
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an applied import back; what was edited since is named, and left with `rest`' })
  @ApiOkResponse({ type: ImportResultView })
  undo(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { rest = false }: UndoImportBody,
  ): Promise<ImportResultView> {
    return this.undoing.undo(actor, termbaseId, id, { rest })
  }

  @Get(':id/report')
  @ApiOperation({ summary: 'Row by row: entry, line, field, before, after, verdict' })
  @ApiProduces('text/csv', 'application/x-ndjson')
  @ApiOkResponse({ description: 'The report' })
  async report(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: ReportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, rules } = await this.imports.get(termbaseId, id)
    const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson'
    response.set({ 'Content-Type': mediaType, 'Content-Disposition': attachment(`${fileName}-import.${format}`) })
    await pipeline(Readable.from(reportOf(this.imports.everyEntry(id), rules, format)), response)
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Stop reading, or throw a changeset away that was not applied' })
  @ApiNoContentResponse()
  remove(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.imports.remove(termbaseId, id)
  }
}
