import { Argument, Command, Option } from 'commander'
import { type Role, roles } from '../auth/roles.js'
import { signInAddress } from '../auth/sign-in-address.js'
import { SignInService } from '../auth/sign-in.service.js'
import { UsersService } from '../auth/users.service.js'
import { printTable } from './print-table.js'
import { withServices } from './with-services.js'

const role = () => new Argument('<role>', 'what the person may do').choices(roles)

export const userCommand = new Command('user').description('People who may sign in.')

userCommand
  .command('list')
  .description('all people, their role, and when they were last here')
  .action(() =>
    withServices(async (app) => {
      const users = await app.get(UsersService).list()
      printTable(
        ['NAME', 'ROLE', 'E-MAIL', 'STATE', 'LAST SIGNED IN'],
        users.map(({ name, role, email, disabledAt, lastSignedInAt }) => [
          name,
          role,
          email ?? '',
          disabledAt ? 'disabled' : 'active',
          lastSignedInAt?.toISOString() ?? 'never',
        ]),
      )
    }),
  )

userCommand
  .command('add')
  .description('add a person and print a sign-in link')
  .argument('<name>')
  .addOption(new Option('--role <role>', 'what the person may do').choices(roles).default('editor'))
  .option('--email <address>', 'to sign in with instead of the name')
  .action((name: string, options: { role: Role; email?: string }) =>
    withServices(async (app, config) => {
      const user = await app.get(UsersService).create(null, { name, ...options })
      const token = await app.get(SignInService).makeLink(null, user.id)
      process.stdout.write(`${signInAddress(config, token)}\n`)
    }),
  )

userCommand
  .command('link')
  .description('print a new one-time sign-in link for a person')
  .argument('<name>', 'name or e-mail address')
  .action((name: string) =>
    withServices(async (app, config) => {
      const user = await app.get(UsersService).getNamed(name)
      process.stdout.write(`${signInAddress(config, await app.get(SignInService).makeLink(null, user.id))}\n`)
    }),
  )

userCommand
  .command('role')
  .description('change what a person may do')
  .argument('<name>', 'name or e-mail address')
  .addArgument(role())
  .action((name: string, role: Role) => change(name, { role }))

userCommand
  .command('disable')
  .description('keep a person out; what they did stays')
  .argument('<name>', 'name or e-mail address')
  .action((name: string) => change(name, { disabled: true }))

userCommand
  .command('enable')
  .description('let a person in again')
  .argument('<name>', 'name or e-mail address')
  .action((name: string) => change(name, { disabled: false }))

function change(name: string, changes: { role?: Role; disabled?: boolean }): Promise<void> {
  return withServices(async (app) => {
    const users = app.get(UsersService)
    const { id } = await users.getNamed(name)
    const user = await users.change(null, id, changes)
    process.stdout.write(`${user.name}: ${user.role}, ${user.disabledAt ? 'disabled' : 'active'}\n`)
  })
}
