// How quick the review desk is with a long queue, in a real Chromium:
//   node test/bench/desk.mjs [CANDIDATES]      default 50000; run `npm run build` before
// Seeds a queue, opens the page and measures what an editor waits for: the next card (its evidence on screen) after a key,
// the next card after a decision, the list after a filter was changed, frames while scrolling; and the same questions over
// HTTP, first asked and asked again. Milliseconds of the wall, p50 and p95. Needs a Chromium (CHROMIUM names another).
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../..')
const count = Number(process.argv[2] ?? 50_000)
const { readConfig } = await import(`${root}/dist/src/config.js`)
const { openDatabase } = await import(`${root}/dist/src/database/open.js`)
const { migrate } = await import(`${root}/dist/src/database/migrate.js`)

const folder = mkdtempSync(path.join(tmpdir(), 'termloom-desk-'))
chmodSync(folder, 0o755)
const database = await openDatabase(readConfig({ ...process.env, TERMLOOM_DATA: path.join(folder, 'data') }))
await migrate(database.url)
const termbase = await seeded()
const server = await startServer()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
})
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(server.link)
  await page.getByRole('heading', { name: 'Termbases' }).waitFor()
  const home = `${server.origin}/termbases/${termbase}`
  const report = {
    'first screen': [await firstScreen(page, home)],
    'next card (j)': await cards(page, 'j', 60),
    'accept and next card (Enter)': await cards(page, 'Enter', 40),
    'skip and next card (s)': await cards(page, 's', 40),
    ...(await filters(page)),
    ...(await scrolling(page, home)),
    ...(await overHttp(page)),
  }
  console.log(`${count} candidates queued; milliseconds`)
  console.table(Object.fromEntries(Object.entries(report).map(([name, times]) => [name, percentiles(times)])))
} finally {
  await browser.close()
  server.process.kill('SIGTERM')
  await server.ended
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function seeded() {
  const seed = path.join(root, 'test/support/seed-queue.mjs')
  try {
    return execFileSync(process.execPath, [seed, database.url, String(count)], { encoding: 'utf8' }).trim()
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function firstScreen(page, home) {
  const begin = performance.now()
  await page.goto(`${home}/review`)
  await page.locator('[data-card] mark').first().waitFor()
  return performance.now() - begin
}

/** From the key to the frame that shows the evidence of another candidate. */
async function cards(page, key, times) {
  const measured = []
  for (let i = 0; i < times; i++) {
    const other = page.getByRole('button', { name: 'Something else: new concept' })
    if (await other.isVisible()) await other.press('Enter')
    await page.waitForTimeout(120)
    measured.push(await page.evaluate(nextCard, key))
  }
  return measured
}

/** Runs in the page. */
function nextCard(key) {
  const shown = () => document.querySelector('[data-card]')?.getAttribute('data-card')
  const before = shown()
  const begin = performance.now()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  return new Promise((resolve, reject) => {
    const look = () => {
      if (shown() !== before && document.querySelector('[data-card] mark')) resolve(performance.now() - begin)
      else if (performance.now() - begin > 10_000) reject(new Error(`No other card after ${key}`))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** From the choice to the list that shows as many as match. */
async function filters(page) {
  const choices = ['name', 'abbreviation', '', 'term', 'name', '', 'abbreviation', ''].map((kind) => ['Kind', kind])
  const times = []
  const other = page.getByRole('button', { name: 'Something else: new concept' })
  if (await other.isVisible()) await other.press('Enter')
  for (const [label, value] of choices) {
    await page.waitForTimeout(400)
    const before = await page.locator('[data-queue]').getAttribute('aria-rowcount')
    const begin = performance.now()
    await page.getByLabel(label, { exact: true }).selectOption(value)
    await page.evaluate(otherList, before)
    times.push(performance.now() - begin)
  }
  await page.waitForTimeout(400)
  const before = await page.locator('[data-queue]').getAttribute('aria-rowcount')
  const begin = performance.now()
  await page.getByRole('searchbox').fill('con')
  await page.waitForURL(/q=/)
  await page.evaluate(otherList, before)
  const search = performance.now() - begin
  await page.getByRole('searchbox').fill('')
  await page.waitForTimeout(500)
  return { 'filter changed in the page': times, 'search, 250 ms of waiting for the next letter included': [search] }
}

/** Runs in the page: resolves with the frame that shows another number of rows. */
function otherList(before) {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    const look = () => {
      const now = document.querySelector('[data-queue]')?.getAttribute('aria-rowcount')
      if (now !== before && now !== '1' && document.querySelector('[data-queue] [data-id]')) resolve()
      else if (performance.now() - begin > 10_000) reject(new Error(`Still ${now} rows`))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Gaps between frames while a fast wheel goes down, and how many frames showed no row. */
async function scrolling(page, home) {
  await page.goto(`${home}/review`)
  await page.locator('[data-queue] [data-id]').first().waitFor()
  const { gaps, blank, rows } = await page.evaluate(async () => {
    const table = document.querySelector('[data-queue]')
    const gaps = []
    let blank = 0
    let last = performance.now()
    for (let i = 0; i < 300; i++) {
      table.scrollTop += 400
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = performance.now()
      gaps.push(now - last)
      last = now
      if (!table.querySelector('[data-id]')) blank += 1
    }
    return { gaps, blank, rows: Math.round(table.scrollTop / 36) }
  })
  return { [`frame while scrolling to row ${rows}, ${blank} blank`]: gaps }
}

async function overHttp(page) {
  const ask = async (query) => {
    const begin = performance.now()
    const answer = await page.request.get(`${server.origin}/api/v1/termbases/${termbase}/candidates${query}`)
    await answer.body()
    return performance.now() - begin
  }
  const some = [
    '',
    'state=proposed',
    'state=proposed&kind=name',
    'kind=name&minScore=0.7',
    'rival=true',
    'minFrequency=3',
    'q=合同',
    'q=con',
    'state=accepted',
    'language=zh&maxScore=0.3',
  ]
  const counts = []
  const again = []
  const lists = []
  for (const query of some) {
    counts.push(await ask(`/counts?${query}`))
    again.push(await ask(`/counts?${query}`))
    for (const sort of ['score', 'frequency', 'source', 'recent'])
      lists.push(await ask(`?limit=200&sort=${sort}&${query}`))
  }
  return { 'counts of a filter, first asked': counts, 'counts, asked again': again, 'first 200 of a filter': lists }
}

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] * 10) / 10
  return { times: times.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}

async function startServer() {
  const child = spawn(process.execPath, [path.join(root, 'bin/termloom.mjs'), 'serve'], {
    env: { ...process.env, PORT: '0', DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'no' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const link = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /https?:\/\/\S+token=\S+/.exec(said)
      if (found) resolve(found[0])
    })
    void ended.then((code) => reject(new Error(`termloom serve ended with code ${code} before it was ready.`)))
  })
  return { process: child, ended, link, origin: new URL(link).origin }
}
