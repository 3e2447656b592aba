import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Agent } from 'supertest'
import { type StartedApp, startApp } from '../../test/support/start-app.js'
import { Database } from '../database/database.js'

let started: StartedApp
let editor: Agent
let reader: Agent
let open: string
let closed: string

beforeAll(async () => {
  started = await startApp({ jobs: false })
  editor = await started.as('editor')
  reader = await started.as('reader')
  open = await termbase('国防 & defence', 'public')
  closed = await termbase('closed', 'private')
  for (const id of [open, closed]) await concept(id)
  for (const id of [open, closed]) await publish(id)
})
afterAll(() => started.stop())

async function termbase(name: string, visibility: string): Promise<string> {
  const body = { name, sourceLanguage: 'zh', targetLanguage: 'en', visibility }
  return (await editor.post('/api/v1/termbases').send(body).expect(201)).body.id
}

async function concept(termbaseId: string, rest: { candidateId?: string } = {}): Promise<void> {
  const languages = [
    { language: 'zh', terms: [{ text: '国防<部>', ...rest }] },
    { language: 'en', terms: [{ text: 'ministry of defence', ...rest }] },
  ]
  await editor.post(`/api/v1/termbases/${termbaseId}/concepts`).send({ status: 'approved', languages }).expect(201)
}

async function publish(id: string): Promise<void> {
  await editor.post(`/api/v1/termbases/${id}/releases`).send({ evenUnchanged: true }).expect(201)
}

const address = (id: string, rest: string) => `/api/v1/termbases/${id}/releases/${rest}`

/** The body as text, whatever the media type. */
function text(agent: Agent, path: string) {
  return agent
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = []
      response
        .on('data', (piece: Buffer) => pieces.push(piece))
        .on('end', () => done(null, Buffer.concat(pieces).toString('utf8')))
    })
}

describe('export', () => {
  test('is a file with a name, and the same for ever', async () => {
    const { body, headers } = await text(reader, address(open, '1/export')).expect(200)
    expect(body).toContain('国防&lt;部&gt;')
    expect(body).toContain('ministry of defence')
    expect(headers['content-type']).toBe('application/x-tbx; charset=utf-8')
    expect(headers['content-disposition']).toBe(
      `attachment; filename="_-defence-release-1.tbx"; filename*=UTF-8''${encodeURIComponent('国防-defence-release-1.tbx')}`,
    )
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    await concept(open)
    await publish(open)
    expect((await text(reader, address(open, '1/export')).expect(200)).body).toBe(body)
  })

  test('is not sent to who has it already', async () => {
    const { headers } = await text(reader, address(open, '1/export?format=tbx-2008')).expect(200)
    const again = reader.get(address(open, '1/export?format=tbx-2008'))
    const { headers: short, text: nothing } = await again.set('If-None-Match', headers['etag']!).expect(304)
    expect(nothing).toBe('')
    expect(short['etag']).toBe(headers['etag'])
    await reader.get(address(open, '1/export?format=tbx-core')).set('If-None-Match', headers['etag']!).expect(200)
  })

  test('latest leads to the newest', async () => {
    const { headers } = await reader.get(address(closed, 'latest/export?format=tbx-2008')).redirects(0).expect(302)
    expect(new URL(headers['location']!, `http://host${address(closed, 'latest/export')}`).pathname).toBe(
      address(closed, '1/export'),
    )
    expect(headers['location']).toContain('format=tbx-2008')
    await text(reader, address(closed, 'latest/export')).redirects(1).expect(200)
  })

  test('of a private termbase is for those who are signed in, and for no shared cache', async () => {
    await started.stranger.get(address(closed, '1/export')).expect(401)
    await text(started.stranger, address(open, '1/export')).expect(200)
    const { headers } = await text(reader, address(closed, '1/export')).expect(200)
    expect(headers['cache-control']).toContain('private')
  })

  test('tells a format that does not exist, and a release that does not', async () => {
    const { body } = await reader.get(address(open, '1/export?format=word')).expect(400)
    expect(body).toMatchObject({ code: 'invalid-input', fields: { format: [expect.any(String)] } })
    await reader.get(address(open, '99/export')).expect(404)
  })

  test('stays as it was when writers, names and notes become others', async () => {
    const id = await termbase('before', 'private')
    await concept(id)
    await publish(id)
    const first = await text(reader, address(id, '1/export?format=tbx-2008')).expect(200)
    await editor.patch(`/api/v1/termbases/${id}`).send({ name: 'after' }).expect(200)
    const { db } = started.app.get(Database)
    const [kept] = await db.query(
      `SELECT x.* FROM release_exports x JOIN releases r ON r.id = x.release_id WHERE r.termbase_id = $1`,
      [id],
    )
    expect(kept).toMatchObject({ options: 'tbx-2008 zh en', size_bytes: String(Buffer.byteLength(first.body)) })
    const again = await text(reader, address(id, '1/export?source=zh&format=tbx-2008&target=en')).expect(200)
    expect(again.body).toBe(first.body)
    expect(again.headers['etag']).toBe(first.headers['etag'])
    const later = await text(reader, address(id, '1/export?format=tbx-core')).expect(200)
    expect(later.body).toContain('before, release 1')
  })

  test('is packed for who takes gzip, each way with a tag of its own; HEAD tells the same without a body', async () => {
    const path = address(open, '1/export?format=jsonl')
    const ask = (encoding: string) => text(reader, path).set('Accept-Encoding', encoding).expect(200)
    const [packed, plain] = [await ask('gzip'), await ask('identity')]
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringContaining('Accept-Encoding'),
    })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers['content-length']).toBe(String(Buffer.byteLength(plain.body)))
    expect(packed.body).toBe(plain.body)
    expect(packed.headers['etag']).not.toBe(plain.headers['etag'])
    const brotli = await text(reader, path).set('Accept-Encoding', 'br').expect(200)
    expect(brotli.headers['content-encoding']).toBeUndefined()
    const { headers, text: nothing } = await reader.head(path).set('Accept-Encoding', 'identity').expect(200)
    expect(nothing ?? '').toBe('')
    for (const name of ['etag', 'content-length', 'content-type', 'export-losses', 'cache-control'])
      expect(headers[name]).toBe(plain.headers[name])
  })

  test('asked for by many at once is written once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => text(reader, address(open, '1/export?format=skos')).expect(200)),
    )
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })

  test('tells its losses in a header, and where they are listed', async () => {
    const { headers } = await text(reader, address(open, '1/export?format=tbx-core')).expect(200)
    expect(headers['export-losses']).toBe('dropped=2, moved=0, changed=0')
    const link = /^<(.+)>; rel="describedby"$/.exec(headers['link']!)![1]!
    expect((await reader.get(link).expect(200)).body.losses).toHaveLength(1)
  })

  test('of a table has a row per term, or per concept when that is asked', async () => {
    const rowsOf = async (query: string): Promise<string[]> => {
      const { body } = await text(reader, address(open, `1/export?format=csv${query}`)).expect(200)
      return (body as string).trim().split('\r\n')
    }
    const byTerm = await rowsOf('')
    expect(byTerm).toHaveLength(3)
    expect(await rowsOf('&rows=term')).toEqual(byTerm)
    const byConcept = await rowsOf('&rows=concept')
    expect(byConcept).toHaveLength(2)
    expect(byConcept[1]).toMatch(/国防<部>.*ministry of defence/)
    const { body } = await reader.get(address(open, '1/export?format=tmx&rows=concept')).expect(400)
    expect(body).toMatchObject({ fields: { rows: ['is for tables only'] }, remedy: expect.stringContaining('csv') })
  })

  test('refuses a language that the release does not have, and a direction to itself', async () => {
    const { body } = await reader.get(address(open, '1/export?format=csv&source=fr')).expect(400)
    expect(body).toMatchObject({ fields: { source: [expect.any(String)] }, remedy: expect.stringContaining('zh, en') })
    await reader.get(address(open, '1/export?format=utx&source=zh&target=zh')).expect(400)
    await reader.get(address(open, '1/export?format=utx&languages=all')).expect(400)
    await reader.get(address(open, 'latest/export?format=csv&source=fr')).expect(400)
    const reversed = await text(reader, address(open, '1/export?format=omegat&source=en')).expect(200)
    expect(reversed.body).toContain('ministry of defence\t国防<部>')
  })

  test('a client that leaves in the middle harms nobody', async () => {
    const url = new URL(started.url + address(open, '1/export?format=jsonl'))
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const controller = new AbortController()
        const answer = fetch(url, { signal: controller.signal })
        setTimeout(() => controller.abort(), 5)
        await answer.catch(() => {})
      }),
    )
    await text(reader, address(open, '1/export?format=jsonl')).expect(200)
  })

  test('names what a format cannot carry', async () => {
    const { body: basic } = await reader.get(address(open, '1/export/losses')).expect(200)
    expect(basic).toMatchObject({ format: 'tbx-basic-dca', release: 1, losses: [], sizeBytes: expect.any(Number) })
    const { body: core } = await reader.get(address(open, '1/export/report?format=tbx-core')).expect(200)
    expect(core.losses).toContainEqual({ category: 'administrativeStatus', what: 'dropped', count: 2 })
  })
})

test('the list of formats is for everybody', async () => {
  const { body } = await started.stranger.get('/api/v1/formats').expect(200)
  expect(body.items[0]).toMatchObject({ id: 'tbx-basic-dca', extension: 'tbx', mediaType: 'application/x-tbx' })
})

test('a term brings the sentence it was found in, even when the document is gone', async () => {
  const id = await termbase('with evidence', 'private')
  const candidateId = await candidateWithEvidence(id, { zh: '国防部发表声明。', en: 'The ministry made a statement.' })
  await concept(id, { candidateId })
  await publish(id)
  await started.app.get(Database).db.query('DELETE FROM documents WHERE termbase_id = $1', [id])
  const { body } = await text(reader, address(id, '1/export')).expect(200)
  for (const part of ['国防部发表声明。', 'The ministry made a statement.', 'statement.txt'])
    expect(body).toContain(part)
})

/** Rows as an extraction writes them. */
async function candidateWithEvidence(termbaseId: string, { zh, en }: { zh: string; en: string }): Promise<string> {
  const { db } = started.app.get(Database)
  const [document] = await db.query(
    `INSERT INTO documents (termbase_id, name, content_hash, original, size_bytes, source_language, target_language)
     VALUES ($1, 'statement.txt', 'hash', '', 0, 'zh', 'en') RETURNING id`,
    [termbaseId],
  )
  const [pair] = await db.query(
    `INSERT INTO sentence_pairs (document_id, position, source_text, target_text, score) VALUES ($1, 0, $2, $3, 1) RETURNING id`,
    [document.id, zh, en],
  )
  const [candidate] = await db.query(
    `INSERT INTO candidates (termbase_id, source, target, source_key, target_key, grams, score, extracted_score, kind, frequency, reasons, explanation, explanation_zh)
     VALUES ($1, '国防部', 'ministry', '国防部', 'ministry', '{}', 1, 1, 'term', 1, '{}', '', '') RETURNING id`,
    [termbaseId],
  )
  await db.query(
    `INSERT INTO candidate_evidence (candidate_id, sentence_pair_id, source_start, source_end, target_start, target_end) VALUES ($1, $2, 0, 3, 4, 12)`,
    [candidate.id, pair.id],
  )
  return candidate.id
}
