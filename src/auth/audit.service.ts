import { Injectable } from '@nestjs/common'
import { LessThan, MoreThan } from 'typeorm'
import { Database, type Db } from '../database/database.js'
import type { Actor } from './roles.js'
import { AuditEntry } from './user.entity.js'

export interface Deed {
  /** Verb and object, e.g. `publish-release`. */
  action: string
  subjectKind: string
  subjectId: string
  details?: Record<string, unknown>
}

/** Read so many at a time, so that memory stays flat. */
const batchSize = 1000

@Injectable()
export class AuditService {
  constructor(private readonly database: Database) {}

  /** Written in the transaction of the deed itself: both happened, or neither. `null` is the program on its own account. */
  async record(db: Db, actor: Actor | null, { action, subjectKind, subjectId, details = {} }: Deed): Promise<void> {
    await db.insert(AuditEntry, {
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? 'termloom',
      action,
      subjectKind,
      subjectId,
      details: details as never,
    })
  }

  /** Newest first. */
  async list({ action, cursor, limit }: { action?: string; cursor?: string; limit: number }) {
    const found = await this.database.db.find(AuditEntry, {
      where: { ...(action && { action }), ...(cursor && { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    })
    const items = found.slice(0, limit)
    return { items, next: found.length > limit ? items.at(-1)!.id : null }
  }

  /** Oldest first. */
  async *all(): AsyncGenerator<AuditEntry> {
    for (let last = '0'; ;) {
      const entries = await this.database.db.find(AuditEntry, {
        where: { id: MoreThan(last) },
        order: { id: 'ASC' },
        take: batchSize,
      })
      if (entries.length === 0) return
      yield* entries
      last = entries.at(-1)!.id
    }
  }
}
