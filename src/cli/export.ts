import { Command, Option } from 'commander'
import { findGlossaryFormat } from '../formats/index.js'
import type { ExportOptions } from '../releases/export-options.js'
import { ReleaseExportService } from '../releases/release-export.service.js'
import { releaseNumber } from '../releases/release-number.js'
import { ReleasesService } from '../releases/releases.service.js'
import { chosenTermbase } from './glossary-scope.js'
import { reportLosses } from './report-losses.js'
import { besideOf, writeTo } from './write-to.js'
import { withServices } from './with-services.js'

interface Options extends Omit<ExportOptions, 'format'> {
  termbase?: string
  release: string
  to: string
  output: string
  out?: string
}

export const exportCommand = new Command('export')
  .description('Writes a release to stdout or a file, and on stderr what the format could not carry.')
  .option('--termbase <name>', 'name or id; needed when there are several')
  .option('--release <number>', 'number of a release, or latest', 'latest')
  .option('--to <format>', 'format, as in termloom convert', 'tbx-basic-dca')
  .option('--output <file>', 'write there instead of stdout', '-')
  .addOption(new Option('--out <file>', 'the same as --output').hideHelp())
  .option('--source <language>', 'the direction, for formats that have one')
  .option('--target <language>', 'the direction, for formats that have one')
  .addOption(new Option('--languages <which>', 'all keeps every language in tbx-2008').choices(['pair', 'all']))
  .addOption(new Option('--deprecated <what>', 'terms that must not be used').choices(['keep', 'leave-out']))
  .addOption(new Option('--unknown <what>', 'data that the format does not have').choices(['drop', 'note']))
  .addOption(new Option('--rows <what>', 'of csv, tsv and xlsx: a row per').choices(['term', 'concept']))
  .action(({ termbase, release, to, output, out = output, ...options }: Options) =>
    withServices(async (app) => {
      const { id } = await chosenTermbase(app, termbase)
      const wanted = await app.get(ReleasesService).get(id, releaseNumber(release))
      const exports = app.get(ReleaseExportService)
      const file = await exports.file(wanted, { format: to, ...options })
      await writeTo(out, exports.bytes(file, 'identity'))
      reportLosses(file.losses)
      const { beside } = findGlossaryFormat(to)
      if (beside === undefined || out === '-') return
      const second = await exports.file(wanted, { format: beside })
      await writeTo(besideOf(out, findGlossaryFormat(beside)), exports.bytes(second, 'identity'))
    }),
  )
