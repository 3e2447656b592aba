import { Command } from 'commander'
import { describeApi } from '../http/openapi.js'
import { createApp } from '../main.js'
import { migrate } from '../database/migrate.js'
import { withDatabase } from './with-services.js'

export const openapiCommand = new Command('openapi')
  .description('Prints the description of the HTTP API (OpenAPI 3.1) as JSON.')
  .action(() =>
    withDatabase(async (database, config) => {
      await migrate(database.url)
      const app = await createApp(config.with({ databaseUrl: database.url }))
      try {
        process.stdout.write(`${JSON.stringify(describeApi(app), null, 2)}\n`)
      } finally {
        await app.close()
      }
    }),
  )
