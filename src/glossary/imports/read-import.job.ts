import { Injectable, type OnModuleInit } from '@nestjs/common'
import { JobHandlers } from '../../jobs/job-handlers.js'
import type { JobContext, JobHandler } from '../../jobs/job.js'
import { ImportRunsService } from './import-runs.service.js'
import { READ_IMPORT } from './imports.service.js'

/** The dry run of an uploaded file. */
@Injectable()
export class ReadImportJob implements JobHandler<{ importId: string }, { importId: string }>, OnModuleInit {
  readonly kind = READ_IMPORT

  constructor(
    private readonly runs: ImportRunsService,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this)
  }

  async run({ importId }: { importId: string }, context: JobContext): Promise<{ importId: string }> {
    await this.runs.read(importId, context)
    return { importId }
  }
}
