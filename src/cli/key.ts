import { isUUID } from 'class-validator'
import { Command, InvalidArgumentError, Option } from 'commander'
import { KeysService } from '../auth/keys.service.js'
import { type Role, roles } from '../auth/roles.js'
import { UsersService } from '../auth/users.service.js'
import { printTable } from './print-table.js'
import { withServices } from './with-services.js'

export const keyCommand = new Command('key').description('API keys, by which programs act for a person.')

keyCommand
  .command('create')
  .description('make a key and print it; it is shown this once')
  .argument('<name>', 'what the key is for')
  .requiredOption('--user <name>', 'the person it acts for')
  .addOption(new Option('--role <role>', 'at most the role of that person').choices(roles).default('reader'))
  .option('--days <n>', 'days until it expires', wholeDays)
  .action((name: string, options: { user: string; role: Role; days?: number }) =>
    withServices(async (app) => {
      const owner = await app.get(UsersService).getNamed(options.user)
      const expiresAt = options.days ? new Date(Date.now() + options.days * 86_400_000) : null
      const { secret } = await app.get(KeysService).create(owner, { name, role: options.role, expiresAt })
      process.stdout.write(`${secret}\n`)
    }),
  )

keyCommand
  .command('list')
  .description('all keys')
  .action(() =>
    withServices(async (app) => {
      const keys = await app.get(KeysService).list(null)
      printTable(
        ['ID', 'NAME', 'BEGINS WITH', 'ROLE', 'LAST USED', 'STATE'],
        keys.map(({ id, name, prefix, role, lastUsedAt, revokedAt }) => [
          id,
          name,
          prefix,
          role,
          lastUsedAt?.toISOString() ?? 'never',
          revokedAt ? 'revoked' : 'works',
        ]),
      )
    }),
  )

keyCommand
  .command('revoke')
  .description('end a key')
  .argument('<id>', 'as in `termloom key list`', uuid)
  .action((id: string) => withServices((app) => app.get(KeysService).revoke(null, id)))

function wholeDays(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of days, at least 1.')
  return Number(text)
}

function uuid(text: string): string {
  if (!isUUID(text)) throw new InvalidArgumentError('It must be an id from `termloom key list`.')
  return text
}
