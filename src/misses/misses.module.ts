import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CandidatesModule } from '../candidates/candidates.module.js'
import { CorporaModule } from '../corpora/corpora.module.js'
import { GlossaryModule } from '../glossary/glossary.module.js'
import { LookupModule } from '../lookup/lookup.module.js'
import { MissCounter } from './miss-counter.service.js'
import { SearchMiss, UncountedTermbase } from './miss.entity.js'
import { MissesController } from './misses.controller.js'
import { MissesService } from './misses.service.js'

@Module({
  imports: [
    CandidatesModule,
    CorporaModule,
    GlossaryModule,
    LookupModule,
    TypeOrmModule.forFeature([SearchMiss, UncountedTermbase]),
  ],
  controllers: [MissesController],
  providers: [MissCounter, MissesService],
})
export class MissesModule {}
