import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { SignInService } from '../../src/auth/sign-in.service.js'
import { UsersService } from '../../src/auth/users.service.js'
import { startApp, type StartedApp } from '../support/start-app.js'

let server: StartedApp
beforeAll(async () => {
  server = await startApp({ settings: { TERMLOOM_PUBLIC_URL: 'https://terms.example.org' } })
})
afterAll(() => server.stop())

const browser = () => request.agent(server.url)

async function linkFor(name: string): Promise<string> {
  const user = await server.app.get(UsersService).getNamed(name)
  return server.app.get(SignInService).makeLink(null, user.id)
}

describe('who may come in', () => {
  it('a stranger may not: 401, as a problem document with a remedy', async () => {
    const response = await server.stranger.get('/api/v1/me').expect(401)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(response.headers['www-authenticate']).toMatch(/^Bearer/)
    expect(response.body).toMatchObject({
      status: 401,
      code: 'not-signed-in',
      remedy: expect.stringMatching(/API key/),
    })
  })

  it.each([
    ['reader', 403],
    ['editor', 403],
    ['administrator', 200],
  ] as const)('users are administered by administrators: %s %d', async (role, status) => {
    await (await server.as(role)).get('/api/v1/users').expect(status)
  })

  it('a wrong key is refused even where none is needed', async () => {
    const response = await server.stranger.post('/api/v1/sign-out').set('Authorization', 'Bearer tl_wrong')
    expect(response).toMatchObject({
      status: 401,
      body: { detail: expect.stringMatching(/unknown, expired or revoked/) },
    })
  })

  it('a person of another site may not use our cookie', async () => {
    const body = { email: 'a', password: 'b' }
    const foreign = await browser().post('/api/v1/sign-in').set('Origin', 'https://evil.example').send(body)
    expect(foreign).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const own = await browser().post('/api/v1/sign-in').set('Origin', 'https://terms.example.org').send(body)
    expect(own.body).toMatchObject({ code: 'not-signed-in', detail: 'Name or password is wrong.' })
  })
})

describe('a person', () => {
  let plain: StartedApp
  beforeAll(async () => {
    plain = await startApp()
    await plain.app.get(UsersService).create(null, { name: '李四', email: 'li@example.org', role: 'administrator' })
  })
  afterAll(() => plain.stop())
  const link = async () => {
    const user = await plain.app.get(UsersService).getNamed('李四')
    return plain.app.get(SignInService).makeLink(null, user.id)
  }

  it('signs in by a link, once', async () => {
    const token = await link()
    const agent = request.agent(plain.url)
    const response = await agent.post('/api/v1/sign-in/link').send({ token }).expect(200)
    expect(response.body).toEqual({
      id: expect.any(String),
      name: '李四',
      email: 'li@example.org',
      role: 'administrator',
      hasPassword: false,
    })
    expect(response.headers['set-cookie']![0]).toMatch(/^termloom=.*HttpOnly; SameSite=Lax$/)
    await agent.get('/api/v1/me').expect(200)
    await request(plain.url).post('/api/v1/sign-in/link').send({ token }).expect(401)
  })

  it('of two requests with one link, one gets in', async () => {
    const token = await link()
    const tries = await Promise.all(
      [1, 2, 3].map(() => request(plain.url).post('/api/v1/sign-in/link').send({ token })),
    )
    expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401])
  })

  it('sets a password, signs in by name or address, and the other sessions end', async () => {
    const [one, other] = [request.agent(plain.url), request.agent(plain.url)]
    for (const agent of [one, other])
      await agent
        .post('/api/v1/sign-in/link')
        .send({ token: await link() })
        .expect(200)
    await one.put('/api/v1/me/password').send({ newPassword: 'correct horse battery' }).expect(204)
    await one.get('/api/v1/me').expect(200)
    await other.get('/api/v1/me').expect(401)
    for (const email of ['李四', 'LI@example.org'])
      await other.post('/api/v1/sign-in').send({ email, password: 'correct horse battery' }).expect(200)
    await request(plain.url).post('/api/v1/sign-in').send({ email: '李四', password: 'wrong' }).expect(401)
    const again = await one
      .put('/api/v1/me/password')
      .send({ currentPassword: 'wrong', newPassword: 'another long one' })
    expect(again).toMatchObject({ status: 400, body: { fields: { currentPassword: ['is wrong'] } } })
  })

  it('signs out', async () => {
    const agent = request.agent(plain.url)
    await agent
      .post('/api/v1/sign-in/link')
      .send({ token: await link() })
      .expect(200)
    await agent.post('/api/v1/sign-out').expect(204)
    await agent.get('/api/v1/me').expect(401)
  })

  it('who is disabled is out at once, with sessions and keys', async () => {
    const administrator = await plain.as('administrator')
    const created = await administrator.post('/api/v1/users').send({ name: '离职', role: 'editor' }).expect(201)
    const agent = request.agent(plain.url)
    const { body } = await administrator.post(`/api/v1/users/${created.body.id}/sign-in-link`).expect(201)
    const token = new URL(body.url).searchParams.get('token')
    await agent.post('/api/v1/sign-in/link').send({ token }).expect(200)
    const key = await agent.post('/api/v1/keys').send({ name: 'ci', role: 'reader' }).expect(201)
    const program = request.agent(plain.url).set('Authorization', `Bearer ${key.body.key}`)
    await program.get('/api/v1/me').expect(200)
    await administrator.patch(`/api/v1/users/${created.body.id}`).send({ disabled: true }).expect(200)
    await agent.get('/api/v1/me').expect(401)
    await program.get('/api/v1/me').expect(401)
  })

  it('the last administrator cannot lock everybody out', async () => {
    const lonely = await startApp()
    try {
      const { id } = await lonely.actor('administrator')
      const response = await (await lonely.as('administrator')).patch(`/api/v1/users/${id}`).send({ role: 'editor' })
      expect(response).toMatchObject({
        status: 409,
        body: { detail: expect.stringMatching(/without an administrator/) },
      })
    } finally {
      await lonely.stop()
    }
  })

  it('guesses passwords no more than 20 times a minute', async () => {
    const guessed = await startApp()
    try {
      const guess = () =>
        request(guessed.url)
          .post('/api/v1/sign-in/link')
          .send({ token: 'x'.repeat(43) })
      for (let n = 1; n <= 20; n++) await guess().expect(401)
      expect((await guess()).body).toMatchObject({ status: 429, remedy: expect.stringMatching(/^Wait \d+ seconds/) })
    } finally {
      await guessed.stop()
    }
  })
})

describe('an API key', () => {
  it('is shown once, listed by its beginning, and revoked', async () => {
    const editor = await server.as('editor')
    const { body } = await editor.post('/api/v1/keys').send({ name: 'build', role: 'reader' }).expect(201)
    expect(body.key).toMatch(/^tl_[\w-]{43}$/)
    const listed = await editor.get('/api/v1/keys').expect(200)
    expect(JSON.stringify(listed.body)).not.toContain(body.key)
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id: body.id, prefix: body.key.slice(0, 9) }))
    const program = request.agent(server.url).set('Authorization', `Bearer ${body.key}`)
    expect((await program.get('/api/v1/me').expect(200)).body.role).toBe('reader')
    await editor.delete(`/api/v1/keys/${body.id}`).expect(204)
    await program.get('/api/v1/me').expect(401)
    await editor.delete(`/api/v1/keys/${body.id}`).expect(404)
  })

  it('never reaches further than its owner', async () => {
    const editor = await server.as('editor')
    const response = await editor.post('/api/v1/keys').send({ name: 'x', role: 'administrator' })
    expect(response).toMatchObject({ status: 403, body: { fields: { role: ['is at most editor'] } } })
  })
})

describe('errors', () => {
  it('name each field that is wrong', async () => {
    const administrator = await server.as('administrator')
    const response = await administrator.post('/api/v1/users').send({ name: '', role: 'king', rôle: 1 }).expect(400)
    expect(response.body).toMatchObject({
      code: 'invalid-input',
      fields: { name: [expect.any(String)], role: [expect.any(String)], rôle: [expect.any(String)] },
    })
  })

  it.each([
    ['broken JSON', () => server.stranger.post('/api/v1/sign-in').type('json').send('{"email":'), 400],
    ['a body that is too large', () => server.stranger.post('/api/v1/sign-in').send({ email: 'x'.repeat(6e6) }), 413],
    ['an unknown address', () => server.stranger.get('/api/v1/nothing'), 404],
  ])('%s', async (_, ask, status) => {
    const response = await ask()
    expect(response.status).toBe(status)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(response.text).not.toMatch(/\bat .*\.[jt]s/)
  })

  it('an id that is none is 400, one of nobody 404', async () => {
    const reader = await server.as('reader')
    await reader.get('/api/v1/jobs/17').expect(400)
    await reader.get('/api/v1/jobs/00000000-0000-4000-8000-000000000000').expect(404)
  })

  it('a name that is taken is a conflict that names its field', async () => {
    const administrator = await server.as('administrator')
    await administrator.post('/api/v1/users').send({ name: 'Twice', role: 'reader' }).expect(201)
    const response = await administrator.post('/api/v1/users').send({ name: 'twice', role: 'reader' })
    expect(response).toMatchObject({ status: 409, body: { fields: { name: ['is taken'] } } })
  })
})

describe('for those who run it', () => {
  it('tells whether it lives and is ready', async () => {
    await server.stranger.get('/health/live').expect(200, { status: 'ok' })
    await server.stranger.get('/health/ready').expect(200)
  })

  it('counts for Prometheus, by route and not by id', async () => {
    await (await server.as('reader')).get('/api/v1/jobs/00000000-0000-4000-8000-000000000000')
    const { text } = await server.stranger.get('/metrics').expect(200)
    expect(text).toMatch(
      /termloom_http_request_duration_seconds_count\{method="GET",route="[^"]*jobs\/:id",status="404"\} \d/,
    )
  })

  it('sends headers that keep other sites out', async () => {
    const { headers } = await server.stranger.get('/health/live')
    expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers['strict-transport-security']).toBeDefined()
    expect(headers['x-powered-by']).toBeUndefined()
    const answer = await (await server.as('reader')).get('/api/v1/me')
    expect(answer.headers['cache-control']).toBe('private, no-cache')
  })
})

describe('the description of the API', () => {
  it('is OpenAPI 3.1, with every operation named once and described', async () => {
    const { body } = await server.stranger.get('/api/v1/openapi.json').expect(200)
    expect(body.openapi).toBe('3.1.0')
    const operations = Object.values(
      body.paths as Record<string, Record<string, { operationId: string; summary?: string }>>,
    ).flatMap((path) => Object.values(path))
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    expect(operations.filter(({ summary }) => !summary).map(({ operationId }) => operationId)).toEqual([])
  })

  it('can be read on a page', async () => {
    const { text } = await server.stranger.get('/api/docs').expect(200)
    expect(text).toContain('swagger-ui')
  })
})

describe('behind a proxy that speaks TLS', () => {
  it('the cookie goes over TLS only', async () => {
    await server.actor('editor')
    const response = await browser()
      .post('/api/v1/sign-in/link')
      .send({ token: await linkFor('Some editor') })
    expect(response.headers['set-cookie']![0]).toMatch(/^termloom=.*HttpOnly; Secure; SameSite=Lax$/)
  })

  it('a link shows the public address', async () => {
    const { id } = await server.actor('reader')
    const { body } = await (await server.as('administrator')).post(`/api/v1/users/${id}/sign-in-link`).expect(201)
    expect(body.url).toMatch(/^https:\/\/terms\.example\.org\/sign-in\?token=/)
    expect(await linkFor('Some reader')).not.toBe(new URL(body.url).searchParams.get('token'))
  })
})
