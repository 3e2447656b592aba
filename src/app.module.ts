import { type DynamicModule, Module } from '@nestjs/common'
import { AuthModule } from './auth/auth.module.js'
import { CandidatesModule } from './candidates/candidates.module.js'
import { CommentsModule } from './comments/comments.module.js'
import { Config } from './config.js'
import { ConfigModule } from './config.module.js'
import { CorporaModule } from './corpora/corpora.module.js'
import { DatabaseModule } from './database/database.module.js'
import { EvidenceModule } from './evidence/evidence.module.js'
import { GlossaryModule } from './glossary/glossary.module.js'
import { HttpModule } from './http/http.module.js'
import { JobsModule } from './jobs/jobs.module.js'
import { LookupModule } from './lookup/lookup.module.js'
import { MissesModule } from './misses/misses.module.js'
import { ReleasesModule } from './releases/releases.module.js'
import { SiteModule } from './site/site.module.js'

/** The features, in reading order. */
@Module({
  imports: [
    HttpModule,
    AuthModule,
    JobsModule,
    GlossaryModule,
    CommentsModule,
    CorporaModule,
    CandidatesModule,
    EvidenceModule,
    ReleasesModule,
    LookupModule,
    MissesModule,
    SiteModule,
  ],
})
export class AppModule {
  /** `config.databaseUrl` must be the address of an open database, see `openDatabase`. */
  static on(config: Config): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.of(config), DatabaseModule.on(config)] }
  }
}
