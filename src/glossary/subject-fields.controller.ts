import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { NewSubjectFieldBody, SubjectFieldChangesBody, SubjectTreeView } from './subject-fields.dto.js'
import { SubjectFieldsService } from './subject-fields.service.js'

@ApiTags('subject fields')
@Controller('termbases/:termbaseId/subject-fields')
export class SubjectFieldsController {
  constructor(private readonly subjectFields: SubjectFieldsService) {}

  @Get()
  @ApiOperation({ summary: 'The tree of subject fields, and the fields that stand outside it' })
  @ApiOkResponse({ type: SubjectTreeView })
  tree(@Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<SubjectTreeView> {
    return this.subjectFields.tree(termbaseId)
  }

  @Post()
  @ApiOperation({ summary: 'Add a subject field; the answer is the whole tree' })
  @ApiCreatedResponse({ type: SubjectTreeView })
  add(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() body: NewSubjectFieldBody,
  ): Promise<SubjectTreeView> {
    return this.subjectFields.add(actor, termbaseId, body)
  }

  @Post('adopt')
  @ApiOperation({ summary: 'Bring the fields that concepts name already into the tree' })
  @ApiCreatedResponse({ type: SubjectTreeView })
  adopt(@CurrentUser() actor: Actor, @Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<SubjectTreeView> {
    return this.subjectFields.adopt(actor, termbaseId)
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Rename or move a subject field' })
  @ApiOkResponse({ type: SubjectTreeView })
  change(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SubjectFieldChangesBody,
  ): Promise<SubjectTreeView> {
    return this.subjectFields.change(actor, termbaseId, id, body)
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Remove a subject field and all below it; concepts keep what they name' })
  @ApiOkResponse({ type: SubjectTreeView })
  remove(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SubjectTreeView> {
    return this.subjectFields.remove(actor, termbaseId, id)
  }
}
