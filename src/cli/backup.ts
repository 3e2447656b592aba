import { Command } from 'commander'
import { writeBackup } from '../database/backup/write-backup.js'
import { withDatabase } from './with-services.js'

export const backupCommand = new Command('backup')
  .description('Writes the whole database to one file, as it is at one moment; the server may go on working.')
  .argument('<file>', 'for example termloom-backup.gz')
  .action((file: string) =>
    withDatabase(async ({ url }) => {
      const { tables, rows } = await writeBackup(url, file)
      process.stderr.write(`${rows} rows of ${tables} tables in ${file}\n`)
    }),
  )
