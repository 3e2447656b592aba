import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
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

const publish = (id: string, note = '') => editor.post(`/api/v1/termbases/${id}/releases`).send({ note })

describe('publishing', () => {
  test('takes the approved concepts and counts 1, 2, 3', async () => {
    const id = await termbase()
    await concept(id, '上海合作组织', 'Shanghai Cooperation Organization')
    await concept(id, '草稿', 'draft', 'draft')
    const { body } = await publish(id, ' first ').expect(201)
    expect(body).toMatchObject({ number: 1, note: 'first', conceptCount: 1, termCount: 2, languages: ['en', 'zh'] })
    expect(body.author.name).toBe('Some editor')
    expect((await publish(id).expect(201)).body.number).toBe(2)
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

  test('by several at once gives each a number of its own', async () => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    const answers = await Promise.all([publish(id), publish(id), publish(id)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(answers.map(({ body }) => body.number).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  })

  test('needs an editor', async () => {
    const id = await termbase()
    await reader.post(`/api/v1/termbases/${id}/releases`).send({}).expect(403)
    await started.stranger.post(`/api/v1/termbases/${id}/releases`).send({}).expect(401)
  })
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
    `TRUNCATE releases, release_entries`,
    `INSERT INTO release_entries SELECT id, 99, gen_random_uuid(), '{}', '[]' FROM releases`,
  ])('is refused by the database: %s', async (sql) => {
    const id = await termbase()
    await concept(id, '联合国', 'United Nations')
    await publish(id).expect(201)
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
    for (const path of ['', '/1', '/diff?from=1&to=1'])
      await started.stranger.get(`/api/v1/termbases/${closed}/releases${path}`).expect(401)
    await started.stranger.get(`/api/v1/termbases/00000000-0000-4000-8000-000000000000/releases`).expect(401)
  })
})

test('a release comes back from a backup', async () => {
  const id = await termbase()
  await concept(id, '联合国', 'United Nations')
  await publish(id).expect(201)
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
    return (await client.query('SELECT * FROM releases JOIN release_entries ON release_id = id ORDER BY id, position'))
      .rows
  } finally {
    await client.end()
  }
}
