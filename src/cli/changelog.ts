import { Command } from 'commander'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReleaseDiffsService } from '../releases/release-diffs.service.js'
import { releaseNumber } from '../releases/release-number.js'
import { ReleasesService } from '../releases/releases.service.js'
import { chosenTermbase } from './glossary-scope.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  from?: string
  to: string
}

export const changelogCommand = new Command('changelog')
  .description('Prints as Markdown what changed between two releases, concept by concept.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .option('--from <number>', 'the earlier release; the one before --to when nothing is said')
  .option('--to <number>', 'the later release, or latest', 'latest')
  .action(({ termbase, from, to }: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, termbase)
      const later = await app.get(ReleasesService).get(id, releaseNumber(to))
      const earlier = releaseNumber(from ?? String(Math.max(later.number - 1, 1)))
      const { text } = await app.get(ReleaseDiffsService).changelog(id, earlier, later.number)
      await pipeline(Readable.from(text), process.stdout, { end: false })
    }),
  )
