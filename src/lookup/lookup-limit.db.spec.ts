import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type StartedApp, startApp } from '../../test/support/start-app.js'

let started: StartedApp

beforeAll(async () => {
  const settings = { TERMLOOM_LOOKUPS_PER_MINUTE: '4', TERMLOOM_ANONYMOUS_LOOKUPS_PER_MINUTE: '2' }
  started = await startApp({ jobs: false, settings })
})
afterAll(() => started.stop())

const lookup = '/api/v1/lookup?source=zh&target=en&text=x'

test('a key may ask so often in a minute, each key by itself; the answer says what is left', async () => {
  const [one, other] = [await started.as('reader'), await started.as('reader')]
  const { headers } = await one.get(lookup).expect(200)
  expect(headers['ratelimit-policy']).toBe('"key";q=4;w=60')
  expect(headers['ratelimit']).toMatch(/^"key";r=3;t=\d+$/)
  for (let time = 0; time < 3; time++) await one.get(lookup).expect(200)
  const refused = await one.get(lookup).expect(429)
  expect(refused.type).toBe('application/problem+json')
  expect(refused.body).toMatchObject({ code: 'too-many-requests', remedy: expect.stringMatching(/^Wait \d+ seconds/) })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.headers['ratelimit']).toMatch(/r=0/)
  await one
    .post('/api/v1/recognize')
    .send({ source: 'zh', target: 'en', segments: ['x'] })
    .expect(429)
  await other.get(lookup).expect(200)
  await one.get('/api/v1/termbases').expect(200)
})

test('strangers are counted by address', async () => {
  await started.stranger.get(lookup).expect(200)
  await started.stranger.get(lookup).expect(200)
  const { body } = await started.stranger.get(lookup).expect(429)
  expect(body.remedy).toContain('API key')
  await started.stranger.post('/mcp').send({}).expect(429)
})

test('a key that is revoked, and one whose owner is disabled, stops working at once', async () => {
  const editor = await started.as('editor')
  await editor.get('/api/v1/keys').expect(200)
  const { items } = (await editor.get('/api/v1/keys')).body
  const other = await started.as('editor')
  await other.delete(`/api/v1/keys/${items[0].id}`).expect(204)
  await editor.get('/api/v1/keys').expect(401)
  const administrator = await started.as('administrator')
  const { id } = await started.actor('editor')
  await administrator.patch(`/api/v1/users/${id}`).send({ disabled: true }).expect(200)
  await other.get('/api/v1/keys').expect(401)
})
