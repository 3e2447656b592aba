import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { firstValueFrom, filter, timeout } from 'rxjs'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import type { MarkedPair } from '../../test/support/term-pairs.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import type { CandidateFilter } from './candidate-filter.js'
import { DeskEventsService } from './desk-events.service.js'
import { ProgressService } from './progress.service.js'
import { QueueCountsService } from './queue-counts.service.js'
import { QueueService } from './queue.service.js'
import { ReviewService } from './review.service.js'
import { SavedViewsService } from './saved-views.service.js'

let server: StartedApp
beforeAll(async () => {
  server = await startApp({ jobs: false })
})
afterAll(() => server.stop())

const valves: MarkedPair[] = [
  ['[球阀]泄漏。', 'The [ball valve] leaks.'],
  ['[球阀]损坏。', 'The [globe valve] is broken.'],
  ['更换[球阀阀座]。', 'Replace the [ball valve seat].'],
  ['更换[阀座]。', 'Replace the [seat].'],
  ['更换[阀座们]。', 'Replace the [seats].'],
]

async function valveDesk() {
  const it = await desk(server)
  const { documentId } = await it.propose(valves)
  const queue = server.app.get(QueueService)
  const review = server.app.get(ReviewService)
  const find = async (target: string) =>
    (await queue.list(it.termbaseId, { sort: 'source', limit: 100 })).items.find((row) => row.target === target)!
  const listed = async (only: CandidateFilter) =>
    (await queue.list(it.termbaseId, { sort: 'source', limit: 100, ...only })).items
      .map(({ target }) => target)
      .toSorted()
  const decide = async (target: string, wish: Parameters<ReviewService['decide']>[3]) =>
    review.decide(it.editor, it.termbaseId, (await find(target)).id, wish)
  const counts = (only: CandidateFilter = {}) => server.app.get(QueueCountsService).counts(it.termbaseId, only)
  return { ...it, documentId, review, find, listed, decide, counts }
}

describe('filters', () => {
  test('each shows as many as its count says', async () => {
    const { editor, listed, decide, counts, documentId } = await valveDesk()
    await decide('seat', { kind: 'reject', reason: 'general-word' })
    await decide('globe valve', { kind: 'skip' })
    const facets = await counts()
    expect(facets).toMatchObject({
      state: { proposed: 3, rejected: 1, skipped: 1 },
      document: { [documentId]: 5 },
      language: { zh: 5, en: 5 },
      score: { '0.5': 5 },
      frequency: { '1': 5 },
      author: { [editor.id]: 2 },
      reason: { 'general-word': 1 },
      rival: { true: 2, false: 3 },
    })
    expect(await listed({ reason: 'general-word' })).toEqual(['seat'])
    expect(await listed({ author: editor.id })).toEqual(['globe valve', 'seat'])
    expect(await listed({ rival: true })).toEqual(['ball valve', 'globe valve'])
    expect(await listed({ language: 'de' })).toEqual([])
    expect(await listed({ minFrequency: 2 })).toEqual([])
  })

  test('a count leaves out the choice of its own facet, and is right again after a decision', async () => {
    const { decide, counts } = await valveDesk()
    expect((await counts({ state: ['proposed'] })).state).toEqual({ proposed: 5 })
    await decide('seat', { kind: 'skip' })
    expect((await counts({ state: ['proposed'] })).state).toEqual({ proposed: 4, skipped: 1 })
    expect((await counts({ state: ['proposed'] })).kind).toEqual({ term: 4 })
  })

  test('fragments of a long pair are found, and can be folded away and brought back together', async () => {
    const { termbaseId, editor, find, listed, review } = await valveDesk()
    const { id } = await find('ball valve seat')
    expect(await listed({ containedIn: id })).toEqual(['ball valve', 'seat'])
    const { batchId, decided } = await review.decideAll(editor, termbaseId, {
      kind: 'skip',
      reason: 'contained',
      filter: { containedIn: id, state: ['proposed'] },
    })
    expect(decided).toBe(2)
    expect(await listed({ state: ['skipped'] })).toEqual(['ball valve', 'seat'])
    await review.undoAll(editor, termbaseId, batchId)
    expect(await listed({ state: ['skipped'] })).toEqual([])
  })
})

describe('a decision that is sent twice', () => {
  test('because its answer got lost is made once', async () => {
    const { decide, find } = await valveDesk()
    const { version } = await find('seat')
    const wish = { kind: 'skip', id: randomUUID(), version } as const
    const first = await decide('seat', wish)
    expect(await decide('seat', wish)).toEqual(first)
  })

  test('is not made again after it was taken back', async () => {
    const { decide, review, editor, termbaseId } = await valveDesk()
    const wish = { kind: 'skip', id: randomUUID() } as const
    await decide('seat', wish)
    await review.undo(editor, termbaseId, wish.id)
    await expect(decide('seat', wish)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('merging variants', () => {
  const termsOf = async (termbaseId: string, conceptId: string, language: string) =>
    (await server.app.get(ConceptsService).get(termbaseId, conceptId)).languages
      .find((section) => section.language === language)!
      .terms.map(({ text }) => text)

  test('several into one that is accepted afterwards: one concept with all their terms', async () => {
    const { termbaseId, editor, decide, find, review } = await valveDesk()
    const { id } = await find('seat')
    const { decided } = await review.decideAll(editor, termbaseId, {
      kind: 'merge',
      mergeInto: id,
      ids: [(await find('seats')).id],
    })
    expect(decided).toBe(1)
    const { candidate } = await decide('seat', { kind: 'accept' })
    expect(await termsOf(termbaseId, candidate.conceptId!, 'zh')).toEqual(['阀座', '阀座们'])
  })

  test('into one that is accepted already: its concept gets the terms, and loses them with the undo', async () => {
    const { termbaseId, editor, decide, find, review } = await valveDesk()
    const { candidate } = await decide('ball valve', { kind: 'accept' })
    const { decision } = await decide('globe valve', { kind: 'merge', mergeInto: (await find('ball valve')).id })
    expect(await termsOf(termbaseId, candidate.conceptId!, 'en')).toEqual(['ball valve', 'globe valve'])
    await review.undo(editor, termbaseId, decision.id)
    expect(await termsOf(termbaseId, candidate.conceptId!, 'en')).toEqual(['ball valve'])
  })
})

describe('two editors', () => {
  test('one sees at once what the other looks at and decides', async () => {
    const { termbaseId, editor, find, decide } = await valveDesk()
    const service = server.app.get(DeskEventsService)
    const events = await service.events(termbaseId)
    const { id } = await find('seat')
    const decided = firstValueFrom(
      events.pipe(
        filter((event) => event.type === 'candidates'),
        timeout(5000),
      ),
    )
    const looking = firstValueFrom(
      events.pipe(
        filter((event) => event.type === 'looking'),
        timeout(5000),
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    const session = randomUUID()
    await service.look(editor, termbaseId, session, id)
    expect((await looking).data).toEqual({ session, person: { id: editor.id, name: editor.name }, candidate: id })
    await decide('seat', { kind: 'skip' })
    expect((await decided).data.rows).toMatchObject([{ id, state: 'skipped' }])
  })
})

test('decisions of one’s own are listed newest first, a bulk action as one', async () => {
  const { termbaseId, editor, decide, find, review } = await valveDesk()
  await decide('seat', { kind: 'skip' })
  const ids = [(await find('ball valve')).id, (await find('globe valve')).id]
  const { batchId } = await review.decideAll(editor, termbaseId, { kind: 'reject', ids })
  const mine = await server.app.get(QueueService).decidedBy(editor.id, termbaseId, 10)
  expect(mine).toMatchObject([
    { batchId, decisionId: null, kind: 'reject', count: 2 },
    { batchId: null, kind: 'skip', count: 1, target: 'seat' },
  ])
})

test('a view is its owner’s until it is shared, and only the owner deletes it', async () => {
  const { termbaseId, editor } = await valveDesk()
  const views = server.app.get(SavedViewsService)
  const other = await server.actor('administrator')
  const saved = await views.save(editor, termbaseId, { name: ' Names ', query: 'kind=name', shared: false })
  expect(saved).toMatchObject({ name: 'Names', query: 'kind=name' })
  expect(await views.list(other, termbaseId)).toEqual([])
  const shared = await views.save(editor, termbaseId, { name: 'Names', query: 'kind=name&sort=recent', shared: true })
  expect(await views.list(other, termbaseId)).toMatchObject([{ id: shared.id, query: 'kind=name&sort=recent' }])
  await expect(views.remove(other, termbaseId, shared.id)).rejects.toMatchObject({ code: 'not-found' })
  await views.remove(editor, termbaseId, shared.id)
  expect(await views.list(editor, termbaseId)).toEqual([])
})

test('progress tells how decisions fell, and what of a document is covered', async () => {
  const { termbaseId, editor, documentId, decide } = await valveDesk()
  await decide('seat', { kind: 'accept' })
  await decide('ball valve', { kind: 'reject' })
  const progress = await server.app.get(ProgressService).progress(termbaseId)
  const outcome = { accepted: 1, rejected: 1, open: 3 }
  expect(progress).toMatchObject({
    states: { proposed: 3, accepted: 1, rejected: 1 },
    days: [{ day: new Date().toISOString().slice(0, 10), author: { id: editor.id }, decisions: 2 }],
    kinds: [{ kind: 'term', ...outcome }],
    documents: [{ id: documentId, sentences: 5, covered: 1, terms: 1 }],
  })
  expect(progress.scores).toHaveLength(10)
  expect(progress.scores[5]).toEqual({ from: 0.5, ...outcome })
})

test('concepts that are spelled alike are told too, after those that share or hold a term', async () => {
  const { termbaseId, editor, find, propose } = await valveDesk()
  const concepts = server.app.get(ConceptsService)
  const add = (zh: string, en: string) =>
    concepts.create(editor, termbaseId, {
      status: 'approved',
      languages: [
        { language: 'zh', terms: [{ text: zh }] },
        { language: 'en', terms: [{ text: en }] },
      ],
    } as never)
  await add('国防政策', 'defense policy')
  await add('政策', 'policy')
  await add('钢管', 'steel pipe')
  await propose([['[国防方针]不变。', 'The [defence policy] stands.']])
  const { related } = await server.app.get(QueueService).get(termbaseId, (await find('defence policy')).id)
  expect(related.map(({ relation, terms }) => [relation, terms.at(-1)!.text])).toEqual([
    ['contained', 'policy'],
    ['similar', 'defense policy'],
  ])
})

test('what was decided on a day is as many as the progress of that day tells', async () => {
  const { termbaseId, decide, listed } = await valveDesk()
  await decide('seat', { kind: 'reject' })
  await decide('globe valve', { kind: 'skip' })
  const { days } = await server.app.get(ProgressService).progress(termbaseId)
  expect(days).toMatchObject([{ decisions: 2 }])
  expect(await listed({ decidedOn: days[0]!.day })).toEqual(['globe valve', 'seat'])
  expect(await listed({ decidedOn: '2020-01-01' })).toEqual([])
})
