import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser, Requires } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import {
  LanguageUseListView,
  NewTermbaseBody,
  TermbaseChangesBody,
  TermbaseListView,
  TermbaseView,
} from './termbase.dto.js'
import { TermbasesService } from './termbases.service.js'

@ApiTags('termbases')
@Controller('termbases')
export class TermbasesController {
  constructor(private readonly termbases: TermbasesService) {}

  @Get()
  @ApiOperation({ summary: 'All termbases, with what is in them' })
  @ApiOkResponse({ type: TermbaseListView })
  async list(): Promise<TermbaseListView> {
    return { items: await this.termbases.list() }
  }

  @Post()
  @ApiOperation({ summary: 'Create a termbase' })
  @ApiCreatedResponse({ type: TermbaseView })
  create(@CurrentUser() actor: Actor, @Body() body: NewTermbaseBody): Promise<TermbaseView> {
    return this.termbases.create(actor, body)
  }

  @Get(':id')
  @ApiOperation({ summary: 'One termbase' })
  @ApiOkResponse({ type: TermbaseView })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<TermbaseView> {
    return this.termbases.get(id)
  }

  @Get(':id/languages')
  @ApiOperation({ summary: 'What stands in the termbase in each of its languages' })
  @ApiOkResponse({ type: LanguageUseListView })
  async languages(@Param('id', ParseUUIDPipe) id: string): Promise<LanguageUseListView> {
    return { items: await this.termbases.languages(id) }
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Rename or describe a termbase, choose its languages and rules, publish or archive it' })
  @ApiOkResponse({ type: TermbaseView })
  change(
    @CurrentUser() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: TermbaseChangesBody,
  ): Promise<TermbaseView> {
    return this.termbases.change(actor, id, body)
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('administrator')
  @ApiOperation({ summary: 'Delete a termbase that has no release' })
  @ApiNoContentResponse()
  remove(@CurrentUser() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.termbases.remove(actor, id)
  }
}
