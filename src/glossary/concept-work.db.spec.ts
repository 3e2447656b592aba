import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import { BulkEditService } from './bulk-edit.service.js'
import { ConceptBatchesService } from './concept-batches.service.js'
import { ConceptMergeService } from './concept-merge.service.js'
import { ConceptNeighboursService } from './concept-neighbours.service.js'
import type { ConceptDraft, ConceptRecord } from './concept-record.js'
import { ConceptsService } from './concepts.service.js'
import { SubjectFieldsService } from './subject-fields.service.js'

let server: StartedApp
let concepts: ConceptsService
let bulk: BulkEditService
let batches: ConceptBatchesService
let merging: ConceptMergeService
beforeAll(async () => {
  server = await startApp({ jobs: false })
  const { app } = server
  concepts = app.get(ConceptsService)
  bulk = app.get(BulkEditService)
  batches = app.get(ConceptBatchesService)
  merging = app.get(ConceptMergeService)
})
afterAll(() => server.stop())

const draft = (zh: string, en: string, rest: Partial<ConceptDraft> = {}): ConceptDraft => ({
  ...rest,
  languages: [
    { language: 'zh', terms: [{ text: zh, administrativeStatus: 'preferredTerm-admn-sts' }] },
    { language: 'en', terms: [{ text: en, administrativeStatus: 'preferredTerm-admn-sts' }] },
  ],
})

async function glossaryOf(drafts: ConceptDraft[]) {
  const { termbaseId, editor } = await desk(server)
  const made: ConceptRecord[] = []
  for (const one of drafts) made.push(await concepts.create(editor, termbaseId, one))
  const get = (index: number) => concepts.get(termbaseId, made[index]!.id)
  return { termbaseId, editor, made, get }
}

/** A record but for what every change changes. */
const said = ({ version: _, updatedAt: __, updatedBy: ___, ...rest }: ConceptRecord) => rest

describe('a bulk edit', () => {
  const three = [
    draft('球阀', 'ball valve'),
    draft('阀座', 'valve seat', { subjectField: 'valves' }),
    draft('泵', 'pump'),
  ]

  test('changes what the filter finds and the preview told, in one step that is taken back in one', async () => {
    const { termbaseId, editor, made, get } = await glossaryOf(three)
    const edit = { filter: { q: '阀' }, change: { status: 'approved' as const, subjectField: 'valves' } }
    const preview = await bulk.preview(termbaseId, edit)
    expect(preview).toMatchObject({ matching: 2, changing: 2 })
    expect(preview.examples.map(({ before }) => before.subjectField)).toEqual(['valves', null])
    const { batchId, changed } = await bulk.edit(editor, termbaseId, { ...edit, expectedCount: 2 })
    expect(changed).toBe(2)
    expect(await get(0)).toMatchObject({ status: 'approved', subjectField: 'valves', version: 2 })
    expect(await get(2)).toMatchObject({ status: 'draft', version: 1 })
    expect(
      (await concepts.history(termbaseId, made[0]!.id)).map(({ cause, snapshot }) => [cause, snapshot.status]),
    ).toEqual([
      ['edit-concepts', 'approved'],
      ['create-concept', 'draft'],
    ])
    expect(await batches.undo(editor, termbaseId, batchId!, { rest: false })).toEqual({ undone: 2, kept: 0 })
    expect(said(await get(0))).toEqual(said(made[0]!))
    expect(said(await get(1))).toEqual(said(made[1]!))
    await expect(batches.undo(editor, termbaseId, batchId!, { rest: false })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('is refused when another number would change than was told', async () => {
    const { termbaseId, editor, get } = await glossaryOf(three)
    const edit = { filter: {}, change: { customerSubset: 'ACME' }, expectedCount: 2 }
    await expect(bulk.edit(editor, termbaseId, edit)).rejects.toMatchObject({
      code: 'stale',
      details: { extra: { count: 3 } },
    })
    expect((await get(0)).customerSubset).toBeNull()
  })

  test('that changes nothing makes no version', async () => {
    const { termbaseId, editor, get } = await glossaryOf(three)
    const edit = { filter: {}, change: { status: 'draft' as const } }
    expect(await bulk.edit(editor, termbaseId, edit)).toEqual({ batchId: null, changed: 0 })
    expect((await get(0)).version).toBe(1)
    await expect(bulk.edit(editor, termbaseId, { filter: {}, change: {} })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('keeps the work of somebody who came later, when it is taken back', async () => {
    const { termbaseId, editor, made, get } = await glossaryOf(three)
    const { batchId } = await bulk.edit(editor, termbaseId, { filter: {}, change: { projectSubset: 'P1' } })
    await concepts.change(editor, termbaseId, made[1]!.id, 2, { note: 'later' })
    await expect(batches.undo(editor, termbaseId, batchId!, { rest: false })).rejects.toMatchObject({
      code: 'conflict',
      details: { extra: { changedCount: 1, changed: [made[1]!.id] } },
    })
    expect(await batches.undo(editor, termbaseId, batchId!, { rest: true })).toEqual({ undone: 2, kept: 1 })
    expect(await get(1)).toMatchObject({ projectSubset: 'P1', note: 'later' })
    expect((await get(0)).projectSubset).toBeNull()
    expect((await batches.list(termbaseId, 10))[0]).toMatchObject({
      kind: 'edit',
      concepts: 3,
      undoneBy: { id: editor.id },
    })
  })

  test('makes an open form notice: its version is behind', async () => {
    const { termbaseId, editor, made } = await glossaryOf(three)
    await bulk.edit(editor, termbaseId, { filter: { ids: [made[0]!.id] }, change: { projectSubset: 'P1' } })
    await expect(concepts.change(editor, termbaseId, made[0]!.id, 1, { note: 'x' })).rejects.toMatchObject({
      code: 'version-behind',
    })
  })
})

describe('a merge', () => {
  const two = [
    draft('球阀', 'ball valve', { definition: 'A valve with a ball.' }),
    draft('球閥', 'ball-type valve', { note: 'from the old list', subjectField: 'valves' }),
  ]

  test('makes one concept of two, and the other says which; undoing makes them two again', async () => {
    const { termbaseId, editor, made, get } = await glossaryOf(two)
    const [left, right] = made
    const preview = await merging.preview(termbaseId, left!.id, { other: right!.id })
    expect(preview.result).toMatchObject({ note: 'from the old list', subjectField: 'valves' })
    const { concept, batchId } = await merging.merge(editor, termbaseId, left!.id, 1, {
      other: right!.id,
      otherVersion: 1,
    })
    expect(said(concept).languages.map(({ terms }) => terms.map(({ text }) => text))).toEqual([
      ['球阀'],
      ['ball valve', 'ball-type valve'],
    ])
    expect(await get(1)).toMatchObject({ status: 'retired' })
    expect(await concepts.replacementOf(termbaseId, right!.id)).toEqual({ id: left!.id, number: left!.number })

    expect(await batches.undo(editor, termbaseId, batchId, { rest: false })).toEqual({ undone: 2, kept: 0 })
    expect(said(await get(0))).toEqual(said(left!))
    expect(said(await get(1))).toEqual(said(right!))
    expect(await concepts.replacementOf(termbaseId, right!.id)).toBeNull()
  })

  test('is refused on either side when somebody was faster, with itself, and with one that is gone', async () => {
    const { termbaseId, editor, made } = await glossaryOf(two)
    const [left, right] = made
    await concepts.change(editor, termbaseId, right!.id, 1, { note: 'newer' })
    const merge = (version: number, wish: { other: string; otherVersion?: number }) =>
      merging.merge(editor, termbaseId, left!.id, version, wish)
    await expect(merge(1, { other: right!.id, otherVersion: 1 })).rejects.toMatchObject({ code: 'version-behind' })
    await expect(merge(7, { other: right!.id })).rejects.toMatchObject({ code: 'version-behind' })
    await expect(merge(1, { other: left!.id })).rejects.toMatchObject({ code: 'invalid-input' })
    await concepts.retire(editor, termbaseId, right!.id, 2)
    await expect(merge(1, { other: right!.id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await concepts.get(termbaseId, left!.id)).toEqual(left!)
  })

  test('in a row leads to the one that stands at the end', async () => {
    const { termbaseId, editor, made } = await glossaryOf([...two, draft('球形阀', 'spherical valve')])
    const [a, b, c] = made
    await merging.merge(editor, termbaseId, b!.id, 1, { other: a!.id })
    await merging.merge(editor, termbaseId, c!.id, 1, { other: b!.id })
    expect(await concepts.replacementOf(termbaseId, a!.id)).toMatchObject({ id: c!.id })
  })
})

describe('the tree of subject fields', () => {
  test('is built, moved and renamed; concepts follow the name, and go back with it', async () => {
    const { termbaseId, editor, get } = await glossaryOf([draft('球阀', 'ball valve', { subjectField: 'valves' })])
    const fields = server.app.get(SubjectFieldsService)
    expect(await fields.tree(termbaseId)).toEqual({ items: [], outside: [{ name: 'valves', concepts: 1 }] })
    const [valves] = (await fields.adopt(editor, termbaseId)).items
    const parts = (await fields.add(editor, termbaseId, { name: 'Parts' })).items.find(({ name }) => name === 'Parts')!
    await fields.change(editor, termbaseId, valves!.id, { parentId: parts.id })
    const { items, outside } = await fields.change(editor, termbaseId, valves!.id, { name: '阀门' })
    expect(items.map(({ name, parentId, concepts }) => [name, parentId, concepts])).toEqual([
      ['Parts', null, 0],
      ['阀门', parts.id, 1],
    ])
    expect(outside).toEqual([])
    expect(await get(0)).toMatchObject({ subjectField: '阀门', version: 2 })
    const [batch] = await batches.list(termbaseId, 1)
    await batches.undo(editor, termbaseId, batch!.id, { rest: false })
    expect((await get(0)).subjectField).toBe('valves')

    const wrong = fields.change(editor, termbaseId, parts.id, { parentId: valves!.id })
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('below itself'),
    })
    await expect(fields.add(editor, termbaseId, { name: 'parts' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await fields.remove(editor, termbaseId, parts.id)).items).toEqual([])
  })

  test('keeps its order', async () => {
    const { termbaseId, editor } = await glossaryOf([])
    const fields = server.app.get(SubjectFieldsService)
    for (const name of ['a', 'b', 'c']) await fields.add(editor, termbaseId, { name })
    const { items } = await fields.tree(termbaseId)
    const moved = await fields.change(editor, termbaseId, items[2]!.id, { position: 0 })
    expect(moved.items.map(({ name }) => name)).toEqual(['c', 'a', 'b'])
  })

  test('take a branch in as a whole, or not at all', async () => {
    const { termbaseId, editor } = await glossaryOf([])
    const fields = server.app.get(SubjectFieldsService)
    for (const name of ['a', 'z']) await fields.add(editor, termbaseId, { name })
    const below = [
      { name: 'b', parent: 'm' },
      { name: 'c', parent: 'b' },
      { name: 'd', parent: 'm' },
    ]
    const { items } = await fields.add(editor, termbaseId, { name: 'm', position: 1, below })
    const nameOf = new Map(items.map(({ id, name }) => [id, name]))
    const standing = items.map(({ name, parentId, position }) => [name, nameOf.get(parentId ?? '') ?? null, position])
    expect(standing).toEqual([
      ['a', null, 0],
      ['m', null, 1],
      ['b', 'm', 0],
      ['c', 'b', 0],
      ['d', 'm', 1],
      ['z', null, 2],
    ])
    const wrong = (name: string, parent: string) =>
      fields.add(editor, termbaseId, { name: 'n', below: [{ name, parent }] })
    await expect(wrong('o', 'a')).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('"a"'),
    })
    await expect(wrong('Z', 'n')).rejects.toMatchObject({ code: 'conflict' })
    expect((await fields.tree(termbaseId)).items).toHaveLength(6)
  })
})

describe('the neighbours of a concept', () => {
  test('are found by the shared matcher while a term is being written', async () => {
    const { termbaseId, made } = await glossaryOf([draft('上海合作组织', 'SCO'), draft('合作', 'cooperation')])
    const matches = async (language: string, text: string, except: string | null = null) =>
      (
        await server.app.get(ConceptNeighboursService).matches(termbaseId, [{ language, text }], except)
      )[0]!.concepts.map(({ number, relation }) => [number, relation])
    const [sco, cooperation] = made.map(({ number }) => number)
    expect(await matches('zh', '上海合作組織')).toEqual([
      [sco, 'same'],
      [cooperation, 'around'],
    ])
    expect(await matches('zh', '合作', made[1]!.id)).toEqual([[sco, 'inside']])
    expect(await matches('en', '合作')).toEqual([])
    expect(await matches('en', ' ')).toEqual([])
  })

  test('are those it refers to, and those that refer to it', async () => {
    const { termbaseId, editor, made } = await glossaryOf([draft('球阀', 'ball valve')])
    const target = `c${made[0]!.number}`
    const data = [{ element: 'ref', category: 'crossReference', attributes: { target }, content: ['see also'] }]
    const other = await concepts.create(editor, termbaseId, { ...draft('阀', 'valve'), data })
    const neighbours = server.app.get(ConceptNeighboursService)
    expect(await neighbours.references(termbaseId, other.id)).toMatchObject({
      to: { [target]: { id: made[0]!.id } },
      from: [],
    })
    expect(await neighbours.references(termbaseId, made[0]!.id)).toMatchObject({ to: {}, from: [{ id: other.id }] })
  })
})
