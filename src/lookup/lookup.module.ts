import { Module } from '@nestjs/common'
import { ReleasesModule } from '../releases/releases.module.js'
import { LookupController } from './lookup.controller.js'
import { LookupLimit } from './lookup-limit.js'
import { LookupService } from './lookup.service.js'
import { McpController } from './mcp/mcp.controller.js'
import { ReadableReleases } from './readable-releases.js'
import { ReleaseIndexes } from './release-indexes.js'

@Module({
  imports: [ReleasesModule],
  controllers: [LookupController, McpController],
  providers: [LookupService, LookupLimit, ReadableReleases, ReleaseIndexes],
  exports: [LookupService],
})
export class LookupModule {}
