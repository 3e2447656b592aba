import type { INestApplicationContext } from '@nestjs/common'
import { Command } from 'commander'
import type { Actor } from '../auth/roles.js'
import { UsersService } from '../auth/users.service.js'
import { ReleasesService } from '../releases/releases.service.js'
import { DomainError } from '../shared/errors.js'
import { chosenTermbase } from './glossary-scope.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  note?: string
  user?: string
}

export const publishCommand = new Command('publish')
  .description('Freezes the approved concepts of a termbase as its next release, and prints its number.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .option('--note <text>', 'what is new, for the readers of the release')
  .option('--user <name>', 'who publishes; the first administrator when nobody is named')
  .action((options: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, options.termbase)
      const release = await app.get(ReleasesService).publish(await author(app, options.user), id, options.note)
      process.stderr.write(`Release ${release.number}: ${release.conceptCount} concepts, ${release.termCount} terms.\n`)
      process.stdout.write(`${release.number}\n`)
    }),
  )

async function author(app: INestApplicationContext, name: string | undefined): Promise<Actor> {
  const users = app.get(UsersService)
  if (name !== undefined) return users.getNamed(name)
  const administrators = (await users.list()).filter(({ role, disabledAt }) => role === 'administrator' && !disabledAt)
  const [first] = administrators.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
  if (first) return first
  throw new DomainError('not-found', 'There is nobody yet who could publish.', {
    remedy: 'Add a person: termloom user add NAME --role administrator',
  })
}
