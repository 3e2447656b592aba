import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { Release, ReleaseEntry } from './release.entity.js'
import { ReleasesController } from './releases.controller.js'
import { ReleasesService } from './releases.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Release, ReleaseEntry]), GlossaryModule],
  controllers: [ReleasesController],
  providers: [ReleasesService],
  exports: [ReleasesService],
})
export class ReleasesModule {}
