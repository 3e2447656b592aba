import { Command } from 'commander'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReleaseExportService } from '../releases/release-export.service.js'
import { releaseNumber } from '../releases/release-number.js'
import { ReleasesService } from '../releases/releases.service.js'
import { chosenTermbase } from './glossary-scope.js'
import { reportLosses } from './report-losses.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  release: string
  to: string
  output?: string
  source?: string
  target?: string
}

export const exportCommand = new Command('export')
  .description('Writes a release to stdout or a file, and on stderr what the format could not carry.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .option('--release <number>', 'number of a release, or latest', 'latest')
  .option('--to <format>', 'format, as in termloom convert', 'tbx-basic-dca')
  .option('--output <file>', 'write there instead of stdout')
  .option('--source <language>', 'for formats that hold one pair of languages')
  .option('--target <language>', 'for formats that hold one pair of languages')
  .action(({ termbase, release, to, output, source, target }: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, termbase)
      const wanted = await app.get(ReleasesService).get(id, releaseNumber(release))
      const { chunks, losses } = await app.get(ReleaseExportService).open(wanted, { format: to, source, target })
      const out = output === undefined ? process.stdout : createWriteStream(output)
      await pipeline(Readable.from(chunks), out, { end: output !== undefined })
      reportLosses(losses())
    }),
  )
