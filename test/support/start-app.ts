import 'reflect-metadata'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import request, { type Agent } from 'supertest'
import { KeysService } from '../../src/auth/keys.service.js'
import type { Actor, Role } from '../../src/auth/roles.js'
import { UsersService } from '../../src/auth/users.service.js'
import { readConfig } from '../../src/config.js'
import { closeGently } from '../../src/http/close-gently.js'
import { JobWorker } from '../../src/jobs/job-worker.js'
import { createApp } from '../../src/main.js'
import { freshDatabase } from './fresh-database.js'

export interface StartedApp {
  app: NestExpressApplication
  url: string
  databaseUrl: string
  dataFolder: string
  /** Requests without any sign-in. */
  stranger: Agent
  /** Requests by the key of a person of that role; the person is made at the first call. */
  as(role: Role): Promise<Agent>
  /** That person, for calls to services. */
  actor(role: Role): Promise<Actor>
  stop(): Promise<void>
}

/** The whole application on a database of its own, listening on a free port; jobs run unless told otherwise. */
export async function startApp({ jobs = true, settings = {} as Record<string, string> } = {}): Promise<StartedApp> {
  const database = await freshDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'termloom-test-'))
  const own = { TERMLOOM_LOG_LEVEL: 'error', PORT: '0', DATABASE_URL: database.url, TERMLOOM_DATA: folder }
  const config = readConfig({ ...own, ...settings })
  const app = await createApp(config)
  await app.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`
  if (jobs) await app.get(JobWorker).start()

  const people = new Map<Role, Actor>()
  const actor = async (role: Role): Promise<Actor> => {
    const known = people.get(role)
    if (known) return known
    const { id, name } = await app.get(UsersService).create(null, { name: `Some ${role}`, role })
    people.set(role, { id, name, role })
    return { id, name, role }
  }
  return {
    app,
    url,
    databaseUrl: database.url,
    dataFolder: folder,
    stranger: request.agent(url),
    actor,
    as: async (role) => {
      const { secret } = await app.get(KeysService).create(await actor(role), { name: 'test', role })
      return request.agent(url).set('Authorization', `Bearer ${secret}`)
    },
    stop: async () => {
      await closeGently(app)
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
