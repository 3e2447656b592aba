import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults, findChromium, launchBrowser } from '../support/browser.js'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js'
import { type Server, startServer } from '../support/run-termloom.js'

const chromium = findChromium()
if (!chromium) console.warn('No Chromium found: the journey of the concepts is skipped.')
const journey = chromium ? describe : describe.skip

interface Concept {
  id: string
  number: number
  version: number
  status: string
  subjectField: string | null
  definition: string | null
  note: string | null
  customerSubset: string | null
  data: { category?: string }[] | null
  languages: { language: string; terms: { text: string; administrativeStatus: string }[] }[]
}

journey('a terminologist at work on concepts, in a real browser', () => {
  let database: FreshDatabase
  let server: Server
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let home: string
  const made: Concept[] = []
  const troubles: string[] = []

  beforeAll(async () => {
    database = await freshDatabase()
    server = await startServer({ DATABASE_URL: database.url, TERMLOOM_SAMPLE: 'no' })
    browser = await launchBrowser(chromium!)
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security Policy|Warning:/.test(message.text())) troubles.push(message.text())
    })
    const link = /https?:\/\/\S+token=\S+/.exec(server.line)![0].replace(/^https?:\/\/[^/]+/, server.url)
    await page.goto(link)
    await page.getByRole('heading', { name: 'Termbases' }).waitFor()
    const { id } = await api<{ id: string }>('/termbases', {
      name: 'Valves',
      sourceLanguage: 'zh',
      targetLanguage: 'en',
    })
    home = `/termbases/${id}`
    for (const [zh, en, rest] of [
      ['球阀', 'ball valve', { definition: 'A valve with a ball.', subjectField: 'valves' }],
      ['球閥', 'ball-type valve', { note: 'from the old list' }],
      ['阀座', 'valve seat', {}],
      ['泵', 'pump', { status: 'approved' }],
      [
        '密封圈',
        'seal ring',
        {
          data: [
            { element: 'admin', category: 'x-plant', attributes: { id: 'p1' }, content: ['Plant 7'] },
            { element: 'descrip', category: 'definition', content: ['first'] },
            { element: 'descrip', category: 'definition', content: ['second'] },
          ],
          definition: 'first',
        },
      ],
    ] as const)
      made.push(
        await api<Concept>(`${home}/concepts`, {
          ...rest,
          languages: [
            { language: 'zh', terms: [{ text: zh, administrativeStatus: 'preferredTerm-admn-sts' }] },
            { language: 'en', terms: [{ text: en, administrativeStatus: 'preferredTerm-admn-sts' }] },
          ],
        }),
      )
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await database?.drop()
  })

  /** The API as the page sees it, with its cookie. */
  async function api<T>(path: string, body?: unknown, method: 'post' | 'patch' = 'post', etag?: string): Promise<T> {
    const address = `${server.url}/api/v1${path}`
    const headers = { origin: server.url, ...(etag && { 'if-match': etag }) }
    const answer =
      body === undefined
        ? await page.request.get(address, { headers })
        : await page.request[method](address, { headers, data: body })
    return (await answer.json()) as T
  }
  const read = (index: number) => api<Concept>(`${home}/concepts/${made[index]!.id}`)
  const open = (path: string) => page.goto(server.url + home + path)
  const rows = () => page.locator('[role="rowgroup"] [role="row"]')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const openConcept = async (index: number) => {
    await open(`/concepts/${made[index]!.id}`)
    await button('Edit').first().waitFor()
  }
  const notice = (name: string) => page.getByRole('alert').getByRole('button', { name })

  async function until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if ((await ask()) === wanted) return
      await page.waitForTimeout(50)
    }
    expect(await ask()).toBe(wanted)
  }

  it('finds Chinese from one character on, and what is misspelt; the address keeps the filters', async () => {
    await open('/concepts')
    await rows().first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('阀')
    await until(() => rows().count(), 3)
    await page.getByRole('searchbox').fill('sael rnig')
    await page.getByText('these are spelt alike').waitFor()
    expect(await rows().allTextContents()).toEqual([expect.stringContaining('seal ring')])
    await page.getByRole('searchbox').fill('')
    await until(() => rows().count(), 5)
    await button('More filters').click()
    await page.getByLabel('Definition', { exact: true }).selectOption({ label: 'Without a definition (3)' })
    await until(() => rows().count(), 3)
    expect(new URL(page.url()).searchParams.get('definition')).toBe('false')
    await page.reload()
    await until(() => rows().count(), 3)
    await button('Clear the filters').first().click()
    await until(() => rows().count(), 5)
  })

  it('changes all that a filter finds after a preview, and takes it back', async () => {
    await open('/concepts?q=阀')
    await until(() => rows().count(), 3)
    await button('Edit 3').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Field', { exact: true }).selectOption('customerSubset')
    await dialog.getByLabel('New value').fill('ACME')
    await dialog.getByText('3 of 3 concepts change').waitFor()
    await dialog.getByRole('button', { name: 'Change 3 concepts' }).click()
    await page.getByText('3 concepts changed.').waitFor()
    expect((await read(0)).customerSubset).toBe('ACME')
    await notice('Undo').click()
    await page.getByText('3 concepts as before.').waitFor()
    expect((await read(0)).customerSubset).toBeNull()
  })

  it('shows and edits what a file said beside the fields, and loses none of it', async () => {
    await openConcept(4)
    await page.getByText('Plant 7').waitFor()
    await page.getByText('second', { exact: true }).waitFor()
    await page.keyboard.press('e')
    await page.getByRole('group', { name: 'x-plant' }).getByRole('textbox').fill('Plant 8')
    await button('Add another field').first().click()
    await page.getByRole('menuitem', { name: 'Picture' }).click()
    await page.getByLabel('Picture: address').fill('javascript:alert(1)')
    await page.getByText('Begin with http:// or https://').waitFor()
    await page.getByLabel('Picture: address').fill('https://pictures.example/seal.png')
    await button('Add another field').first().click()
    await page.getByRole('menuitem', { name: 'See also' }).click()
    await page.getByPlaceholder('Any part of a term').last().fill('pump')
    await page.getByRole('option', { name: /pump/ }).click()
    await button('Save').click()
    await button('Edit').waitFor()
    const { data } = await read(4)
    expect(data).toEqual(
      expect.arrayContaining([
        { element: 'admin', category: 'x-plant', attributes: { id: 'p1' }, content: ['Plant 8'] },
        { element: 'descrip', category: 'definition', content: ['second'] },
        expect.objectContaining({ category: 'xGraphic', attributes: { target: 'https://pictures.example/seal.png' } }),
        expect.objectContaining({ category: 'crossReference', attributes: { target: `c${made[3]!.number}` } }),
      ]),
    )
    await page.getByRole('link', { name: /泵/ }).click()
    await page.getByText('Referred to by').waitFor()
    await page.getByRole('link', { name: /密封圈/ }).waitFor()
  })

  it('warns of a term that is there already, and opens it without losing the form', async () => {
    await openConcept(2)
    await page.keyboard.press('e')
    await page.getByLabel('Note', { exact: true }).fill('half written')
    await button('Add a term').first().click()
    await page.getByRole('group', { name: 'Chinese' }).getByLabel('Term', { exact: true }).last().fill('球閥')
    await page.getByText('In the termbase already:').waitFor()
    await page
      .getByRole('button', { name: /ball valve/ })
      .first()
      .click()
    await page.getByRole('dialog').getByText('A valve with a ball.').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('half written')
    await button('Cancel').click()
  })

  it('puts two people’s changes together, field by field, when somebody else was faster', async () => {
    await openConcept(0)
    await page.keyboard.press('e')
    await page.getByLabel('Definition', { exact: true }).fill('My definition.')
    await page.getByLabel('Note', { exact: true }).fill('my note')
    const { version } = await read(0)
    await api(
      `${home}/concepts/${made[0]!.id}`,
      { note: 'their note', customerSubset: 'Theirs' },
      'patch',
      `"v${version}"`,
    )
    await button('Save').click()
    await page.getByText('Somebody else changed this concept').waitFor()
    await page.getByText('One field that you both changed').waitFor()
    await page.getByRole('radio', { name: 'Theirs: their note' }).check()
    await button('Put both together and go on').click()
    expect(await page.getByLabel('Customer', { exact: true }).inputValue()).toBe('Theirs')
    await button('Save').click()
    await button('Edit').waitFor()
    expect(await read(0)).toMatchObject({
      definition: 'My definition.',
      note: 'their note',
      customerSubset: 'Theirs',
      subjectField: 'valves',
    })
  })

  it('restores an earlier version, and takes the restoring back', async () => {
    await openConcept(0)
    const before = await read(0)
    await button('Restore').last().click()
    await page.getByText('Version 1 is the newest again.').waitFor()
    expect((await read(0)).definition).toBe('A valve with a ball.')
    await notice('Undo').click()
    await until(async () => (await read(0)).definition, before.definition)
  })

  it('talks about a concept: calls a person by name, who finds it; resolves and reopens', async () => {
    await api('/users', { name: 'Wang Fang', role: 'editor' })
    await openConcept(0)
    const field = page.getByRole('textbox', { name: 'New comment' })
    await field.click()
    await page.keyboard.type('Right? @wan')
    await page.getByRole('option', { name: 'Wang Fang' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Right? @Wang Fang ')
    await page.keyboard.press('Control+Enter')
    await page.locator('article').getByText('@Wang Fang').waitFor()
    await page.locator('article').getByRole('button', { name: 'Answer' }).click()
    await page.keyboard.type('It is.')
    await page.keyboard.press('Control+Enter')
    await page.locator('article').getByText('It is.').waitFor()
    await button('Resolve').click()
    await button('Show 1 resolved thread').click()
    await button('Reopen').click()
    await button('Resolve').waitFor()

    const users = await api<{ items: { id: string; name: string }[] }>('/users')
    const called = users.items.find(({ name }) => name === 'Wang Fang')!
    const { url } = await api<{ url: string }>(`/users/${called.id}/sign-in-link`, {})
    const theirs = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await theirs.goto(url.replace(/^https?:\/\/[^/]+/, server.url))
    await theirs.getByRole('link', { name: '1 条新的提及' }).click()
    await theirs.getByRole('link', { name: /球阀/ }).click()
    await theirs.getByText('Right?').waitFor()
    await theirs.getByRole('link', { name: '1 条新的提及' }).waitFor({ state: 'hidden' })
    await theirs.context().close()
  })

  it('merges two concepts, shows what is dropped, leads from the old address to the new, and undoes it', async () => {
    const before = [await read(0), await read(1)]
    await openConcept(0)
    await page.getByRole('link', { name: 'Merge …' }).click()
    await page.getByLabel('Which concept goes into this one?').first().fill('ball-type')
    await page.getByRole('option', { name: /ball-type/ }).click()
    await page.getByRole('table', { name: 'Where they differ' }).waitFor()
    await page.getByRole('radiogroup', { name: 'Keep: Note' }).getByRole('radio', { name: 'Right' }).check()
    await page.getByRole('listitem').getByText('their note').waitFor()
    await button(`Merge ${made[1]!.number} into ${made[0]!.number}`).click()
    await page.getByText(`Concept ${made[1]!.number} merged into ${made[0]!.number}.`).waitFor()
    const merged = await read(0)
    expect(merged.note).toBe('from the old list')
    expect(merged.languages[1]!.terms.map(({ text }) => text)).toEqual(['ball valve', 'ball-type valve'])
    const undo = notice('Undo')
    expect(await read(1)).toMatchObject({ status: 'retired', replacedBy: { id: made[0]!.id } })
    await undo.click()
    await page.getByText('2 concepts as before.').waitFor()
    const content = ({ note, definition, languages, status }: Concept) => ({ note, definition, languages, status })
    expect([content(await read(0)), content(await read(1))]).toEqual(before.map(content))
  })

  it('keeps a tree of subject fields, whose names the concepts follow and whose branches come back', async () => {
    await open('/subject-fields')
    await page.getByText('1 subject field outside the tree').waitFor()
    await button('Take them into the tree').click()
    await button('More for valves').click()
    await page.getByRole('menuitem', { name: 'New one below valves' }).click()
    await page.getByLabel('New one below valves').fill('ball valves')
    await page.keyboard.press('Enter')
    const fields = page.getByRole('list', { name: 'Subject fields' }).locator('li > div > span:first-child')
    const names = async () => (await fields.allTextContents()).join(', ')
    await until(names, 'valves, ball valves')
    await open('/settings')
    await button('More for valves').click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('“valves” is out of the tree.').waitFor()
    await until(names, '')
    await notice('Undo').click()
    await until(names, 'valves, ball valves')
    await open('/subject-fields')
    await button('More for valves').click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByLabel('New name for valves').fill('阀门')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '1 concept', exact: true }).click()
    await until(() => rows().count(), 1)
    expect((await read(0)).subjectField).toBe('阀门')
    await openConcept(2)
    await page.keyboard.press('e')
    await page.getByLabel('Subject field').first().fill('阀')
    await page.getByRole('option', { name: '阀门' }).click()
    await button('Save').click()
    await button('Edit').waitFor()
    expect((await read(2)).subjectField).toBe('阀门')
  })

  it('offers the further languages of the termbase, and tells that an approved concept is a draft again', async () => {
    await api(home, { otherLanguages: ['de'], reopeningFields: ['term'] }, 'patch')
    await openConcept(3)
    await page.keyboard.press('e')
    await button('Add German').click()
    await page.getByLabel('Term', { exact: true }).last().fill('Pumpe')
    await button('Save').click()
    await page.getByText('Saved as a draft again').waitFor()
    const { status, languages } = await read(3)
    expect([status, languages.map(({ language }) => language)]).toEqual(['draft', ['zh', 'en', 'de']])
    await button('Approve').click()
    await until(async () => (await read(3)).status, 'approved')
    expect(await page.getByText('Saved as a draft again').count()).toBe(1)
  })

  it('says in the language of the screen what is wrong with a field, and where', async () => {
    const chinese = await browser.newContext({ locale: 'zh-CN' })
    await chinese.addCookies(await context.cookies())
    const theirs = await chinese.newPage()
    await theirs.goto(`${server.url}${home}/concepts/${made[2]!.id}`)
    await theirs.getByRole('button', { name: '编辑', exact: true }).click()
    await theirs.getByRole('button', { name: '添加术语' }).first().click()
    await theirs.getByLabel('术语', { exact: true }).nth(1).fill('阀座')
    await theirs.getByRole('button', { name: '保存', exact: true }).click()
    await theirs.getByRole('listitem').getByText('中文 · 术语: “阀座”出现了两次').waitFor()
    await chinese.close()
  })

  it('axe finds nothing on any of these screens, light or dark, nor on a phone', async () => {
    await api(`${home}/concepts/${made[1]!.id}/comments`, { text: 'Open.' })
    const merging = `/concepts/${made[0]!.id}/merge`
    const screens = [
      '/concepts',
      `/concepts/${made[4]!.id}`,
      `${merging}?with=${made[1]!.id}`,
      merging,
      '/subject-fields',
    ]
    const faults: unknown[] = []
    const look = async (where: string) => {
      await page.waitForTimeout(500)
      for (const fault of await accessibilityFaults(page)) faults.push({ screen: where, ...fault })
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const screen of screens) {
        await open(screen)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await look(`${screen} ${colorScheme}`)
      }
      await openConcept(4)
      await button('Edit').click()
      await button('More fields').first().click()
      await look(`form ${colorScheme}`)
      await open('/concepts')
      await button('More filters').click()
      await look(`filters ${colorScheme}`)
      await page.keyboard.press('Escape')
      await button('Edit 5').click()
      await page.getByText('concepts change').waitFor()
      await look(`bulk ${colorScheme}`)
      await page.goto(`${server.url}/mentions`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await look(`mentions ${colorScheme}`)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    for (const screen of screens) {
      await open(screen)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await look(`${screen} phone`)
      const width = await page.locator('body').evaluate((body) => body.scrollWidth)
      if (width > 390) faults.push({ where: screen, width })
    }
    expect(faults).toEqual([])
  }, 180_000)

  it('the page broke no rule of its own on the way', () => {
    expect(troubles).toEqual([])
  })
})
