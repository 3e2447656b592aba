import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common'
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser } from '../../auth/access.js'
import type { Actor } from '../../auth/roles.js'
import { AlignmentsService } from '../../corpora/alignments.service.js'
import {
  AlignmentBody,
  AlignmentEditView,
  AlignmentOutcomeView,
  MarksQuery,
  TermMarkView,
  UndoAlignmentBody,
  wishOf,
} from './alignment.dto.js'
import { HandAlignmentService } from './hand-alignment.service.js'
import { TermMarksService } from './term-marks.service.js'

@ApiTags('documents')
@Controller('termbases/:termbaseId/documents/:documentId')
export class AlignmentController {
  constructor(
    private readonly hand: HandAlignmentService,
    private readonly alignments: AlignmentsService,
    private readonly marks: TermMarksService,
  ) {}

  @Get('marks')
  @ApiOperation({ summary: 'Where terms of the glossary and pairs under review stand in its sentences' })
  @ApiOkResponse({ type: [TermMarkView] })
  termMarks(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Query() query: MarksQuery,
  ): Promise<TermMarkView[]> {
    return this.marks.marks(termbaseId, documentId, query)
  }

  @Get('alignment/edits')
  @ApiOperation({ summary: 'Corrections of its sentence alignment by hand, newest first' })
  @ApiOkResponse({ type: [AlignmentEditView] })
  edits(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
  ): Promise<AlignmentEditView[]> {
    return this.alignments.edits(termbaseId, documentId)
  }

  @Post('alignment/edits')
  @HttpCode(200)
  @ApiOperation({ summary: 'Correct its sentence alignment: merge, split or shift; the evidence in the rows follows' })
  @ApiOkResponse({ type: AlignmentOutcomeView })
  @ApiConflictResponse({ description: 'Somebody corrected it meanwhile (`stale`)' })
  edit(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Body() body: AlignmentBody,
  ): Promise<AlignmentOutcomeView> {
    const { pair, version } = body
    return this.hand.edit(actor, { termbaseId, documentId }, { pair, version, wish: wishOf(body) })
  }

  @Post('alignment/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo the newest correction: rows, evidence and proposals are as they were before it' })
  @ApiOkResponse({ type: AlignmentOutcomeView })
  @ApiConflictResponse({ description: 'Somebody corrected it meanwhile (`stale`)' })
  undo(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Body() { version }: UndoAlignmentBody,
  ): Promise<AlignmentOutcomeView> {
    return this.hand.undo(actor, termbaseId, documentId, version)
  }
}
