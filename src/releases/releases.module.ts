import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { Release, ReleaseEntry } from './release.entity.js'
import { ReleaseExportController } from './release-export.controller.js'
import { ReleaseExportService } from './release-export.service.js'
import { ReleasesController } from './releases.controller.js'
import { ReleasesService } from './releases.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Release, ReleaseEntry]), GlossaryModule],
  controllers: [ReleasesController, ReleaseExportController],
  providers: [ReleasesService, ReleaseExportService],
  exports: [ReleasesService, ReleaseExportService],
})
export class ReleasesModule {}
