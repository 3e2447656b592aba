// Pictures of every screen, in both languages, wide and narrow, light and dark, for a person to look at:
//   node bin/screenshots.mjs FOLDER
// Starts Termloom on a database of its own with the sample, gives it something to show, and visits each screen.
// FOLDER/review.png is the picture of the README. Needs a Chromium (CHROMIUM names another than /usr/bin/chromium).
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { prepareScreens, screens } from './screens.mjs'

const folder = process.argv[2]
if (!folder) {
  console.error('Usage: node bin/screenshots.mjs FOLDER')
  process.exit(2)
}

const sizes = {
  wide: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', deviceScaleFactor: 2 },
}
const languages = { en: 'en-GB', zh: 'zh-CN' }

mkdirSync(folder, { recursive: true })
const data = mkdtempSync(path.join(tmpdir(), 'termloom-screens-'))
chmodSync(data, 0o755)
const server = await startServer()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
})
try {
  const { cookies, at } = await prepare()
  for (const [language, locale] of Object.entries(languages)) {
    for (const [size, look] of Object.entries(sizes)) await visit({ language, locale, size, look, cookies, at })
  }
  await takePicture(cookies, `${at.home}/review?state=all&candidate=${at.candidate}`)
} finally {
  await browser.close()
  server.process.kill('SIGTERM')
  await server.ended
  rmSync(data, { recursive: true, force: true })
}

async function startServer() {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'termloom.mjs'), 'serve'], {
    env: { ...process.env, PORT: '0', TERMLOOM_DATA: path.join(data, 'data'), TERMLOOM_SAMPLE: 'yes' },
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

/** Signs in, and gives the screens something to show. */
async function prepare() {
  const { context, send, call } = await signIn(server.link)
  const upload = (address, name, text) =>
    send(address, {
      method: 'POST',
      multipart: { file: { name, mimeType: 'text/csv', buffer: Buffer.from(text) } },
    })
  const at = await prepareScreens(call, upload, async (link) => (await signIn(link)).call)
  return { cookies: await context.cookies(), at }
}

/** Whoever the one-time link is for, at the same server. */
async function signIn(link) {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(link.replace(new URL(link).origin, server.origin))
  await page.getByRole('heading', { name: 'Termbases' }).waitFor()
  const send = async (address, options) => {
    const url = `${server.origin}/api/v1${address}`
    const answer = await page.request.fetch(url, { headers: { origin: server.origin }, ...options })
    if (!answer.ok()) throw new Error(`${options.method} ${address}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  return { context, send, call: (method, address, data) => send(address, { method, data }) }
}

async function visit({ language, locale, size, look, cookies, at }) {
  const context = await browser.newContext({ ...look, locale })
  const page = await context.newPage()
  for (const { name, address, isSignedOut } of screens) {
    if (isSignedOut) await context.clearCookies()
    else await context.addCookies(cookies)
    await page.goto(server.origin + address(at))
    await settled(page)
    await page.screenshot({ path: path.join(folder, `${name}.${language}.${size}.png`) })
  }
  await context.close()
}

async function takePicture(cookies, address) {
  const context = await browser.newContext({ ...sizes.wide, locale: 'en-GB' })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(server.origin + address)
  await page.locator('mark').first().waitFor()
  await settled(page)
  await page.screenshot({ path: path.join(folder, 'review.png') })
  await context.close()
}

async function settled(page) {
  // The news of other editors come over a connection that stays open.
  await page.waitForLoadState('networkidle', { timeout: 2500 }).catch(() => {})
  await page.waitForTimeout(300)
}
