import { Module } from '@nestjs/common'
import { APP_FILTER, APP_PIPE } from '@nestjs/core'
import { TerminusModule } from '@nestjs/terminus'
import { ErrorFilter } from './error.filter.js'
import { HealthController } from './health.controller.js'
import { MetricsController } from './metrics.controller.js'
import { Metrics } from './metrics.js'
import { validation } from './validation.js'

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController, MetricsController],
  providers: [Metrics, { provide: APP_FILTER, useClass: ErrorFilter }, { provide: APP_PIPE, useFactory: validation }],
})
export class HttpModule {}
