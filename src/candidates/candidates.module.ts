import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CorporaModule } from '../corpora/corpora.module.js'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { AlignmentController } from './alignment/alignment.controller.js'
import { HandAlignmentService } from './alignment/hand-alignment.service.js'
import { TermMarksService } from './alignment/term-marks.service.js'
import { Candidate, CandidateEvidence, Decision, SavedView } from './candidate.entity.js'
import { CandidatesController } from './candidates.controller.js'
import { ExtractDocumentJob } from './extract-document.job.js'
import { ExtractionThreads } from './extraction-threads.js'
import { ProposalsService } from './proposals.service.js'
import { Lesson } from './lesson.entity.js'
import { LessonsService } from './lessons.service.js'
import { DeskChanges } from './desk-changes.js'
import { DeskEventsService } from './desk-events.service.js'
import { MergePreviewService } from './merge-preview.service.js'
import { ProgressController } from './progress.controller.js'
import { ProgressService } from './progress.service.js'
import { QueueCountsService } from './queue-counts.service.js'
import { SavedViewsController } from './saved-views.controller.js'
import { SavedViewsService } from './saved-views.service.js'
import { QueueService } from './queue.service.js'
import { LearnRankingJob } from './ranking/learn-ranking.job.js'
import { RankingController } from './ranking/ranking.controller.js'
import { Ranking } from './ranking/ranking.entity.js'
import { RankingsService } from './ranking/rankings.service.js'
import { StrictnessService } from './ranking/strictness.service.js'
import { ReviewService } from './review.service.js'

@Module({
  imports: [
    CorporaModule,
    GlossaryModule,
    TypeOrmModule.forFeature([Candidate, CandidateEvidence, Decision, Lesson, Ranking, SavedView]),
  ],
  controllers: [AlignmentController, CandidatesController, ProgressController, RankingController, SavedViewsController],
  providers: [
    HandAlignmentService,
    TermMarksService,
    DeskChanges,
    DeskEventsService,
    MergePreviewService,
    ProgressService,
    QueueCountsService,
    SavedViewsService,
    QueueService,
    ReviewService,
    ProposalsService,
    ExtractDocumentJob,
    ExtractionThreads,
    LessonsService,
    RankingsService,
    StrictnessService,
    LearnRankingJob,
  ],
  exports: [QueueService, ReviewService, ProposalsService, RankingsService],
})
export class CandidatesModule {}
