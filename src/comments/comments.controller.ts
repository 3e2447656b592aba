import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { CommentListView, CommentTextBody, CommentView, NewCommentBody } from './comments.dto.js'
import { CommentsService } from './comments.service.js'

@ApiTags('comments')
@Controller('termbases/:termbaseId')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Get('concepts/:conceptId/comments')
  @ApiOperation({ summary: 'What people say about a concept, in the order in which it was said' })
  @ApiOkResponse({ type: CommentListView })
  async list(
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('conceptId', ParseUUIDPipe) conceptId: string,
  ): Promise<CommentListView> {
    return { items: await this.comments.of(termbaseId, conceptId) }
  }

  @Post('concepts/:conceptId/comments')
  @ApiOperation({ summary: 'Say something about a concept, or answer; @ and a name calls that person' })
  @ApiCreatedResponse({ type: CommentView })
  say(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('conceptId', ParseUUIDPipe) conceptId: string,
    @Body() body: NewCommentBody,
  ): Promise<CommentView> {
    return this.comments.say(actor, termbaseId, conceptId, body)
  }

  @Patch('comments/:id')
  @ApiOperation({ summary: 'Change what you said' })
  @ApiOkResponse({ type: CommentView })
  change(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: CommentTextBody,
  ): Promise<CommentView> {
    return this.comments.change(actor, termbaseId, id, text)
  }

  @Delete('comments/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what you said, unless others have answered' })
  @ApiNoContentResponse()
  remove(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.comments.remove(actor, termbaseId, id)
  }

  @Post('comments/:id/resolve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Nothing is left to do about this thread' })
  @ApiOkResponse({ type: CommentView })
  resolve(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CommentView> {
    return this.comments.resolve(actor, termbaseId, id, true)
  }

  @Post('comments/:id/reopen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Something is left to do after all' })
  @ApiOkResponse({ type: CommentView })
  reopen(
    @CurrentUser() actor: Actor,
    @Param('termbaseId', ParseUUIDPipe) termbaseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CommentView> {
    return this.comments.resolve(actor, termbaseId, id, false)
  }
}
