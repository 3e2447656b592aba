import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'

const chromium = findChromium()
if (!chromium) console.warn('No Chromium found: the journey of the review desk is skipped.')
const journey = chromium ? describe : describe.skip

interface Row {
  id: string
  source: string
  target: string
  state: string
  version: number
  lastDecision: { kind: string; reason: string | null } | null
}

journey('the review desk', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let home: string

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url })
    const seeded = spawnSync(
      process.execPath,
      [path.resolve(import.meta.dirname, '../support/seed-queue.mjs'), database.url, '600'],
      { encoding: 'utf8' },
    )
    home = `/termbases/${seeded.stdout.trim()}`
    browser = await launchBrowser(chromium!)
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    const link = /https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url)
    await page.goto(link)
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  async function api<T>(address: string, body?: unknown): Promise<T> {
    const url = `${server.url}/api/v1${home}${address}`
    const options = { headers: { origin: server.url } }
    const answer =
      body === undefined ? await page.request.get(url) : await page.request.post(url, { ...options, data: body })
    return (await answer.json()) as T
  }
  const listed = async (query: string) =>
    (await api<{ items: Row[]; total: number }>(`/candidates?limit=500&${query}`)).items
  const counted = async () => (await api<{ state: Record<string, number> }>('/candidates/counts')).state
  const open = async (query = '', on = page) => {
    await on.goto(`${server.url}${home}/review${query}`)
    await panelOf(on).locator('mark').first().waitFor()
  }
  const panelOf = (on: Page) => on.getByRole('complementary', { name: 'Current candidate' })

  /** Asked for until it is so: what a key has started may still be on its way. */
  async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
    let found = await ask()
    for (let tries = 0; tries < 400 && JSON.stringify(found) !== JSON.stringify(wanted); tries++) {
      await page.waitForTimeout(100)
      found = await ask()
    }
    expect(found).toEqual(wanted)
  }

  it('200 candidates are decided without the mouse, and each decision is the one that was meant', async () => {
    await open()
    // In the order of the page: what is decided may change the order of what is read later.
    const plan: { id: string; key: string }[] = []
    while (plan.length < 200) {
      const id = await currentAfter(plan.at(-1)?.id)
      const key = ['Enter', 's', 'r'][plan.length % 3]!
      plan.push({ id, key })
      await page.keyboard.press(key)
      if (key === 'r') {
        await page.getByRole('dialog').waitFor()
        await page.keyboard.press('1')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      // A pair that shares a term with a concept is a question: it is a concept of its own.
      if (key === 'Enter') await answerOffers()
    }
    await eventually(async () => {
      const { accepted = 0, skipped = 0, rejected = 0 } = await counted()
      return [accepted, skipped, rejected]
    }, [67, 67, 66])
    const after = new Map(
      (await listed('')).concat(await listed('state=rejected,skipped,accepted')).map((row) => [row.id, row]),
    )
    expect(new Set(plan.map(({ id }) => id)).size).toBe(200)
    const wanted: Record<string, string> = { Enter: 'accepted', s: 'skipped', r: 'rejected' }
    expect(plan.filter(({ id, key }) => after.get(id)?.state !== wanted[key])).toEqual([])
  }, 240_000)

  /** The row that the keys are about, when it is another than the one before. */
  async function currentAfter(before: string | undefined): Promise<string> {
    for (let tries = 0; ; tries++) {
      const id = await page.locator('[data-current]').getAttribute('data-id')
      if (id !== null && id !== before) return id
      if (tries === 500) throw new Error(`The queue stays at ${before}.`)
      await answerOffers()
      await page.waitForTimeout(20)
    }
  }

  /** Learning from decisions gives open candidates other places; what looks at places waits for it. */
  async function untilLearnt(): Promise<void> {
    await page.waitForTimeout(300)
    await eventually(async () => {
      const answer = await page.request.get(`${server.url}/api/v1/jobs`)
      const { items } = (await answer.json()) as { items: { state: string }[] }
      return items.filter(({ state }) => state === 'waiting' || state === 'running').length
    }, 0)
  }

  async function answerOffers(): Promise<void> {
    const other = page.getByRole('button', { name: 'Something else: new concept' })
    if (await other.isVisible()) {
      await other.press('Enter')
      await other.waitFor({ state: 'detached' })
    }
  }

  it('undo works after looking elsewhere, and after a reload', async () => {
    const before = await counted()
    await page.getByRole('link', { name: 'Concepts' }).click()
    await page.getByRole('link', { name: 'Review' }).click()
    await panelOf(page).waitFor()
    await page.keyboard.press('u')
    await eventually(async () => (await counted())['skipped'], before['skipped']! - 1)
    await open()
    await page.keyboard.press('u')
    await eventually(async () => (await counted())['accepted'], before['accepted']! - 1)
    await page.getByRole('button', { name: 'Undo' }).first().waitFor()
  })

  it('a decided row stays in its place, greyed', async () => {
    await untilLearnt()
    await open()
    const [first, second] = await listed('state=proposed')
    const { skipped = 0 } = await counted()
    await page.keyboard.press('s')
    await page.locator(`[data-id="${first!.id}"][data-decided]`).waitFor()
    expect(await page.locator(`[data-id="${first!.id}"]`).getAttribute('aria-rowindex')).toBe('2')
    expect(await page.locator(`[data-id="${second!.id}"]`).getAttribute('aria-rowindex')).toBe('3')
    await eventually(async () => (await counted())['skipped'], skipped + 1)
  })

  it('all that match are rejected after a preview, and one undo brings them back, also after a reload', async () => {
    const before = await counted()
    await open('?minFrequency=2')
    const matching = (await api<{ total: number }>('/candidates?state=proposed&minFrequency=2&limit=1')).total
    await page.keyboard.press('Control+Shift+A')
    await page.keyboard.press('r')
    await page.getByRole('dialog').getByText(`Reject ${matching} candidates?`).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `Reject ${matching}` })
      .press('Enter')
    await eventually(async () => (await counted())['rejected'], before['rejected']! + matching)
    await open()
    await page.keyboard.press('u')
    await eventually(counted, before)
  })

  it('one card at a time has the same keys', async () => {
    await open()
    await page.keyboard.press('f')
    await page.waitForURL(/view=card/)
    const shown = await panelOf(page).locator('[lang="zh"]').first().textContent()
    await page.keyboard.press('j')
    await page.waitForTimeout(300)
    expect(await panelOf(page).locator('[lang="zh"]').first().textContent()).not.toBe(shown)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('f')
    await page.locator('[data-queue]').waitFor()
  })

  it('the edges of a term move by keys and by dragging over the evidence', async () => {
    await untilLearnt()
    await open()
    const [first] = await listed('state=proposed')
    await page.keyboard.press('e')
    await page.keyboard.press('Alt+ArrowRight')
    expect(await page.locator('input[name="target"]').inputValue()).toBe(`${first!.target} shall`)
    await page.keyboard.press('Alt+Shift+ArrowLeft')
    expect(await page.locator('input[name="target"]').inputValue()).toBe(`the ${first!.target} shall`)
    const marked = panelOf(page).locator('mark[data-side="target"]').first()
    await eventually(() => marked.textContent(), `the ${first!.target} shall`)
    await page.keyboard.press('Escape')
    await page.locator('input[name="target"]').waitFor({ state: 'detached' })
    const mark = (await panelOf(page).locator('mark[data-side="source"]').first().boundingBox())!
    await page.mouse.move(mark.x + 1, mark.y + mark.height / 2)
    await page.mouse.down()
    await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2, { steps: 4 })
    await page.mouse.up()
    const dragged = await page.locator('input[name="source"]').inputValue()
    expect(first!.source.startsWith(dragged) && dragged.length < first!.source.length).toBe(true)
    await page.keyboard.press('Escape')
  })

  it('chosen variants become one concept, which is shown before', async () => {
    await untilLearnt()
    await open()
    const [first, second] = await listed('state=proposed')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('m')
    const preview = page.getByRole('region', { name: 'The concept will hold' })
    await preview.getByText(second!.target).waitFor()
    await page.getByRole('button', { name: 'Merge and accept' }).press('Enter')
    await eventually(async () => {
      const rows = await listed('state=accepted,merged')
      return [first, second].map((row) => rows.find(({ id }) => id === row!.id)?.state)
    }, ['accepted', 'merged'])
    const accepted = await api<{ conceptId: string }>(`/candidates/${first!.id}`)
    const concept = await api<{ languages: { terms: { text: string }[] }[] }>(`/concepts/${accepted.conceptId}`)
    const texts = concept.languages.flatMap(({ terms }) => terms.map(({ text }) => text))
    expect(texts.toSorted()).toEqual([first!.source, first!.target, second!.source, second!.target].toSorted())
  })

  it('what another editor looks at and decides shows at once; a stale decision is refused with the newer one', async () => {
    const other = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await other.addCookies(await context.cookies())
    const theirs = await other.newPage()
    await open()
    await open('', theirs)
    const [first, second] = await listed('state=proposed')
    await theirs.keyboard.press('j')
    await page
      .locator(`[data-id="${second!.id}"]`)
      .getByTitle(/is looking at this/)
      .waitFor()
    await panelOf(theirs).getByText('is looking at this').waitFor({ state: 'detached' })
    await theirs.keyboard.press('k')
    await panelOf(page).getByText('is looking at this').waitFor()
    await theirs.keyboard.press('s')
    await page.locator(`[data-id="${first!.id}"][data-decided]`).getByText('Skipped').waitFor()

    // The other decides while this editor's page is cut off from the news.
    await page.route('**/candidates/events', (route) => route.abort())
    await open()
    const [mine] = await listed('state=proposed')
    const { version } = mine!
    await api(`/candidates/${mine!.id}/decisions`, { kind: 'reject', reason: 'general-word', version })
    await page.keyboard.press('a')
    await page.getByText('Somebody else was faster').waitFor()
    expect((await api<Row>(`/candidates/${mine!.id}`)).state).toBe('rejected')
    await page.unroute('**/candidates/events')
    await other.close()
  })

  it('decisions made without a connection survive a reload and arrive in order', async () => {
    await open()
    const [first, second] = await listed('state=proposed')
    await page.route('**/decisions', (route) => route.abort())
    await page.keyboard.press('s')
    await page.keyboard.press('Enter')
    await page.getByText(/2 decisions wait/).waitFor()
    await open()
    await page.getByText(/2 decisions wait/).waitFor()
    await page.locator(`[data-id="${first!.id}"][data-decided]`).waitFor()
    await page.unroute('**/decisions')
    await eventually(async () => {
      const rows = await listed('state=skipped,accepted')
      return [first, second].map((row) => rows.find(({ id }) => id === row!.id)?.state)
    }, ['skipped', 'accepted'])
    await page.getByText(/decisions wait/).waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await eventually(async () => (await api<Row>(`/candidates/${second!.id}`)).state, 'proposed')
  })

  it('an answer that got lost does not make the decision twice', async () => {
    await open()
    const [first] = await listed('state=proposed')
    let lost = false
    await page.route('**/decisions', async (route) => {
      if (lost) return route.continue()
      lost = true
      await route.fetch()
      return route.abort()
    })
    await page.keyboard.press('s')
    await page.locator(`[data-id="${first!.id}"][data-decided]`).waitFor()
    await page.getByText(/1 decision waits/).waitFor()
    await page.getByText(/1 decision waits/).waitFor({ state: 'detached' })
    expect(lost).toBe(true)
    const { decisions, state } = await api<Row & { decisions: { undoneAt: string | null }[] }>(
      `/candidates/${first!.id}`,
    )
    expect([state, decisions.filter(({ undoneAt }) => !undoneAt).length]).toEqual(['skipped', 1])
    expect(await page.getByText('Somebody else was faster').count()).toBe(0)
    await page.unroute('**/decisions')
  })

  it('a view is saved under a name, shared, and opened again', async () => {
    await open('?kind=name&sort=frequency')
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view …' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Frequent names')
    await page.getByLabel('Show it to everybody who works here').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Frequent names' }).waitFor()
    await open()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: /Frequent names/ }).click()
    await page.waitForURL(/kind=name/)
    expect(page.url()).toContain('sort=frequency')
  })

  it('every choice of a filter says how many it would show', async () => {
    await open()
    await page.getByRole('button', { name: 'More filters' }).click()
    const { total } = await api<{ total: number }>('/candidates?state=proposed&rival=true&limit=1')
    const choice = page.getByLabel('Rivals').locator('option', { hasText: `Another pair shares a term (${total})` })
    await choice.waitFor({ state: 'attached' })
    await page.getByLabel('Rivals').selectOption('true')
    await page.waitForURL(/rival=true/)
    await page.getByText(`${total} candidates`).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('speaks Chinese, the overview of keys included', async () => {
    await open()
    await page.getByText('中文', { exact: true }).click()
    await page.getByRole('button', { name: '更多筛选' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('收起已接受术语的片段').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByText('EN', { exact: true }).click()
  })
})
