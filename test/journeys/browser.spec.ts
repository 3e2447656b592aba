import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { en } from '../../src/admin-ui/i18n/en.js'
import { findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'

const chromium = findChromium()
if (!chromium) console.warn('No Chromium found: the browser journey is skipped. Install one, or name it in CHROMIUM.')
const journey = chromium ? describe : describe.skip

interface Row {
  id: string
  source: string
  target: string
  state: string
  version: number
  reasons: Record<string, number>
}

journey('an editor at work on the sample, in a real browser', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let termbase: string
  const troubles: string[] = []

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'yes' })
    browser = await launchBrowser(chromium!)
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security Policy|Warning:/.test(message.text())) troubles.push(message.text())
    })
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  /** The API as the page sees it, with its cookie. */
  async function api<T>(path: string, body?: unknown): Promise<T> {
    const address = `${server.url}/api/v1${path}`
    const options = { headers: { origin: server.url } }
    const answer =
      body === undefined
        ? await page.request.get(address)
        : await page.request.post(address, { ...options, data: body })
    return (await answer.json()) as T
  }
  const candidates = (query: string) => api<{ items: Row[] }>(`/termbases/${termbase}/candidates?limit=200&${query}`)
  const row = (text: string) => page.locator('[data-queue] [role="row"]').filter({ hasText: text }).first()
  const panel = () => page.getByRole('complementary', { name: 'Current candidate' })
  const open = (path: string) => page.goto(`${server.url}/termbases/${termbase}${path}`)

  it('signs in by the link that the server printed, which works once', async () => {
    const link = /https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url)
    await page.goto(link)
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    const { items } = await api<{ items: { id: string }[] }>('/termbases')
    termbase = items[0]!.id

    const other = await browser.newContext({ locale: 'en-GB' })
    const stranger = await other.newPage()
    await stranger.goto(link)
    await stranger.getByRole('alert').waitFor()
    expect(await stranger.getByRole('button', { name: 'Sign in' }).isVisible()).toBe(true)
    await other.close()
  })

  it('the queue shows what the sample holds, and the evidence as it stands in the file', async () => {
    await page.getByRole('main').getByRole('link').first().click()
    await row('上海合作组织').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('SCO')
    await page.waitForURL(/q=SCO/)
    await page.keyboard.press('Escape')
    const wanted = (await candidates('q=SCO')).items.find(
      ({ source, target }) => `${source}=${target}` === '上海合作组织=SCO',
    )
    expect(wanted).toBeDefined()
    await row('上海合作组织').click()
    await panel().locator('mark[data-side="source"]').first().waitFor()
    expect(await panel().locator('mark[data-side="source"]').first().textContent()).toBe('上海合作組織')
    expect(await panel().locator('mark[data-side="target"]').first().textContent()).toBe('SCO')
    expect(await panel().locator('[data-evidence="source"]').first().textContent()).toContain(
      '加強(qiáng)上海合作組織框架',
    )
  })

  it('every reason has a name in the tables of strings', async () => {
    const names = new Set((await candidates('')).items.flatMap(({ reasons }) => Object.keys(reasons)))
    expect([...names].filter((name) => !(name in en.reason))).toEqual([])
  })

  it('accepts with a key; the row stays in its place', async () => {
    const place = await row('上海合作组织').getAttribute('aria-rowindex')
    await page.keyboard.press('a')
    await row('上海合作组织').getByText('Accepted').waitFor()
    await saved(async () => (await candidates('state=accepted')).items.length, 1)
    expect(await row('上海合作组织').getAttribute('aria-rowindex')).toBe(place)
  })

  it('goes down the queue with keys: edits, rejects with a reason, skips, and takes it all back', async () => {
    await open('/review')
    await page.locator('[data-current]').waitFor()
    const [first, second, third] = (await candidates('state=proposed')).items
    await selected(first!)
    await page.keyboard.press('e')
    await page.keyboard.type(' of the test')
    await page.keyboard.press('Enter')
    await page.locator('[data-current][data-decided]').waitFor()
    await page.keyboard.press('j')
    await selected(second!)
    await page.keyboard.press('r')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('1')
    await selected(third!)
    await page.keyboard.press('s')
    await saved(async () => (await candidates('state=skipped')).items.map(({ id }) => id).join(), third!.id)

    const rejected = await api<{ lastDecision: { reason: string }; state: string }>(
      `/termbases/${termbase}/candidates/${second!.id}`,
    )
    expect(rejected).toMatchObject({ state: 'rejected', lastDecision: { reason: 'general-word' } })
    const edited = await api<Row>(`/termbases/${termbase}/candidates/${first!.id}`)
    expect(edited).toMatchObject({
      state: 'accepted',
      decisions: [{ kind: 'edit', target: `${first!.target} of the test` }],
    })

    await page.getByRole('link', { name: 'Concepts' }).click()
    await page.getByText('of the test').first().waitFor()
    await page.getByRole('link', { name: 'Review' }).click()
    await row(first!.source).waitFor()
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('u')
      await page.waitForTimeout(300)
    }
    await saved(async () => (await candidates('state=proposed')).items[0]!.id, first!.id)
    const open3 = (await candidates('state=proposed')).items.slice(0, 3).map(({ id }) => id)
    expect(open3).toEqual([first!.id, second!.id, third!.id])
  })

  it('keys are letters while one types', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('area')
    expect(await page.getByRole('searchbox').inputValue()).toBe('area')
    expect((await candidates('state=accepted')).items).toHaveLength(1)
    await page.getByRole('button', { name: 'Clear the filters' }).first().click()
  })

  it('rejects many at once, says how many, and takes them back', async () => {
    await open('/review')
    await page.locator('[data-current]').waitFor()
    const before = (await candidates('state=proposed')).items.length
    await page.keyboard.press('End')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowUp')
    await page.getByRole('button', { name: 'Reject 4' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reject 4' }).click()
    await page.getByText('4 rejected.').waitFor()
    expect((await candidates('state=rejected')).items).toHaveLength(4)
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
    await saved(async () => (await candidates('state=proposed')).items.length, before)
  })

  it('a second concept with the same term is a question, not an accident', async () => {
    await api(`/termbases/${termbase}/concepts`, {
      status: 'approved',
      languages: [
        { language: 'zh', terms: [{ text: '反恐' }] },
        { language: 'en', terms: [{ text: 'fight against terror' }] },
      ],
    })
    const rival = (await candidates('state=proposed&q=反恐')).items.find(({ source }) => source === '反恐')!
    await open(`/review?state=all&candidate=${rival.id}`)
    await panel().getByText('fight against terror').waitFor()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByRole('button', { name: 'Add as synonym' }).click()
    await saved(async () => (await candidates('state=accepted&q=反恐')).items.some(({ id }) => id === rival.id), true)
  })

  it('shows who was faster instead of overwriting', async () => {
    await open('/review')
    const [mine] = (await candidates('state=proposed')).items
    const skippedBefore = (await candidates('state=skipped')).items.length
    await selected(mine!)
    await panel().locator('mark').first().waitFor()
    await api(`/termbases/${termbase}/candidates/${mine!.id}/decisions`, { kind: 'skip', version: mine!.version })
    await page.keyboard.press('a')
    await page.getByText('Somebody else was faster').waitFor()
    const skipped = (await candidates('state=skipped')).items
    expect(skipped.some(({ id }) => id === mine!.id) && skipped.length === skippedBefore + 1).toBe(true)
  })

  it('a lost connection loses no decision', async () => {
    await open('/review')
    const [next] = (await candidates('state=proposed')).items
    await selected(next!)
    await context.setOffline(true)
    await page.keyboard.press('s')
    await page.getByText(/1 decision waits/).waitFor()
    await context.setOffline(false)
    await saved(async () => (await candidates('state=skipped')).items.some(({ id }) => id === next!.id), true)
    await page.keyboard.press('u')
    await saved(async () => (await candidates('state=proposed')).items.some(({ id }) => id === next!.id), true)
  })

  it('uploads a document, follows it live, and knows it the second time', async () => {
    await open('/documents')
    const file = {
      name: '合同 & contract.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('球阀漏水。\nThe ball valve leaks.\n请更换球阀。\nPlease replace the ball valve.\n'),
    }
    await page.locator('input[type="file"]').setInputFiles(file)
    const line = page.getByRole('listitem').filter({ hasText: '合同 & contract.txt' })
    await line.getByText('Ready').waitFor({ timeout: 60_000 })
    await page.locator('input[type="file"]').setInputFiles(file)
    await page.getByText('is here already').waitFor()
    await page.locator('input[type="file"]').setInputFiles({ ...file, name: 'empty.txt', buffer: Buffer.from('') })
    await page.getByRole('alert').filter({ hasText: 'empty.txt' }).waitFor()
  })

  it('the page of the sample tells what was cleaned, and shows its sentences side by side', async () => {
    await open('/documents')
    await page.getByRole('link', { name: /national-defen/ }).click()
    await page.getByText('Pinyin after a character').waitFor()
    await page.getByRole('region', { name: 'Aligned sentences' }).getByText('within the framework of the SCO').waitFor()
  })

  it('publishes, downloads TBX, and looks the term up', async () => {
    await open('/releases')
    await page.getByRole('button', { name: 'Publish release' }).first().click()
    await page.getByRole('textbox').fill('First terms')
    await page.getByRole('dialog').getByRole('button', { name: 'Publish release' }).click()
    await page.getByText('First terms').waitFor()
    await page.getByRole('button', { name: 'Download release 1' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('link', { name: 'Download' }).click(),
    ])
    const tbx = await readFile(await download.path(), 'utf8')
    expect(tbx).toContain('<tbx')
    expect(tbx).toContain('上海合作组织')

    await open('/lookup')
    await page.getByRole('searchbox').fill('上海合作组织')
    await page.getByRole('link', { name: '上海合作组织', exact: true }).waitFor()
    await page.getByText('Find terms in a text').click()
    await page.getByRole('textbox').fill('关于上海合作组织成立于上海的报道')
    await page.getByRole('button', { name: 'Find terms' }).click()
    await page.locator('mark').waitFor()
    expect(await page.locator('mark').allTextContents()).toEqual(['上海合作组织'])
  })

  it('changes a concept, and notices when somebody else did meanwhile', async () => {
    const { items } = await api<{ items: { id: string }[] }>(`/termbases/${termbase}/concepts?q=上海合作组织`)
    const address = `/termbases/${termbase}/concepts/${items[0]!.id}`
    await page.goto(server.url + address)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('combobox', { name: 'Subject field' }).fill('diplomacy')
    const shown = await page.request.get(`${server.url}/api/v1${address}`)
    const headers = { origin: server.url, 'if-match': shown.headers()['etag']! }
    const change = await page.request.patch(`${server.url}/api/v1${address}`, { headers, data: { note: 'meanwhile' } })
    expect(change.status()).toBe(200)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Somebody else changed this concept').waitFor()
    await page.getByRole('button', { name: 'Start again from theirs' }).click()
    await page.getByText('Somebody else changed this concept').waitFor({ state: 'hidden' })
    await page.getByRole('combobox', { name: 'Subject field' }).fill('diplomacy')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Edit' }).waitFor()
    expect(await api(address)).toMatchObject({ subjectField: 'diplomacy', note: 'meanwhile' })
  })

  /** The page's policy forbids evaluating strings, so the title is asked for until it is right. */
  async function titleToHold(text: string): Promise<void> {
    for (let tries = 0; tries < 100 && !(await page.title()).includes(text); tries++) await page.waitForTimeout(50)
    expect(await page.title()).toContain(text)
  }

  it('speaks Chinese throughout when asked to', async () => {
    await open('/review')
    await page.getByText('中文', { exact: true }).click()
    for (const task of ['审校', '文档', '概念', '发布', '查询']) {
      await page.getByRole('link', { name: task, exact: true }).click()
      await titleToHold(task)
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
    }
    await page.getByText('EN', { exact: true }).click()
  })

  it('the first visit of the review screen downloads less than 350 kB', async () => {
    const fresh = await browser.newContext({ storageState: await context.storageState() })
    const visitor = await fresh.newPage()
    const sizes: Promise<{ responseBodySize: number }>[] = []
    visitor.on('requestfinished', (request) => {
      if (!request.url().includes('/api/')) sizes.push(request.sizes())
    })
    await visitor.goto(`${server.url}/termbases/${termbase}/review`)
    await visitor.locator('[data-current]').waitFor()
    await visitor.waitForLoadState('networkidle')
    const bytes = (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    await fresh.close()
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(350_000)
  })

  it('nothing broke on the way', () => {
    expect(troubles).toEqual([])
  })

  async function selected({ source }: Row): Promise<void> {
    await page.locator('[data-current]').filter({ hasText: source }).waitFor()
  }

  /** Decisions travel in the background: asks until the server knows. */
  async function saved<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
    const end = Date.now() + 10_000
    let last: T
    do {
      last = await ask()
      if (last === wanted) return
      await page.waitForTimeout(100)
    } while (Date.now() < end)
    expect(last).toEqual(wanted)
  }
})
