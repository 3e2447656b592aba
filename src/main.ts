import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { AppModule } from './app.module.js'
import { Config } from './config.js'
import { configureHttp } from './http/configure-http.js'
import { createLog } from './http/logging.js'

/** The application, ready for requests but not listening. `config.databaseUrl` points to an open, migrated database. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const log = createLog(config.logLevel)
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(config), {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  })
  await configureHttp(app, log)
  return app.init()
}
