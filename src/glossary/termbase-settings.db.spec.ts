import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Agent } from 'supertest'
import { type StartedApp, startApp } from '../../test/support/start-app.js'

let started: StartedApp
let editor: Agent
let address: string
let names = 0

beforeAll(async () => {
  started = await startApp({ jobs: false })
  editor = await started.as('editor')
})
afterAll(() => started.stop())

beforeEach(async () => {
  const body = { name: `Termbase ${++names}`, sourceLanguage: 'zh', targetLanguage: 'en' }
  address = `/api/v1/termbases/${(await editor.post('/api/v1/termbases').send(body).expect(201)).body.id}`
})

const change = (body: object, status = 200) => editor.patch(address).send(body).expect(status)

async function concept(languages: object[]): Promise<string> {
  const body = { status: 'approved', definition: 'a bag', languages }
  return `${address}/concepts/${(await editor.post(`${address}/concepts`).send(body).expect(201)).body.id}`
}

const section = (language: string, text: string) => ({ language, terms: [{ text }] })

describe('languages', () => {
  test('are offered under their canonical codes, once each, the pair left out', async () => {
    const { body } = await change({ otherLanguages: ['fr', 'zh_tw', 'fr', 'en'] })
    expect(body.otherLanguages).toEqual(['fr', 'zh-TW'])
    const { body: uses } = await editor.get(`${address}/languages`).expect(200)
    expect(uses.items.map(({ language }: { language: string }) => language)).toEqual(['zh', 'en', 'fr', 'zh-TW'])
    await change({ otherLanguages: ['nonsense!'] }, 400)
  })

  test('that concepts use are not taken away', async () => {
    await change({ otherLanguages: ['fr'] })
    await concept([section('fr', 'sac'), section('en', 'bag')])
    const { body } = await change({ otherLanguages: [] }, 409)
    expect(body.uses).toEqual([{ language: 'fr', concepts: 1, terms: 1, documents: 0 }])
    expect((await change({ name: `Other ${names}` })).body.otherLanguages).toEqual(['fr'])
  })

  test('of the pair change as long as nothing is in them', async () => {
    expect((await change({ sourceLanguage: 'de' })).body).toMatchObject({ sourceLanguage: 'de', targetLanguage: 'en' })
    await change({ sourceLanguage: 'en' }, 400)
    await concept([section('de', 'Tasche')])
    await change({ sourceLanguage: 'fr' }, 409)
    expect((await change({ sourceLanguage: 'fr', otherLanguages: ['de'] })).body.otherLanguages).toEqual(['de'])
  })
})

describe('an edit of an approved concept', () => {
  async function edit(place: string, body: object): Promise<string> {
    const { headers } = await editor.get(place).expect(200)
    return (await editor.patch(place).set('If-Match', headers['etag']!).send(body).expect(200)).body.status
  }

  test('sends it back when the termbase names the field, and only then', async () => {
    await change({ reopeningFields: ['definition', 'term'] })
    const place = await concept([section('zh', '包'), section('en', 'bag')])
    expect(await edit(place, { note: 'any', subjectField: 'things' })).toBe('approved')
    expect(await edit(place, { definition: 'a sack' })).toBe('draft')
    expect(await edit(place, { status: 'approved' })).toBe('approved')
    expect(await edit(place, { status: 'approved', languages: [section('zh', '袋'), section('en', 'bag')] })).toBe(
      'draft',
    )
  })

  test('holds for many concepts at a time too', async () => {
    await change({ reopeningFields: ['subjectField'] })
    const place = await concept([section('zh', '包')])
    const bulk = (change: object) => editor.post(`${address}/concepts/bulk`).send({ filter: {}, change }).expect(200)
    await bulk({ subjectField: 'things' })
    expect((await editor.get(place)).body).toMatchObject({ status: 'draft', subjectField: 'things' })
    await bulk({ status: 'approved' })
    await bulk({ customerSubset: 'us' })
    expect((await editor.get(place)).body).toMatchObject({ status: 'approved', customerSubset: 'us' })
  })

  test('leaves it approved where no field is named', async () => {
    const place = await concept([section('zh', '包')])
    expect(await edit(place, { definition: 'a sack', languages: [section('zh', '袋')] })).toBe('approved')
  })

  test('a field that does not exist is refused', async () => {
    await change({ reopeningFields: ['definition', 'colour'] }, 400)
  })
})

describe('an archived termbase', () => {
  test('is read as before and refuses changes until it is brought back', async () => {
    const place = await concept([section('zh', '包')])
    expect((await change({ archived: true })).body.archivedAt).toEqual(expect.any(String))
    const { headers } = await editor.get(place).expect(200)
    const tries = [
      editor.post(`${address}/concepts`).send({ languages: [section('zh', '袋')] }),
      editor.patch(place).set('If-Match', headers['etag']!).send({ note: 'x' }),
      editor.delete(place).set('If-Match', headers['etag']!),
      editor.post(`${address}/releases`).send({}),
    ]
    for (const attempt of tries) expect((await attempt.expect(409)).body.detail).toContain('archived')
    await change({ archived: false })
    await editor.post(`${address}/releases`).send({}).expect(201)
  })
})
