import 'reflect-metadata'
import type { INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from '../app.module.js'
import { type Config, readConfig } from '../config.js'
import { migrate } from '../database/migrate.js'
import { openDatabase, type RunningDatabase } from '../database/open.js'
import { createLog, NestLog } from '../http/logging.js'

/** Runs a command against the services, without HTTP: joins the database of a running server, or opens it for as long as it takes. */
export async function withServices<T>(task: (app: INestApplicationContext, config: Config) => Promise<T>): Promise<T> {
  return withDatabase(async (database, config) => {
    await migrate(database.url)
    const app = await NestFactory.createApplicationContext(AppModule.on(config.with({ databaseUrl: database.url })), {
      logger: new NestLog(createLog(config.logLevel)),
      abortOnError: false,
    })
    try {
      return await task(app, config)
    } finally {
      await app.close()
    }
  })
}

export async function withDatabase<T>(task: (database: RunningDatabase, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig()
  const database = await openDatabase(config)
  try {
    return await task(database, config)
  } finally {
    await database.stop()
  }
}
