import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Agent } from 'supertest'
import { type StartedApp, startApp } from '../../test/support/start-app.js'

let started: StartedApp
let editor: Agent
let stranger: Agent
let open: string
let closed: string
let empty: string
let first: { id: string; number: number }
let second: { id: string; number: number }

const term = (text: string, status = 'preferred', rest: object = {}) => ({
  text,
  administrativeStatus: `${status}Term-admn-sts`,
  ...rest,
})

beforeAll(async () => {
  started = await startApp({ jobs: false })
  editor = await started.as('editor')
  stranger = started.stranger
  open = await termbase('Public & <glossary>', 'public')
  closed = await termbase('Closed', 'private')
  empty = await termbase('Empty', 'public')
  first = await concept(open, {
    subjectField: 'diplomacy',
    definition: 'an alliance of <states>',
    languages: [
      { language: 'zh', terms: [term('上海合作组织'), term('上合组织', 'admitted')] },
      {
        language: 'en',
        terms: [term('Shanghai Cooperation Organization'), term('Shanghai Alliance', 'deprecated')],
      },
    ],
  })
  second = await concept(open, {
    data: [
      { element: 'ref', category: 'crossReference', attributes: { target: `c${first.number}` }, content: ['SCO'] },
      { element: 'ref', category: 'crossReference', attributes: { target: 'c999999' }, content: ['not here'] },
      { element: 'xref', category: 'xGraphic', attributes: { target: 'javascript:alert(1)' }, content: ['picture'] },
    ],
    languages: [
      { language: 'zh', terms: [term('<b>成员国</b>', 'preferred', { context: '成员国会议', contextSource: 'CSC' })] },
      { language: 'en', terms: [term('member state')] },
    ],
  })
  await concept(closed, { languages: [{ language: 'zh', terms: [term('机密')] }] })
  for (const id of [open, closed]) await publish(id)
  const retired = `/api/v1/termbases/${open}/concepts/${second.id}`
  const { headers } = await editor.get(retired).expect(200)
  await editor.delete(retired).set('If-Match', headers['etag']!).expect(200)
  await publish(open)
})
afterAll(() => started.stop())

async function termbase(name: string, visibility: string): Promise<string> {
  const body = { name, sourceLanguage: 'zh', targetLanguage: 'en', visibility }
  return (await editor.post('/api/v1/termbases').send(body).expect(201)).body.id
}

async function concept(id: string, body: object): Promise<{ id: string; number: number }> {
  return (
    await editor
      .post(`/api/v1/termbases/${id}/concepts`)
      .send({ status: 'approved', ...body })
      .expect(201)
  ).body
}

const publish = (id: string) => editor.post(`/api/v1/termbases/${id}/releases`).send({}).expect(201)

const read = (path: string, { agent = stranger, status = 200, language = 'en' } = {}) =>
  agent
    .get(`/glossary/${path}`)
    .set('Accept-Language', language)
    .expect(status)
    .expect('Content-Type', /^text\/html/)

describe('a concept', () => {
  test('shows statuses by sign and word, the forbidden term struck through with what to use', async () => {
    const { text } = await read(`${open}/latest/concept/${first.number}`)
    expect(text).toContain('<s>Shanghai Alliance</s>')
    expect(text).toContain('do not use')
    expect(text).toContain('use Shanghai Cooperation Organization')
    expect(text).toContain('an alliance of &lt;states&gt;')
    expect(text).toContain(
      '<title>上海合作组织 – Shanghai Cooperation Organization · Public &amp; &lt;glossary&gt;</title>',
    )
  })

  test('tells machines the same in the words of schema.org', async () => {
    const { text } = await read(`${open}/latest/concept/${first.number}`)
    const statements = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)![1]!)
    expect(statements['@graph']).toMatchObject([
      { '@type': 'DefinedTerm', name: '上海合作组织', alternateName: ['上合组织'], inLanguage: 'zh' },
      { '@type': 'DefinedTerm', name: 'Shanghai Cooperation Organization', description: 'an alliance of <states>' },
    ])
    expect(statements['@graph'][0].inDefinedTermSet.name).toBe('Public & <glossary>')
    expect(text).toContain('property="og:title"')
  })

  test('points to other concepts that are there, and to nothing that runs', async () => {
    const { text } = await read(`${open}/1/concept/${second.number}`)
    expect(text).toContain(`<a href="/glossary/${open}/1/concept/${first.number}">上海合作组织 – Shanghai Cooperation`)
    expect(text).toMatch(/<li>not here<\/li>/)
    expect(text).not.toContain('javascript:')
    expect(text).not.toContain('<b>')
    expect(text).toContain('成员国会议')
  })

  test('that the newest release lost is still at its numbered address, and the way there is shown', async () => {
    await read(`${open}/1/concept/${second.number}`)
    const { text } = await read(`${open}/latest/concept/${second.number}`, { status: 404 })
    expect(text).toContain(`/glossary/${open}/1/concept/${second.number}`)
  })
})

describe('browsing', () => {
  test('by sound, strokes, radical, letter and subject field', async () => {
    const { text } = await read(`${open}/latest`)
    const places = (html: string) =>
      [...html.matchAll(/\/browse\/(\w+)\/(\w+)\/([^"?]+)/g)].map(([, language, order, heading]) =>
        [language, order, decodeURIComponent(heading!)].join(' '),
      )
    expect(places(text)).toContain('zh pinyin S')
    const pinyin = await read(`${open}/latest/browse/zh/pinyin/S`)
    expect(places(pinyin.text)).toEqual(expect.arrayContaining(['zh strokes 3画', 'zh radicals 一', 'en letters S']))
    for (const [place, found] of Object.entries({
      'zh/strokes/3画': '上合组织',
      'zh/radicals/一': '上合组织',
      'en/letters/S': '<s>Shanghai Alliance</s>',
      'zh/subjects/diplomacy': '上海合作组织',
    }))
      expect((await read(`${open}/latest/browse/${encodeURI(place)}`)).text).toContain(found)
  })

  test.each(['zh/pinyin/Z', 'zh/nonsense/A', 'fr/letters/A'])('%s is 404 with the search box', async (place) => {
    expect((await read(`${open}/latest/browse/${place}`, { status: 404 })).text).toContain('role="search"')
  })
})

describe('searching', () => {
  test.each([
    ['上', '上合组织'],
    ['shhzzz', '上海合作组织'],
    ['shanghia cooperation organization', 'Shanghai Cooperation Organization'],
    ['Shanghai Alliance', '<s>Shanghai Alliance</s>'],
  ])('%s finds %s', async (text, found) => {
    const answer = await read(`${open}/latest/search?q=${encodeURIComponent(text)}`)
    expect(answer.text).toContain(found)
    expect(answer.text).toContain('<h1>1 concept for')
  })

  test('what is not there is said, whatever was typed', async () => {
    const { text } = await read(`${open}/latest/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(text).toContain('Nothing found')
    expect(text).not.toContain('<script>alert')
    await read(`${open}/latest/search?q=${'x'.repeat(3000)}`)
    await read(`${open}/latest/search`)
    await read(`${open}/latest/search?q=a&q=b`)
  })
})

describe('who may read', () => {
  test('strangers public glossaries, members all', async () => {
    const { text } = await read('')
    expect(text).toContain('Public &amp;')
    expect(text).not.toContain('Closed')
    expect((await read(`${closed}/latest`, { status: 401 })).text).toContain('/sign-in?next=')
    const members = await read(`${closed}/latest`, { agent: editor })
    expect(members.text).toContain('noindex')
    expect(members.headers['cache-control']).toBe('private, no-cache')
  })

  test.each(['nonsense', '00000000-0000-4000-8000-000000000000/latest'])('%s tells nothing', async (path) => {
    const answer = await stranger.get(`/glossary/${path}`).redirects(1)
    expect([401, 404]).toContain(answer.status)
    expect(answer.type).toBe('text/html')
  })
})

describe('addresses', () => {
  test('a numbered release may be kept, the latest is asked again; neither is sent twice', async () => {
    const pinned = await read(`${open}/1`)
    expect(pinned.headers['cache-control']).toBe('public, max-age=86400')
    const latest = await read(`${open}/latest`)
    expect(latest.headers['cache-control']).toBe('public, no-cache')
    for (const { request, headers } of [pinned, latest])
      await stranger
        .get(new URL((request as unknown as { url: string }).url).pathname)
        .set('Accept-Language', 'en')
        .set('If-None-Match', headers['etag']!)
        .expect(304)
  })

  test('style and script are kept for good, and there', async () => {
    const { text } = await read(`${open}/latest`)
    const files = [...text.matchAll(/\/glossary\/assets\/[\w.-]+/g)].map(String)
    expect(files).toHaveLength(2)
    for (const file of files)
      await stranger
        .get(file)
        .expect(200)
        .expect('Cache-Control', /immutable/)
    await stranger.get('/glossary/assets/other.css').expect(404)
  })

  test('the termbase alone leads to its latest release', async () => {
    await stranger.get(`/glossary/${open}`).expect(302).expect('Location', `/glossary/${open}/latest`)
  })

  test.each([
    ['99', 'There is no release 99'],
    ['0', 'This page does not exist'],
    ['latest/concept/abc', 'This page does not exist'],
    ['latest/nowhere/at/all', 'This page does not exist'],
  ])('/%s: %s', async (place, message) => {
    expect((await read(`${open}/${place}`, { status: 404 })).text).toContain(message)
  })

  test('before anything is published, the page says so', async () => {
    expect((await read(`${empty}/latest`, { status: 404 })).text).toContain('Nothing has been published yet')
  })
})

test('speaks the language of the browser, or the one that is chosen, which goes along', async () => {
  expect((await read(`${open}/latest`, { language: 'zh-CN' })).text).toContain('<html lang="zh-Hans">')
  const { text } = await read(`${open}/latest?ui=zh`)
  expect(text).toContain('按拼音')
  expect(text).toContain(`/glossary/${open}/latest/browse/zh/pinyin/S?ui=zh`)
})
