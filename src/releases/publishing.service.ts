import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import { Database } from '../database/database.js'
import { JobsService } from '../jobs/jobs.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { approvedCount } from './release-entries.js'
import { PUBLISH_RELEASE, type PublishTask } from './publish-release.job.js'
import { type Publishing, type ReleaseSummary, ReleasesService } from './releases.service.js'

export type Job = Awaited<ReturnType<JobsService['get']>>

/** Concepts that are frozen within the second or two that a request may take. */
export const AT_ONCE = 20_000

/** Publishing as the door has it: small termbases at once, large ones by a job that can be watched and cancelled. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly releases: ReleasesService,
    private readonly jobs: JobsService,
  ) {}

  /** @param later a job however small it is */
  async publish(
    actor: Actor,
    termbaseId: string,
    publishing: Publishing,
    { later }: { later: boolean },
  ): Promise<{ release: ReleaseSummary } | { job: Job }> {
    await this.termbases.require(termbaseId)
    const isSmall = (await this.conceptsOf(termbaseId, publishing)) <= AT_ONCE
    if (isSmall && !later) return { release: await this.releases.publish(actor, termbaseId, publishing) }
    const payload: PublishTask = { termbaseId, publishing }
    const job = await this.database.inTransaction((db) =>
      this.jobs.enqueue(db, { kind: PUBLISH_RELEASE, payload, createdBy: actor.id }),
    )
    return { job }
  }

  private async conceptsOf(termbaseId: string, { from }: Publishing): Promise<number> {
    if (from === undefined) return approvedCount(this.database.db, termbaseId)
    return (await this.releases.get(termbaseId, from)).conceptCount
  }
}
