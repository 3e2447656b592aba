import { Command } from 'commander'
import { restoreBackup } from '../database/backup/restore-backup.js'
import { withDatabase } from './with-services.js'

export const restoreCommand = new Command('restore')
  .description('Reads a backup into an empty database: a new TERMLOOM_DATA, or an empty DATABASE_URL.')
  .argument('<file>', 'made by `termloom backup`')
  .action((file: string) =>
    withDatabase(async ({ url }) => {
      const { tables } = await restoreBackup(url, file)
      process.stderr.write(
        `${tables} tables restored. People sign in again; their passwords and keys work as before.\n`,
      )
    }),
  )
