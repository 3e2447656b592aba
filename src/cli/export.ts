import { Command } from 'commander'
import { ReleaseExportService } from '../releases/release-export.service.js'
import { releaseNumber } from '../releases/release-number.js'
import { ReleasesService } from '../releases/releases.service.js'
import { chosenTermbase } from './glossary-scope.js'
import { reportLosses } from './report-losses.js'
import { besideOf, writeTo } from './write-to.js'
import { withServices } from './with-services.js'

interface Options {
  termbase?: string
  release: string
  to: string
  output: string
  source?: string
  target?: string
}

export const exportCommand = new Command('export')
  .description('Writes a release to stdout or a file, and on stderr what the format could not carry.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .option('--release <number>', 'number of a release, or latest', 'latest')
  .option('--to <format>', 'format, as in termloom convert', 'tbx-basic-dca')
  .option('--output <file>', 'write there instead of stdout', '-')
  .option('--source <language>', 'for formats that hold one pair of languages')
  .option('--target <language>', 'for formats that hold one pair of languages')
  .action(({ termbase, release, to, output, source, target }: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, termbase)
      const wanted = await app.get(ReleasesService).get(id, releaseNumber(release))
      const exports = app.get(ReleaseExportService)
      const { chunks, losses, format } = await exports.open(wanted, { format: to, source, target })
      await writeTo(output, chunks)
      reportLosses(losses())
      if (format.beside === undefined || output === '-') return
      const beside = await exports.open(wanted, { format: format.beside })
      await writeTo(besideOf(output, beside.format), beside.chunks)
    }),
  )
