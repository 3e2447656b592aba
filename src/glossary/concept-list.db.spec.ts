import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import type { ConceptFilter } from './concept-filter.js'
import { ConceptListService } from './concept-list.service.js'
import type { ConceptDraft } from './concept-record.js'
import { ConceptsService } from './concepts.service.js'
import { SubjectFieldsService } from './subject-fields.service.js'

let server: StartedApp
let list: ConceptListService
beforeAll(async () => {
  server = await startApp({ jobs: false })
  list = server.app.get(ConceptListService)
})
afterAll(() => server.stop())

type Line = [zh: string, en: string | null, rest?: Partial<ConceptDraft>]

async function glossaryOf(lines: Line[]) {
  const { termbaseId, editor } = await desk(server)
  for (const [zh, en, rest] of lines)
    await server.app.get(ConceptsService).create(editor, termbaseId, {
      ...rest,
      languages: [
        { language: 'zh', terms: [{ text: zh }] },
        ...(en ? [{ language: 'en', terms: [{ text: en }] }] : []),
      ],
    })
  const chinese = async (filter: ConceptFilter) =>
    (await list.search(termbaseId, { limit: 50, ...filter })).items.map(({ languages }) => languages[0]!.terms[0]!.text)
  return { termbaseId, editor, chinese }
}

describe('the search', () => {
  const lines: Line[] = [
    ['上海合作组织', 'Shanghai Cooperation Organisation'],
    ['合作', 'cooperation'],
    ['国防白皮书', 'defense white paper'],
    ['球阀', 'ball valve'],
    ['阀', 'valve'],
  ]

  test.each([
    ['one character inside', '阀', ['阀', '球阀']],
    ['traditional', '合作組織', ['上海合作组织']],
    ['the term itself first, then those it begins, then those around it', 'cooperation', ['合作', '上海合作组织']],
    ['full width and capitals', 'ＶＡＬＶＥ', ['阀', '球阀']],
    ['words in any order', 'paper defense', ['国防白皮书']],
    ['with or without a space', 'whitepaper', ['国防白皮书']],
    ['letters swapped', 'vavle', ['阀', '球阀']],
    ['a letter missing in a longer word', 'organistion', ['上海合作组织']],
    ['nothing like it', 'xylophone', []],
    ['signs that SQL knows', '50%_\\', []],
    ['a quotation mark', "'; --", []],
  ])('%s', async (_, q, found) => {
    const { chinese } = await glossaryOf(lines)
    expect(await chinese({ q })).toEqual(found)
  })

  test('says when it found no such letters and shows what is near', async () => {
    const { termbaseId } = await glossaryOf(lines)
    expect(await list.search(termbaseId, { q: 'vavle', limit: 10 })).toMatchObject({ near: true, total: 2 })
    expect(await list.search(termbaseId, { q: 'valve', limit: 10 })).not.toHaveProperty('near')
  })

  test.each(['relevance', 'number', 'updated', 'source'] as const)('page by page in the order of %s', async (sort) => {
    const { termbaseId } = await glossaryOf(lines)
    const whole = await list.search(termbaseId, { sort, limit: 10 })
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const page = await list.search(termbaseId, { sort, limit: 2, ...(cursor ? { cursor } : {}) })
      pages.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(pages).toEqual(whole.items.map(({ id }) => id))
    expect(pages).toHaveLength(lines.length)
  })

  test.each([['x'], [Buffer.from('["number","a","b"]').toString('base64url')]])(
    'refuses a made-up cursor',
    async (cursor) => {
      const { termbaseId } = await glossaryOf([])
      await expect(list.search(termbaseId, { cursor, limit: 2 })).rejects.toMatchObject({ code: 'invalid-input' })
    },
  )
})

describe('the filters', () => {
  const lines: Line[] = [
    ['球阀', 'ball valve', { status: 'approved', subjectField: 'ball valves', customerSubset: 'ACME' }],
    ['阀', 'valve', { subjectField: 'valves', definition: 'It stops what flows.' }],
    ['泵', null, { subjectField: 'pumps', status: 'retired' }],
    ['轴', null, {}],
  ]

  test('each finds its part, and the counts say how many it would be', async () => {
    const { termbaseId, editor, chinese } = await glossaryOf(lines)
    const fields = server.app.get(SubjectFieldsService)
    const { items } = await fields.add(editor, termbaseId, { name: 'valves' })
    await fields.add(editor, termbaseId, { name: 'ball valves', parentId: items[0]!.id })

    expect(await chinese({})).toEqual(['轴', '阀', '球阀'])
    expect(await chinese({ status: ['draft', 'retired'] })).toEqual(['轴', '泵', '阀'])
    expect(await chinese({ missing: 'en' })).toEqual(['轴'])
    expect(await chinese({ subjectField: 'valves' })).toEqual(['阀', '球阀'])
    expect(await chinese({ subjectField: '-' })).toEqual(['轴'])
    expect(await chinese({ customerSubset: 'ACME' })).toEqual(['球阀'])
    expect(await chinese({ definition: true })).toEqual(['阀'])
    expect(await chinese({ definition: false, q: '阀' })).toEqual(['球阀'])
    expect(await chinese({ updatedBy: editor.id })).toHaveLength(3)
    expect(await chinese({ updatedSince: '2999-01-01' })).toEqual([])
    expect(await chinese({ openComments: true })).toEqual([])

    expect(await list.counts(termbaseId, {})).toMatchObject({
      total: 3,
      status: { draft: 2, approved: 1, retired: 1 },
      subjectField: { 'ball valves': 1, valves: 1, '-': 1 },
      customerSubset: { ACME: 1, '-': 2 },
      definition: { true: 1, false: 2 },
      missing: { zh: 0, en: 1 },
      termStatus: { 'admittedTerm-admn-sts': 3 },
      updatedBy: { [editor.id]: 3 },
      people: [{ id: editor.id }],
    })
    // A chosen value does not hide the other choices of its own filter.
    expect(await list.counts(termbaseId, { customerSubset: 'ACME' })).toMatchObject({
      total: 1,
      customerSubset: { ACME: 1, '-': 2 },
      status: { approved: 1 },
      missing: { en: 0 },
    })
  })
})
