import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import type { MarkedPair } from '../../test/support/term-pairs.js'
import { Database } from '../database/database.js'
import { ConceptListService } from '../glossary/concept-list.service.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import type { CandidateRow } from './candidate-record.js'
import { QueueService } from './queue.service.js'
import { type DecisionWish, ReviewService } from './review.service.js'
import { candidateStates, decisionKinds, stateAfter } from './review.js'

let server: StartedApp
beforeAll(async () => {
  server = await startApp({ jobs: false })
})
afterAll(() => server.stop())

/** A queue with these pairs in it, found by their source term. */
async function queueOf(sentences: MarkedPair[], changes = {}) {
  const { termbaseId, editor, propose } = await desk(server)
  await propose(sentences, changes)
  const review = server.app.get(ReviewService)
  const rows = () => server.app.get(QueueService).list(termbaseId, { sort: 'source', limit: 100 })
  const find = async (source: string): Promise<CandidateRow> =>
    (await rows()).items.find((row) => row.source === source)!
  const decide = async (source: string, wish: DecisionWish) =>
    review.decide(editor, termbaseId, (await find(source)).id, wish)
  const undo = (decisionId: string) => review.undo(editor, termbaseId, decisionId)
  return { termbaseId, editor, review, find, decide, undo }
}

const valve: MarkedPair = ['[球阀]泄漏。', 'The [ball valve] leaks.']
const seat: MarkedPair = ['更换[阀座]。', 'Replace the [seat].']

describe('the table of states', () => {
  test('is what the service does, for every state and every decision', async () => {
    const sentences = candidateStates.flatMap((state) =>
      decisionKinds.map((kind): MarkedPair => [`[${state}${kind}]`, `[to ${state} ${kind}]`]),
    )
    const { find, decide } = await queueOf([...sentences, valve])
    const mergeInto = (await find('球阀')).id
    const ways = { proposed: null, accepted: 'accept', rejected: 'reject', merged: 'merge', skipped: 'skip' } as const
    for (const state of candidateStates)
      for (const kind of decisionKinds) {
        const source = `${state}${kind}`
        if (ways[state]) await decide(source, { kind: ways[state], mergeInto })
        const expected = stateAfter(state, kind)
        if (expected) expect((await decide(source, { kind, mergeInto })).candidate.state).toBe(expected)
        else await expect(decide(source, { kind, mergeInto })).rejects.toMatchObject({ code: 'conflict' })
      }
  })

  test('is kept by the database as well: what is merged says into what', async () => {
    const { find } = await queueOf([valve])
    const { id } = await find('球阀')
    const { db } = server.app.get(Database)
    await expect(db.query(`UPDATE candidates SET state = 'merged' WHERE id = $1`, [id])).rejects.toThrow(
      'ck_candidates_merged',
    )
    await expect(db.query(`UPDATE candidates SET state = 'lost' WHERE id = $1`, [id])).rejects.toThrow(
      'ck_candidates_state',
    )
    await expect(
      db.query(
        `INSERT INTO decisions (candidate_id, kind, from_state, to_state) VALUES ($1, 'accept', 'proposed', 'accepted')`,
        [id],
      ),
    ).rejects.toThrow(/author_id/)
  })
})

describe('accepting', () => {
  test('brings the full and the short form along, each said to be what it is', async () => {
    const variants = [
      { source: '上海合作组织', target: 'Shanghai Cooperation Organization', kind: 'full-form', frequency: 1 },
    ]
    const { termbaseId, decide } = await queueOf([['[上海合作组织]', 'the [SCO]']], { kind: 'abbreviation', variants })
    const { candidate } = await decide('上海合作组织', { kind: 'accept' })
    const { languages } = await server.app.get(ConceptsService).get(termbaseId, candidate.conceptId!)
    const english = languages.find(({ language }) => language === 'en')!
    expect(english.terms).toMatchObject([
      { text: 'SCO', administrativeStatus: 'preferredTerm-admn-sts', termType: 'acronym', candidateId: candidate.id },
      {
        text: 'Shanghai Cooperation Organization',
        administrativeStatus: 'admittedTerm-admn-sts',
        termType: 'fullForm',
      },
    ])
  })

  test('the same pair as a concept extends that concept without asking', async () => {
    const { termbaseId, editor, decide } = await queueOf([valve])
    const languages = [
      { language: 'zh', terms: [{ text: '球阀' }] },
      { language: 'en', terms: [{ text: 'ball valve' }] },
    ]
    const concept = await server.app.get(ConceptsService).create(editor, termbaseId, { languages })
    expect((await decide('球阀', { kind: 'accept' })).candidate.conceptId).toBe(concept.id)
  })

  test('a pair that shares one side asks: a synonym, or a concept of its own', async () => {
    const { find, decide } = await queueOf([valve, ['[球形阀]', '[ball valve]']])
    const { candidate } = await decide('球阀', { kind: 'accept' })
    const offers = [{ conceptId: candidate.conceptId, relation: 'same-target' }]
    await expect(decide('球形阀', { kind: 'accept' })).rejects.toMatchObject({
      code: 'conflict',
      details: { extra: { offers } },
    })
    expect((await find('球形阀')).state).toBe('proposed')
    const own = await decide('球形阀', { kind: 'accept', newConcept: true })
    expect(own.candidate.conceptId).not.toBe(candidate.conceptId)
  })
})

describe('undoing', () => {
  test('an acceptance that extended a concept takes those terms away and leaves the others', async () => {
    const { termbaseId, decide, undo } = await queueOf([valve, ['[球形阀]', '[ball valve]']])
    const { conceptId } = (await decide('球阀', { kind: 'accept' })).candidate
    const { decision } = await decide('球形阀', { kind: 'accept', conceptId: conceptId! })
    const texts = async () =>
      (await server.app.get(ConceptsService).get(termbaseId, conceptId!)).languages.flatMap(({ terms }) =>
        terms.map(({ text }) => text),
      )
    expect(await texts()).toEqual(['球阀', '球形阀', 'ball valve'])
    expect(await undo(decision.id)).toMatchObject({ state: 'proposed', conceptId: null })
    expect(await texts()).toEqual(['球阀', 'ball valve'])
  })

  test('an acceptance that approved a draft leaves it a draft again', async () => {
    const { termbaseId, editor, find, decide, undo } = await queueOf([valve])
    const concepts = server.app.get(ConceptsService)
    const draft = await concepts.create(editor, termbaseId, {
      languages: [{ language: 'en', terms: [{ text: 'ball valve' }] }],
    })
    const { decision } = await decide('球阀', { kind: 'accept', conceptId: draft.id })
    expect(await concepts.get(termbaseId, draft.id)).toMatchObject({ status: 'approved' })
    await undo(decision.id)
    expect(await concepts.get(termbaseId, draft.id)).toMatchObject({ status: 'draft', languages: [{ language: 'en' }] })
    expect(await find('球阀')).toMatchObject({ state: 'proposed' })
  })

  test('an acceptance is refused when somebody has worked on its concept since', async () => {
    const { termbaseId, editor, find, decide, undo } = await queueOf([valve])
    const { candidate, decision } = await decide('球阀', { kind: 'accept' })
    const { version } = await server.app.get(ConceptsService).get(termbaseId, candidate.conceptId!)
    await server.app
      .get(ConceptsService)
      .change(editor, termbaseId, candidate.conceptId!, version, { note: 'Important.' })
    await expect(undo(decision.id)).rejects.toMatchObject({ code: 'conflict' })
    expect((await find('球阀')).state).toBe('accepted')
  })

  test('an acceptance goes back after a merge into it went back: nothing of anybody stands in its concept', async () => {
    const { termbaseId, find, decide, undo } = await queueOf([valve, ['[球形阀]泄漏', 'the [spherical valve] leaks']])
    const accepted = await decide('球阀', { kind: 'accept' })
    const merged = await decide('球形阀', { kind: 'merge', mergeInto: accepted.candidate.id })
    const concept = await server.app.get(ConceptsService).get(termbaseId, accepted.candidate.conceptId!)
    expect(concept.languages[0]!.terms.map(({ text }) => text)).toEqual(['球阀', '球形阀'])
    await expect(undo(accepted.decision.id)).rejects.toMatchObject({ code: 'conflict' })
    expect(await undo(merged.decision.id)).toMatchObject({ state: 'proposed' })
    expect(await undo(accepted.decision.id)).toMatchObject({ state: 'proposed', conceptId: null })
    expect((await server.app.get(ConceptListService).search(termbaseId, { limit: 5 })).items).toEqual([])
    expect((await find('球阀')).state).toBe('proposed')
  })

  test('goes back step by step, last decision first, and forgets nothing', async () => {
    const { termbaseId, find, decide, undo } = await queueOf([valve])
    const skip = await decide('球阀', { kind: 'skip' })
    const reject = await decide('球阀', { kind: 'reject', reason: 'wrong-translation' })
    await expect(undo(skip.decision.id)).rejects.toMatchObject({ code: 'conflict' })
    expect((await undo(reject.decision.id)).state).toBe('skipped')
    expect((await undo(skip.decision.id)).state).toBe('proposed')
    const { decisions } = await server.app.get(QueueService).get(termbaseId, (await find('球阀')).id)
    expect(decisions.map(({ kind, undoneBy }) => [kind, undoneBy?.name])).toEqual([
      ['reject', 'Some editor'],
      ['skip', 'Some editor'],
    ])
  })
})

describe('many at once', () => {
  test('those that cannot be decided so are named, the others are decided', async () => {
    const { termbaseId, editor, review, find, decide } = await queueOf([valve, seat])
    await decide('球阀', { kind: 'accept' })
    const ids = [(await find('球阀')).id, (await find('阀座')).id]
    const { decided, skipped } = await review.decideAll(editor, termbaseId, { kind: 'reject', ids })
    expect(decided).toBe(1)
    expect(skipped).toMatchObject([{ id: ids[0], why: expect.stringMatching(/accepted/) }])
  })

  test('are undone together, and the record says so of each', async () => {
    const { termbaseId, editor, review, find, decide } = await queueOf([valve, seat])
    await decide('阀座', { kind: 'skip' })
    const ids = [(await find('球阀')).id, (await find('阀座')).id]
    const { batchId } = await review.decideAll(editor, termbaseId, { kind: 'reject', ids, reason: 'general-word' })
    expect(await find('球阀')).toMatchObject({
      state: 'rejected',
      version: 2,
      lastDecision: { reason: 'general-word' },
    })
    expect(await review.undoAll(editor, termbaseId, batchId)).toEqual({ undone: 2 })
    expect([(await find('球阀')).state, (await find('阀座')).state]).toEqual(['proposed', 'skipped'])
    await expect(review.undoAll(editor, termbaseId, batchId)).rejects.toMatchObject({ code: 'not-found' })
    const { decisions } = await server.app.get(QueueService).get(termbaseId, ids[0]!)
    expect(decisions).toMatchObject([{ kind: 'reject', batchId, undoneBy: { name: 'Some editor' } }])
  })

  test('accepted together, they are taken back together', async () => {
    const { termbaseId, editor, review, find } = await queueOf([valve, seat])
    const { batchId, decided } = await review.decideAll(editor, termbaseId, {
      kind: 'accept',
      filter: { state: ['proposed'] },
    })
    expect(decided).toBe(2)
    expect((await server.app.get(ConceptListService).search(termbaseId, { limit: 10 })).items).toHaveLength(2)
    await review.undoAll(editor, termbaseId, batchId)
    expect((await find('球阀')).state).toBe('proposed')
    expect((await server.app.get(ConceptListService).search(termbaseId, { limit: 10 })).items).toEqual([])
  })

  test('one candidate of another termbase refuses them all', async () => {
    const { termbaseId, editor, review, find } = await queueOf([valve])
    const other = await queueOf([seat])
    const ids = [(await find('球阀')).id, (await other.find('阀座')).id]
    await expect(review.decideAll(editor, termbaseId, { kind: 'reject', ids })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await find('球阀')).state).toBe('proposed')
  })

  test('none of them is undone when one cannot be', async () => {
    const { termbaseId, editor, review, find, decide } = await queueOf([valve, seat])
    const ids = [(await find('球阀')).id, (await find('阀座')).id]
    const { batchId } = await review.decideAll(editor, termbaseId, { kind: 'skip', ids })
    await decide('阀座', { kind: 'reject' })
    await expect(review.undoAll(editor, termbaseId, batchId)).rejects.toMatchObject({ code: 'conflict' })
    expect((await find('球阀')).state).toBe('skipped')
  })
})

test('two editors who decide at the same moment: one is told of the other', async () => {
  const { decide } = await queueOf([valve])
  const both = await Promise.allSettled([
    decide('球阀', { kind: 'accept', version: 1 }),
    decide('球阀', { kind: 'reject', version: 1 }),
  ])
  const refused = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(refused).toHaveLength(1)
  expect(refused[0]!.reason).toMatchObject({ code: 'stale' })
})

test('a candidate is not merged into itself, nor into what is not there', async () => {
  const { find, decide } = await queueOf([valve])
  const { id } = await find('球阀')
  for (const mergeInto of [undefined, id, '00000000-0000-4000-8000-000000000000'])
    await expect(decide('球阀', { kind: 'merge', mergeInto })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('a termbase does not see the candidates of another', async () => {
  const { find, editor, review } = await queueOf([valve])
  const other = await desk(server)
  const { id } = await find('球阀')
  await expect(review.decide(editor, other.termbaseId, id, { kind: 'skip' })).rejects.toMatchObject({
    code: 'not-found',
  })
})
