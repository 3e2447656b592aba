import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Prepared, prepareScreens, type Screen, screens } from '../../bin/screens.mjs'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'

const chromium = findChromium()
const journey = chromium ? describe : describe.skip

it('every route has a screen that is visited', () => {
  const routes = readFileSync(path.resolve(import.meta.dirname, '../../src/admin-ui/routes.tsx'), 'utf8')
  const declared = [...routes.matchAll(/path: '([^']+)',?\s*(?:lazy|element: <LostScreen)/g)].map(([, route]) => route!)
  expect(declared.length).toBeGreaterThan(15)
  expect(declared.filter((route) => !screens.some((screen) => screen.route === route))).toEqual([])
})

journey('every screen, in both languages, light and dark', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let at: Prepared
  let cookies: Awaited<ReturnType<BrowserContext['cookies']>>

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'yes' })
    browser = await launchBrowser(chromium!)
    const administrator = await signIn(/https?:\/\/\S+token=\S+/.exec(server.line)![0])
    const { send, call } = administrator
    const upload = (address: string, name: string, text: string) =>
      send(address, {
        method: 'POST',
        multipart: { file: { name, mimeType: 'text/csv', buffer: Buffer.from(text) } },
      })
    at = await prepareScreens(call, upload, async (link) => (await signIn(link)).call)
    cookies = await administrator.context.cookies()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  /** Whoever the one-time link is for. */
  async function signIn(link: string) {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(link.replace(/^https?:\/\/[^/]+/, server.url))
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    const send = async (address: string, options: object): Promise<any> => {
      const answer = await page.request.fetch(`${server.url}/api/v1${address}`, {
        headers: { origin: server.url },
        ...options,
      })
      expect([address, answer.status() < 300]).toEqual([address, true])
      return answer.json()
    }
    return { context, send, call: (method: string, address: string, data?: unknown) => send(address, { method, data }) }
  }

  async function openOn(page: Page, { address, isSignedOut }: Screen): Promise<void> {
    if (isSignedOut) await page.context().clearCookies()
    else await page.context().addCookies(cookies)
    await page.goto(server.url + address(at))
    await page.locator('h1').first().waitFor()
    // The news of other editors come over a connection that stays open.
    await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => {})
    await page.waitForTimeout(200)
  }

  it.each(['en-GB', 'zh-CN'])(
    'axe finds nothing: %s',
    async (locale) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale })
      const page = await context.newPage()
      const faults: Record<string, unknown> = {}
      for (const screen of screens) {
        await page.emulateMedia({ colorScheme: 'light' })
        await openOn(page, screen)
        const inLight = await accessibilityFaults(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.waitForTimeout(200)
        const inDark = await accessibilityFaults(page, ['color-contrast'])
        if (inLight.length + inDark.length > 0) faults[screen.name] = { inLight, inDark }
      }
      await context.close()
      expect(faults).toEqual({})
    },
    300_000,
  )

  it('each has a title of its own, the language it is in, and nothing wider than the window, on a phone too', async () => {
    const faults: Record<string, unknown> = {}
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' })
      const page = await context.newPage()
      for (const screen of screens) {
        await openOn(page, screen)
        const seen = await page.evaluate<{ title: string; lang: string; overflow: number }>(
          `({ title: document.title, lang: document.documentElement.lang, overflow: document.documentElement.scrollWidth - innerWidth })`,
        )
        const isRight = seen.title.length > 1 && seen.lang === 'zh-Hans' && seen.overflow <= 0
        if (!isRight) faults[`${screen.name} ${width}`] = seen
      }
      await context.close()
    }
    expect(faults).toEqual({})
  }, 300_000)

  it('the keyboard alone gets past the head to the content, and sees where it is', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    const page = await context.newPage()
    const faults: string[] = []
    for (const screen of screens.filter(({ isSignedOut }) => !isSignedOut)) {
      await openOn(page, screen)
      // A dialog, or a field that the screen is there for, has the focus already.
      if (await page.evaluate<boolean>(`document.activeElement !== document.body`)) continue
      await page.keyboard.press('Tab')
      const skips = await page.evaluate<boolean>(
        `document.activeElement.getAttribute('href') === '#main' && document.activeElement.getBoundingClientRect().top >= 0`,
      )
      if (!skips) faults.push(`${screen.name}: the first stop is not the link that skips the head`)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      const stop = await page.evaluate<string>(`(() => {
        const now = document.activeElement
        if (now === document.body) return ''
        const style = getComputedStyle(now)
        const isSeen = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.borderColor !== ''
        return now.closest('main, footer') && isSeen ? '' : now.outerHTML.slice(0, 120)
      })()`)
      if (stop) faults.push(`${screen.name}: after skipping, ${stop}`)
    }
    await context.close()
    expect(faults).toEqual([])
  }, 180_000)

  it('the glossary site works without a script', async () => {
    const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(server.url + at.site)
    await page.getByRole('searchbox').fill('Pact')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Central Asian Pact' }).click()
    await page.getByRole('heading', { level: 1, name: '中国—中亚合作组织' }).waitFor()
    expect(await page.locator('s').textContent()).toBe('Central Asian Pact')
    await context.close()
  })

  it('the glossary site searches while one types, and gives the page back when the box is emptied', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(server.url + at.site)
    await page.keyboard.press('/')
    await page.keyboard.type('Central')
    await page
      .getByRole('link', { name: /Central Asia/ })
      .first()
      .waitFor()
    expect(page.url()).toContain('q=Central')
    await page.getByRole('searchbox').fill('')
    await page.getByRole('heading', { name: 'Browse' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(at.site)
    await context.close()
  })
})
