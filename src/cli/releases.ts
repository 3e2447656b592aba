import { Command, Option } from 'commander'
import { ReleasesService } from '../releases/releases.service.js'
import { chosenTermbase } from './glossary-scope.js'
import { printTable } from './print-table.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  format: 'table' | 'jsonl'
}

export const releasesCommand = new Command('releases')
  .description('Lists the releases of a termbase, newest first.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .addOption(new Option('--format <format>').choices(['table', 'jsonl']).default('table'))
  .action(({ termbase, format }: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, termbase)
      const releases = (await app.get(ReleasesService).list(id)).map((release) => ({
        number: release.number,
        publishedAt: release.publishedAt.toISOString(),
        author: release.author.name,
        concepts: release.conceptCount,
        terms: release.termCount,
        contentHash: release.contentHash,
        bringsBack: release.bringsBack,
        note: release.note,
      }))
      if (format === 'jsonl') for (const release of releases) process.stdout.write(`${JSON.stringify(release)}\n`)
      else if (releases.length === 0) process.stderr.write('Nothing has been published yet.\n')
      else
        printTable(
          ['RELEASE', 'PUBLISHED', 'BY', 'CONCEPTS', 'TERMS', 'NOTE'],
          releases.map(({ number, publishedAt, author, concepts, terms, note }) => [
            String(number),
            publishedAt.slice(0, 16).replace('T', ' '),
            author,
            String(concepts),
            String(terms),
            note.replaceAll(/\s+/g, ' '),
          ]),
        )
    }),
  )
