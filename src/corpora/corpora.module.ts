import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { Document, SentencePair } from './document.entity.js'
import { DocumentsController } from './documents.controller.js'
import { DocumentsService } from './documents.service.js'
import { ReadingsService } from './readings.service.js'
import { SampleTermbase } from './sample-termbase.js'
import { UploadsService } from './uploads.service.js'

@Module({
  imports: [GlossaryModule, TypeOrmModule.forFeature([Document, SentencePair])],
  controllers: [DocumentsController],
  providers: [DocumentsService, ReadingsService, UploadsService, SampleTermbase],
  exports: [DocumentsService, ReadingsService],
})
export class CorporaModule {}
