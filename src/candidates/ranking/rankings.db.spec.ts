import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { desk } from '../../../test/support/desk.js'
import { startApp, type StartedApp } from '../../../test/support/start-app.js'
import { type MarkedPair, pairIn, readingOf } from '../../../test/support/term-pairs.js'
import { Database } from '../../database/database.js'
import { JobsService } from '../../jobs/jobs.service.js'
import { QueueService } from '../queue.service.js'
import { ReviewService } from '../review.service.js'
import { LEARN_RANKING } from './rankings.service.js'

let server: StartedApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

/** A queue of n names and n words, all of the same shipped score, and an editor who wants only names. */
async function queueOf(n: number) {
  const { termbaseId, editor, document, store } = await desk(server)
  const put = async (from: number, to: number) => {
    const sentences = Array.from({ length: (to - from) * 2 }, (_, i): MarkedPair => {
      const number = from + Math.floor(i / 2)
      return i % 2 === 0 ? [`[名${number}]。`, `[Name ${number}].`] : [`[词${number}]。`, `[word ${number}].`]
    })
    const reading = readingOf(sentences)
    const pairs = sentences.map((_, i) =>
      pairIn(reading, sentences, i, { score: 0.6, reasons: { termName: i % 2 === 0 ? 1 : 0, choice: 0.9 } }),
    )
    await store(await document(), reading, pairs)
  }
  await put(0, n)
  const queue = server.app.get(QueueService)
  const review = server.app.get(ReviewService)
  const open = async () => (await queue.list(termbaseId, { sort: 'score', limit: 500, state: ['proposed'] })).items
  const decide = async (count: number, isWanted = (source: string) => source.startsWith('名')) => {
    const rows = (await open()).toSorted((a, b) => (a.source < b.source ? -1 : 1))
    const names = rows.filter(({ source }) => source.startsWith('名')).slice(0, count / 2)
    const words = rows.filter(({ source }) => source.startsWith('词')).slice(0, count / 2)
    for (const { id, source } of [...names, ...words])
      await review.decide(editor, termbaseId, id, { kind: isWanted(source) ? 'accept' : 'reject', newConcept: true })
  }
  const path = `/api/v1/termbases/${termbaseId}/ranking`
  /** The ranking when nothing is under way any more. */
  const settled = async () => {
    const agent = await server.as('reader')
    for (;;) {
      const { body } = await agent.get(path).expect(200)
      if (!body.jobId) return body
      const job = await server.app.get(JobsService).finished(body.jobId as string)
      expect(job).toMatchObject({ kind: LEARN_RANKING, state: 'done' })
    }
  }
  const learn = async () => {
    await (await server.as('editor')).post(`${path}/learn`).expect(202)
    return settled()
  }
  return { termbaseId, editor, review, put, open, decide, path, settled, learn }
}

describe('the ranking of a termbase', () => {
  test('learns what its editors want, and ranks what is open by it', async () => {
    const { open, decide, settled, learn, put, path } = await queueOf(60)
    expect(await settled()).toMatchObject({ state: 'waiting', decisions: { accepted: 0, rejected: 0 }, features: [] })
    await decide(60)
    // Nobody asked: ten new decisions are reason enough.
    expect((await settled()).learntAt).not.toBeNull()
    const ranking = await learn()
    expect(ranking).toMatchObject({
      state: 'learnt',
      decisions: { accepted: 30, rejected: 30 },
      unlearnt: 0,
      isImported: false,
      canUndo: null,
    })
    expect(ranking.features[0].name).toBe('termName')
    expect(ranking.features[0].weight).toBeGreaterThan(1)
    expect(ranking.quality.learnt.inOrder).toBeGreaterThan(0.95)

    const rows = await open()
    expect(rows).toHaveLength(60)
    expect(rows.slice(0, 30).every(({ source }) => source.startsWith('名'))).toBe(true)
    expect(rows[0]!.score).toBeGreaterThan(0.75)
    expect(rows.at(-1)!.score).toBeLessThan(0.3)

    const agent = await server.as('reader')
    const { body } = await agent.get(`${path}/candidates/${rows[0]!.id}`).expect(200)
    expect(body.movement).toMatchObject({ from: expect.closeTo(0.6, 5), features: [{ name: 'termName', value: 1 }] })
    expect(Math.abs(body.movement.to - rows[0]!.score)).toBeLessThanOrEqual(0.005)

    // What a later document brings is scored by what was learnt.
    await put(100, 101)
    const fresh = (await open()).filter(({ source }) => source.endsWith('100'))
    expect(fresh.map(({ source }) => source)).toEqual(['名100', '词100'])
    expect(fresh[0]!.score).toBeGreaterThan(0.75)
    expect(fresh[1]!.score).toBeLessThan(0.3)
  })

  test('leaves decided candidates and the versions of open ones as they are', async () => {
    const { termbaseId, open, decide, learn } = await queueOf(40)
    await decide(60)
    const versions = new Map((await open()).map(({ id, version }) => [id, version]))
    await learn()
    for (const { id, version } of await open()) expect(version).toBe(versions.get(id))
    const decided = await server.app
      .get(QueueService)
      .list(termbaseId, { sort: 'score', limit: 100, state: ['accepted', 'rejected'] })
    await learn()
    const again = await server.app
      .get(QueueService)
      .list(termbaseId, { sort: 'score', limit: 100, state: ['accepted', 'rejected'] })
    expect(again.items.map(({ id, score }) => [id, score])).toEqual(decided.items.map(({ id, score }) => [id, score]))
  })

  test('is reset, brought back, exported and imported; readers only look', async () => {
    const { open, decide, path, settled, learn } = await queueOf(40)
    const [reader, editor] = [await server.as('reader'), await server.as('editor')]
    const { body: nothing } = await reader.get(`${path}/export`).expect(409)
    expect(nothing.remedy).toMatch(/Decide candidates/)
    for (const action of ['reset', 'undo', 'learn', 'import'])
      await reader.post(`${path}/${action}`).send({}).expect(403)
    await editor.post(`${path}/undo`).expect(409)

    await decide(60)
    const learnt = await learn()
    const { body: file, headers } = await reader.get(`${path}/export`).expect(200)
    expect(headers['content-disposition']).toMatch(/^attachment; .*ranking\.json/)
    expect(file).toMatchObject({ format: 'termloom-ranking', version: 1, decisions: 60, sourceLanguage: 'zh' })

    await editor.post(`${path}/reset`).expect(202)
    expect(await settled()).toMatchObject({
      state: 'waiting',
      features: [],
      canUndo: 'reset',
      decisions: { accepted: 0 },
    })
    for (const { score } of await open()) expect(score).toBeCloseTo(0.6, 5)

    await editor.post(`${path}/undo`).expect(202)
    const back = await settled()
    expect(back).toMatchObject({ state: 'learnt', canUndo: null, features: learnt.features })
    expect((await open())[0]!.score).toBeGreaterThan(0.75)

    const other = await queueOf(5)
    await editor.post(`${other.path}/import`).send(file).expect(202)
    expect(await other.settled()).toMatchObject({ state: 'waiting', isImported: true, canUndo: 'import' })
    expect((await other.open())[0]!.score).toBeGreaterThan(0.7)
    await editor.post(`${other.path}/undo`).expect(202)
    expect(await other.settled()).toMatchObject({ isImported: false, canUndo: null })
    for (const { score } of await other.open()) expect(score).toBeCloseTo(0.6, 5)
    const { db } = server.app.get(Database)
    const deeds: { action: string }[] = await db.query(
      `SELECT action FROM audit_entries WHERE subject_id = $1 AND action LIKE '%ranking' ORDER BY at`,
      [other.termbaseId],
    )
    expect(deeds.map(({ action }) => action)).toEqual(['import-ranking', 'undo-import-ranking'])
  })

  test.each([
    ['nothing', {}, 'format'],
    ['a list', [], 'format'],
    ['another version', { format: 'termloom-ranking', version: 2 }, 'version'],
    ['no model', { format: 'termloom-ranking', version: 1, model: 7 }, 'model'],
    [
      'a weight that is no number',
      withFeature({ weight: '1', uncertainty: 1, mean: 0 }),
      'model.features.termName.weight',
    ],
    [
      'a weight that decides alone',
      withFeature({ weight: 1e9, uncertainty: 1, mean: 0 }),
      'model.features.termName.weight',
    ],
    ['a mean outside', withFeature({ weight: 1, uncertainty: 1, mean: 2 }), 'model.features.termName.mean'],
    [
      'a strange name',
      { ...withFeature({}), model: { bias: 0, slope: 1, features: { '<b>': {} } } },
      'model.features.<b>',
    ],
    [
      'a slope that turns the order round',
      { ...withFeature({}), model: { bias: 0, slope: -1, features: {} } },
      'model.slope',
    ],
  ])('an import of %s is refused and changes nothing', async (_, file, field) => {
    const { path, settled } = await queueOf(1)
    const { body } = await (await server.as('editor')).post(`${path}/import`).send(file).expect(400)
    expect(body).toMatchObject({ code: 'invalid-input', remedy: expect.any(String) })
    expect(Object.keys(body.fields)).toEqual([field])
    expect(await settled()).toMatchObject({ state: 'waiting', isImported: false, canUndo: null })
  })

  test('strictness counts what each score would show, and how much of it is right', async () => {
    const { open, decide, learn, path, termbaseId } = await queueOf(40)
    await decide(60)
    await learn()
    const { body } = await (await server.as('reader')).get(`${path}/strictness?minScore=0.9`).expect(200)
    expect(body.levels).toHaveLength(100)
    const rows = await open()
    const queue = server.app.get(QueueService)
    for (const at of [0, 20, 50, 70, 80, 99]) {
      const { minScore, candidates, expectedRight } = body.levels[at]
      expect(minScore).toBe(at / 100)
      const { total, items } = await queue.list(termbaseId, {
        sort: 'score',
        limit: 500,
        state: ['proposed'],
        minScore,
      })
      expect(candidates).toBe(total)
      expect(expectedRight).toBeCloseTo(
        items.reduce((sum, { score }) => sum + score, 0),
        1,
      )
    }
    expect(body.levels[0].candidates).toBe(rows.length)
  })

  test('decisions that are undone are forgotten', async () => {
    const { termbaseId, editor, review, open, decide, learn } = await queueOf(40)
    await decide(50)
    const rows = (await open()).filter(({ source }) => source.startsWith('名'))
    const ids = rows.map(({ id }) => id)
    const { batchId } = await review.decideAll(editor, termbaseId, { kind: 'reject', ids })
    expect((await learn()).decisions).toMatchObject({ rejected: 25 + ids.length })
    await review.undoAll(editor, termbaseId, batchId)
    expect((await learn()).decisions).toMatchObject({ accepted: 25, rejected: 25 })
  })
})

function withFeature(termName: object) {
  return { format: 'termloom-ranking', version: 1, model: { bias: 0, slope: 1, features: { termName } } }
}
