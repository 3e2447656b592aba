import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { Agent } from 'supertest'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'
import { type StartedApp, startApp } from '../support/start-app.js'

const entry = (id: string, zh: string, en: string, definition = 'first') =>
  `<conceptEntry id="${id}"><descrip type="definition">${definition}</descrip><langSec xml:lang="zh"><termSec><term>${zh}</term></termSec></langSec><langSec xml:lang="en"><termSec><term>${en}</term></termSec></langSec></conceptEntry>`
const tbx = (...entries: string[]) =>
  `<?xml version="1.0"?><tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>made</p></sourceDesc></fileDesc></tbxHeader><text><body>${entries.join('\n')}</body></text></tbx>`

const termGroup = (name: string, lang: string, term: string) =>
  `<languageGrp><language type="${name}" lang="${lang}"/><termGrp><term>${term}</term></termGrp></languageGrp>`
const described = (type: string, text: string) => `<descripGrp><descrip type="${type}">${text}</descrip></descripGrp>`
const multiterm = `\ufeff<?xml version="1.0" encoding="UTF-16"?><mtf><conceptGrp><concept>1</concept>${[
  described('Fachgebiet', 'Armaturen'),
  described('Hausregel', 'immer so'),
  described('Ablage', 'Regal 7'),
  termGroup('Chinese', 'ZH', '球阀'),
  termGroup('English', 'EN', 'ball valve'),
].join('')}</conceptGrp></mtf>`

describe('an import over HTTP', () => {
  let started: StartedApp
  let editor: Agent
  let imports: string
  beforeAll(async () => {
    started = await startApp()
    editor = await started.as('editor')
    const made = await editor
      .post('/api/v1/termbases')
      .send({ name: 'imports', sourceLanguage: 'zh', targetLanguage: 'en' })
    imports = `/api/v1/termbases/${made.body.id}/imports`
  }, 60_000)
  afterAll(() => started.stop())

  async function settled(id: string) {
    for (;;) {
      const { body } = await editor.get(`${imports}/${id}`)
      if (body.state !== 'reading' && body.state !== 'applying') return body
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  async function upload(file: string | Buffer, name = 'glossary.tbx') {
    const { status, body } = await editor.post(imports).attach('file', Buffer.from(file), name)
    expect(status).toBe(202)
    return settled(body.import.id)
  }

  it('is read, applied and undone, and tells every row', async () => {
    const read = await upload(tbx(entry('a', '球阀', 'ball valve'), entry('b', '泵', 'pump')))
    expect(read).toMatchObject({ state: 'ready', format: 'tbx', counts: { entries: 2, terms: 4, undecided: 0 } })
    await editor.post(`${imports}/${read.id}/apply`).expect(202)
    expect(await settled(read.id)).toMatchObject({ state: 'applied', result: { added: 2, changed: 0 } })
    const report = await editor.get(`${imports}/${read.id}/report`).expect(200)
    expect(report.text.trim().split('\n')).toHaveLength(3)
    const again = await upload(tbx(entry('a', '球阀', 'ball valve', 'second'), entry('b', '泵', 'pump')))
    expect(again.counts.verdicts).toMatchObject({ same: 1, changed: 1, new: 0 })
    const { body } = await editor.get(`${imports}/${again.id}/entries?verdict=changed`)
    expect(body.items[0].changes).toMatchObject([{ path: 'definition', before: 'first', after: 'second' }])
    await editor.post(`${imports}/${read.id}/undo`).send({}).expect(200)
    expect(await settled(read.id)).toMatchObject({ state: 'undone' })
  })

  it.each([
    ['an external entity', '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx><text>&x;</text></tbx>'],
    ['a file that is cut off', tbx(entry('a', '阀', 'valve')).slice(0, -30)],
    ['a web page', '<!DOCTYPE html><html><body>sign in</body></html>'],
    ['a zip', Buffer.from('504b0304140000000800', 'hex')],
    ['a null character', tbx(entry('a', '阀&#0;', 'valve'))],
    ['other bytes than it says', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><tbx>\xe9</tbx>', 'latin1')],
  ])('refuses %s with a reason and a remedy, and writes nothing', async (_, file) => {
    const read = await upload(file)
    expect(read).toMatchObject({ state: 'failed', counts: { entries: 0 } })
    expect(read.problem.message).toEqual(expect.any(String))
    expect(read.problem.remedy).toEqual(expect.any(String))
    await editor.post(`${imports}/${read.id}/apply`).expect(409)
  })

  it('refuses an empty file, a form without one, and a reader', async () => {
    await editor.post(imports).attach('file', Buffer.alloc(0), 'empty.tbx').expect(422)
    await editor.post(imports).field('status', 'draft').expect(400)
    const reader = await started.as('reader')
    await reader.post(imports).attach('file', Buffer.from('x'), 'x.tbx').expect(403)
  })

  it('shows what the columns of a table seem to mean', async () => {
    const { body } = await editor
      .post(`${imports}/preview`)
      .attach('file', Buffer.from('zh;en;Notiz\n阀;valve;x\n'), 'table.csv')
      .expect(200)
    expect(body).toMatchObject({ kind: 'table', format: 'csv' })
    expect(body.table.columns).toHaveLength(3)
  })
})

const chromium = findChromium()
const journey = chromium ? describe : describe.skip

journey('an editor imports a glossary, in a real browser', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'yes' })
    browser = await launchBrowser(chromium!)
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  it('drops a file, applies it and takes it back', async () => {
    await page.goto(/https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url))
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    const answer = await page.request.get(`${server.url}/api/v1/termbases`)
    const [termbase] = ((await answer.json()) as { items: { id: string }[] }).items
    await page.goto(`${server.url}/termbases/${termbase!.id}/imports`)
    const buffer = Buffer.from(tbx(entry('x1', '闸阀', 'gate valve')))
    await page.setInputFiles('input[type=file]', { name: 'made.tbx', mimeType: 'application/xml', buffer })
    await page.getByRole('heading', { name: 'made.tbx' }).waitFor()
    await page.getByText('闸阀 · gate valve').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('1 concepts new, 0 changed.').waitFor()
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await page.getByText(/^Undone/).waitFor()
    await page.goto(`${server.url}/termbases/${termbase!.id}/imports`)
    await page.getByRole('link', { name: 'made.tbx' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  }, 90_000)

  it('decides field by field, between concepts, for all that is shown, by keys, and takes it back', async () => {
    const list = (rows: string[]) => Buffer.from(['concept,definition,language,term,note', ...rows].join('\n'))
    const send = (name: string, rows: string[]) =>
      page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: list(rows) })
    await page.getByLabel('What new concepts come in as').selectOption('approved')
    await send('ours.csv', ['a,old,en,sluice,', 'a,,zh,水闸,', 'b,,en,gate,', 'c,,en,gate,'])
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('3 concepts new, 0 changed.').waitFor()
    await page.goto(page.url().replace(/imports\/.*/, 'imports'))
    const many = Array.from({ length: 300 }, (_, i) => `n${i},,en,brand new ${i},`)
    await send('theirs.csv', ['a,new,en,sluice,from the file', 'a,,zh,水闸,', 'x,,en,gate,', 'x,,de,Tor,', ...many])
    await page.getByRole('button', { name: 'Compare' }).click()
    const apply = page.getByRole('button', { name: 'Apply' })
    await page.getByText('2 entries are undecided').waitFor()
    expect(await apply.isDisabled()).toBe(true)
    expect(await page.locator('article').count()).toBeLessThan(60)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Definition: The file, new' }).click()
    await page.getByText('1 entry is undecided').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await page.getByText('0 entries are undecided').waitFor()
    await page.keyboard.press('o')
    await page.waitForFunction(
      () => document.querySelectorAll<HTMLInputElement>('article input[type=radio]')[1]?.checked,
    )

    await page.getByRole('group', { name: 'All that are shown:' }).getByRole('button', { name: 'Keep ours' }).click()
    await page.getByText('1 entry decided.').waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('one field decided apart').waitFor()

    await apply.click()
    await page.getByText('300 concepts new, 2 changed.').waitFor()
    const termbase = /termbases\/([^/]+)/.exec(page.url())![1]!
    const found = async (q: string) =>
      ((await (await page.request.get(`${server.url}/api/v1/termbases/${termbase}/concepts?q=${q}`)).json()) as any)
        .items
    const [sluice] = await found('sluice')
    expect(sluice).toMatchObject({ definition: 'new', status: 'approved' })
    expect(JSON.stringify(sluice)).not.toContain('from the file')
    const gates = (await found('gate')) as { externalId: string; languages: { language: string }[] }[]
    expect(new Map(gates.map(({ externalId, languages }) => [externalId, languages.length]))).toEqual(
      new Map([
        ['b', 1],
        ['c', 2],
      ]),
    )
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await page.getByText(/^Undone/).waitFor()
    expect((await found('sluice'))[0]).toMatchObject({ definition: 'old' })
    await page.goto(page.url().replace(/imports\/.*/, 'imports'))
  }, 120_000)

  it('asks what the fields of MultiTerm mean, and reads them so', async () => {
    const buffer = Buffer.from(multiterm, 'utf16le')
    await page.setInputFiles('input[type=file]', { name: 'ventile.xml', mimeType: 'application/xml', buffer })
    await page.getByRole('heading', { name: 'Fields of ventile.xml' }).waitFor()
    const meaningOf = (name: string) => page.getByLabel(`Meaning of ${name}`, { exact: true })
    expect(await meaningOf('Fachgebiet').inputValue()).toBe('subjectField')
    expect(await meaningOf('Hausregel').inputValue()).toBe('Hausregel')
    await meaningOf('Hausregel').selectOption('Note')
    await meaningOf('Ablage').selectOption('')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByRole('heading', { name: 'ventile.xml' }).waitFor()
    await page.getByText('球阀 · ball valve').waitFor()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('1 concepts new, 0 changed.').waitFor()
    const termbase = /termbases\/([^/]+)/.exec(page.url())![1]!
    const answer = await page.request.get(`${server.url}/api/v1/termbases/${termbase}/concepts?q=球阀`)
    const [concept] = ((await answer.json()) as { items: Record<string, unknown>[] }).items
    expect(concept).toMatchObject({ subjectField: 'Armaturen', note: 'immer so' })
    expect(JSON.stringify(concept)).not.toContain('Regal')
  }, 90_000)
})
