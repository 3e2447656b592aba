import { Injectable } from '@nestjs/common'
import type { Db } from '../database/database.js'
import type { Actor } from './roles.js'
import { AuditEntry } from './user.entity.js'

export interface Deed {
  /** Verb and object, e.g. `publish-release`. */
  action: string
  subjectKind: string
  subjectId: string
  details?: Record<string, unknown>
}

@Injectable()
export class AuditService {
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
}
