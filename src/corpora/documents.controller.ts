import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common'
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
import { CurrentUser } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { attachment } from '../http/attachment.js'
import {
  AddedDocumentView,
  DocumentListView,
  DocumentView,
  OriginalQuery,
  PairSearchQuery,
  PairSearchView,
  PairsQueryDto,
  ReceivedUploadView,
  SentencePairPageView,
  uploadForm,
} from './documents.dto.js'
import { DocumentsService } from './documents.service.js'
import { UploadsService } from './uploads.service.js'

@ApiTags('documents')
@Controller('termbases/:termbaseId/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly uploads: UploadsService,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Upload a document; a job reads it and puts its candidates into the queue' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadForm })
  @ApiAcceptedResponse({ type: ReceivedUploadView })
  @ApiOkResponse({ type: ReceivedUploadView, description: 'The termbase has the same content already' })
  @ApiPayloadTooLargeResponse({ description: 'Larger than TERMLOOM_MAX_UPLOAD_MB' })
  async upload(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceivedUploadView> {
    const added = await this.uploads.receive(actor, termbaseId, request)
    if (![added, ...added.more].some(({ job }) => job)) response.status(200)
    return added
  }

  @Get()
  @ApiOperation({ summary: 'The documents of a termbase, newest first' })
  @ApiOkResponse({ type: DocumentListView })
  async list(@Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<DocumentListView> {
    return { items: await this.documents.list(termbaseId) }
  }

  @Get(':id')
  @ApiOperation({ summary: 'One document: how far it is, what was cleaned, what was wrong' })
  @ApiOkResponse({ type: DocumentView })
  get(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DocumentView> {
    return this.documents.get(termbaseId, id)
  }

  @Get(':id/sentence-pairs')
  @ApiOperation({ summary: 'Its aligned sentences, in reading order' })
  @ApiOkResponse({ type: SentencePairPageView })
  sentencePairs(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PairsQueryDto,
  ): Promise<SentencePairPageView> {
    return this.documents.sentencePairs(termbaseId, id, query)
  }

  @Get(':id/sentence-pairs/search')
  @ApiOperation({ summary: 'In which of its sentence pairs a text stands' })
  @ApiOkResponse({ type: PairSearchView })
  search(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { q }: PairSearchQuery,
  ): Promise<PairSearchView> {
    return this.documents.search(termbaseId, id, q)
  }

  @Get(':id/original')
  @ApiOperation({ summary: 'The file as it came' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file' })
  async original(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { side }: OriginalQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { name, bytes } = await this.documents.original(termbaseId, id, side)
    response.set({ 'Content-Type': 'application/octet-stream', 'Content-Disposition': attachment(name) }).send(bytes)
  }

  @Post(':id/retry')
  @HttpCode(202)
  @ApiOperation({ summary: 'Read a document again that failed or was cancelled' })
  @ApiAcceptedResponse({ type: AddedDocumentView })
  retry(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AddedDocumentView> {
    return this.documents.retry(actor, termbaseId, id)
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Delete a document with its sentences and the evidence in them; concepts and decisions stay',
  })
  @ApiNoContentResponse()
  remove(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.documents.remove(actor, termbaseId, id)
  }
}
