import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { PublishReleaseJob } from './publish-release.job.js'
import { PublishingService } from './publishing.service.js'
import { Release, ReleaseEntry, ReleaseExportFile, ReleaseExportPiece } from './release.entity.js'
import { ReleaseExportController } from './release-export.controller.js'
import { ReleaseExportService } from './release-export.service.js'
import { ReleaseConceptsService } from './release-concepts.service.js'
import { ReleaseDiffsService } from './release-diffs.service.js'
import { ReleasesController } from './releases.controller.js'
import { ReleasesService } from './releases.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Release, ReleaseEntry, ReleaseExportFile, ReleaseExportPiece]), GlossaryModule],
  controllers: [ReleasesController, ReleaseExportController],
  providers: [
    ReleasesService,
    PublishingService,
    PublishReleaseJob,
    ReleaseExportService,
    ReleaseDiffsService,
    ReleaseConceptsService,
  ],
  exports: [ReleasesService, ReleaseExportService, ReleaseDiffsService, ReleaseConceptsService],
})
export class ReleasesModule {}
