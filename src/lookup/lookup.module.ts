import { Module } from '@nestjs/common'
import { ReleasesModule } from '../releases/releases.module.js'
import { LookupController } from './lookup.controller.js'
import { LookupService } from './lookup.service.js'
import { ReleaseIndexes } from './release-indexes.js'

@Module({
  imports: [ReleasesModule],
  controllers: [LookupController],
  providers: [LookupService, ReleaseIndexes],
  exports: [LookupService],
})
export class LookupModule {}
