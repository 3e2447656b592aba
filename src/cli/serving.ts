import type { NestExpressApplication } from '@nestjs/platform-express'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { publicAddress, signInAddress } from '../auth/sign-in-address.js'
import { SignInService } from '../auth/sign-in.service.js'
import type { Config } from '../config.js'
import { migrate } from '../database/migrate.js'
import { openDatabase, type RunningDatabase } from '../database/open.js'
import { closeGently } from '../http/close-gently.js'
import { FirstStart } from '../jobs/first-start.js'
import { JobWorker } from '../jobs/job-worker.js'
import { LookupService } from '../lookup/lookup.service.js'
import { createApp } from '../main.js'
import { DomainError } from '../shared/errors.js'
import { operator } from './glossary-scope.js'
import { reportFailure } from './report-failure.js'
import { type Steps, steps } from './steps.js'

/** Whatever hangs, a stop ends after this long; the next start copes with it. */
const PATIENCE_MS = 15_000

/** Opens the database, brings it up to date, listens, and stays until a signal ends it. */
export async function serve(config: Config): Promise<void> {
  const say = steps()
  const stopping = onceToldToStop()
  const database = await openDatabase(config, say)
  try {
    await claimFolder(database, config)
    say('Bringing the schema up to date')
    await migrate(database.url)
    say('Starting the server')
    const app = await createApp(config.with({ databaseUrl: database.url }))
    try {
      const listening = config.with({ port: await listen(app, config) })
      await app.get(JobWorker).start()
      void app.get(LookupService).warmUp(operator)
      await firstStart(app, say)
      await greet(app, listening)
      await Promise.race([stopping.signal, database.lost])
      say('Stopping')
      stopping.insist()
    } finally {
      await closeGently(app)
    }
  } finally {
    await database.stop()
    say.done()
  }
}

async function claimFolder(database: RunningDatabase, { dataFolder }: Config): Promise<void> {
  if (await database.claim('serve')) return
  throw new DomainError('conflict', `Another Termloom is running on the data folder ${dataFolder}.`, {
    remedy: 'Use that one, stop it first, or choose another folder with TERMLOOM_DATA.',
  })
}

/** Returns the port that was taken: the system chooses one for port 0. */
async function listen(app: NestExpressApplication, { host, port }: Config): Promise<number> {
  try {
    await app.listen(port, host)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error
    const why = {
      EADDRINUSE: 'is in use',
      EACCES: 'is not open to this account',
      EADDRNOTAVAIL: 'is not an address of this machine',
    }[code]
    throw new DomainError('conflict', `${host}:${port} ${why}.`, {
      remedy: 'Choose another, for example: PORT=3001 npm start',
    })
  }
  return (app.getHttpServer().address() as AddressInfo).port
}

/** Whatever is wrong with a sample, the server is there for something else. */
async function firstStart(app: NestExpressApplication, say: Steps): Promise<void> {
  try {
    await app.get(FirstStart).run(say)
    say.done()
  } catch (error) {
    say.done()
    reportFailure(error)
  }
}

async function greet(app: NestExpressApplication, config: Config): Promise<void> {
  const token = await app.get(SignInService).firstAdministratorLink()
  const line = token
    ? `Termloom is ready. Sign in as the first administrator (this link works once): ${signInAddress(config, token)}`
    : `Termloom is ready: ${publicAddress(config)}`
  process.stdout.write(`${line}\n`)
}

/** A terminal and npm both pass on one Ctrl-C: what comes this soon after is the same one. */
const SAME_KEYSTROKE_MS = 500

/** The first signal asks, a second one does not wait for an answer. */
function onceToldToStop(): { signal: Promise<unknown>; insist: () => void } {
  const told = new AbortController()
  const signal = once(told.signal, 'abort')
  let first: number | null = null
  const onSignal = () => {
    first ??= Date.now()
    if (Date.now() - first > SAME_KEYSTROKE_MS) process.exit(1)
    told.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  return { signal, insist: () => setTimeout(() => process.exit(1), PATIENCE_MS).unref() }
}
