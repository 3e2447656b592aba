import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import { Database } from '../database/database.js'
import type { ConceptDraft } from './concept-record.js'
import { ConceptListService } from './concept-list.service.js'
import { ConceptsService } from './concepts.service.js'

let server: StartedApp
let concepts: ConceptsService
let list: ConceptListService
beforeAll(async () => {
  server = await startApp({ jobs: false })
  concepts = server.app.get(ConceptsService)
  list = server.app.get(ConceptListService)
})
afterAll(() => server.stop())

const draft = (zh: string, en: string, rest: Partial<ConceptDraft> = {}): ConceptDraft => ({
  ...rest,
  languages: [
    { language: 'zh', terms: [{ text: zh }] },
    { language: 'en', terms: [{ text: en }] },
  ],
})

describe('a concept', () => {
  test('keeps every version: it can be read, compared, and made the newest again', async () => {
    const { termbaseId, editor } = await desk(server)
    const first = await concepts.create(editor, termbaseId, draft('球阀', 'ball valve'))
    const second = await concepts.change(editor, termbaseId, first.id, 1, { definition: 'A valve with a ball.' })
    expect(second).toMatchObject({ version: 2, definition: 'A valve with a ball.', languages: first.languages })
    await concepts.change(editor, termbaseId, first.id, 2, draft('球阀', 'globe valve'))
    const restored = await concepts.restore(editor, termbaseId, first.id, 1)
    expect(restored).toMatchObject({ version: 4, definition: null })
    expect(restored.languages.flatMap(({ terms }) => terms.map(({ text }) => text))).toEqual(['球阀', 'ball valve'])
    const history = await concepts.history(termbaseId, first.id)
    expect(history.map(({ version, cause }) => [version, cause])).toEqual([
      [4, 'restore-version-1'],
      [3, 'edit-concept'],
      [2, 'edit-concept'],
      [1, 'create-concept'],
    ])
    expect(history.every(({ author }) => author.name === 'Some editor')).toBe(true)
  })

  test('is changed by one of two editors who started from the same version', async () => {
    const { termbaseId, editor } = await desk(server)
    const { id } = await concepts.create(editor, termbaseId, draft('球阀', 'ball valve'))
    const both = await Promise.allSettled(
      ['one', 'other'].map((note) => concepts.change(editor, termbaseId, id, 1, { note })),
    )
    expect(both.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual(['fulfilled', 'rejected'])
    const [refused] = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    expect(refused!.reason).toMatchObject({ code: 'version-behind', details: { extra: { newer: { version: 2 } } } })
  })

  test('keeps the ids of terms that are named again', async () => {
    const { termbaseId, editor } = await desk(server)
    const { id, languages } = await concepts.create(editor, termbaseId, draft('球阀', 'ball valve'))
    const [chinese, english] = languages
    const renamed = { ...english!, terms: [{ ...english!.terms[0]!, text: 'ball-valve' }] }
    const changed = await concepts.change(editor, termbaseId, id, 1, { languages: [chinese!, renamed] })
    expect(changed.languages[1]!.terms[0]).toMatchObject({ id: english!.terms[0]!.id, text: 'ball-valve' })
  })

  test('that is retired is in no list, and its history stays', async () => {
    const { termbaseId, editor } = await desk(server)
    const { id } = await concepts.create(editor, termbaseId, draft('球阀', 'ball valve'))
    await concepts.retire(editor, termbaseId, id, 1)
    expect((await list.search(termbaseId, { limit: 10 })).items).toEqual([])
    expect(await concepts.history(termbaseId, id)).toHaveLength(2)
  })

  test.each([
    ['no term', { languages: [{ language: 'zh', terms: [] }] }, 'languages[0].terms'],
    ['a term of spaces', draft('球阀', '   '), 'languages[1].terms[0].text'],
    ['no language code', { languages: [{ language: 'Chinese!', terms: [{ text: '球阀' }] }] }, 'languages[0].language'],
  ])('with %s is refused, naming the field', async (_, wrong, field) => {
    const { termbaseId, editor } = await desk(server)
    await expect(concepts.create(editor, termbaseId, wrong)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: { [field]: expect.any(Array) } },
    })
    expect((await list.search(termbaseId, { limit: 10 })).items).toEqual([])
  })
})

describe('the search among concepts', () => {
  test('finds a term from one character on, in other script, width and case; page by page', async () => {
    const { termbaseId, editor } = await desk(server)
    for (const [zh, en] of [
      ['上海合作组织', 'SCO'],
      ['国防', 'national defense'],
      ['国防白皮书', 'defense white paper'],
    ] as const)
      await concepts.create(editor, termbaseId, draft(zh, en))
    const find = async (q: string) =>
      (await list.search(termbaseId, { q, limit: 10 })).items.map(({ languages }) => languages[0]!.terms[0]!.text)
    expect(await find('國')).toEqual(['国防', '国防白皮书'])
    expect(await find('sco')).toEqual(['上海合作组织'])
    expect(await find('ＳＣＯ')).toEqual(['上海合作组织'])
    expect(await find('50%')).toEqual([])
    const page = await list.search(termbaseId, { limit: 2 })
    const rest = await list.search(termbaseId, { limit: 2, cursor: page.next! })
    expect([page.items.length, rest.items.length, rest.next]).toEqual([2, 1, null])
  })
})

test('the database itself refuses a term without a concept, and a concept without an author', async () => {
  const { termbaseId } = await desk(server)
  const { db } = server.app.get(Database)
  const nowhere = '00000000-0000-4000-8000-000000000000'
  await expect(
    db.query(`INSERT INTO terms (language_section_id, position, text, key, grams) VALUES ($1, 0, 'x', 'x', '{}')`, [
      nowhere,
    ]),
  ).rejects.toThrow('fk_terms_language_section')
  await expect(
    db.query(`INSERT INTO concepts (termbase_id, updated_by) VALUES ($1, $2)`, [termbaseId, nowhere]),
  ).rejects.toThrow(/created_by/)
})
