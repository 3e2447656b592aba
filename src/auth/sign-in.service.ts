import { Injectable } from '@nestjs/common'
import { hash, verify } from '@node-rs/argon2'
import { IsNull, MoreThan } from 'typeorm'
import { Database } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { AuditService } from './audit.service.js'
import type { Actor } from './roles.js'
import { hashOf, newSecret } from './secrets.js'
import { Installation, SignInLink, User } from './user.entity.js'
import { UsersService } from './users.service.js'

const LINK_LIFETIME_MS = 24 * 3600_000
const FIRST_ADMINISTRATOR = 'administrator'

@Injectable()
export class SignInService {
  /** Verified when there is no such user, so that the answer takes as long as for a wrong password. */
  private readonly decoy = hash(newSecret())

  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly audit: AuditService,
  ) {}

  async byPassword(nameOrEmail: string, password: string): Promise<User> {
    const user = await this.users.named(nameOrEmail)
    const stored = user
      ? await this.database.db.findOneOrFail(User, { where: { id: user.id }, select: { id: true, passwordHash: true } })
      : null
    const right = await verify(stored?.passwordHash ?? (await this.decoy), password)
    if (!user || user.disabledAt || !stored?.passwordHash || !right)
      throw new DomainError('not-signed-in', 'Name or password is wrong.', {
        remedy: 'Try again, or ask an administrator for a sign-in link.',
      })
    return this.welcome(user)
  }

  /** Uses the link up: of two requests with one link, one gets in. */
  async byLink(token: string): Promise<User> {
    const used = await this.database.db.update(
      SignInLink,
      { tokenHash: hashOf(token), usedAt: IsNull(), expiresAt: MoreThan(new Date()) },
      { usedAt: new Date() },
    )
    if (used.affected !== 1)
      throw new DomainError('not-signed-in', 'This sign-in link was used already, or has expired.', {
        remedy: 'Make a new one with `termloom user link NAME`, or ask an administrator.',
      })
    const link = await this.database.db.findOneByOrFail(SignInLink, { tokenHash: hashOf(token) })
    const user = await this.users.get(link.userId)
    if (user.disabledAt) throw new DomainError('not-signed-in', `The account ${user.name} is disabled.`)
    return this.welcome(user)
  }

  /** A new link for that person; links made before stop working. Returns the token, which is stored nowhere. */
  async makeLink(actor: Actor | null, userId: string): Promise<string> {
    const token = newSecret()
    await this.database.inTransaction(async (db) => {
      await db.delete(SignInLink, { userId, usedAt: IsNull() })
      await db.insert(SignInLink, {
        userId,
        tokenHash: hashOf(token),
        expiresAt: new Date(Date.now() + LINK_LIFETIME_MS),
      })
      await this.audit.record(db, actor, { action: 'make-sign-in-link', subjectKind: 'user', subjectId: userId })
    })
    return token
  }

  /** While no administrator has ever been in, each start gets a new link for the first of them; afterwards null. */
  async firstAdministratorLink(): Promise<string | null> {
    const administrators = await this.database.db.findBy(User, { role: 'administrator', disabledAt: IsNull() })
    if (administrators.some(({ lastSignedInAt }) => lastSignedInAt)) return null
    const first =
      administrators[0] ?? (await this.users.create(null, { name: FIRST_ADMINISTRATOR, role: 'administrator' }))
    return this.makeLink(null, first.id)
  }

  /** Sets the password and ends the person's other sessions. Who has one already must know it. */
  async setPassword(actor: Actor, current: string | undefined, wanted: string, keepSession: string): Promise<void> {
    const { passwordHash } = await this.database.db.findOneOrFail(User, {
      where: { id: actor.id },
      select: { id: true, passwordHash: true },
    })
    if (passwordHash && !(await verify(passwordHash, current ?? '')))
      throw new DomainError('invalid-input', 'The current password is wrong.', {
        fields: { currentPassword: ['is wrong'] },
      })
    const fresh = await hash(wanted)
    await this.database.inTransaction(async (db) => {
      await db.update(User, actor.id, { passwordHash: fresh })
      await db.query(`DELETE FROM sessions WHERE sess ->> 'userId' = $1 AND sid <> $2`, [actor.id, keepSession])
      await this.audit.record(db, actor, { action: 'set-password', subjectKind: 'user', subjectId: actor.id })
    })
  }

  /** What session cookies are signed with: drawn once, in the database, so that every instance has the same. */
  async sessionSecret(): Promise<string> {
    return (await this.database.db.findOneByOrFail(Installation, { id: true })).sessionSecret
  }

  private async welcome(user: User): Promise<User> {
    user.lastSignedInAt = new Date()
    await this.database.inTransaction(async (db) => {
      await db.update(User, user.id, { lastSignedInAt: user.lastSignedInAt })
      await this.audit.record(db, user, { action: 'sign-in', subjectKind: 'user', subjectId: user.id })
    })
    return user
  }
}
