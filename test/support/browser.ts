import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of this machine, or null when there is none. */
export function findChromium(): string | null {
  return places.find((place) => place && existsSync(place)) ?? null
}

/** Headless, also for root in a container, and silent towards the network. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
}

export interface Fault {
  rule: string
  where: string[]
}

/** What axe holds against the screen as it is now, by WCAG 2.2 A and AA, or by these rules only. */
export async function accessibilityFaults(page: Page, rules?: string[]): Promise<Fault[]> {
  await page.evaluate(await axeSource())
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags }
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  const { violations } = await page.evaluate<AxeResult>(`axe.run(document, ${options})`)
  return violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ html }) => html.slice(0, 160)) }))
}

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[]
}

let axe: Promise<string> | undefined

function axeSource(): Promise<string> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  return axe
}
