import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common'
import type { Request } from 'express'
import { DomainError } from '../shared/errors.js'
import type { Actor, Role } from './roles.js'

export const PUBLIC = 'termloom:public'
export const REQUIRED_ROLE = 'termloom:required-role'

/** Anybody may call this, signed in or not. `@CurrentUser()` is then null for strangers. */
export const Public = () => SetMetadata(PUBLIC, true)

/** Only people and keys of this role or a higher one. Without it, reading needs a reader and everything else an editor. */
export const Requires = (role: Role) => SetMetadata(REQUIRED_ROLE, role)

/** The request as the guard leaves it. */
export type RequestWithActor = Request & { actor?: Actor | null }

/** The actor of this request. In a `@Public()` handler declare it `Actor | null`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor ?? null
})

export function notSignedIn(): DomainError {
  return new DomainError('not-signed-in', 'You are not signed in.', {
    remedy: 'Sign in, or send an API key in the header `Authorization: Bearer …`.',
  })
}
