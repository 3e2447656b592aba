import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { type StartedApp, startApp } from '../../../test/support/start-app.js'
import { KeysService } from '../../auth/keys.service.js'

/** The Model Context Protocol as a client of the official SDK speaks it, over HTTP. */
let started: StartedApp
let closed: string

beforeAll(async () => {
  started = await startApp({ jobs: false })
  await publish('open', 'public', '上海合作组织', 'Shanghai Cooperation Organization')
  closed = await publish('closed', 'private', '机密', 'secret')
})
afterAll(() => started.stop())

async function publish(name: string, visibility: string, zh: string, en: string): Promise<string> {
  const editor = await started.as('editor')
  const body = { name, sourceLanguage: 'zh', targetLanguage: 'en', visibility }
  const { id } = (await editor.post('/api/v1/termbases').send(body).expect(201)).body
  const languages = [
    { language: 'zh', terms: [{ text: zh }] },
    { language: 'en', terms: [{ text: en }] },
  ]
  await editor.post(`/api/v1/termbases/${id}/concepts`).send({ status: 'approved', languages }).expect(201)
  await editor.post(`/api/v1/termbases/${id}/releases`).send({}).expect(201)
  return id
}

async function connected(key?: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  const requestInit = key ? { headers: { Authorization: `Bearer ${key}` } } : {}
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', started.url), { requestInit }))
  return client
}

async function keyOf(role: 'reader'): Promise<string> {
  const owner = await started.actor(role)
  return (await started.app.get(KeysService).create(owner, { name: 'mcp', role })).secret
}

const zhEn = { source: 'zh', target: 'en' }

/** What a tool says, in its words and as data. */
async function call(client: Client, name: string, given: object) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: { ...zhEn, ...given } })
  return { text: (content as { text: string }[])[0]!.text, data: structuredContent, isError: isError === true }
}

test('tells its tools, and how to use them', async () => {
  const client = await connected()
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['lookup', 'recognize', 'check'])
  expect(client.getInstructions()).toContain('glossary')
  await client.close()
})

test('looks up, recognizes and checks', async () => {
  const client = await connected()
  expect((await call(client, 'lookup', { text: 'shhzzz' })).text).toBe(
    '上海合作组织 → Shanghai Cooperation Organization (initials)',
  )
  const recognized = await call(client, 'recognize', { segments: ['关于上海合作組織成立', '没有'] })
  expect(recognized.text).toBe('1. 上海合作組織 → Shanghai Cooperation Organization')
  expect(recognized.data).toMatchObject({ segments: [{ matches: [{ start: 2, end: 8 }] }, { matches: [] }] })
  const checked = await call(client, 'check', { segments: [{ source: '上海合作组织', target: 'the alliance' }] })
  expect(checked.text).toContain('missing: “上海合作组织” is not translated by “Shanghai Cooperation Organization”')
  await client.close()
})

test('without a key public termbases answer, with one all that its owner may read', async () => {
  const [stranger, reader] = [await connected(), await connected(await keyOf('reader'))]
  expect((await call(stranger, 'lookup', { text: '机密' })).text).toBe('“机密” is not in the glossary.')
  expect((await call(reader, 'lookup', { text: '机密' })).text).toContain('secret')
  expect(await call(stranger, 'lookup', { text: '机密', termbase: closed })).toMatchObject({ isError: true })
  await stranger.close()
  await reader.close()
})

test('what cannot be answered is told in words that help', async () => {
  const client = await connected()
  const answer = await call(client, 'lookup', { text: 'x', source: 'nonsense!' })
  expect(answer).toMatchObject({ isError: true, text: expect.stringContaining('nonsense!') })
  expect(await call(client, 'lookup', { text: '' })).toMatchObject({ isError: true })
  await client.close()
})

test('a wrong key is refused, and there is nothing to listen to', async () => {
  await expect(connected('tl_wrong')).rejects.toThrow(/401|unknown/)
  await started.stranger.get('/mcp').expect(405)
})
