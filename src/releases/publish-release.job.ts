import { Injectable, type OnModuleInit } from '@nestjs/common'
import { UsersService } from '../auth/users.service.js'
import { JobHandlers } from '../jobs/job-handlers.js'
import type { JobContext, JobHandler } from '../jobs/job.js'
import { type Publishing, ReleasesService } from './releases.service.js'

export const PUBLISH_RELEASE = 'publish-release'

export interface PublishTask {
  termbaseId: string
  publishing: Publishing
}

/** Publishes what is too much for one request, in the name of the person who asked for it. */
@Injectable()
export class PublishReleaseJob
  implements JobHandler<PublishTask, { termbaseId: string; number: number }>, OnModuleInit
{
  readonly kind = PUBLISH_RELEASE

  constructor(
    private readonly releases: ReleasesService,
    private readonly users: UsersService,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this)
  }

  /** The release bears the id of its job: a job that is run again after its process was killed does not publish twice. */
  async run(
    { termbaseId, publishing }: PublishTask,
    context: JobContext,
  ): Promise<{ termbaseId: string; number: number }> {
    const before = await this.releases.withId(context.jobId)
    if (before) return { termbaseId, number: before.number }
    const { id, name, role } = (await this.users.find(context.createdBy!))!
    const wanted = { ...publishing, id: context.jobId }
    const { number } = await this.releases.publish({ id, name, role }, termbaseId, wanted, context)
    return { termbaseId, number }
  }
}
