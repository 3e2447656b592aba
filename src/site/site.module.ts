import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { LookupModule } from '../lookup/lookup.module.js'
import { ReleasesModule } from '../releases/releases.module.js'
import { ReleaseShelf } from './shelf.entity.js'
import { ShelvesService } from './shelves.service.js'
import { SiteController } from './site.controller.js'
import { SiteErrorFilter } from './site-error.filter.js'
import { SiteService } from './site.service.js'
import { SiteVisits } from './site-visits.js'

@Module({
  imports: [TypeOrmModule.forFeature([ReleaseShelf]), GlossaryModule, ReleasesModule, LookupModule],
  controllers: [SiteController],
  providers: [SiteService, ShelvesService, SiteVisits, SiteErrorFilter],
})
export class SiteModule {}
