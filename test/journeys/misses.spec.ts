import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'

const chromium = findChromium()
if (!chromium) console.warn('No Chromium found: the journey of what is looked up in vain is skipped.')
const journey = chromium ? describe : describe.skip

journey('what is looked up in vain, in a real browser', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let page: Page
  let termbase: string

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url })
    browser = await launchBrowser(chromium!)
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    await page.goto(/https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url))
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    const body = { name: 'valves', sourceLanguage: 'zh', targetLanguage: 'en', visibility: 'public' }
    termbase = (await post<{ id: string }>('/termbases', body)).id
    const concept = (zh: string, en: string, status = 'preferredTerm-admn-sts') => ({
      status: 'approved',
      languages: [
        { language: 'zh', terms: [{ text: zh, administrativeStatus: status }] },
        { language: 'en', terms: [{ text: en }] },
      ],
    })
    await post(`/termbases/${termbase}/concepts`, concept('球阀', 'ball valve'))
    await post(`/termbases/${termbase}/concepts`, concept('中国', 'China'))
    await post(`/termbases/${termbase}/releases`, {})
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  async function post<T>(path: string, data: object): Promise<T> {
    const answer = await page.request.post(`${server.url}/api/v1${path}`, { headers: { origin: server.url }, data })
    expect(answer.ok()).toBe(true)
    return (await answer.json()) as T
  }
  const open = (path: string) => page.goto(`${server.url}/termbases/${termbase}${path}`)
  const program = (text: string, more = '') =>
    page.request.get(
      `${server.url}/api/v1/lookup?source=zh&target=en&termbase=${termbase}&text=${encodeURIComponent(text)}${more}`,
    )

  it('finds by pinyin initials and by a slip, and says so', async () => {
    await open('/lookup')
    await page.getByRole('searchbox').fill('qf')
    await page.getByRole('link', { name: '球阀' }).waitFor()
    expect(await page.getByText('pinyin initials').isVisible()).toBe(true)
    await page.getByText('Find terms in a text').click()
    await page.getByRole('textbox').fill('发展中国家的球閥')
    await page.getByRole('button', { name: 'Find terms' }).click()
    await page.getByText('traditional or simplified').waitFor()
    expect(await page.getByText('Doubtful: part of the word 发展中国家').isVisible()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('counts a search on the page when somebody has finished typing, and those of programs', async () => {
    await open('/lookup')
    await page.getByRole('searchbox').pressSequentially('截止阀', { delay: 30 })
    await page.getByText('Not in the glossary').waitFor()
    for (let time = 0; time < 3; time++) await program('闸閥', `&segment=${encodeURIComponent('请更换闸阀。')}`)
    await program('阀体')
    await page.waitForTimeout(4500)
    await open('/lookup')
    await page.getByRole('link', { name: 'Looked up in vain: 3' }).click()
    await page.getByRole('heading', { name: 'Looked up in vain' }).waitFor()
    await page.getByRole('listitem').nth(2).waitFor()
    const rows = await page.getByRole('listitem').allTextContents()
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatch(/3×.*闸閥.*Chinese → English.*请更换闸阀。/)
    expect(rows.some((row) => row.includes('截止阀'))).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('makes a candidate by keys alone, with the segment as its evidence', async () => {
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Translation into English').fill('gate valve')
    await dialog.getByLabel('Translation of the segment').fill('Replace it.')
    await page.getByRole('button', { name: 'Make a candidate' }).last().click()
    await dialog.getByRole('alert').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByLabel('Translation of the segment').fill('Replace the gate valve.')
    await dialog.getByLabel('Translation into English').press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('Made candidates').click()
    await page.getByRole('link', { name: 'To the candidate' }).click()
    await page.locator('mark', { hasText: '闸阀' }).first().waitFor()
    await page.locator('mark', { hasText: 'gate valve' }).first().waitFor()
  })

  it('dismisses by a key, and takes up again', async () => {
    await open('/misses')
    await page.getByRole('listitem').first().waitFor()
    expect(await page.getByRole('listitem').count()).toBe(2)
    await page.keyboard.press('j')
    await page.keyboard.press('d')
    await page.getByRole('listitem').nth(1).waitFor({ state: 'detached' })
    await page.getByText('Dismissed', { exact: true }).click()
    await page.getByRole('button', { name: 'Take up again' }).click()
    await page.getByText('Nothing was dismissed').waitFor()
  })

  it('stops counting when told to, and speaks Chinese', async () => {
    await open('/misses')
    await page.getByText('中文', { exact: true }).click()
    await page.getByRole('heading', { name: '未查到的查询' }).waitFor()
    await page.getByRole('switch').click()
    await page.getByRole('button', { name: '停止并删除' }).click()
    await page.getByText('此术语库不统计查询').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
