import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import { KeysService } from '../auth/keys.service.js'
import { Database } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { JobHandlers } from './job-handlers.js'
import { type JobContext, jobStates, nextStates } from './job.js'
import { JobsService } from './jobs.service.js'

describe('the states of a job', () => {
  it('can all be reached from waiting, and three of them are final', () => {
    const reached = new Set(['waiting'])
    for (const state of reached) for (const next of nextStates[state as keyof typeof nextStates]) reached.add(next)
    expect([...reached].sort()).toEqual([...jobStates].sort())
    expect(jobStates.filter((state) => nextStates[state].length === 0)).toEqual(['done', 'failed', 'cancelled'])
  })
})

describe('a job', () => {
  let server: StartedApp
  let jobs: JobsService
  let attempts = 0
  const work: Record<string, (payload: { text: string }, context: JobContext) => Promise<unknown>> = {
    shout: async ({ text }, { progress }) => {
      progress({ stage: 'Shouting', progress: 0.5, message: text })
      await new Promise((resolve) => setTimeout(resolve, 50))
      return { text: text.toUpperCase() }
    },
    refuse: async () => {
      throw new DomainError('unreadable-file', 'This is a picture.', { remedy: 'Upload a text.', place: { line: 3 } })
    },
    stumble: async () => {
      attempts += 1
      if (attempts < 2) throw new Error('connection lost: password=secret')
      return { attempts }
    },
    wait: (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  }
  const start = (kind: string, text = '') =>
    server.app.get(Database).inTransaction((db) => jobs.enqueue(db, { kind, payload: { text } }))

  beforeAll(async () => {
    server = await startApp()
    jobs = server.app.get(JobsService)
    for (const [kind, run] of Object.entries(work)) server.app.get(JobHandlers).register({ kind, run })
  })
  afterAll(() => server.stop())

  it('is done, with its result', async () => {
    const { id, state } = await start('shout', 'hello')
    expect(state).toBe('waiting')
    expect(await jobs.finished(id)).toMatchObject({
      state: 'done',
      progress: 1,
      result: { text: 'HELLO' },
      problem: null,
    })
  })

  it('that is written in a transaction which fails was never there', async () => {
    let id = ''
    const failing = server.app.get(Database).inTransaction(async (db) => {
      id = (await jobs.enqueue(db, { kind: 'shout', payload: { text: 'x' } })).id
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    await expect(jobs.get(id)).rejects.toMatchObject({ code: 'not-found' })
    const queued = await server.app.get(Database).db.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [id])
    expect(queued).toEqual([])
  })

  it('fails at once on what will not change, and tells what and why', async () => {
    const { id } = await start('refuse')
    expect(await jobs.finished(id)).toMatchObject({
      state: 'failed',
      problem: { code: 'unreadable-file', message: 'This is a picture.', remedy: 'Upload a text.', place: { line: 3 } },
    })
  })

  it('is tried again after a surprise, whose words stay in the log', async () => {
    const { id } = await start('stumble')
    const states: string[] = []
    jobs.watch(id).subscribe(({ state, problem }) => states.push(`${state} ${JSON.stringify(problem)}`))
    expect(await jobs.finished(id)).toMatchObject({ state: 'done', result: { attempts: 2 } })
    expect(states.join()).not.toContain('secret')
  })

  it('can be cancelled while it runs', async () => {
    const { id } = await start('wait')
    while ((await jobs.get(id)).state !== 'running') await new Promise((resolve) => setTimeout(resolve, 10))
    await jobs.cancel(id)
    expect(await jobs.finished(id)).toMatchObject({ state: 'cancelled', cancelRequested: true })
    await expect(jobs.cancel(id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('can be cancelled while it waits, and then never runs', async () => {
    const { id } = await server.app.get(Database).inTransaction(async (db) => {
      const job = await jobs.enqueue(db, { kind: 'shout', payload: { text: 'late' } })
      await db.query(`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 day' WHERE key = $1`, [
        job.id,
      ])
      return job
    })
    expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled' })
    expect(await server.app.get(Database).db.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [id])).toEqual(
      [],
    )
  })

  it('is streamed over HTTP until it is finished', async () => {
    const reader = await server.as('reader')
    const { id } = await start('shout', 'streamed')
    const { text, headers } = await reader.get(`/api/v1/jobs/${id}/events`).buffer(true)
    expect(headers['content-type']).toMatch(/^text\/event-stream/)
    const events = [...text.matchAll(/^data: (.*)$/gm)].map(
      ([, data]) => JSON.parse(data!) as { state: string; stage: string },
    )
    expect(events.at(-1)).toMatchObject({ id, state: 'done', result: { text: 'STREAMED' } })
    expect(events.map(({ stage }) => stage)).toContain('Shouting')
  })

  it('is listed, newest first, page by page without a gap', async () => {
    const reader = await server.as('reader')
    const all = (await reader.get('/api/v1/jobs').expect(200)).body.items as { id: string }[]
    const walked: string[] = []
    let cursor = ''
    do {
      const { body } = await reader.get(`/api/v1/jobs?limit=2${cursor && `&cursor=${cursor}`}`).expect(200)
      walked.push(...(body.items as { id: string }[]).map(({ id }) => id))
      cursor = body.next ?? ''
    } while (cursor)
    expect(walked).toEqual(all.map(({ id }) => id))
    expect(walked.length).toBeGreaterThan(4)
    expect((await reader.get('/api/v1/jobs?state=failed').expect(200)).body.items).toHaveLength(1)
    await reader.get('/api/v1/jobs?cursor=nonsense').expect(400)
  })

  it('that somebody watches does not keep the server from stopping', async () => {
    const other = await startApp({ jobs: false })
    const { id } = await other.app
      .get(Database)
      .inTransaction((db) => other.app.get(JobsService).enqueue(db, { kind: 'never', payload: {} }))
    const { secret } = await other.app
      .get(KeysService)
      .create(await other.actor('reader'), { name: 'watch', role: 'reader' })
    const stream = await fetch(`${other.url}/api/v1/jobs/${id}/events`, {
      headers: { Authorization: `Bearer ${secret}` },
    })
    const events = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('"state":"waiting"')) text += (await events.read()).value
    const stopped = other.stop()
    // The stream comes to its end; one that is cut off when the server has waited in vain would throw here.
    while (!(await events.read()).done);
    await stopped
  })

  it('is read by readers, cancelled by editors', async () => {
    const { id } = await start('shout', 'x')
    await (await server.as('reader')).post(`/api/v1/jobs/${id}/cancel`).expect(403)
    await server.stranger.get(`/api/v1/jobs/${id}`).expect(401)
  })
})
