import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { Database } from '../../src/database/database.js'
import { JobsService } from '../../src/jobs/jobs.service.js'
import { startApp, type StartedApp } from '../support/start-app.js'

const PROGRAM = path.resolve(import.meta.dirname, '../support/slow-job-process.mjs')

const ended = (child: ChildProcess) => new Promise((resolve) => child.on('exit', resolve))

describe('a job whose process ends before it does', () => {
  let server: StartedApp
  const processes: ChildProcess[] = []
  beforeAll(async () => {
    server = await startApp({ jobs: false })
  })
  afterAll(async () => {
    for (const each of processes) each.kill('SIGKILL')
    await server.stop()
  })

  /** Starts a process that works on jobs; resolves when it says the word. */
  async function worker(mode: 'hang' | 'finish', word: 'ready' | 'begun'): Promise<ChildProcess> {
    const child = spawn(process.execPath, [PROGRAM, server.databaseUrl, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
    processes.push(child)
    let said = ''
    await new Promise<void>((resolve) =>
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8')
        if (said.includes(word)) resolve()
      }),
    )
    return child
  }
  const enqueue = () =>
    server.app
      .get(Database)
      .inTransaction((db) => server.app.get(JobsService).enqueue(db, { kind: 'slow', payload: {} }))

  it('is run again by the next process, within seconds, after kill -9', async () => {
    const { id } = await enqueue()
    const killed = await worker('hang', 'begun')
    killed.kill('SIGKILL')
    await ended(killed)
    expect((await server.app.get(JobsService).get(id)).state).toBe('running')
    const begin = Date.now()
    const next = await worker('finish', 'begun')
    expect(await server.app.get(JobsService).finished(id)).toMatchObject({ state: 'done', result: { by: next.pid } })
    expect(Date.now() - begin).toBeLessThan(45_000)
    next.kill('SIGTERM')
    await ended(next)
  })

  it('stays with a process that is alive, however long it takes', async () => {
    const { id } = await enqueue()
    const alive = await worker('hang', 'begun')
    const other = await worker('finish', 'ready')
    await new Promise((resolve) => setTimeout(resolve, 9000))
    expect((await server.app.get(JobsService).get(id)).state).toBe('running')
    alive.kill('SIGTERM')
    await ended(alive)
    expect(await server.app.get(JobsService).finished(id)).toMatchObject({ state: 'done', result: { by: other.pid } })
  })
})
