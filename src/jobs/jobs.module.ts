import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { FirstStart } from './first-start.js'
import { JobChanges } from './job-changes.js'
import { JobHandlers } from './job-handlers.js'
import { JobWorker } from './job-worker.js'
import { Job } from './job.entity.js'
import { JobsController } from './jobs.controller.js'
import { JobsService } from './jobs.service.js'

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Job])],
  controllers: [JobsController],
  providers: [JobsService, JobHandlers, JobChanges, JobWorker, FirstStart],
  exports: [JobsService, JobHandlers, JobWorker, FirstStart],
})
export class JobsModule {}
