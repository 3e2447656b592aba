import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { Agent } from 'supertest'
import { KeysService } from '../../src/auth/keys.service.js'
import { Database } from '../../src/database/database.js'
import { finished, newTermbase, read, upload } from '../support/documents.js'
import { startApp, type StartedApp } from '../support/start-app.js'

const sample = readFileSync(
  path.resolve(import.meta.dirname, '../../src/corpora/sample/national-defense-passage.txt'),
  'utf8',
)

const chinese = '国防部长在北京会见了来访的代表团。双方就地区安全形势交换了意见。'
const english =
  'The defense minister met with the visiting delegation in Beijing. The two sides exchanged views on regional security.'
const bilingual = `${chinese}\n${english}\n`

/** The Chinese line in encodings that TextEncoder cannot write: simplified as it stands, and in traditional script. */
const encoded = {
  gb18030: Buffer.from(
    'b9fab7c0b2bfb3a4d4dab1b1bea9bbe1bcfbc1cbc0b4b7c3b5c4b4fab1edcdc5a1a3cbabb7bdbecdb5d8c7f8b0b2c8abd0cecac6bdbbbbbbc1cbd2e2bcfba1a3',
    'hex',
  ),
  big5: Buffer.from(
    'b0eaa8beb3a1aaf8a662a55fa8cab77ca8a3a446a8d3b358aabaa54eaaedb9cea143c2f9a4e8b44ea661b0cfa677a5fea7ceb6d5a5e6b4aba446b74ea8a3a143',
    'hex',
  ),
}

let server: StartedApp
let editor: Agent
let termbase: string
let token: string

beforeAll(async () => {
  server = await startApp()
  editor = await server.as('editor')
  termbase = await newTermbase(editor)
})
afterAll(() => server.stop())

const documents = async (): Promise<{ id: string; name: string }[]> =>
  (await editor.get(`/api/v1/termbases/${termbase}/documents`).expect(200)).body.items

describe('what cannot be read is told with a reason and a remedy', () => {
  const utf8 = Buffer.from(bilingual)
  it.each([
    ['a binary file', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /PNG image/, { offset: 0 }],
    ['control characters', Buffer.from(`${bilingual}\u0001\u0002 more`), /control character/, { offset: utf8.length }],
    ['UTF-8 that breaks off', utf8.subarray(0, 50), /UTF-8 up to byte/, { offset: 48 }],
    [
      'bytes of no known encoding',
      Buffer.from([0x81, 0x20, 0xff, 0x81, 0x20, 0xfe, 0x90]),
      /cannot be told/,
      { offset: 0 },
    ],
    ['Chinese only', `${chinese}\n`.repeat(3), /one language only: nothing in it is in en/, { line: 1 }],
    ['English only', `${english}\n`.repeat(3), /one language only: nothing in it is in zh/, { line: 1 }],
    [
      'other languages than declared',
      'Министр обороны встретился с делегацией в Пекине.\n'.repeat(3),
      /not in zh and en/,
      { line: 1 },
    ],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', /web page/, undefined],
  ])('%s', async (_, bytes, message, place) => {
    const { document, job } = await read(editor, termbase, bytes)
    expect(document).toMatchObject({
      state: 'failed',
      pairCount: 0,
      problem: { remedy: expect.stringMatching(/\w{4}.*\./) },
    })
    expect(document.problem.message).toMatch(message)
    if (place) expect(document.problem.place).toMatchObject(place)
    expect(job.problem).toEqual(document.problem)
  })

  it('an empty file is refused at once', async () => {
    const before = await documents()
    const { body } = await upload(editor, termbase, '', 'empty.txt').expect(422)
    expect(body).toMatchObject({ code: 'unreadable-file', detail: 'empty.txt is empty.', remedy: expect.any(String) })
    expect(await documents()).toEqual(before)
  })

  it('can be tried again, which says the same of the same bytes', async () => {
    const { document } = await read(editor, termbase, `${chinese}\n`.repeat(4))
    const { body } = await editor.post(`/api/v1/termbases/${termbase}/documents/${document.id}/retry`).expect(202)
    expect(body.job.id).not.toBe(document.jobId)
    expect(await finished(editor, body.job.id)).toMatchObject({ state: 'failed', problem: document.problem })
  })
})

describe('other encodings are recognised and converted', () => {
  const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  it.each([
    ['utf-16le', Buffer.from(`\ufeff${bilingual}`, 'utf16le')],
    ['utf-16be', utf16be(bilingual)],
    ['gb18030', Buffer.concat([encoded.gb18030, Buffer.from(`\n${english}\n`)])],
    ['big5', Buffer.concat([encoded.big5, Buffer.from(`\n${english}\n`)])],
  ])('%s', async (encoding, bytes) => {
    const { document } = await read(editor, termbase, bytes, `${encoding}.txt`)
    expect(document).toMatchObject({ state: 'ready', encoding, pairCount: 2 })
    const { body } = await editor
      .get(`/api/v1/termbases/${termbase}/documents/${document.id}/sentence-pairs`)
      .expect(200)
    const [first] = body.items
    expect(['国防部长在北京会见了来访的代表团。', '國防部長在北京會見了來訪的代表團。']).toContain(first.source.text)
    expect(first.target.text).toBe('The defense minister met with the visiting delegation in Beijing.')
  })
})

describe('uploads', () => {
  const form = (bytes: string) =>
    `--edge\r\nContent-Disposition: form-data; name="file"; filename="half.txt"\r\nContent-Type: text/plain\r\n\r\n${bytes}`
  const multipart = 'multipart/form-data; boundary=edge'
  const address = () => `/api/v1/termbases/${termbase}/documents`

  beforeAll(async () => {
    const key = await server.app.get(KeysService).create(await server.actor('editor'), { name: 'raw', role: 'editor' })
    token = key.secret
  })

  it('of 50 MB of text are refused with what to do', async () => {
    const before = await documents()
    const { body } = await upload(editor, termbase, Buffer.alloc(50 * 1024 ** 2, bilingual), 'large.txt').expect(413)
    expect(body).toMatchObject({ code: 'too-large', remedy: expect.stringMatching(/Split .*TERMLOOM_MAX_UPLOAD_MB/) })
    expect(await documents()).toEqual(before)
  })

  it('that do not say how large they are, are refused when they have become too large', async () => {
    const pieces = async function* () {
      yield Buffer.from(form(''))
      for (let i = 0; i < 40; i++) yield Buffer.alloc(1024 ** 2, 'x')
      yield Buffer.from('\r\n--edge--\r\n')
    }
    const answer = await fetch(server.url + address(), {
      method: 'POST',
      headers: { 'Content-Type': multipart, Authorization: `Bearer ${token}` },
      body: Readable.toWeb(Readable.from(pieces())),
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'too-large', detail: 'half.txt is larger than 32 MB.' })
  })

  it('whose form ends too early are refused, and nothing is stored', async () => {
    const before = await documents()
    const { body } = await editor.post(address()).set('Content-Type', multipart).send(form(bilingual)).expect(400)
    expect(body).toMatchObject({ detail: expect.stringMatching(/cut off/), remedy: 'Upload the file again.' })
    expect(await documents()).toEqual(before)
  })

  it('whose connection breaks half way leave nothing behind', async () => {
    const before = await documents()
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    const head = [
      `POST ${address()} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      `Authorization: Bearer ${token}`,
      `Content-Type: ${multipart}`,
      'Content-Length: 100000',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${form(bilingual)}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    socket.destroy()
    await once(socket, 'close')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await documents()).toEqual(before)
    await server.stranger.get('/health/live').expect(200)
  })

  it('without a file, or with no form at all, are refused', async () => {
    const { body } = await editor.post(address()).field('aligned', 'true').expect(400)
    expect(body).toMatchObject({ detail: 'There is no file in this upload.', fields: { file: ['is missing'] } })
    expect((await editor.post(address()).send({ file: 'x' }).expect(400)).body.code).toBe('invalid-input')
    await editor.post(address()).attach('picture', Buffer.from('x'), 'x.png').expect(400)
  })

  it('by a reader are refused', async () => {
    await upload(await server.as('reader'), termbase, bilingual).expect(403)
  })

  it('keep an odd file name, and give it back', async () => {
    const name = `國防 “白皮書”; (終)*'é 🦜.txt`
    const { document } = await read(editor, termbase, `${bilingual}\n\n`, name)
    expect(document).toMatchObject({ name, state: 'ready' })
    const { headers } = await editor.get(`${address()}/${document.id}/original`).expect(200)
    const disposition = headers['content-disposition']!
    expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/)
    expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe(name)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('of the same document twice are recognised, whatever it is called, also when both come at once', async () => {
    const own = await newTermbase(editor)
    const both = await Promise.all([upload(editor, own, bilingual, 'a.txt'), upload(editor, own, bilingual, 'b.txt')])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 202])
    const [again, taken] = both.toSorted((a, b) => a.status - b.status)
    expect(again!.body).toMatchObject({ duplicate: true, job: null, document: { id: taken!.body.document.id } })
    await finished(editor, taken!.body.job.id)
    expect((await upload(editor, own, bilingual).expect(200)).body).toMatchObject({
      duplicate: true,
      document: { state: 'ready' },
    })
    const { body } = await editor.get(`/api/v1/termbases/${own}/documents`).expect(200)
    expect(body.items).toHaveLength(1)
  })
})

describe('two texts, one in each language', () => {
  const uploadBoth = (termbaseId: string, aligned: boolean, source: string, target: string) =>
    editor
      .post(`/api/v1/termbases/${termbaseId}/documents`)
      .field('aligned', String(aligned))
      .attach('file', Buffer.from(source), '中文.txt')
      .attach('targetFile', Buffer.from(target), 'english.txt')

  it('are aligned with each other, and both come back as they came', async () => {
    const { body } = await uploadBoth(termbase, false, chinese, english).expect(202)
    expect((await finished(editor, body.job.id)).state).toBe('done')
    const address = `/api/v1/termbases/${termbase}/documents/${body.document.id}`
    expect((await editor.get(address).expect(200)).body).toMatchObject({ targetName: 'english.txt', pairCount: 2 })
    expect((await editor.get(`${address}/original?side=target`).buffer(true).expect(200)).body.toString()).toBe(english)
  })

  it('that should answer line by line but do not, say where', async () => {
    const { body } = await uploadBoth(termbase, true, `${chinese}\n${chinese}\n`, `${english}\n`).expect(202)
    const { state, problem } = await finished(editor, body.job.id)
    expect(state).toBe('failed')
    expect(problem!.message).toMatch(/line/)
  })
})

describe('the work on a document', () => {
  it('can be cancelled while it runs, leaves nothing behind, and is taken up again', async () => {
    const own = await newTermbase(editor)
    const long = Array.from({ length: 3000 }, (_, i) => `${chinese}第${i}次。\n${english} No. ${i}.\n`).join('')
    const { body } = await upload(editor, own, long, 'long.txt').expect(202)
    for (;;) {
      const { body: job } = await editor.get(`/api/v1/jobs/${body.job.id}`).expect(200)
      if (job.state === 'running' && job.stage !== null) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await editor.post(`/api/v1/jobs/${body.job.id}/cancel`).expect(200)
    expect((await finished(editor, body.job.id)).state).toBe('cancelled')
    const address = `/api/v1/termbases/${own}/documents/${body.document.id}`
    expect((await editor.get(address).expect(200)).body).toMatchObject({
      state: 'cancelled',
      pairCount: 0,
      candidateCount: 0,
    })
    const { body: again } = await editor.post(`${address}/retry`).expect(202)
    expect(again.document.state).not.toBe('cancelled')
    await editor.delete(address).expect(204)
    expect((await finished(editor, again.job.id)).state).toBe('cancelled')
    await editor.get(address).expect(404)
  })

  it('answers requests meanwhile', async () => {
    const own = await newTermbase(editor)
    const long = Array.from({ length: 1000 }, (_, i) => `${sample}\n第${i}次。\nNo. ${i}.\n`)
      .join('')
      .slice(0, 400_000)
    const { body } = await upload(editor, own, long, 'long.txt').expect(202)
    const waits: number[] = []
    for (let i = 0; i < 40; i++) {
      const begin = Date.now()
      await server.stranger.get('/health/live').expect(200)
      waits.push(Date.now() - begin)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await editor.delete(`/api/v1/termbases/${own}/documents/${body.document.id}`).expect(204)
    expect(waits.toSorted((a, b) => a - b)[30]).toBeLessThan(500)
  })
})

it('deleting a document takes its sentences and what nobody decided on', async () => {
  const own = await newTermbase(editor)
  const { document } = await read(editor, own, sample, 'sample.txt')
  const list = async () => (await editor.get(`/api/v1/termbases/${own}/candidates?limit=500`).expect(200)).body.items
  const [kept] = await list()
  await editor
    .post(`/api/v1/termbases/${own}/candidates/${kept.id}/decisions`)
    .send({ kind: 'reject', version: kept.version })
    .expect(201)
  await editor.delete(`/api/v1/termbases/${own}/documents/${document.id}`).expect(204)
  expect((await list()).map(({ id }: { id: string }) => id)).toEqual([kept.id])
  const left = await server.app
    .get(Database)
    .db.query('SELECT 1 FROM sentence_pairs WHERE document_id = $1', [document.id])
  expect(left).toEqual([])
})
