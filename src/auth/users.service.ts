import { Injectable } from '@nestjs/common'
import { IsNull, Not } from 'typeorm'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { AuditService } from './audit.service.js'
import { KeysService } from './keys.service.js'
import type { Actor, Role } from './roles.js'
import { User } from './user.entity.js'

export interface NewUser {
  name: string
  email?: string | null
  role: Role
}

export interface UserChanges {
  name?: string
  email?: string | null
  role?: Role
  disabled?: boolean
}

@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly keys: KeysService,
  ) {}

  list(): Promise<User[]> {
    return this.database.db.find(User, { order: { name: 'ASC' } })
  }

  find(id: string): Promise<User | null> {
    return this.database.db.findOneBy(User, { id })
  }

  async get(id: string): Promise<User> {
    return found(await this.find(id), id)
  }

  hasPassword(id: string): Promise<boolean> {
    return this.database.db.existsBy(User, { id, passwordHash: Not(IsNull()) })
  }

  /** By name or e-mail, whatever their case. */
  async named(nameOrEmail: string): Promise<User | null> {
    return this.database.db
      .createQueryBuilder(User, 'u')
      .where('lower(u.name) = lower(:wanted) OR lower(u.email) = lower(:wanted)', { wanted: nameOrEmail.trim() })
      .getOne()
  }

  async getNamed(nameOrEmail: string): Promise<User> {
    const user = await this.named(nameOrEmail)
    if (user) return user
    throw new DomainError('not-found', `There is no user ${nameOrEmail}.`, { remedy: 'See `termloom user list`.' })
  }

  async create(actor: Actor | null, { name, email = null, role }: NewUser): Promise<User> {
    return this.database.inTransaction(async (db) => {
      const user = await refusingDoubles(() => db.save(User, db.create(User, { name: name.trim(), email, role })))
      await this.audit.record(db, actor, {
        action: 'create-user',
        subjectKind: 'user',
        subjectId: user.id,
        details: { name, role },
      })
      return user
    })
  }

  async change(actor: Actor | null, id: string, { disabled, ...rest }: UserChanges): Promise<User> {
    const changed = await this.database.inTransaction(async (db) => {
      const user = found(await db.findOne(User, { where: { id }, lock: { mode: 'pessimistic_write' } }), id)
      Object.assign(user, rest)
      if (disabled !== undefined) user.disabledAt = disabled ? (user.disabledAt ?? new Date()) : null
      await refusingDoubles(() => db.save(User, user))
      await refuseToLockOut(db)
      if (disabled) await db.query(`DELETE FROM sessions WHERE sess ->> 'userId' = $1`, [id])
      const details = { ...rest, ...(disabled === undefined ? {} : { disabled }) }
      await this.audit.record(db, actor, { action: 'change-user', subjectKind: 'user', subjectId: id, details })
      return user
    })
    this.keys.forget()
    return changed
  }
}

function found(user: User | null, id: string): User {
  if (user) return user
  throw new DomainError('not-found', `There is no user ${id}.`)
}

async function refusingDoubles<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint
    const field = { uq_users_name: 'name', uq_users_email: 'email' }[constraint ?? '']
    if (!field) throw error
    throw new DomainError('conflict', `Another user has that ${field} already.`, {
      remedy: `Choose another ${field}.`,
      fields: { [field]: ['is taken'] },
    })
  }
}

/** An installation nobody can administer any more is of no use. */
async function refuseToLockOut(db: Db): Promise<void> {
  const left = await db.countBy(User, { role: 'administrator', disabledAt: IsNull() })
  if (left === 0)
    throw new DomainError('conflict', 'This would leave the installation without an administrator.', {
      remedy: 'Make somebody else an administrator first.',
    })
}
