import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser, Requires } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { MentionListView, PeopleView, ReadMentionsBody, UnreadView } from './comments.dto.js'
import { CommentsService } from './comments.service.js'

@ApiTags('comments')
@Controller()
export class MentionsController {
  constructor(private readonly comments: CommentsService) {}

  @Get('people')
  @ApiOperation({ summary: 'Who works here: the names that a comment can call' })
  @ApiOkResponse({ type: PeopleView })
  async people(): Promise<PeopleView> {
    return { items: await this.comments.people() }
  }

  @Get('me/mentions')
  @ApiOperation({ summary: 'Comments that call you, newest first' })
  @ApiOkResponse({ type: MentionListView })
  mentions(@CurrentUser() actor: Actor): Promise<MentionListView> {
    return this.comments.mentionsOf(actor.id)
  }

  @Post('me/mentions/read')
  @HttpCode(200)
  @Requires('reader')
  @ApiOperation({ summary: 'You have seen these comments, or all' })
  @ApiOkResponse({ type: UnreadView })
  read(@CurrentUser() actor: Actor, @Body() { comments }: ReadMentionsBody): Promise<UnreadView> {
    return this.comments.markRead(actor.id, comments)
  }
}
