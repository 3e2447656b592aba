import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { DomainError } from '../shared/errors.js'
import { TermbasesService } from './termbases.service.js'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Requests inside a termbase; those to the termbase itself may bring it back. */
const inside = /^\/api\/v1\/termbases\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/./i

/** Stands before everything that changes what is in a termbase: one that was put away stays as it is. */
@Injectable()
export class ArchiveGuard implements CanActivate {
  constructor(private readonly termbases: TermbasesService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { method, path } = context.switchToHttp().getRequest<Request>()
    const id = reading.has(method) ? null : inside.exec(path)?.[1]
    if (!id || !(await this.termbases.isArchived(id))) return true
    throw new DomainError('conflict', 'This termbase is archived: it can be read, and not be changed.', {
      remedy: 'Bring it back in its settings first.',
    })
  }
}
