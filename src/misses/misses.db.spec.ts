import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Agent } from 'supertest'
import { type StartedApp, startApp } from '../../test/support/start-app.js'
import { MissCounter } from './miss-counter.service.js'

let started: StartedApp
let editor: Agent
let reader: Agent

beforeAll(async () => {
  started = await startApp({ jobs: false })
  editor = await started.as('editor')
  reader = await started.as('reader')
})
afterAll(() => started.stop())

/** A published termbase, zh to en, with one concept. */
async function published(): Promise<string> {
  const body = { name: randomUUID(), sourceLanguage: 'zh', targetLanguage: 'en', visibility: 'public' }
  const { id } = (await editor.post('/api/v1/termbases').send(body).expect(201)).body
  const languages = [
    { language: 'zh', terms: [{ text: '球阀' }] },
    { language: 'en', terms: [{ text: 'ball valve' }] },
  ]
  await editor.post(`/api/v1/termbases/${id}/concepts`).send({ status: 'approved', languages }).expect(201)
  await editor.post(`/api/v1/termbases/${id}/releases`).send({}).expect(201)
  return id
}

async function lookUp(termbase: string, text: string, more: object = {}, agent: Agent = reader): Promise<void> {
  await agent
    .get('/api/v1/lookup')
    .query({ source: 'zh', target: 'en', termbase, text, ...more })
    .expect(200)
}

const list = async (termbase: string, state = 'open') => {
  await started.app.get(MissCounter).write()
  return (await editor.get(`/api/v1/termbases/${termbase}/misses`).query({ state }).expect(200)).body
}

test('spellings of one term are one miss; the most wanted comes first; nothing tells who asked', async () => {
  const id = await published()
  await lookUp(id, '阀座')
  await lookUp(id, '闸阀', { mode: 'fuzzy' }, started.stranger)
  await lookUp(id, '閘閥', { segment: '更换闸阀。' })
  const { items, total, counting } = await list(id)
  expect([total, counting]).toEqual([2, true])
  expect(items[0]).toMatchObject({ text: '闸阀', count: 2, segment: '更换闸阀。', sourceLanguage: 'zh', state: 'open' })
  expect(items[1]).toMatchObject({ text: '阀座', count: 1, segment: null })
  expect(JSON.stringify(items)).not.toContain((await started.actor('reader')).id)
  await lookUp(id, '阀座')
  await lookUp(id, '阀座')
  expect((await list(id)).items[0]).toMatchObject({ text: '阀座', count: 3 })
})

test('what is found, only begun, or no term is not counted', async () => {
  const id = await published()
  await lookUp(id, '球阀')
  await lookUp(id, '闸', { mode: 'prefix' })
  await lookUp(id, 'someone@example.org')
  await lookUp(id, '139 1234 5678')
  expect((await list(id)).items).toEqual([])
})

test('a miss is dismissed, stays so when it is looked up again, and can be taken up', async () => {
  const id = await published()
  await lookUp(id, '闸阀')
  const [{ id: miss }] = (await list(id)).items
  const change = (dismissed: boolean) =>
    editor.patch(`/api/v1/termbases/${id}/misses/${miss}`).send({ dismissed }).expect(200)
  await change(true)
  await lookUp(id, '闸阀')
  expect((await list(id)).items).toEqual([])
  expect((await list(id, 'dismissed')).items).toMatchObject([{ text: '闸阀', count: 2 }])
  await change(false)
  expect((await list(id)).items).toHaveLength(1)
})

test('a miss becomes a candidate with its segment as evidence', async () => {
  const id = await published()
  await lookUp(id, '闸阀', { segment: '请更换闸阀。' })
  const [{ id: miss }] = (await list(id)).items
  const given = { translation: 'gate valve', translatedSegment: 'Replace the gate valves.' }
  const propose = (body: object) => editor.post(`/api/v1/termbases/${id}/misses/${miss}/candidate`).send(body)
  const refused = await propose({ ...given, translatedSegment: 'Replace it.' }).expect(400)
  expect(Object.keys(refused.body.fields)).toEqual(['translatedSegment'])
  const { candidateId } = (await propose(given).expect(201)).body
  const { body } = await editor.get(`/api/v1/termbases/${id}/candidates/${candidateId}`).expect(200)
  expect(body).toMatchObject({ source: '闸阀', target: 'gate valve', state: 'proposed' })
  const [{ source, target }] = body.evidence
  expect(source.text.slice(source.start, source.end)).toBe('闸阀')
  expect(target.text.slice(target.start, target.end)).toBe('gate valves')
  expect((await list(id)).items).toEqual([])
  expect((await list(id, 'proposed')).items).toMatchObject([{ candidateId }])
  await propose(given).expect(409)
})

test('one looked up the other way round, without a segment, becomes a candidate too', async () => {
  const id = await published()
  await lookUp(id, 'gate valve', { source: 'en', target: 'zh' })
  const [{ id: miss }] = (await list(id)).items
  const path = `/api/v1/termbases/${id}/misses/${miss}/candidate`
  const { candidateId } = (await editor.post(path).send({ translation: '闸阀' }).expect(201)).body
  const { body } = await editor.get(`/api/v1/termbases/${id}/candidates/${candidateId}`).expect(200)
  expect(body).toMatchObject({ source: '闸阀', target: 'gate valve' })
})

test('a termbase may count nothing, and forgets then what it counted', async () => {
  const id = await published()
  await lookUp(id, '闸阀')
  expect((await list(id)).items).toHaveLength(1)
  const count = (counting: boolean) =>
    editor.put(`/api/v1/termbases/${id}/misses/counting`).send({ counting }).expect(204)
  await count(false)
  await lookUp(id, '闸阀')
  expect(await list(id)).toEqual({ items: [], total: 0, counting: false })
  await count(true)
  await lookUp(id, '闸阀')
  expect((await list(id)).items).toHaveLength(1)
})

test('readers do not see the queue', async () => {
  const id = await published()
  await reader.get(`/api/v1/termbases/${id}/misses`).expect(403)
  await started.stranger.get(`/api/v1/termbases/${id}/misses`).expect(401)
  await editor.patch(`/api/v1/termbases/${id}/misses/${randomUUID()}`).send({ dismissed: true }).expect(404)
})
