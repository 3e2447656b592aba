import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { Comment, CommentMention } from './comment.entity.js'
import { CommentsController } from './comments.controller.js'
import { CommentsService } from './comments.service.js'
import { MentionsController } from './mentions.controller.js'

@Module({
  imports: [GlossaryModule, TypeOrmModule.forFeature([Comment, CommentMention])],
  controllers: [CommentsController, MentionsController],
  providers: [CommentsService],
})
export class CommentsModule {}
