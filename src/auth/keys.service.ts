import { Injectable } from '@nestjs/common'
import { IsNull, type FindOptionsWhere } from 'typeorm'
import { Database } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { AuditService } from './audit.service.js'
import { type Actor, lesser, mayActAs, type Role } from './roles.js'
import { hashOf, newSecret } from './secrets.js'
import { ApiKey, User } from './user.entity.js'

export interface NewKey {
  name: string
  role: Role
  expiresAt?: Date | null
}

/** To the minute is precise enough, and a key may ask a thousand times a second. */
const USE_PRECISION_MS = 60_000

/** So long another process may take to see that a key was revoked; this one sees it at once. */
const REMEMBERED_MS = 1000

/** Keys that are remembered at a time. */
const MOST_REMEMBERED = 10_000

@Injectable()
export class KeysService {
  /** Who keys stand for, by their hashes: a program asks hundreds of times a second, the database once. */
  private readonly remembered = new Map<string, { at: number; actor: Promise<Actor | null> }>()

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  /** One's own keys; administrators see everybody's. */
  list(actor: Actor | null): Promise<ApiKey[]> {
    return this.database.db.find(ApiKey, { where: withinReach(actor), order: { createdAt: 'DESC' } })
  }

  /** The key itself leaves the house here and never again. */
  async create(actor: Actor, { name, role, expiresAt = null }: NewKey): Promise<{ key: ApiKey; secret: string }> {
    if (!mayActAs(actor.role, role))
      throw new DomainError('not-allowed', `A key may not reach further than its owner, who is ${actor.role}.`, {
        fields: { role: [`is at most ${actor.role}`] },
      })
    const secret = newSecret('tl_')
    return this.database.inTransaction(async (db) => {
      const key = await db.save(
        ApiKey,
        db.create(ApiKey, {
          name: name.trim(),
          role,
          userId: actor.id,
          prefix: secret.slice(0, 9),
          keyHash: hashOf(secret),
          expiresAt,
        }),
      )
      await this.audit.record(db, actor, {
        action: 'create-key',
        subjectKind: 'key',
        subjectId: key.id,
        details: { name, role },
      })
      return { key, secret }
    })
  }

  /** Without an actor it is the operator at the command line, who may revoke any. */
  async revoke(actor: Actor | null, id: string): Promise<void> {
    await this.database.inTransaction(async (db) => {
      const { affected } = await db.update(
        ApiKey,
        { id, revokedAt: IsNull(), ...withinReach(actor) },
        { revokedAt: new Date() },
      )
      if (affected !== 1) throw new DomainError('not-found', `There is no key ${id} that works and is yours.`)
      await this.audit.record(db, actor, { action: 'revoke-key', subjectKind: 'key', subjectId: id })
    })
    this.forget()
  }

  /** After a key or its owner was changed. */
  forget(): void {
    this.remembered.clear()
  }

  /** Who a key stands for, or null. Its role is the lesser of its own and its owner's. */
  actorOf(secret: string): Promise<Actor | null> {
    const hash = hashOf(secret)
    const name = hash.toString('latin1')
    const known = this.remembered.get(name)
    if (known && performance.now() - known.at < REMEMBERED_MS) return known.actor
    if (this.remembered.size >= MOST_REMEMBERED) this.forget()
    const actor = this.find(hash)
    this.remembered.set(name, { at: performance.now(), actor })
    actor.catch(() => this.remembered.delete(name))
    return actor
  }

  private async find(keyHash: Buffer): Promise<Actor | null> {
    const key = await this.database.db.findOneBy(ApiKey, { keyHash, revokedAt: IsNull() })
    if (!key || (key.expiresAt && key.expiresAt < new Date())) return null
    const owner = await this.database.db.findOneBy(User, { id: key.userId, disabledAt: IsNull() })
    if (!owner) return null
    await this.noteUse(key)
    return { id: owner.id, name: owner.name, role: lesser(key.role, owner.role), keyId: key.id }
  }

  private async noteUse({ id, lastUsedAt }: ApiKey): Promise<void> {
    if (lastUsedAt && Date.now() - lastUsedAt.getTime() < USE_PRECISION_MS) return
    await this.database.db.update(ApiKey, id, { lastUsedAt: new Date() })
  }
}

function withinReach(actor: Actor | null): FindOptionsWhere<ApiKey> {
  return !actor || actor.role === 'administrator' ? {} : { userId: actor.id }
}
