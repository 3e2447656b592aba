import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'

const chromium = findChromium()
const journey = chromium ? describe : describe.skip

const parts = [
  ['球阀', 'ball valve'],
  ['阀座', 'valve seat'],
  ['垫圈', 'gasket'],
  ['轴承', 'bearing'],
] as const
const lines = Array.from({ length: 400 }, (_, i) => {
  const [zh, en] = parts[i % parts.length]!
  return `更换${zh}，编号${i}。\tReplace the ${en}, number ${i}.`
})

interface Pair {
  id: string
  position: number
  source: { text: string } | null
  target: { text: string } | null
}
interface Candidate {
  id: string
  source: string
  target: string
  state: string
  version: number
  evidence: { position: number; source: { start: number } }[]
}

journey('a document, read and put right', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let page: Page
  let home: string
  let document: string
  const troubles: string[] = []

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'no' })
    browser = await launchBrowser(chromium!)
    page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })).newPage()
    page.on('pageerror', (error) => troubles.push(String(error)))
    const link = /https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url)
    await page.goto(link)
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    const termbase = { name: 'Valves', sourceLanguage: 'zh', targetLanguage: 'en' }
    home = `/termbases/${(await post<{ id: string }>('/termbases', termbase)).id}`
    await page.goto(`${server.url}${home}/documents`)
    const file = { name: 'parts.tsv', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) }
    await page.locator('input[type="file"]').setInputFiles(file)
    await page.getByText('Ready').waitFor({ timeout: 60_000 })
    const { items } = await get<{ items: { id: string }[] }>(`${home}/documents`)
    document = `${home}/documents/${items[0]!.id}`
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  async function get<T>(address: string): Promise<T> {
    return (await (await page.request.get(`${server.url}/api/v1${address}`)).json()) as T
  }
  async function post<T>(address: string, data: unknown): Promise<T> {
    const answer = await page.request.post(`${server.url}/api/v1${address}`, {
      headers: { origin: server.url },
      data,
    })
    if (!answer.ok()) throw new Error(await answer.text())
    return (await answer.json()) as T
  }
  const pairs = async (from: number, limit: number) => {
    const { items } = await get<{ items: Pair[] }>(`${document}/sentence-pairs?from=${from}&limit=${limit}`)
    return items.map(({ source, target }) => [source?.text ?? null, target?.text ?? null])
  }
  const total = async () => (await get<{ total: number }>(`${document}/sentence-pairs?limit=1`)).total
  const candidate = async (target: string) => {
    const { items } = await get<{ items: Candidate[] }>(`${home}/candidates?q=${encodeURIComponent(target)}&limit=50`)
    const found = items.find((row) => row.target === target)!
    return get<Candidate>(`${home}/candidates/${found.id}`)
  }
  const placesOf = ({ evidence }: Candidate) => evidence.map(({ position, source }) => [position, source.start])
  /** The row one stands on, once its text is there. */
  const arrived = () => current().getByText('Replace').first().waitFor()
  const current = () => page.locator('[data-index][aria-current]')
  const said = () => page.getByRole('status').filter({ hasText: /came along/ })

  it('opens at any sentence, in the middle of what is read, with its terms marked', async () => {
    const found = await candidate('gasket')
    await page.goto(`${server.url}${home}/review?state=all&candidate=${found.id}`)
    await page
      .getByRole('link', { name: /parts\.tsv/ })
      .first()
      .click()
    await arrived()
    await current().locator('[data-wanted]').nth(1).waitFor()
    const shown = await current().locator('[data-wanted]').allInnerTexts()
    expect(shown.map((text) => text.replace(/\s*\(.*\)$/s, '').trim())).toEqual([found.source, 'gasket'])
    await page.goto(`${server.url}${document}?pair=350`)
    await arrived()
    expect(await current().getAttribute('data-index')).toBe('350')
    await eventually(async () => {
      const row = (await current().boundingBox())!
      const region = (await page.getByRole('region', { name: 'Aligned sentences' }).boundingBox())!
      expect(row.y).toBeGreaterThan(region.y + 100)
      expect(row.y + row.height).toBeLessThan(region.y + region.height - 100)
    })
    expect(await page.locator('[data-index]').count()).toBeLessThan(60)
  })

  it('is searched without the mouse', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('number 12')
    await page.getByText('1 of 11').waitFor()
    await current().getByText('number 12').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('2 of 11').waitFor()
    await current().getByText('number 120').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+N')
    await page.getByText('1 of 11').waitFor()
    await page.getByRole('searchbox').fill('')
  })

  it('lists every occurrence of a pair of which the desk keeps only some; the address keeps the search and the hit', async () => {
    const found = await candidate('gasket')
    await page.goto(`${server.url}${home}/review?state=all&candidate=${found.id}`)
    await page.getByText(`${found.evidence.length} of 100 kept here`).waitFor()
    await page.getByRole('link', { name: 'parts.tsv', exact: true }).click()
    await page.getByText('1 of 100', { exact: true }).waitFor()
    await current().getByText('gasket').waitFor()
    await page.keyboard.press('n')
    await page.getByText('2 of 100', { exact: true }).waitFor()
    await eventually(async () => expect(new URL(page.url()).searchParams.get('pair')).toBe('6'))
    await page.reload()
    await page.getByText('2 of 100', { exact: true }).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('垫圈')
    await page.getByRole('searchbox').fill('')
    await eventually(async () => expect(new URL(page.url()).searchParams.has('q')).toBe(false))
  })

  it('is merged and split by keys; the evidence follows, and undo brings all back', async () => {
    const before = await total()
    const seat = await candidate('valve seat')
    const at = seat.evidence[0]!.position
    await page.goto(`${server.url}${document}?pair=${at - 1}`)
    await arrived()
    await page.keyboard.press('m')
    await said().waitFor()
    expect(await total()).toBe(before - 1)
    expect((await candidate('valve seat')).evidence[0]!.position).toBe(at - 1)
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: `Split row ${at}` })
    await dialog.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    // The first guess is the end of the first sentence, on both sides.
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await eventually(async () => expect(await total()).toBe(before))
    expect((await candidate('valve seat')).evidence[0]!.position).toBe(at)
    for (const left of [before - 1, before]) {
      await page.getByRole('button', { name: 'Undo' }).and(page.locator(':enabled')).waitFor()
      await page.keyboard.press('u')
      await eventually(async () => expect(await total()).toBe(left))
    }
    expect(placesOf(await candidate('valve seat'))).toEqual(placesOf(seat))
  })

  it('is shifted by keys and by mouse: a decision stays although its evidence is gone, and undo works after moving on', async () => {
    const gasket = await candidate('gasket')
    await post(`${home}/candidates/${gasket.id}/decisions`, { kind: 'accept', version: gasket.version })
    const last = (await total()) - 1
    await page.goto(`${server.url}${document}?pair=0`)
    await arrived()
    const rows = await pairs(0, 3)
    await page.getByRole('button', { name: 'all English below down' }).click()
    await eventually(async () => expect(await total()).toBe(last + 2))
    expect(await pairs(0, 3)).toEqual([
      [rows[0]![0], null],
      [rows[1]![0], rows[0]![1]],
      [rows[2]![0], rows[1]![1]],
    ])
    expect(await candidate('gasket')).toMatchObject({ state: 'accepted', evidence: [] })
    await page.goto(`${server.url}${home}/progress`)
    await page.goto(`${server.url}${document}?pair=1`)
    await arrived()
    await page.getByRole('button', { name: 'Undo' }).and(page.locator(':enabled')).click()
    await eventually(async () => expect(await pairs(0, 3)).toEqual(rows))
    expect(placesOf(await candidate('gasket'))).toEqual(placesOf(gasket))
    await page.getByRole('button', { name: 'Split' }).and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Shift+ArrowUp')
    await eventually(async () => expect((await pairs(0, 1))[0]![0]).toContain(rows[1]![0]))
    await page.getByTitle('Put together by').first().waitFor()
    await page.getByRole('button', { name: 'Split' }).and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('u')
    await eventually(async () => expect(await pairs(0, 3)).toEqual(rows))
  })

  it('tells an editor who was slower, and lets a reader only read', async () => {
    const [row] = (await get<{ items: Pair[] }>(`${document}/sentence-pairs?limit=1`)).items
    await post(`${document}/alignment/edits`, { kind: 'merge', pair: row!.id, version: await version() })
    await page.keyboard.press('m')
    await page.getByText('Somebody has corrected the alignment').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const person = await post<{ id: string }>('/users', { name: 'Reader', email: 'reader@example.org', role: 'reader' })
    const { url } = await post<{ url: string }>(`/users/${person.id}/sign-in-link`, {})
    const theirs = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await theirs.goto(url.replace(/^https?:\/\/[^/]+/, server.url))
    await theirs.waitForURL(/termbases/)
    await theirs.goto(`${server.url}${document}?pair=3`)
    await theirs.locator('[data-index][aria-current]').waitFor()
    await theirs.getByText('对齐的句子').first().waitFor()
    expect(await theirs.getByRole('toolbar').count()).toBe(0)
    const refused = await theirs.request.post(`${server.url}/api/v1${document}/alignment/undo`, {
      headers: { origin: server.url },
      data: { version: await version() },
    })
    expect(refused.status()).toBe(403)
    expect(troubles).toEqual([])
  })

  const version = async () => (await get<{ alignmentVersion: number }>(document)).alignmentVersion
})

/** Waits until what is expected holds, for a few seconds. */
async function eventually(check: () => Promise<void>): Promise<void> {
  const until = Date.now() + 10_000
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}
