import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Agent } from 'supertest'
import { addConcepts } from '../../test/support/many-concepts.js'
import { type StartedApp, startApp } from '../../test/support/start-app.js'
import { Database } from '../database/database.js'
import { ReleasesService } from '../releases/releases.service.js'
import { readInThread } from './read-index.js'
import { openFile } from './release-files.js'

let started: StartedApp
let editor: Agent
let reader: Agent
let open: string
let closed: string

beforeAll(async () => {
  started = await startApp({ jobs: false })
  editor = await started.as('editor')
  reader = await started.as('reader')
  open = await termbase('open', 'public')
  closed = await termbase('closed', 'private')
  const sco = [
    { language: 'zh-Hans', terms: [preferred('上海合作组织'), { text: '上合组织' }] },
    {
      language: 'en-GB',
      terms: [preferred('Shanghai Cooperation Organization'), { text: 'SCO' }, forbidden('Shanghai Alliance')],
    },
  ]
  await concept(open, sco, { definition: 'an alliance of states' })
  await concept(open, [section('zh', '成员国'), section('en', 'member state')])
  await concept(open, [section('zh', '上海合作组织成员国元首理事会'), section('en', 'SCO Council of Heads of State')])
  await concept(open, [section('zh', '国'), section('en', 'state')])
  await concept(closed, [section('zh', '机密'), section('en', 'secret')])
  for (const id of [open, closed]) await publish(id)
})
afterAll(() => started.stop())

const preferred = (text: string) => ({ text, administrativeStatus: 'preferredTerm-admn-sts' })
const forbidden = (text: string) => ({ text, administrativeStatus: 'deprecatedTerm-admn-sts' })
const section = (language: string, text: string) => ({ language, terms: [{ text }] })

async function termbase(name: string, visibility: string): Promise<string> {
  const body = { name, sourceLanguage: 'zh', targetLanguage: 'en', visibility }
  return (await editor.post('/api/v1/termbases').send(body).expect(201)).body.id
}

async function concept(termbaseId: string, languages: object[], rest: object = {}): Promise<void> {
  await editor
    .post(`/api/v1/termbases/${termbaseId}/concepts`)
    .send({ status: 'approved', languages, ...rest })
    .expect(201)
}

async function publish(id: string): Promise<void> {
  await editor.post(`/api/v1/termbases/${id}/releases`).send({}).expect(201)
}

const zhEn = { source: 'zh', target: 'en' }

const lookup = (query: object, agent: Agent = reader) => agent.get('/api/v1/lookup').query({ ...zhEn, ...query })

describe('GET /lookup', () => {
  test('answers with every translation, preferred first, forbidden last and told', async () => {
    const { body } = await lookup({ text: '上海合作組織' }).expect(200)
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      way: 'exact',
      definition: 'an alliance of states',
      source: { text: '上海合作组织', language: 'zh-Hans' },
    })
    expect(
      body.items[0].targets.map(({ text, forbidden }: { text: string; forbidden: boolean }) => [text, forbidden]),
    ).toEqual([
      ['Shanghai Cooperation Organization', false],
      ['SCO', false],
      ['Shanghai Alliance', true],
    ])
    expect(body.items[0].targets[2].preferred).toBe('Shanghai Cooperation Organization')
  })

  test.each([
    { text: '国', mode: 'exact', found: ['国'] },
    { text: '上', mode: 'prefix', found: ['上合组织', '上海合作组织成员国元首理事会'] },
    { text: 'shhzzz', mode: 'fuzzy', found: ['上海合作组织', '上海合作组织成员国元首理事会'] },
    { text: '成员', mode: 'fuzzy', found: ['成员国', '上海合作组织成员国元首理事会'] },
    { text: '没有', mode: 'fuzzy', found: [] },
  ])('$mode $text', async ({ text, mode, found }) => {
    const { body } = await lookup({ text, mode, termbase: open }).expect(200)
    expect(body.items.map(({ source }: { source: { text: string } }) => source.text)).toEqual(found)
  })

  test('works in either direction', async () => {
    const { body } = await lookup({ text: 'SCO', source: 'en', target: 'zh' }).expect(200)
    expect(body.items[0].targets.map(({ text }: { text: string }) => text)).toEqual(['上海合作组织', '上合组织'])
    const { body: reversed } = await lookup({ text: 'member states', mode: 'fuzzy' }).expect(200)
    expect(reversed.items[0]).toMatchObject({
      source: { text: '成员国' },
      matched: { text: 'member state' },
      way: 'inflection',
    })
  })

  test('strangers see public termbases only', async () => {
    const answer = await lookup({ text: '上合组织' }, started.stranger).expect(200)
    expect(answer.body.items).toHaveLength(1)
    expect((await lookup({ text: '机密' }, started.stranger).expect(200)).body.items).toEqual([])
    expect((await lookup({ text: '机密' }).expect(200)).body.items).toHaveLength(1)
    await lookup({ text: '机密', termbase: closed }, started.stranger).expect(401)
  })

  test('is not sent twice', async () => {
    const { headers } = await lookup({ text: '上合组织', termbase: open, release: '1' }).expect(200)
    expect(headers['cache-control']).toBe('private, max-age=86400')
    const open1 = { text: '上合组织', termbase: open, release: '1' }
    expect((await lookup(open1, started.stranger)).headers['cache-control']).toBe('public, max-age=86400')
    expect((await lookup({ ...open1, release: 'latest' }, started.stranger)).headers['cache-control']).toContain(
      'no-cache',
    )
    await lookup({ text: '上合组织', termbase: open, release: '1' }).set('If-None-Match', headers['etag']!).expect(304)
  })

  test.each(['gzip', 'br'])('is sent packed by %s to those who ask for it', async (encoding) => {
    const { headers } = await lookup({ text: '上', mode: 'prefix' }).set('Accept-Encoding', encoding).expect(200)
    expect(headers['content-encoding']).toBe(encoding)
  })

  test.each([
    [{ text: '' }, 'text'],
    [{ text: 'x', source: 'nonsense!' }, 'source'],
    [{ text: 'x', mode: 'magic' }, 'mode'],
    [{ text: 'x', limit: 1000 }, 'limit'],
    [{ text: 'x', termbase: 'mine' }, 'termbase'],
    [{ text: 'x', release: '0' }, 'release'],
  ])('%j is refused, naming the field %s', async (query, field) => {
    const { body, type } = await lookup(query).expect(400)
    expect(type).toBe('application/problem+json')
    expect(Object.keys(body.fields)).toContain(field)
  })

  test('a release without its termbase is refused where there are several', async () => {
    const { body } = await lookup({ text: 'x', release: '1' }).expect(400)
    expect(Object.keys(body.fields)).toEqual(['termbase'])
    await lookup({ text: 'x', release: '1' }, started.stranger).expect(200)
  })

  test('a release that does not exist is 404', async () => {
    await lookup({ text: 'x', termbase: open, release: '99' }).expect(404)
  })
})

const recognize = (body: object, agent: Agent = reader) =>
  agent
    .post('/api/v1/recognize')
    .send({ ...zhEn, termbase: open, ...body })
    .expect(200)

describe('POST /recognize', () => {
  test('finds Chinese in running text and acronyms between Chinese characters', async () => {
    const segments = ['关于上海合作组织成立', '加入SCO的成员国', 'DISCO舞厅', '']
    const { body } = await recognize({ segments })
    expect(
      body.segments.map(({ matches }: { matches: { text: string }[] }) => matches.map(({ text }) => text)),
    ).toEqual([['上海合作组织'], ['SCO', '成员国'], [], []])
    expect(body.segments[0].matches[0]).toMatchObject({
      start: 2,
      end: 8,
      text: '上海合作组织',
      concept: expect.any(String),
      source: { text: '上海合作组织', status: 'preferredTerm-admn-sts' },
      targets: [
        { text: 'Shanghai Cooperation Organization' },
        { text: 'SCO' },
        { text: 'Shanghai Alliance', forbidden: true },
      ],
      contains: [],
    })
  })

  test('takes the longest and tells what it contains, or all when asked', async () => {
    const segments = ['上海合作组织成员国元首理事会']
    const [match, ...rest] = (await recognize({ segments })).body.segments[0].matches
    expect(rest).toEqual([])
    expect(match.contains.map(({ text }: { text: string }) => text)).toEqual(['上海合作组织', '成员国'])
    expect((await recognize({ segments, overlap: 'all' })).body.segments[0].matches.length).toBeGreaterThan(2)
  })

  test('answers from the release that is named', async () => {
    const id = await termbase('growing', 'private')
    await concept(id, [section('zh', '一带'), section('en', 'belt')])
    await publish(id)
    await concept(id, [section('zh', '一路'), section('en', 'road')])
    await publish(id)
    const ask = async (release?: string | number) =>
      (await recognize({ segments: ['一带和一路'], termbase: id, ...(release && { release }) })).body.segments[0]
        .matches.length
    expect(await ask()).toBe(2)
    expect(await ask(1)).toBe(1)
    expect(await ask('latest')).toBe(2)
  })

  test('refuses more segments than it answers at once', async () => {
    await reader
      .post('/api/v1/recognize')
      .send({ ...zhEn, segments: Array.from({ length: 201 }, () => 'x') })
      .expect(400)
  })
})

describe('publishing', () => {
  test('swaps the glossary: no request fails or waits for the index, and pinned ones go on being answered', async () => {
    const id = await termbase('swapping', 'private')
    await concept(id, [section('zh', '一号'), section('en', 'number one')])
    await publish(id)
    const ask = async (release?: number) => {
      const { body } = await recognize({ segments: ['一号二号'], termbase: id, ...(release && { release }) })
      return body.segments[0].matches.map((match: { text: string; release: number }) => [match.text, match.release])
    }
    await concept(id, [section('zh', '二号'), section('en', 'number two')])
    let published = false
    const publishing = publish(id).then(() => (published = true))
    const answers = new Set<string>()
    while (!published) answers.add(JSON.stringify(await ask()))
    await publishing
    const before = [['一号', 1]]
    const after = [
      ['一号', 2],
      ['二号', 2],
    ]
    for (const answer of answers) expect([before, after]).toContainEqual(JSON.parse(answer))
    expect(await ask()).toEqual(after)
    expect(await ask(1)).toEqual(before)
  })

  test('of thousands of terms under a hail of requests: none fails or waits for the index, and old files go', async () => {
    const id = await termbase('hailed', 'private')
    await concept(id, [section('zh', '一号'), section('en', 'number one')])
    await publish(id)
    const { id: author } = await started.actor('editor')
    await addConcepts(started.app.get(Database).db, id, author, 4000)
    const unused = path.join(started.dataFolder, 'indexes', `${randomUUID()}.terms`)
    await writeFile(unused, '')
    await utimes(unused, new Date(0), new Date(0))

    const seen: { asked: 'latest' | 1; release: number; milliseconds: number }[] = []
    let ended = false
    const hail = Array.from({ length: 8 }, async (_, which) => {
      const asked = which % 2 ? 1 : 'latest'
      while (!ended) {
        const begin = performance.now()
        const { body } = await recognize({ segments: ['一号'], termbase: id, release: asked })
        const [{ release }] = body.segments[0].matches
        seen.push({ asked, release, milliseconds: performance.now() - begin })
      }
    })
    const before = performance.now()
    await publish(id)
    const publishing = performance.now() - before
    const duringPublishing = seen.splice(0)
    ended = true
    await Promise.all(hail)

    expect(duringPublishing.length).toBeGreaterThan(20)
    for (const { asked, release } of duringPublishing) expect(asked === 1 ? [1] : [1, 2]).toContain(release)
    // Building takes most of the publishing; whoever waited for it would have waited about as long.
    expect(Math.max(...duringPublishing.map(({ milliseconds }) => milliseconds))).toBeLessThan(publishing / 2)
    expect((await recognize({ segments: ['一号'], termbase: id })).body.segments[0].matches[0].release).toBe(2)
    expect((await recognize({ segments: ['十号'], termbase: id })).body.segments[0].matches).toHaveLength(0)
    expect(existsSync(unused)).toBe(false)
  }, 120_000)

  test('a thread reads the same arrays from the database as are built here', async () => {
    const release = await started.app.get(ReleasesService).newestOf(open)
    const folder = await mkdtemp(path.join(tmpdir(), 'termloom-thread-'))
    const file = path.join(folder, 'release.terms')
    const order = { file, databaseUrl: started.databaseUrl, releaseId: release!.id }
    const [built, read] = [await readInThread(order), await readInThread(order)]
    expect(Buffer.from(built).equals(Buffer.from(read))).toBe(true)
    const glossary = openFile(file, read)
    const [found] = glossary.matcher('zh').match('关于上海合作组织')
    expect(glossary.term(found!.ids[0]!).concept.definition).toBe('an alliance of states')
    await rm(folder, { recursive: true })
  })

  test('a term whose exact form alone counts keeps that through the release', async () => {
    const id = await termbase('exact', 'private')
    const only = { language: 'en', terms: [{ text: 'Windows', exactForm: true, caseSensitive: true }] }
    await concept(id, [section('zh', '视窗'), only])
    await concept(id, [section('zh', '窗'), section('en', 'window')])
    await publish(id)
    const segments = ['the windows of Windows']
    const { body } = await recognize({ segments, termbase: id, source: 'en', target: 'zh', overlap: 'all' })
    expect(
      body.segments[0].matches.map((match: { source: object; start: number }) => [match.source, match.start]),
    ).toMatchObject([
      [{ text: 'window' }, 4],
      [{ text: 'Windows' }, 15],
      [{ text: 'window' }, 15],
    ])
  })
})

const check = async (...segments: [source: string, target: string][]) => {
  const body = { ...zhEn, termbase: open, segments: segments.map(([source, target]) => ({ source, target })) }
  const { body: answer } = await reader.post('/api/v1/check').send(body).expect(200)
  return answer.segments.map(({ findings }: { findings: unknown[] }) => findings)
}

describe('POST /check', () => {
  test('a translation that keeps to the glossary has no finding', async () => {
    expect(await check(['上海合作组织的成员国', 'the member states of the SCO'])).toEqual([[]])
  })
  test('a missing term is told with its place and what to write', async () => {
    expect(await check(['关于上海合作组织', 'about the organisation'])).toMatchObject([
      [
        {
          kind: 'missing',
          source: { start: 2, end: 8 },
          target: null,
          suggestions: ['Shanghai Cooperation Organization', 'SCO'],
        },
      ],
    ])
  })
  test('a forbidden term is told with its place', async () => {
    expect(await check(['上海合作组织', 'the Shanghai Alliance'])).toMatchObject([
      [
        {
          kind: 'forbidden',
          target: { start: 4, end: 21, text: 'Shanghai Alliance' },
          suggestions: ['Shanghai Cooperation Organization', 'SCO'],
        },
      ],
    ])
  })
})
