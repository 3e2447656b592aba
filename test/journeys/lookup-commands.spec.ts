import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { KeysService } from '../../src/auth/keys.service.js'
import { termloom } from '../support/run-termloom.js'
import { type StartedApp, startApp } from '../support/start-app.js'

/** `lookup`, `recognize`, `check` and `mcp` as a user runs them: on an exported file, behind a server, in the database. */
const folder = mkdtempSync(path.join(tmpdir(), 'termloom-lookup-'))
const inFolder = (name: string): string => path.join(folder, name)
let started: StartedApp
let doors: Record<'file' | 'index' | 'server' | 'database', { args: string[]; environment?: Record<string, string> }>

const preferred = (text: string) => ({ text, administrativeStatus: 'preferredTerm-admn-sts' })

beforeAll(async () => {
  started = await startApp({ jobs: false })
  const editor = await started.as('editor')
  const body = { name: 'SCO', sourceLanguage: 'zh', targetLanguage: 'en' }
  const { id } = (await editor.post('/api/v1/termbases').send(body).expect(201)).body
  const forbidden = { text: 'Shanghai Alliance', administrativeStatus: 'deprecatedTerm-admn-sts' }
  const languages = [
    { language: 'zh', terms: [preferred('上海合作组织')] },
    { language: 'en', terms: [preferred('Shanghai Cooperation Organization'), { text: 'SCO' }, forbidden] },
  ]
  await editor.post(`/api/v1/termbases/${id}/concepts`).send({ status: 'approved', languages }).expect(201)
  await editor.post(`/api/v1/termbases/${id}/releases`).send({}).expect(201)
  const { body: tbx } = await editor
    .get(`/api/v1/termbases/${id}/releases/1/export?format=tbx-basic-dca`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })
  writeFileSync(inFolder('glossary.tbx'), tbx as Buffer)
  const { secret } = await started.app
    .get(KeysService)
    .create(await started.actor('reader'), { name: 'cli', role: 'reader' })
  const indexes = path.join(started.dataFolder, 'indexes')
  const index = path.join(indexes, readdirSync(indexes)[0]!)
  doors = {
    file: { args: ['--release', inFolder('glossary.tbx')] },
    index: { args: ['--release', index, '--source', 'zh', '--target', 'en'] },
    server: { args: ['--server', started.url], environment: { TERMLOOM_KEY: secret } },
    database: { args: [], environment: { DATABASE_URL: started.databaseUrl, TERMLOOM_DATA: started.dataFolder } },
  }
})
afterAll(async () => {
  await started.stop()
  rmSync(folder, { recursive: true })
})

describe.each(['file', 'index', 'server', 'database'] as const)('the glossary is in a %s', (where) => {
  const run = (...args: string[]) => termloom([...args, ...doors[where].args], doors[where].environment)

  test('lookup finds by pinyin initials, in either direction, and marks what is forbidden', async () => {
    const { code, stdout } = await run('lookup', 'shhzzz')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /上海合作组织\s+Shanghai Cooperation Organization; SCO; \(not: Shanghai Alliance\)\s+initials/,
    )
    expect(JSON.parse((await run('lookup', 'SCO', '--format', 'jsonl')).stdout)).toMatchObject({
      source: { text: '上海合作组织' },
      matched: { text: 'SCO' },
    })
  })

  test('recognize prints the terms of each line', async () => {
    writeFileSync(inFolder('text.txt'), '关于上海合作組織成立\n\nDISCO舞厅\n')
    const { stdout } = await run('recognize', inFolder('text.txt'))
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { line: 1, matches: [{ start: 2, end: 8, kind: 'script-variant' }] },
      { line: 3, matches: [] },
    ])
  })

  test('check ends with 1 when there is a finding', async () => {
    writeFileSync(inFolder('wrong.tsv'), '上海合作组织\tthe Shanghai Alliance\n')
    const wrong = await run('check', inFolder('wrong.tsv'))
    expect([wrong.code, wrong.stdout]).toEqual([
      1,
      expect.stringContaining('wrong.tsv:1: forbidden: “Shanghai Alliance”'),
    ])
    writeFileSync(inFolder('right.tsv'), '上海合作组织\tthe SCO\n')
    expect(await run('check', inFolder('right.tsv'))).toMatchObject({ code: 0, stdout: '' })
  })

  test('mcp answers a client of the official SDK over standard input and output', async () => {
    const client = new Client({ name: 'test', version: '1' })
    const program = path.resolve(import.meta.dirname, '../../bin/termloom.mjs')
    const { args, environment } = doors[where]
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [program, 'mcp', ...args],
      env: { PATH: process.env['PATH']!, ...environment },
      stderr: 'ignore',
    })
    await client.connect(transport)
    // The languages are those of the glossary: they need not be said.
    const { structuredContent } = await client.callTool({
      name: 'recognize',
      arguments: { segments: ['上海合作组织'] },
    })
    expect(structuredContent).toMatchObject({ segments: [{ matches: [{ text: '上海合作组织' }] }] })
    await client.close()
  })
})

test.each<[what: string, args: string[], code: number, said: RegExp]>([
  ['a file that is not there', ['lookup', 'x', '--release', '/nowhere.tbx'], 1, /There is no file \/nowhere.tbx/],
  ['a server that is not there', ['lookup', 'x', '--server', 'http://127.0.0.1:9'], 1, /does not answer/],
  ['an address that is none', ['lookup', 'x', '--server', 'terms'], 1, /Write it in full/],
  ['a file and a server', ['lookup', 'x', '--server', 'http://x', '--release', 'a.tbx'], 1, /cannot be asked at once/],
  ['too many answers', ['lookup', 'x', '--limit', '101'], 2, /from 1 to 100/],
])('%s is told', async (_, args, code, said) => {
  const finished = await termloom(args)
  expect(finished.code).toBe(code)
  expect(finished.stderr).toMatch(said)
  expect(finished.stderr).not.toMatch(/\n\s+at /)
})

test('a wrong key is told', async () => {
  const { code, stderr } = await termloom(['lookup', 'x', '--server', started.url], { TERMLOOM_KEY: 'tl_wrong' })
  expect([code, stderr]).toEqual([1, expect.stringContaining('This API key is unknown, expired or revoked.')])
})
