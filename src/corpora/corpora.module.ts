import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { AlignmentEdit, Document, SentencePair } from './document.entity.js'
import { AlignmentsService } from './alignments.service.js'
import { DocumentsController } from './documents.controller.js'
import { DocumentsService } from './documents.service.js'
import { NotedSegmentsService } from './noted-segments.service.js'
import { ReadingsService } from './readings.service.js'
import { SampleTermbase } from './sample-termbase.js'
import { UploadsService } from './uploads.service.js'

@Module({
  imports: [GlossaryModule, TypeOrmModule.forFeature([AlignmentEdit, Document, SentencePair])],
  controllers: [DocumentsController],
  providers: [
    AlignmentsService,
    DocumentsService,
    NotedSegmentsService,
    ReadingsService,
    UploadsService,
    SampleTermbase,
  ],
  exports: [AlignmentsService, DocumentsService, NotedSegmentsService, ReadingsService],
})
export class CorporaModule {}
