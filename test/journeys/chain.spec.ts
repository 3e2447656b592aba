import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Agent } from 'supertest'
import { finished, newTermbase, upload } from '../support/documents.js'
import { startApp, type StartedApp } from '../support/start-app.js'
import { describeIf, tbxData, violationsOfDca } from '../support/validate-tbx.js'

const sample = path.resolve(import.meta.dirname, '../../src/corpora/sample/national-defense-passage.txt')

interface Row {
  id: string
  source: string
  target: string
  score: number
  state: string
  version: number
  conceptId: string | null
  variants: { source: string; target: string; kind: string }[]
}

/** One story: each chapter goes on where the one before it ended. */
describe('from a dirty bilingual text to an approved glossary', () => {
  let server: StartedApp
  let editor: Agent
  let reader: Agent
  let termbase: string
  let document: string
  let text: string
  const at = (rest: string) => `/api/v1/termbases/${termbase}${rest}`
  const decide = (row: Row, body: object) =>
    editor.post(at(`/candidates/${row.id}/decisions`)).send({ version: row.version, ...body })
  const rows = async (query: string): Promise<Row[]> =>
    (await reader.get(at(`/candidates?limit=500&${query}`)).expect(200)).body.items
  const pair = async (source: string, target: string) =>
    (await rows('')).find((row) => row.source === source && row.target === target)

  beforeAll(async () => {
    server = await startApp()
    editor = await server.as('editor')
    reader = await server.as('reader')
    termbase = await newTermbase(editor)
    text = await readFile(sample, 'utf8')
  })
  afterAll(() => server.stop())

  it('a document is uploaded and read by a job', async () => {
    const { body } = await upload(editor, termbase, text, '國防白皮書.txt').expect(202)
    expect(body).toMatchObject({
      duplicate: false,
      document: { name: '國防白皮書.txt', state: 'waiting' },
      job: { kind: 'extract-document' },
    })
    document = body.document.id
    const job = await finished(editor, body.job.id)
    expect(job).toMatchObject({ state: 'done', problem: null })
    expect(job.result!.proposed).toBeGreaterThan(20)
  })

  it('its page tells what was cleaned, and shows the sentences as they stand in the file', async () => {
    const { body } = await reader.get(at(`/documents/${document}`)).expect(200)
    expect(body).toMatchObject({ state: 'ready', encoding: 'utf-8', sizeBytes: Buffer.byteLength(text), problem: null })
    const cleaned = Object.fromEntries(
      body.cleaning.map(({ kind, count }: { kind: string; count: number }) => [kind, count]),
    )
    expect(cleaned).toMatchObject({ pinyin: 83 })
    expect(cleaned.traditional).toBeGreaterThan(50)
    const { body: page } = await reader.get(at(`/documents/${document}/sentence-pairs?limit=3`)).expect(200)
    expect(page.items).toHaveLength(3)
    const { body: next } = await reader
      .get(at(`/documents/${document}/sentence-pairs?limit=500&cursor=${page.next}`))
      .expect(200)
    const pairs = [...page.items, ...next.items]
    expect(pairs.map(({ position }) => position)).toEqual(pairs.map((_, i) => i))
    expect(pairs.filter(({ source, target }) => source && target)).toHaveLength(body.pairCount)
    for (const { source, target } of pairs)
      for (const side of [source, target])
        if (side) expect(text.slice(side.start, side.start + side.text.length)).toBe(side.text)
  })

  it('the file comes back as it came', async () => {
    const { body, headers } = await reader
      .get(at(`/documents/${document}/original`))
      .buffer(true)
      .expect(200)
    expect(body.toString('utf8')).toBe(text)
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('國防白皮書.txt')}`)
  })

  it('SCO is found for 上海合作组织, and every evidence points back into the file', async () => {
    const wanted = await pair('上海合作组织', 'SCO')
    expect(wanted).toMatchObject({ state: 'proposed' })
    const { body } = await reader.get(at(`/candidates/${wanted!.id}`)).expect(200)
    expect(body.explanation.en.length).toBeGreaterThan(10)
    expect(body.explanation.zh).toMatch(/\p{Script=Han}/u)
    expect(body.evidence.length).toBeGreaterThan(0)
    for (const { source, target, documentName } of body.evidence) {
      expect(documentName).toBe('國防白皮書.txt')
      expect(source.text.slice(source.start, source.end)).toBe('上海合作組織')
      expect(target.text.slice(target.start, target.end)).toBe('SCO')
      expect(text.slice(source.offset + source.start, source.offset + source.end)).toBe('上海合作組織')
    }
  })

  it('QCCM is found with its full name and its Chinese name', async () => {
    const found = await rows('q=QCCM')
    const named = await rows(`q=${encodeURIComponent('反恐合作协调机制')}`)
    const forms = [...found, ...named].flatMap((row) => [row, ...row.variants])
    expect(forms.some(({ target }) => target === 'QCCM')).toBe(true)
    expect(forms.some(({ target }) => /quadrilateral cooperation and coordination mechanism/i.test(target))).toBe(true)
    expect(forms.some(({ source }) => source.endsWith('反恐合作协调机制'))).toBe(true)
  })

  it('a reader may look but not decide', async () => {
    const [row] = await rows('state=proposed')
    const { body } = await reader
      .post(at(`/candidates/${row!.id}/decisions`))
      .send({ kind: 'accept', version: row!.version })
      .expect(403)
    expect(body.code).toBe('not-allowed')
  })

  it('an accepted pair becomes a concept with the terms of both languages', async () => {
    const row = (await pair('上海合作组织', 'SCO'))!
    const { body } = await decide(row, { kind: 'accept' }).expect(201)
    expect(body).toMatchObject({
      candidate: { state: 'accepted' },
      decision: { kind: 'accept', author: { name: 'Some editor' } },
    })
    const { body: concept } = await reader.get(at(`/concepts/${body.candidate.conceptId}`)).expect(200)
    expect(concept.status).toBe('approved')
    const terms = concept.languages.flatMap(({ terms }: { terms: { text: string }[] }) =>
      terms.map((term) => term.text),
    )
    expect(terms).toEqual(expect.arrayContaining(['上海合作组织', 'SCO']))
  })

  it('who decides on an older version is told what happened meanwhile', async () => {
    const row = (await pair('上海合作组织', 'SCO'))!
    const { body } = await decide({ ...row, version: row.version - 1 }, { kind: 'reject' }).expect(409)
    expect(body).toMatchObject({ code: 'stale', newer: { state: 'accepted', version: row.version } })
    expect(body.detail).toMatch(/Some editor/)
  })

  it('a rejection keeps its reason, can be undone, and stays in the record', async () => {
    const [row] = await rows('state=proposed&sort=source')
    const { body } = await decide(row!, { kind: 'reject', reason: 'general-word' }).expect(201)
    expect(body.candidate).toMatchObject({ state: 'rejected', lastDecision: { reason: 'general-word' } })
    const undo = () => editor.post(at(`/candidates/decisions/${body.decision.id}/undo`))
    expect((await undo().expect(200)).body.candidate).toMatchObject({ state: 'proposed', lastDecision: null })
    expect((await undo().expect(409)).body.code).toBe('conflict')
    const { body: candidate } = await reader.get(at(`/candidates/${row!.id}`)).expect(200)
    expect(candidate.decisions).toMatchObject([
      { kind: 'reject', reason: 'general-word', undoneBy: { name: 'Some editor' } },
    ])
  })

  it('undoing an acceptance takes the concept away again', async () => {
    const [row] = await rows('state=proposed')
    const { body } = await decide(row!, { kind: 'accept' }).expect(201)
    await editor.post(at(`/candidates/decisions/${body.decision.id}/undo`)).expect(200)
    const { body: concepts } = await reader.get(at('/concepts')).expect(200)
    expect(concepts.items.map(({ id }: { id: string }) => id)).not.toContain(body.candidate.conceptId)
  })

  it('a pair that shares a term with a concept is offered as its synonym', async () => {
    const [row] = await rows('state=proposed')
    const wish = { kind: 'edit', source: '上海合作组织', target: 'Shanghai Cooperation Organization' }
    const { body } = await decide(row!, wish).expect(409)
    expect(body.offers).toHaveLength(1)
    const { conceptId } = body.offers[0]
    const { body: decided } = await decide(row!, { ...wish, conceptId }).expect(201)
    expect(decided.candidate).toMatchObject({ state: 'accepted', conceptId })
    const { body: concept } = await reader.get(at(`/concepts/${conceptId}`)).expect(200)
    const english = concept.languages.find(({ language }: { language: string }) => language === 'en')
    expect(english.terms.map((term: { text: string }) => term.text)).toEqual(
      expect.arrayContaining(['SCO', 'Shanghai Cooperation Organization']),
    )
  })

  it('many are decided at once, and undone at once', async () => {
    const weak = await rows('state=proposed&maxScore=0.5')
    expect(weak.length).toBeGreaterThan(1)
    const filter = { state: ['proposed'], maxScore: 0.5 }
    const bulk = (expectedCount: number) =>
      editor.post(at('/candidates/decisions/bulk')).send({ kind: 'reject', filter, expectedCount })
    expect((await bulk(weak.length + 1).expect(409)).body).toMatchObject({ code: 'stale', count: weak.length })
    const { body } = await bulk(weak.length).expect(200)
    expect(body).toMatchObject({ decided: weak.length, skipped: [] })
    await editor.post(at(`/candidates/decisions/batches/${body.batchId}/undo`)).expect(200, { undone: weak.length })
    expect(await rows('state=proposed&maxScore=0.5')).toHaveLength(weak.length)
  })

  it('two editors never overwrite a concept in silence', async () => {
    const { conceptId } = (await pair('上海合作组织', 'SCO'))!
    const { headers } = await reader.get(at(`/concepts/${conceptId}`)).expect(200)
    const change = (note: string) => editor.patch(at(`/concepts/${conceptId}`)).send({ note })
    await change('without a version').expect(428)
    await change('first').set('If-Match', headers['etag']!).expect(200)
    const { body } = await change('second').set('If-Match', headers['etag']!).expect(412)
    expect(body).toMatchObject({ code: 'version-behind', remedy: expect.any(String) })
  })

  it('a concept takes back what it shows, as it shows it', async () => {
    const { conceptId } = (await pair('上海合作组织', 'SCO'))!
    const { body: shown, headers } = await reader.get(at(`/concepts/${conceptId}`)).expect(200)
    const { status, subjectField, definition, languages } = shown
    const { body: kept } = await editor
      .patch(at(`/concepts/${conceptId}`))
      .set('If-Match', headers['etag']!)
      .send({ status, subjectField, definition, languages })
      .expect(200)
    expect(kept.languages).toEqual(languages)
  })

  it('approved concepts are published, found, and recognised inside running text', async () => {
    const { body } = await editor.post(at('/releases')).send({ note: 'first' }).expect(201)
    expect(body).toMatchObject({ number: 1, conceptCount: 1 })
    const scope = { source: 'zh', target: 'en', termbase }
    const { body: found } = await reader
      .get('/api/v1/lookup')
      .query({ ...scope, text: '上海合作組織' })
      .expect(200)
    expect(JSON.stringify(found.items)).toContain('SCO')
    const segments = ['加强上海合作组织框架内的国际反恐合作。']
    const { body: recognised } = await reader
      .post('/api/v1/recognize')
      .send({ ...scope, segments })
      .expect(200)
    expect(recognised.segments[0].matches).toMatchObject([{ start: 2, end: 8, text: '上海合作组织' }])
    const back = { source: 'en', target: 'zh', termbase, segments: ['within the framework of the SCO.'] }
    const { body: english } = await reader.post('/api/v1/recognize').send(back).expect(200)
    expect(english.segments[0].matches).toMatchObject([{ text: 'SCO' }])
  })

  describeIf(tbxData.isThere, `no schemas in ${tbxData.schemas}`)('and exported', () => {
    it('as TBX that the official schemas of ISO 30042:2019 accept', async () => {
      const answer = await reader.get(at('/releases/1/export?format=tbx-basic-dca')).buffer(true).expect(200)
      const tbx: string = answer.text ?? (answer.body as Buffer).toString('utf8')
      expect(tbx).toContain('上海合作组织')
      expect(violationsOfDca(tbx, 'Basic')).toEqual([])
    })
  })

  it('what was rejected is not proposed again by a later document', async () => {
    const [row] = await rows('state=proposed')
    await decide(row!, { kind: 'reject' }).expect(201)
    const { body } = await upload(editor, termbase, `${text}\n`, 'again.txt').expect(202)
    const job = await finished(editor, body.job.id)
    expect(job.state).toBe('done')
    expect((await reader.get(at(`/candidates/${row!.id}`)).expect(200)).body.state).toBe('rejected')
    const same = (await rows('')).filter(({ source, target }) => source === row!.source && target === row!.target)
    expect(same.map(({ state }) => state)).toEqual(['rejected'])
  })
})
