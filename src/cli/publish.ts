import { Command } from 'commander'
import { ReleasesService } from '../releases/releases.service.js'
import { actingPerson } from './acting-person.js'
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
      const release = await app.get(ReleasesService).publish(await actingPerson(app, options.user), id, options.note)
      process.stderr.write(`Release ${release.number}: ${release.conceptCount} concepts, ${release.termCount} terms.\n`)
      process.stdout.write(`${release.number}\n`)
    }),
  )
