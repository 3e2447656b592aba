import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { SavedViewView, ViewBody } from './candidates.dto.js'
import { SavedViewsService } from './saved-views.service.js'

@ApiTags('candidates')
@Controller('termbases/:termbaseId/views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @ApiOperation({ summary: 'Your saved views of the queue, then those that others share' })
  @ApiOkResponse({ type: [SavedViewView] })
  list(@CurrentUser() actor: Actor, @Param('termbaseId', ParseUUIDPipe) termbaseId: string): Promise<SavedViewView[]> {
    return this.views.list(actor, termbaseId)
  }

  @Put()
  @ApiOperation({ summary: 'Save a view under a name; your view of the same name is replaced' })
  @ApiOkResponse({ type: SavedViewView })
  save(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Body() body: ViewBody,
  ): Promise<SavedViewView> {
    return this.views.save(actor, termbaseId, body)
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a view of yours' })
  @ApiNoContentResponse()
  remove(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.views.remove(actor, termbaseId, id)
  }
}
