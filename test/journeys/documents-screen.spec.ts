import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'

const chromium = findChromium()
const journey = chromium ? describe : describe.skip

const chinese = '球阀漏水。\n请更换球阀。\n'
const english = 'The ball valve leaks.\nPlease replace the ball valve.\n'
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content as string),
})

journey('an editor with documents in two files, in a real browser', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'no' })
    browser = await launchBrowser(chromium!)
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    page.on('pageerror', (error) => troubles.push(String(error)))
    const link = /https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url)
    await page.goto(link)
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    const answer = await page.request.post(`${server.url}/api/v1/termbases`, {
      headers: { origin: server.url },
      data: { name: 'Valves', sourceLanguage: 'zh', targetLanguage: 'en' },
    })
    const { id } = (await answer.json()) as { id: string }
    await page.goto(`${server.url}/termbases/${id}/documents`)
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })

  it('chooses many at once: those that differ in a language are one document', async () => {
    await page
      .locator('input[type="file"]')
      .setInputFiles([file('pump.en.txt', english), file('pump.zh.txt', chinese), file('both.txt', chinese + english)])
    await line('pump.zh.txt + pump.en.txt').getByText('Ready').waitFor({ timeout: 60_000 })
    await line('both.txt').getByText('Ready').waitFor({ timeout: 60_000 })
    expect(await line('pump.en.txt').count()).toBe(1)
  })

  it('names a text and its translation in a form', async () => {
    await page.getByRole('button', { name: 'A text and its translation' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Text in Chinese').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const [source, target] = await dialog.locator('input[type="file"]').all()
    await source!.setInputFiles(file('原文.txt', `${chinese}阀门已关闭。\n`))
    await target!.setInputFiles(file('translation.txt', `${english}The valve is closed.\n`))
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Upload both' }).click()
    await line('原文.txt + translation.txt').getByText('Ready').waitFor({ timeout: 60_000 })
    await line('原文.txt + translation.txt').getByText('3 sentence pairs').waitFor()
  })

  it('is told what of an archive was left alone', async () => {
    const files = { 'zh/lid.txt': `${chinese}盖子。`, 'en/lid.txt': `${english}Lid.`, 'logo.png': 'x' }
    const archive = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
    await page.locator('input[type="file"]').setInputFiles(file('all.zip', archive))
    await page.getByText('1 document was taken from it.').waitFor()
    await page.getByText('Left alone: logo.png (no document that is read)').waitFor()
    await line('all.zip/zh/lid.txt').getByText('Ready').waitFor({ timeout: 60_000 })
    expect(await accessibilityFaults(page)).toEqual([])
    expect(troubles).toEqual([])
  })
})
