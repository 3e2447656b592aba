import { Module } from '@nestjs/common'
import { ReleasesModule } from '../releases/releases.module.js'
import { LookupController } from './lookup.controller.js'
import { LookupService } from './lookup.service.js'
import { ReadableReleases } from './readable-releases.js'
import { ReleaseIndexes } from './release-indexes.js'

@Module({
  imports: [ReleasesModule],
  controllers: [LookupController],
  providers: [LookupService, ReadableReleases, ReleaseIndexes],
  exports: [LookupService],
})
export class LookupModule {}
