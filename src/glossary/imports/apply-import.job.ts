import { Injectable, type OnModuleInit } from '@nestjs/common'
import { UsersService } from '../../auth/users.service.js'
import { JobHandlers } from '../../jobs/job-handlers.js'
import type { JobContext, JobHandler } from '../../jobs/job.js'
import { ImportRunsService } from './import-runs.service.js'
import type { ImportResult } from './import-record.js'
import { APPLY_IMPORT } from './imports.service.js'

/** Writes a decided changeset in the name of the person who asked for it. */
@Injectable()
export class ApplyImportJob implements JobHandler<{ importId: string }, ImportResult>, OnModuleInit {
  readonly kind = APPLY_IMPORT

  constructor(
    private readonly runs: ImportRunsService,
    private readonly users: UsersService,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this)
  }

  async run({ importId }: { importId: string }, context: JobContext): Promise<ImportResult> {
    const { id, name, role } = (await this.users.find(context.createdBy!))!
    return this.runs.apply(importId, { id, name, role }, context)
  }
}
