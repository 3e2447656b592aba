import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer, temporaryFolder, termloom } from '../support/run-termloom.js'

const chromium = findChromium()
if (!chromium) console.warn('No Chromium found: the journey of the ranking is skipped.')
const journey = chromium ? describe : describe.skip

interface Row {
  id: string
  source: string
  target: string
  score: number
  version: number
  reasons: Record<string, number>
}

interface Ranking {
  state: string
  jobId: string | null
  canUndo: string | null
}

/** This editor wants phrases, no single words. */
const isWanted = ({ reasons }: Row) => !reasons['termSingle']

journey('a queue that learns, in a real browser', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let page: Page
  let termbase: string

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'yes' })
    browser = await launchBrowser(chromium!)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    await page.goto(/https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url))
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    termbase = (await api<{ items: { id: string }[] }>('/termbases')).items[0]!.id
    for (let tries = 0; (await proposed()).length < 50 && tries < 100; tries++) await page.waitForTimeout(200)
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  async function api<T>(path: string, body?: unknown): Promise<T> {
    const address = `${server.url}/api/v1${path}`
    const answer =
      body === undefined
        ? await page.request.get(address)
        : await page.request.post(address, { headers: { origin: server.url }, data: body })
    return (await answer.json()) as T
  }
  const proposed = async () =>
    (await api<{ items: Row[] }>(`/termbases/${termbase}/candidates?limit=500&state=proposed`)).items
  const ranking = () => api<Ranking>(`/termbases/${termbase}/ranking`)
  const open = (path: string) => page.goto(`${server.url}/termbases/${termbase}${path}`)
  /** The ranking once it is as it should be. */
  async function until(isSo: (ranking: Ranking) => boolean): Promise<Ranking> {
    for (let tries = 0; tries < 100; tries++) {
      const now = await ranking()
      if (!now.jobId && isSo(now)) return now
      await page.waitForTimeout(100)
    }
    throw new Error(`The ranking stayed ${JSON.stringify(await ranking())}.`)
  }

  it('says how far it is to the first lesson', async () => {
    await open('/ranking')
    await page.getByText('Candidates are ranked as shipped.').waitFor()
    expect(await page.getByText(/Your decisions count 0 of the 40/).isVisible()).toBe(true)
    expect(await page.getByText('Nothing differs from the shipped ranking').isVisible()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('learns from decisions, and shows on a candidate what they changed', async () => {
    const rows = await proposed()
    const decided = rows.filter((_, i) => i % 5 !== 0).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const [kind, chosen] of [
      ['accept', decided.filter(isWanted)],
      ['reject', decided.filter((row) => !isWanted(row))],
    ] as const)
      for (const { id, version } of chosen)
        await api(`/termbases/${termbase}/candidates/${id}/decisions`, { kind, version, newConcept: true })
    await open('/ranking')
    await page.getByRole('button', { name: 'Learn now' }).click()
    await until(({ state }) => state === 'learnt')
    await page.getByText('Candidates are ranked by what this termbase accepts.').waitFor()
    expect(await page.getByRole('row', { name: /Term is one word wanted less/ }).isVisible()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])

    if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/ranking.png` })
    const single = (await proposed()).find((row) => !isWanted(row))!
    await open(`/review?candidate=${single.id}`)
    const moved = page.getByRole('region', { name: 'What decisions here changed' })
    await moved.getByText(/Decisions in this termbase lowered it/).waitFor()
    expect(await moved.getByText('Term is one word').isVisible()).toBe(true)
  })

  it('the slider foretells the queue, works with keys, and stands in the address', async () => {
    await open('/review')
    await page.getByRole('button', { name: 'Any score' }).click()
    const slider = page.getByRole('slider', { name: 'How sure must a candidate be?' })
    const left = await proposed()
    expect(await slider.getAttribute('aria-valuetext')).toContain(`${left.length} candidates to review`)
    await slider.focus()
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await page.waitForURL(/minScore=20/)
    const sure = left.filter(({ score }) => score >= 0.2)
    const right = Math.round((10 * sure.reduce((sum, { score }) => sum + score, 0)) / sure.length)
    const words = new RegExp(`${sure.length} candidates? to review, about ${right} of 10 right`)
    expect(await page.getByText(words).first().isVisible()).toBe(true)
    await page.locator('[data-queue] [role="row"]').nth(1).waitFor()
    if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/slider.png` })
    expect(await accessibilityFaults(page)).toEqual([])
    await page.reload()
    await page.getByRole('button', { name: 'Score 20% and up' }).waitFor()
  })

  it('is downloaded, reset, and the reset taken back', async () => {
    await open('/ranking')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ])
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { format: string; model: object }
    expect(file.format).toBe('termloom-ranking')
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click()
    await until(({ canUndo, state }) => canUndo === 'reset' && state === 'waiting')
    await page.getByText('Candidates are ranked as shipped.').waitFor()
    await page.getByRole('button', { name: 'Take back the reset' }).click()
    await until(({ state }) => state === 'learnt')
    await page.getByText('Candidates are ranked by what this termbase accepts.').waitFor()

    await page.locator('input[type="file"]').setInputFiles({
      name: 'notes.json',
      mimeType: 'application/json',
      buffer: Buffer.from('no JSON at all'),
    })
    await page.getByText(/This is not a ranking that was exported here/).waitFor()
    expect((await ranking()).state).toBe('learnt')
  })

  it('is shown, written and read by the command line', async () => {
    const environment = { DATABASE_URL: database.url }
    const folder = temporaryFolder('ranking')
    const file = `${folder.path}.json`
    const shown = await termloom(['ranking'], environment)
    expect(shown).toMatchObject({ code: 0 })
    expect(shown.stdout).toMatch(/^FEATURE +WEIGHT/)
    expect(shown.stderr).toContain('Candidates are ranked by what this termbase accepts.')
    expect(await termloom(['ranking', '--export', file], environment)).toMatchObject({ code: 0, stdout: '' })
    const reset = await termloom(['ranking', '--reset', '--json'], environment)
    expect(JSON.parse(reset.stdout)).toMatchObject({ state: 'waiting', features: [], canUndo: 'reset' })
    const imported = await termloom(['ranking', '--import', file, '--json'], environment)
    expect(JSON.parse(imported.stdout)).toMatchObject({ isImported: true, canUndo: 'import' })
    expect(imported.stderr).toMatch(/\d+ open candidates have a new score/)
    const both = await termloom(['ranking', '--reset', '--undo'], environment)
    expect(both).toMatchObject({ code: 2, stdout: '' })
    const missing = await termloom(['ranking', '--import', `${file}.none`], environment)
    expect(missing.code).toBe(1)
    expect(missing.stderr).toContain('cannot be read: ENOENT')
    folder.remove()
  })

  it('is as readable in the dark and in Chinese', async () => {
    await page.getByRole('button', { name: 'Dark screen' }).click()
    await page.locator('span[lang="zh"]').click()
    for (const [path, heading] of [
      ['/ranking', '排序'],
      ['/review', ''],
    ] as const) {
      await open(path)
      if (heading) await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      else await page.getByText(/本术语库的决定使其/).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}${path}-dark-zh.png` })
    }
  })
})
