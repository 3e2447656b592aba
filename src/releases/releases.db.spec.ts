import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { Agent } from 'supertest'
import { freshDatabase } from '../../test/support/fresh-database.js'
import { type StartedApp, startApp } from '../../test/support/start-app.js'
import { restoreBackup } from '../database/backup/restore-backup.js'
import { writeBackup } from '../database/backup/write-backup.js'
import { Database } from '../database/database.js'
import type { JobContext } from '../jobs/job.js'
import { DomainError } from '../shared/errors.js'
import { PublishReleaseJob } from './publish-release.job.js'
import { ReleasesService } from './releases.service.js'

let started: StartedApp
let editor: Agent
let reader: Agent

beforeAll(async () => {
  started = await startApp({ jobs: false })
  editor = await started.as('editor')
  reader = await started.as('reader')
})
afterAll(() => started.stop())

let count = 0

async function termbase(visibility = 'private'): Promise<string> {
  const body = { name: `Termbase ${++count}`, sourceLanguage: 'zh', targetLanguage: 'en', visibility }
  return (await editor.post('/api/v1/termbases').send(body).expect(201)).body.id
}

async function concept(
  termbaseId: string,
  zh: string,
  en: string,
  status = 'approved',
): Promise<{ id: string; etag: string }> {
  const languages = [
    { language: 'zh', terms: [{ text: zh }] },
    { language: 'en', terms: [{ text: en }] },
  ]
  const { body, headers } = await editor
    .post(`/api/v1/termbases/${termbaseId}/concepts`)
    .send({ status, languages })
    .expect(201)
  return { id: body.id, etag: headers['etag']! }
}

const publish = (id: string, note = '', rest: object = {}) =>
  editor.post(`/api/v1/termbases/${id}/releases`).send({ note, ...rest })

describe('publishing', () => {
  test('takes the approved concepts and counts 1, 2, 3', async () => {
    const id = await termbase()
    await concept(id, '上海合作组织', 'Shanghai Cooperation Organization')
    await concept(id, '草稿', 'draft', 'draft')
    const { body } = await publish(id, ' first ').expect(201)
    expect(body).toMatchObject({ number: 1, note: 'first', conceptCount: 1, termCount: 2, languages: ['en', 'zh'] })
    expect(body.author.name).toBe('Some editor')
    expect((await publish(id, '', { evenUnchanged: true }).expect(201)).body.number).toBe(2)
    const { body: list } = await reader.get(`/api/v1/termbases/${id}/releases`).expect(200)
    expect(list.items.map(({ number }: { number: number }) => number)).toEqual([2, 1])
    expect(list.items[0].contentHash).toBe(list.items[1].contentHash)
  })

  test('of nothing is refused with a remedy', async () => {
    const id = await termbase()
    await concept(id, '草稿', 'draft', 'draft')
    const { body } = await publish(id).expect(409)
    expect(body).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('nothing to publish'),
      remedy: expect.any(String),
    })
  })

  test('of what is published already is refused, unless it is meant', async () => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    await publish(id).expect(201)
    const { body } = await publish(id).expect(409)
    expect(body).toMatchObject({
      code: 'conflict',
      unchangedSince: 1,
      remedy: expect.stringContaining('evenUnchanged'),
    })
    expect((await reader.get(`/api/v1/termbases/${id}/releases`)).body.items).toHaveLength(1)
  })

  test('by several at once gives each a number of its own', async () => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    const answers = await Promise.all([1, 2, 3].map(() => publish(id, '', { evenUnchanged: true })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(answers.map(({ body }) => body.number).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  })

  test('by a job, when that is preferred: it tells the number, and the same job publishes once', async () => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    const { body, headers } = await publish(id, 'later').set('Prefer', 'respond-async').expect(202)
    expect(body.job).toMatchObject({ kind: 'publish-release', state: 'waiting' })
    expect(headers['location']).toBe(`/api/v1/jobs/${body.job.id}`)
    const context = {
      jobId: body.job.id as string,
      createdBy: body.job.createdBy as string,
      signal: new AbortController().signal,
      progress: jest.fn<JobContext['progress']>(),
    }
    const task = { termbaseId: id, publishing: { note: 'later' } }
    const job = started.app.get(PublishReleaseJob)
    expect(await job.run(task, context)).toEqual({ termbaseId: id, number: 1 })
    expect(context.progress.mock.calls[0]![0]).toEqual({ stage: 'Freezing concepts', progress: 0 })
    expect(await job.run(task, context)).toEqual({ termbaseId: id, number: 1 })
    const { items } = (await reader.get(`/api/v1/termbases/${id}/releases`)).body
    expect(items.map(({ note }: { note: string }) => note)).toEqual(['later'])
  })

  test('that is cancelled leaves nothing', async () => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    const controller = new AbortController()
    const watch = {
      signal: controller.signal,
      progress: () => controller.abort(new DomainError('cancelled', 'The job was cancelled.')),
    }
    const publishing = started.app.get(ReleasesService).publish(await started.actor('editor'), id, {}, watch)
    await expect(publishing).rejects.toMatchObject({ code: 'cancelled' })
    expect((await reader.get(`/api/v1/termbases/${id}/releases`)).body.items).toEqual([])
    const half: unknown[] = await started.app.get(Database).db.query(`
      SELECT 1 FROM release_entries e WHERE NOT EXISTS (SELECT 1 FROM releases r WHERE r.id = e.release_id)`)
    expect(half).toEqual([])
  })

  test('needs an editor', async () => {
    const id = await termbase()
    await reader.post(`/api/v1/termbases/${id}/releases`).send({}).expect(403)
    await started.stranger.post(`/api/v1/termbases/${id}/releases`).send({}).expect(401)
  })
})

const preview = async (id: string, query = '') =>
  (await reader.get(`/api/v1/termbases/${id}/releases/preview${query}`).expect(200)).body

const section = (language: string, text: string, administrativeStatus = 'admittedTerm-admn-sts') => ({
  language,
  terms: [{ text, administrativeStatus }],
})

describe('the preview', () => {
  test('of a first release names every approved concept', async () => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    await concept(id, '草稿', 'draft', 'draft')
    expect(await preview(id)).toMatchObject({
      from: null,
      number: 1,
      conceptCount: 1,
      isUnchanged: false,
      counts: { added: 1, changed: 0, removed: 0 },
      warnings: [],
    })
  })

  test('tells what would change, page by page, and changes nothing', async () => {
    const id = await termbase()
    const changed = await concept(id, '联合国', 'United Nations')
    const removed = await concept(id, '国联', 'League of Nations')
    await publish(id).expect(201)
    expect(await preview(id)).toMatchObject({ isUnchanged: true, counts: { added: 0, changed: 0, removed: 0 } })
    const at = (concept: string) => `/api/v1/termbases/${id}/concepts/${concept}`
    await editor.patch(at(changed.id)).set('If-Match', changed.etag).send({ note: 'UN' }).expect(200)
    await editor.patch(at(removed.id)).set('If-Match', removed.etag).send({ status: 'draft' }).expect(200)
    await concept(id, '欧盟', 'European Union')
    const whole = await preview(id)
    expect(whole).toMatchObject({ from: 1, number: 2, conceptCount: 2, isUnchanged: false, next: null })
    expect(whole.counts).toEqual({ added: 1, changed: 1, removed: 1 })
    expect(whole.changed[0].changes).toMatchObject([{ field: 'note', before: null, after: 'UN' }])
    const first = await preview(id, '?limit=1')
    expect(first.changed).toHaveLength(1)
    const second = await preview(id, `?limit=1&cursor=${first.next}`)
    expect(second.removed).toHaveLength(1)
    expect((await preview(id, '?q=european')).added).toHaveLength(1)
    expect((await preview(id, '?kind=removed')).changed).toEqual([])
    expect((await reader.get(`/api/v1/termbases/${id}/releases`)).body.items).toHaveLength(1)
  })

  test('warns of what an editor may want to mend', async () => {
    const id = await termbase()
    const add = (languages: object[], rest: object = {}) =>
      editor
        .post(`/api/v1/termbases/${id}/concepts`)
        .send({ status: 'approved', languages, ...rest })
        .expect(201)
    await add([section('zh', '阀门')])
    await add([section('zh', '球阀'), section('en', 'ball valve')])
    await add([section('zh', '球形阀'), section('en', 'Ball Valve')])
    await add([section('zh', '旧词'), section('en', 'old word', 'deprecatedTerm-admn-sts')])
    const ref = { element: 'ref', category: 'crossReference', attributes: { target: 'nowhere' }, content: ['see'] }
    const { body } = await add([section('zh', '参见'), section('en', 'see also')])
    await started.app
      .get(Database)
      .db.query(`UPDATE concepts SET data = $2 WHERE id = $1`, [body.id, JSON.stringify([ref])])
    const { warnings } = await preview(id)
    const found = warnings.map(
      (warning: { kind: string; count: number; examples: { text: string; detail: string }[] }) => [
        warning.kind,
        warning.count,
        warning.examples[0]!.text,
        warning.examples[0]!.detail,
      ],
    )
    expect(found).toEqual([
      ['missing-language', 1, '阀门', 'en'],
      ['duplicate-term', 1, 'Ball Valve', expect.stringMatching(/^\d+$/)],
      ['dangling-reference', 1, '参见', 'nowhere'],
      ['no-usable-term', 1, '旧词', 'en'],
    ])
  })
})

test('a term that went to another concept is traced, in the comparison and in the changelog', async () => {
  const id = await termbase()
  const tap = await concept(id, '龙头', 'tap')
  const valve = await concept(id, '阀', 'valve')
  await publish(id).expect(201)
  const put = (one: { id: string; etag: string }, languages: object[]) =>
    editor.patch(`/api/v1/termbases/${id}/concepts/${one.id}`).set('If-Match', one.etag).send({ languages }).expect(200)
  await put(tap, [section('zh', '龙头')])
  await put(valve, [section('zh', '阀'), { language: 'en', terms: [{ text: 'valve' }, { text: 'tap' }] }])
  await publish(id).expect(201)
  const { body } = await reader.get(`/api/v1/termbases/${id}/releases/diff?from=1&to=2`).expect(200)
  const moved = body.changed.map(({ moved }: { moved: { text: string }[] }) => moved)
  expect(moved).toEqual([
    [{ language: 'en', text: 'tap', to: { id: valve.id, number: expect.any(Number) } }],
    [{ language: 'en', text: 'tap', from: { id: tap.id, number: expect.any(Number) } }],
  ])
  const changelog = await reader.get(`/api/v1/termbases/${id}/releases/changelog?from=1&to=2`).expect(200)
  expect(changelog.text).toMatch(/en › tap: now in \d+\n[^]*en › tap: from \d+\n/)
})

describe('bringing an older release back', () => {
  test('publishes its content as the newest, says what that undoes, and leaves the concepts alone', async () => {
    const id = await termbase()
    const { id: conceptId, etag } = await concept(id, '联合国', 'United Nations')
    await publish(id).expect(201)
    const concepts = `/api/v1/termbases/${id}/concepts/${conceptId}`
    await editor.patch(concepts).set('If-Match', etag).send({ definition: 'wrong' }).expect(200)
    await publish(id).expect(201)
    const { body: undone } = await reader.get(`/api/v1/termbases/${id}/releases/diff?from=latest&to=1`).expect(200)
    expect(undone.changed[0].changes).toMatchObject([{ field: 'definition', before: 'wrong', after: null }])
    const { body } = await publish(id, 'back', { from: 1 }).expect(201)
    expect(body).toMatchObject({ number: 3, bringsBack: 1, conceptCount: 1, note: 'back' })
    const { body: list } = await reader.get(`/api/v1/termbases/${id}/releases`)
    expect(body.contentHash).toBe(list.items[2].contentHash)
    expect((await reader.get(concepts).expect(200)).body.definition).toBe('wrong')
    const { body: next } = await reader.get(`/api/v1/termbases/${id}/releases/preview`).expect(200)
    expect(next).toMatchObject({ from: 3, counts: { added: 0, changed: 1, removed: 0 } })
  })

  test('of the newest, or of none, is refused', async () => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    await publish(id).expect(201)
    await publish(id, '', { from: 1 }).expect(409)
    await publish(id, '', { from: 9 }).expect(404)
    await publish(id, '', { from: 0 }).expect(400)
  })
})

test('the changelog is Markdown that nothing in a term can break', async () => {
  const id = await termbase()
  const { id: conceptId, etag } = await concept(id, '<b>*联合国*', 'United_Nations')
  await publish(id).expect(201)
  await editor
    .patch(`/api/v1/termbases/${id}/concepts/${conceptId}`)
    .set('If-Match', etag)
    .send({ definition: 'all\n# states' })
    .expect(200)
  await concept(id, '欧盟', 'European Union')
  await publish(id, 'Second').expect(201)
  const { text, headers } = await reader.get(`/api/v1/termbases/${id}/releases/changelog?from=1&to=latest`).expect(200)
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
  expect(headers['content-disposition']).toContain('changelog-1-2.md')
  expect(text).toContain('release 2 since release 1')
  expect(text).toContain('1 added, 1 changed, 0 removed')
  expect(text).toContain('zh: \\<b\\>\\*联合国\\*; en: United\\_Nations')
  expect(text).toContain('  - definition: all \\# states (new)')
  expect(text).toContain('> Second')
})

test('a concept whose version keeps nothing is published from its rows, just the same', async () => {
  const id = await termbase()
  await concept(id, '联合国', 'United Nations')
  await publish(id).expect(201)
  const { db } = started.app.get(Database)
  await db.query(
    `UPDATE concept_versions v SET snapshot = NULL FROM concepts c WHERE c.id = v.concept_id AND c.termbase_id = $1`,
    [id],
  )
  expect(await preview(id)).toMatchObject({ isUnchanged: true })
  await publish(id, '', { evenUnchanged: true }).expect(201)
  const entries = await db.query(
    `SELECT e.concept FROM release_entries e JOIN releases r ON r.id = e.release_id WHERE r.termbase_id = $1`,
    [id],
  )
  expect(entries[0].concept).toEqual(entries[1].concept)
})

describe('a release', () => {
  test('stays as it is when the concept changes', async () => {
    const id = await termbase()
    const { id: conceptId, etag } = await concept(id, '联合国', 'United Nations')
    await publish(id).expect(201)
    const before = (await reader.get(`/api/v1/termbases/${id}/releases/1`).expect(200)).text
    await editor
      .patch(`/api/v1/termbases/${id}/concepts/${conceptId}`)
      .set('If-Match', etag)
      .send({ definition: 'all states' })
      .expect(200)
    await publish(id).expect(201)
    expect((await reader.get(`/api/v1/termbases/${id}/releases/1`).expect(200)).text).toBe(before)
    const { body } = await reader.get(`/api/v1/termbases/${id}/releases/diff?from=1&to=latest`).expect(200)
    expect(body).toMatchObject({ from: 1, to: 2, counts: { added: 0, removed: 0, changed: 1 } })
    expect(body.changed[0].changes).toEqual([
      { path: 'definition', field: 'definition', before: null, after: 'all states' },
    ])
  })

  test.each([
    `UPDATE releases SET note = 'other'`,
    `DELETE FROM releases`,
    `UPDATE release_entries SET position = position + 1`,
    `DELETE FROM release_entries`,
    `TRUNCATE releases, release_entries, release_exports, release_export_pieces, release_shelves`,
    `TRUNCATE releases CASCADE`,
    `TRUNCATE release_entries`,
    `UPDATE release_exports SET content_hash = 'other'`,
    `DELETE FROM release_exports`,
    `UPDATE release_export_pieces SET bytes = ''`,
    `DELETE FROM release_export_pieces`,
    `TRUNCATE release_export_pieces`,
    `TRUNCATE release_exports, release_export_pieces`,
    `INSERT INTO release_export_pieces SELECT id, 99, '' FROM release_exports`,
    `INSERT INTO release_entries SELECT id, 99, gen_random_uuid(), '{}', '[]' FROM releases`,
  ])('is refused by the database: %s', async (sql) => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    await publish(id).expect(201)
    await reader.get(`/api/v1/termbases/${id}/releases/1/export?format=csv`).expect(200)
    await expect(started.app.get(Database).db.query(sql)).rejects.toThrow('immutable')
  })

  test('that does not exist is 404, a number that is none 400', async () => {
    const id = await termbase()
    const { body, type } = await reader.get(`/api/v1/termbases/${id}/releases/latest`).expect(404)
    expect(type).toBe('application/problem+json')
    expect(body.code).toBe('not-found')
    await reader.get(`/api/v1/termbases/${id}/releases/1`).expect(404)
    await reader.get(`/api/v1/termbases/${id}/releases/zero`).expect(400)
    await reader.get(`/api/v1/termbases/00000000-0000-4000-8000-000000000000/releases`).expect(404)
  })

  test('can be read by strangers where the termbase is public, and nowhere else', async () => {
    const open = await termbase('public')
    const closed = await termbase()
    for (const id of [open, closed]) {
      await concept(id, '联合国', 'United Nations')
      await publish(id).expect(201)
    }
    await started.stranger.get(`/api/v1/termbases/${open}/releases/latest`).expect(200)
    for (const path of ['', '/1', '/diff?from=1&to=1', '/changelog?from=1&to=1', '/preview'])
      await started.stranger.get(`/api/v1/termbases/${closed}/releases${path}`).expect(401)
    await started.stranger.get(`/api/v1/termbases/00000000-0000-4000-8000-000000000000/releases`).expect(401)
  })
})

test('a release comes back from a backup, and so do its files', async () => {
  const id = await termbase()
  await concept(id, '联合国', 'United Nations')
  await publish(id).expect(201)
  await reader.get(`/api/v1/termbases/${id}/releases/1/export?format=csv`).expect(200)
  const folder = mkdtempSync(path.join(tmpdir(), 'termloom-releases-'))
  const restored = await freshDatabase({ migrated: false })
  try {
    await writeBackup(started.databaseUrl, path.join(folder, 'backup.gz'))
    await restoreBackup(restored.url, path.join(folder, 'backup.gz'))
    expect(await entriesOf(restored.url)).toEqual(await entriesOf(started.databaseUrl))
  } finally {
    await restored.drop()
    rmSync(folder, { recursive: true })
  }
})

async function entriesOf(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const entries = 'SELECT * FROM releases JOIN release_entries ON release_id = id ORDER BY id, position'
    const files = 'SELECT * FROM release_exports JOIN release_export_pieces ON export_id = id ORDER BY id, position'
    return [...(await client.query(entries)).rows, ...(await client.query(files)).rows]
  } finally {
    await client.end()
  }
}
