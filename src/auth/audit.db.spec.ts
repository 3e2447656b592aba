import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type StartedApp, startApp } from '../../test/support/start-app.js'

let started: StartedApp
beforeAll(async () => {
  started = await startApp({ jobs: false })
})
afterAll(() => started.stop())

test('administrators read the audit log page by page and take it out whole; others do not', async () => {
  const administrator = await started.as('administrator')
  const names = ['One', 'Two', 'Three']
  for (const name of names) await administrator.post('/api/v1/users').send({ name, role: 'reader' }).expect(201)

  const newest = (await administrator.get('/api/v1/audit?limit=2&action=create-user').expect(200)).body
  expect(newest.items.map(({ details }: { details: { name: string } }) => details.name)).toEqual(['Three', 'Two'])
  const rest = (await administrator.get(`/api/v1/audit?action=create-user&cursor=${newest.next}`).expect(200)).body
  expect(rest.items[0].details.name).toBe('One')
  expect(rest.next).toBeNull()

  const csv = await administrator
    .get('/api/v1/audit/export')
    .expect(200)
    .expect('Content-Type', /text\/csv/)
  expect(csv.text.match(/"create-user"/g)!.length).toBeGreaterThanOrEqual(3)
  const jsonl = await administrator.get('/api/v1/audit/export?format=jsonl').buffer(true).expect(200)
  expect(jsonl.headers['content-disposition']).toContain('audit.jsonl')
  await administrator.get('/api/v1/audit/export?format=exe').expect(400)
  await administrator.get('/api/v1/audit?cursor=x').expect(400)
  await (await started.as('editor')).get('/api/v1/audit').expect(403)
  await started.stranger.get('/api/v1/audit/export').expect(401)
})
