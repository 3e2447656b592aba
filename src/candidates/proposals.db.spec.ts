import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import { type MarkedPair, pairIn, readingOf } from '../../test/support/term-pairs.js'
import { ProposalsService } from './proposals.service.js'
import { QueueCountsService } from './queue-counts.service.js'
import { QueueService } from './queue.service.js'
import { ReviewService } from './review.service.js'

let server: StartedApp
beforeAll(async () => {
  server = await startApp({ jobs: false })
})
afterAll(() => server.stop())

const queue = async (termbaseId: string) =>
  (await server.app.get(QueueService).list(termbaseId, { sort: 'source', limit: 100 })).items

test('the pairs of two documents share a row, and its evidence points into both', async () => {
  const { termbaseId, propose } = await desk(server)
  expect(await propose([['[球阀]泄漏。', 'The [ball valve] leaks.']])).toMatchObject({ proposed: 1, known: 0 })
  expect(await propose([['更换[球阀]。', 'Replace the [ball valve].']])).toMatchObject({ proposed: 0, known: 1 })
  const [row, ...others] = await queue(termbaseId)
  expect(others).toEqual([])
  expect(row).toMatchObject({ source: '球阀', target: 'ball valve', frequency: 2 })
  const { evidence } = await server.app.get(QueueService).get(termbaseId, row!.id)
  expect(evidence.map(({ source }) => source.text.slice(source.start, source.end))).toEqual(['球阀', '球阀'])
  expect(evidence.map(({ target }) => target.text)).toEqual(['The ball valve leaks.', 'Replace the ball valve.'])
})

test('what differs in script, width or case only is one pair', async () => {
  const { termbaseId, propose } = await desk(server)
  const sentences: MarkedPair[] = [
    ['[軍隊]訓練。', '[Army] training.'],
    ['[军队]训练。', '[army] training again.'],
  ]
  expect(await propose(sentences)).toMatchObject({ proposed: 1, known: 0 })
  const [row] = await queue(termbaseId)
  expect((await server.app.get(QueueService).get(termbaseId, row!.id)).evidence).toHaveLength(2)
})

test('an undecided pair takes the better score and its reasons, never the worse', async () => {
  const { termbaseId, propose } = await desk(server)
  const sentence: MarkedPair[] = [['[阀座]', 'the [seat]']]
  const scores: number[] = []
  for (const [score, explanation] of [
    [0.4, 'weak'],
    [0.9, 'strong'],
    [0.2, 'weaker'],
  ] as const) {
    await propose(sentence, { score, explanation })
    scores.push((await queue(termbaseId))[0]!.score)
  }
  expect(scores.map((score) => score.toFixed(1))).toEqual(['0.4', '0.9', '0.9'])
  expect((await queue(termbaseId))[0]!.explanation.en).toBe('strong')
})

test('a decided pair keeps its decision and is told to the next extraction', async () => {
  const { termbaseId, editor, propose } = await desk(server)
  await propose([
    ['[球阀]', '[ball valve]'],
    ['[东西]', '[thing]'],
  ])
  const rows = await queue(termbaseId)
  const decide = (source: string, kind: 'accept' | 'reject') =>
    server.app.get(ReviewService).decide(editor, termbaseId, rows.find((row) => row.source === source)!.id, { kind })
  await decide('球阀', 'accept')
  await decide('东西', 'reject')
  const known = await server.app.get(ProposalsService).knownPairs(termbaseId)
  expect(known.toSorted((a, b) => a.state.localeCompare(b.state))).toEqual([
    { source: '球阀', target: 'ball valve', state: 'approved' },
    { source: '东西', target: 'thing', state: 'rejected' },
  ])
  expect(await propose([['坏[东西]。', 'A bad [thing].']], { score: 1 })).toMatchObject({ proposed: 0 })
  expect((await queue(termbaseId)).find(({ source }) => source === '东西')).toMatchObject({
    state: 'rejected',
    score: 0.5,
  })
})

test('a document that is read again has its rows once', async () => {
  const { termbaseId, document, store } = await desk(server)
  const sentences: MarkedPair[] = [
    ['[球阀]', '[ball valve]'],
    ['[阀座]', '[seat]'],
  ]
  const documentId = await document()
  const reading = readingOf(sentences)
  const pairs = sentences.map((_, i) => pairIn(reading, sentences, i))
  await store(documentId, reading, pairs)
  const before = await queue(termbaseId)
  await store(documentId, reading, pairs)
  expect(await queue(termbaseId)).toEqual(before)
  for (const { id } of before) expect((await server.app.get(QueueService).get(termbaseId, id)).evidence).toHaveLength(1)
})

test('two documents with the same pairs in opposite order are stored at the same time', async () => {
  const { termbaseId, document, store } = await desk(server)
  const sentences = Array.from({ length: 1500 }, (_, i): MarkedPair => [`[术语${i}]`, `[term ${i}]`])
  const reading = readingOf(sentences)
  const pairs = sentences.map((_, i) => pairIn(reading, sentences, i))
  const [one, other] = [await document(), await document()]
  const counts = await Promise.all([store(one, reading, pairs), store(other, reading, pairs.toReversed())])
  expect(counts.map(({ proposed }) => proposed).toSorted((a, b) => a - b)).toEqual([0, 1500])
  expect((await server.app.get(QueueCountsService).counts(termbaseId, {})).document).toEqual({
    [one]: 1500,
    [other]: 1500,
  })
})
