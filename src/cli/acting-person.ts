import type { INestApplicationContext } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import { UsersService } from '../auth/users.service.js'
import { DomainError } from '../shared/errors.js'

/** In whose name a command writes: the person named, or the first administrator. */
export async function actingPerson(app: INestApplicationContext, name: string | undefined): Promise<Actor> {
  const users = app.get(UsersService)
  if (name !== undefined) return users.getNamed(name)
  const administrators = (await users.list()).filter(({ role, disabledAt }) => role === 'administrator' && !disabledAt)
  const [first] = administrators.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
  if (first) return first
  throw new DomainError('not-found', 'There is nobody yet in whose name this could be done.', {
    remedy: 'Add a person: termloom user add NAME --role administrator',
  })
}
