import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import type { Agent } from 'supertest'
import { finished, newTermbase, upload } from '../support/documents.js'
import { startApp, type StartedApp } from '../support/start-app.js'

const chinese = '国防部长在北京会见了来访的代表团。双方就地区安全形势交换了意见。'
const english =
  'The defense minister met with the visiting delegation in Beijing. The two sides exchanged views on regional security.'

let server: StartedApp
let editor: Agent

beforeAll(async () => {
  server = await startApp()
  editor = await server.as('editor')
})
afterAll(() => server.stop())

const archive = (files: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))

describe('an archive', () => {
  it('becomes a document for each pair; evidence names the file inside; what was left alone is told', async () => {
    const termbase = await newTermbase(editor)
    const po = `msgid "ball valve"\nmsgstr "球阀"\n\n#, fuzzy\nmsgid "tap"\nmsgstr "阀"\n`
    const files = { 'zh/visit.txt': chinese, 'en/visit.txt': english, 'menu.po': po, 'logo.png': 'x', 'a.zh.md': '一' }
    const { body } = await upload(editor, termbase, archive(files), 'all.zip').expect(202)
    expect(body.leftAlone.map(({ name }: { name: string }) => name).sort()).toEqual(['a.zh.md', 'logo.png'])
    const added = [body, ...body.more] as { document: { id: string; name: string }; job: { id: string } }[]
    for (const { job } of added) expect((await finished(editor, job.id)).state).toBe('done')
    const { items } = (await editor.get(`/api/v1/termbases/${termbase}/documents`).expect(200)).body
    const told = items.map(({ name, targetName, pairCount, warnings }: Record<string, any>) => [
      name,
      targetName,
      pairCount,
      warnings.map(({ code }: { code: string }) => code),
    ])
    expect(told.sort()).toEqual([
      ['all.zip/menu.po', null, 1, ['fuzzy-left-out']],
      ['all.zip/zh/visit.txt', 'all.zip/en/visit.txt', 2, []],
    ])
    const candidates = (await editor.get(`/api/v1/termbases/${termbase}/candidates?limit=1`).expect(200)).body
    const { body: candidate } = await editor
      .get(`/api/v1/termbases/${termbase}/candidates/${candidates.items[0].id}`)
      .expect(200)
    expect(candidate.evidence[0].documentName).toMatch(/^all\.zip\//)
    expect((await upload(editor, termbase, archive(files), 'again.zip').expect(200)).body).toMatchObject({
      duplicate: true,
      more: [{ duplicate: true }],
    })
  })

  it.each([
    ['with a path out of it', { '../zh.txt': chinese, '../en.txt': english }, /points outside/],
    ['with nothing to read', { 'logo.png': 'x' }, /no document/],
  ])('%s is refused at once, and nothing is stored', async (_name, files, message) => {
    const termbase = await newTermbase(editor)
    const { body } = await upload(editor, termbase, archive(files as Record<string, string>), 'bad.zip')
    expect(body).toMatchObject({ code: 'unreadable-file', detail: expect.stringMatching(message) })
    expect(body.remedy).toBeTruthy()
    expect((await editor.get(`/api/v1/termbases/${termbase}/documents`).expect(200)).body.items).toEqual([])
  })
})

describe('two files', () => {
  it('of captions are paired by their time', async () => {
    const termbase = await newTermbase(editor)
    const cue = (text: string) => `1\n00:00:01,000 --> 00:00:09,000\n${text}\n`
    const { body } = await editor
      .post(`/api/v1/termbases/${termbase}/documents`)
      .attach('file', Buffer.from(cue(chinese)), 'talk.zh.srt')
      .attach('targetFile', Buffer.from(cue(english)), 'talk.en.srt')
      .expect(202)
    expect((await finished(editor, body.job.id)).state).toBe('done')
    const address = `/api/v1/termbases/${termbase}/documents/${body.document.id}/sentence-pairs`
    const { items } = (await editor.get(address).expect(200)).body
    expect(items).toHaveLength(2)
    expect([items[0].source.text, items[0].target.text]).toEqual([
      chinese.slice(0, chinese.indexOf('。') + 1),
      english.slice(0, english.indexOf('.') + 1),
    ])
  })
})
