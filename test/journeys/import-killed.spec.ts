import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Client } from 'pg'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { largeTbx } from '../support/import-files.js'
import { type Server, startServer, termloom } from '../support/run-termloom.js'

const entries = 8000
const file = largeTbx(entries)

interface Job {
  id: string
  state: string
  stage: string | null
  progress: number
}

/** A real server on a real database: what is left of an import that is cancelled, or whose server is killed. */
describe('an import that does not end', () => {
  let database: FreshDatabase
  let server: Server
  let key: string
  let imports: string

  const call = async (rest: string, init: RequestInit = {}) => {
    const response = await fetch(server.url + rest, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    })
    return (response.status === 204 ? null : await response.json()) as never
  }
  const json = (body: object): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const jobOf = (id: string): Promise<Job> => call(`/api/v1/jobs/${id}`)
  const upload = (): Promise<{ import: { id: string }; job: Job }> => {
    const body = new FormData()
    body.append('file', new Blob([file]), 'large.tbx')
    return call(imports, { method: 'POST', body })
  }
  const importOf = (id: string): Promise<{ state: string; jobId: string; counts: { entries: number } }> =>
    call(`${imports}/${id}`)
  const until = async <T>(ask: () => Promise<T>, fits: (value: T) => boolean): Promise<T> => {
    for (;;) {
      const value = await ask()
      if (fits(value)) return value
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }
  const ended = ({ state }: Job) => ['done', 'failed', 'cancelled'].includes(state)
  const isAmidst = ({ state, progress }: Job) => state === 'running' && progress > 0.1
  const read = async (): Promise<string> => {
    const { import: made, job } = await upload()
    expect(await until(() => jobOf(job.id), ended)).toMatchObject({ state: 'done' })
    return made.id
  }
  const apply = (id: string): Promise<{ job: Job }> => call(`${imports}/${id}/apply`, json({}))
  const written = async (): Promise<Record<string, number>> => {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    const count = (table: string) => `(SELECT count(*)::int FROM ${table}) AS ${table}`
    const tables = ['concepts', 'terms', 'concept_versions', 'import_entries'].map(count).join(', ')
    const { rows } = await client.query<Record<string, number>>(`SELECT ${tables}`)
    await client.end()
    return rows[0]!
  }
  const nothing = { concepts: 0, terms: 0, concept_versions: 0 }

  beforeEach(async () => {
    database = await freshDatabase()
    const settings = { DATABASE_URL: database.url }
    server = await startServer(settings)
    await termloom(['user', 'add', 'Ann', '--role', 'administrator'], settings)
    key = (await termloom(['key', 'create', 'test', '--user', 'Ann', '--role', 'editor'], settings)).stdout.trim()
    const languages = { sourceLanguage: 'zh', targetLanguage: 'en' }
    const { id } = await call('/api/v1/termbases', json({ name: 'Valves', ...languages }))
    imports = `/api/v1/termbases/${id as string}/imports`
  }, 120_000)
  afterEach(async () => {
    await server.end('SIGKILL')
    await database.drop()
  })

  it('cancelled while it is read leaves no entry', async () => {
    const { import: made, job } = await upload()
    const seen = await until(
      () => jobOf(job.id),
      (job) => isAmidst(job) || ended(job),
    )
    expect(seen).toMatchObject({ state: 'running', stage: 'Reading and comparing' })
    await call(`/api/v1/jobs/${job.id}/cancel`, { method: 'POST' })
    expect(await until(() => jobOf(job.id), ended)).toMatchObject({ state: 'cancelled' })
    expect(await importOf(made.id)).toMatchObject({ state: 'cancelled', counts: { entries: 0 } })
    expect(await written()).toEqual({ ...nothing, import_entries: 0 })
  }, 60_000)

  it('cancelled while it is written leaves the termbase as it was, and can be applied then', async () => {
    const id = await read()
    const { job } = await apply(id)
    expect(
      await until(
        () => jobOf(job.id),
        (job) => isAmidst(job) || ended(job),
      ),
    ).toMatchObject({ state: 'running' })
    await call(`/api/v1/jobs/${job.id}/cancel`, { method: 'POST' })
    expect(await until(() => jobOf(job.id), ended)).toMatchObject({ state: 'cancelled' })
    expect(await importOf(id)).toMatchObject({ state: 'ready' })
    expect(await written()).toEqual({ ...nothing, import_entries: entries })
    const again = await apply(id)
    expect(await until(() => jobOf(again.job.id), ended)).toMatchObject({ state: 'done', result: { added: entries } })
    expect(await written()).toMatchObject({ concepts: entries, terms: 2 * entries, concept_versions: entries })
  }, 90_000)

  it('with its server killed while it is written leaves the termbase as it was; the next server begins again', async () => {
    const id = await read()
    const { job } = await apply(id)
    expect(
      await until(
        () => jobOf(job.id),
        (job) => isAmidst(job) || ended(job),
      ),
    ).toMatchObject({ state: 'running' })
    await server.end('SIGKILL')
    expect(await written()).toEqual({ ...nothing, import_entries: entries })
    server = await startServer({ DATABASE_URL: database.url })
    expect(await importOf(id)).toMatchObject({ state: 'applying' })
    expect(await until(() => jobOf(job.id), ended)).toMatchObject({ state: 'done', result: { added: entries } })
    expect(await importOf(id)).toMatchObject({ state: 'applied' })
    expect(await written()).toMatchObject({ concepts: entries, terms: 2 * entries, concept_versions: entries })
  }, 120_000)
})
