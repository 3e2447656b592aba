import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { DomainError } from '../shared/errors.js'
import { notSignedIn, PUBLIC, REQUIRED_ROLE, type RequestWithActor } from './access.js'
import { KeysService } from './keys.service.js'
import { type Actor, mayActAs, type Role } from './roles.js'
import { UsersService } from './users.service.js'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Stands before every handler: finds out who asks, and whether they may. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: KeysService,
    private readonly users: UsersService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithActor>()
    const targets = [context.getHandler(), context.getClass()]
    request.actor = await this.actorOf(request)
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true
    if (!request.actor) throw notSignedIn()
    const byMethod = READING.has(request.method) ? 'reader' : 'editor'
    const wanted = this.reflector.getAllAndOverride<Role | undefined>(REQUIRED_ROLE, targets) ?? byMethod
    if (mayActAs(request.actor.role, wanted)) return true
    throw new DomainError(
      'not-allowed',
      `This needs the role ${wanted}; ${request.actor.name} is ${request.actor.role}.`,
      {
        remedy: 'Ask an administrator.',
      },
    )
  }

  private async actorOf(request: RequestWithActor): Promise<Actor | null> {
    const authorization = request.headers.authorization
    if (authorization !== undefined) return this.byKey(authorization)
    const userId = request.session?.userId
    if (!userId) return null
    const user = await this.users.find(userId)
    return user && !user.disabledAt ? { id: user.id, name: user.name, role: user.role } : null
  }

  /** A key that is sent must be right, even where none is needed: silence would hide the mistake. */
  private async byKey(authorization: string): Promise<Actor> {
    const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
    const actor = secret ? await this.keys.actorOf(secret) : null
    if (actor) return actor
    throw new DomainError('not-signed-in', 'This API key is unknown, expired or revoked.', {
      remedy: 'Make a new one with `termloom key create NAME`, and send it as `Authorization: Bearer …`.',
    })
  }
}
