import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CorporaModule } from '../corpora/corpora.module.js'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { Candidate, CandidateEvidence, Decision } from './candidate.entity.js'
import { CandidatesController } from './candidates.controller.js'
import { ExtractDocumentJob } from './extract-document.job.js'
import { ProposalsService } from './proposals.service.js'
import { QueueService } from './queue.service.js'
import { ReviewService } from './review.service.js'

@Module({
  imports: [CorporaModule, GlossaryModule, TypeOrmModule.forFeature([Candidate, CandidateEvidence, Decision])],
  controllers: [CandidatesController],
  providers: [QueueService, ReviewService, ProposalsService, ExtractDocumentJob],
  exports: [QueueService, ReviewService, ProposalsService],
})
export class CandidatesModule {}
