import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { desk } from '../../../test/support/desk.js'
import { startApp, type StartedApp } from '../../../test/support/start-app.js'
import type { MarkedPair } from '../../../test/support/term-pairs.js'
import type { AlignmentWish } from '../../corpora/alignment.js'
import { AlignmentsService } from '../../corpora/alignments.service.js'
import { DocumentsService } from '../../corpora/documents.service.js'
import { Database } from '../../database/database.js'
import { ConceptsService } from '../../glossary/concepts.service.js'
import { QueueService } from '../queue.service.js'
import { ReviewService } from '../review.service.js'
import { HandAlignmentService } from './hand-alignment.service.js'
import { TermMarksService } from './term-marks.service.js'

let server: StartedApp
beforeAll(async () => {
  server = await startApp({ jobs: false })
})
afterAll(() => server.stop())

const valves: MarkedPair[] = [
  ['[球阀]泄漏。', 'The [ball valve] leaks.'],
  ['更换[阀座]。', 'Replace the [seat].'],
  ['检查[垫圈]。', 'Check the [gasket].'],
]

async function valveDocument() {
  const it = await desk(server)
  const { documentId } = await it.propose(valves)
  // Its job never ran: the document was put in whole.
  await server.app.get(Database).db.query(`UPDATE documents SET job_id = NULL WHERE id = $1`, [documentId])
  const documents = server.app.get(DocumentsService)
  const hand = server.app.get(HandAlignmentService)
  const queue = server.app.get(QueueService)
  const rows = async () => (await documents.sentencePairs(it.termbaseId, documentId, { limit: 100 })).items
  const texts = async () => (await rows()).map(({ source, target }) => [source?.text ?? '', target?.text ?? ''])
  const version = async () => (await documents.get(it.termbaseId, documentId)).alignmentVersion
  const edit = async (position: number, wish: AlignmentWish) => {
    const row = (await rows()).find((row) => row.position === position)!
    const at = { termbaseId: it.termbaseId, documentId }
    return hand.edit(it.editor, at, { pair: row.id, version: await version(), wish })
  }
  const undo = async () => hand.undo(it.editor, it.termbaseId, documentId, await version())
  const find = async (target: string) =>
    (await queue.list(it.termbaseId, { sort: 'source', limit: 100 })).items.find((row) => row.target === target)
  /** What a candidate's evidence says on both sides, and in which row. */
  const evidence = async (target: string) => {
    const found = await find(target)
    const { evidence } = await queue.get(it.termbaseId, found!.id)
    return evidence.map(({ position, source, target }) => [
      position,
      source.text.slice(source.start, source.end),
      target.text.slice(target.start, target.end),
    ])
  }
  return { ...it, documentId, hand, rows, texts, version, edit, undo, find, evidence }
}

describe('a correction of the alignment', () => {
  test('takes the evidence along', async () => {
    const { edit, texts, evidence, rows, editor } = await valveDocument()
    const outcome = await edit(0, { kind: 'merge' })
    expect(outcome).toMatchObject({ version: 1, position: 0, replaced: 2, evidence: { moved: 2, lost: 0, found: 0 } })
    expect(await texts()).toEqual([
      ['球阀泄漏。\n更换阀座。', 'The ball valve leaks.\nReplace the seat.'],
      ['检查垫圈。', 'Check the gasket.'],
    ])
    expect(await evidence('seat')).toEqual([[0, '阀座', 'seat']])
    expect(await evidence('gasket')).toEqual([[1, '垫圈', 'gasket']])
    expect((await rows()).map(({ alignedBy }) => alignedBy?.id)).toEqual([editor.id, undefined])
  })

  test('parts what does not belong together: a proposal without evidence leaves the queue, and undo brings it back', async () => {
    const { edit, undo, texts, evidence, find } = await valveDocument()
    const before = await texts()
    const outcome = await edit(1, { kind: 'shift', side: 'target', to: 'next' })
    expect(outcome).toMatchObject({ evidence: { lost: 1, moved: 1 }, forgotten: 1 })
    expect(await find('seat')).toBeUndefined()
    expect(await evidence('gasket')).toEqual([[2, '垫圈', 'gasket']])
    await undo()
    expect(await texts()).toEqual(before)
    expect(await evidence('seat')).toEqual([[1, '阀座', 'seat']])
    expect((await find('seat'))!.frequency).toBe(1)
  })

  test('finds known pairs that the new rows show', async () => {
    const { edit, evidence, find, termbaseId, editor, documentId, hand, rows } = await valveDocument()
    await server.app.get(ReviewService).decide(editor, termbaseId, (await find('seat'))!.id, { kind: 'accept' })
    await edit(1, { kind: 'shift', side: 'target', to: 'next' })
    expect((await find('seat'))!).toMatchObject({ state: 'accepted', frequency: 0 })
    const row = (await rows())[2]!
    const wish: AlignmentWish = { kind: 'shift', side: 'target', to: 'previous', at: 'Replace the seat.'.length }
    const back = await hand.edit(editor, { termbaseId, documentId }, { pair: row.id, version: 1, wish })
    expect(back.evidence).toMatchObject({ found: 1 })
    expect(await evidence('seat')).toEqual([[1, '阀座', 'seat']])
    expect((await find('seat'))!).toMatchObject({ state: 'accepted', frequency: 1 })
  })

  test('is refused when somebody was faster, when nothing would change, and where there is nothing to undo', async () => {
    const { edit, undo, hand, rows, editor, termbaseId, documentId } = await valveDocument()
    await expect(undo()).rejects.toMatchObject({ code: 'not-found' })
    await edit(0, { kind: 'merge' })
    const at = { termbaseId, documentId }
    const pair = (await rows())[0]!.id
    await expect(hand.edit(editor, at, { pair, version: 0, wish: { kind: 'merge' } })).rejects.toMatchObject({
      code: 'stale',
    })
    await expect(edit(1, { kind: 'merge' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(edit(0, { kind: 'split', source: 0, target: 0 })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('is kept with its author, and each is taken back in turn', async () => {
    const { edit, undo, texts, editor, termbaseId, documentId } = await valveDocument()
    const before = await texts()
    await edit(0, { kind: 'split', source: 2, target: 4 })
    await edit(2, { kind: 'merge' })
    await edit(0, { kind: 'shift', side: 'source', to: 'next', column: true })
    for (let i = 0; i < 3; i++) await undo()
    expect(await texts()).toEqual(before)
    const edits = await server.app.get(AlignmentsService).edits(termbaseId, documentId)
    expect(edits.map(({ kind, author, undoneBy }) => [kind, author.id, undoneBy?.id])).toEqual([
      ['shift', editor.id, editor.id],
      ['merge', editor.id, editor.id],
      ['split', editor.id, editor.id],
    ])
  })
})

test('a reader sees terms of the glossary, forbidden ones, and pairs under review', async () => {
  const { termbaseId, documentId, editor } = await valveDocument()
  const concepts = server.app.get(ConceptsService)
  const term = (text: string, administrativeStatus = 'preferredTerm-admn-sts') =>
    ({ text, administrativeStatus }) as never
  await concepts.create(editor, termbaseId, {
    status: 'approved',
    languages: [
      { language: 'zh', terms: [term('阀座')] },
      { language: 'en', terms: [term('valve seat'), term('seat', 'deprecatedTerm-admn-sts')] },
    ],
  } as never)
  const marks = await server.app
    .get(TermMarksService)
    .marks(termbaseId, documentId, { from: 0, limit: 100, minScore: 0.5 })
  const rows = (await server.app.get(DocumentsService).sentencePairs(termbaseId, documentId, { limit: 100 })).items
  const said = marks.map(
    ({ pair, side, start, end, kind }) =>
      `${rows.find(({ id }) => id === pair)![side]!.text.slice(start, end)} ${kind}`,
  )
  expect(said.toSorted()).toEqual(
    [
      '球阀 candidate',
      'ball valve candidate',
      '阀座 approved',
      'seat forbidden',
      '垫圈 candidate',
      'gasket candidate',
    ].toSorted(),
  )
})
