import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import { DocumentsService } from '../corpora/documents.service.js'
import { LessonsService } from './lessons.service.js'
import { EXTRACT_DOCUMENT, type ReadingStage, titleOf } from '../corpora/reading-stages.js'
import { Database } from '../database/database.js'
import { JobHandlers } from '../jobs/job-handlers.js'
import type { JobStep } from '../jobs/job.js'

const sample = path.join(import.meta.dirname, '../corpora/sample/national-defense-passage.txt')
const stages: ReadingStage[] = ['read', 'intake', 'tokenise', 'learn', 'align', 'pair', 'score', 'rank', 'store']

describe('the job that reads a document', () => {
  let server: StartedApp
  let text: string
  beforeAll(async () => {
    server = await startApp({ jobs: false })
    text = await readFile(sample, 'utf8')
  })
  afterAll(() => server.stop())

  const added = async () => {
    const { termbaseId, editor } = await desk(server)
    const file = { name: 'a.txt', bytes: Buffer.from(text) }
    const { document } = await server.app.get(DocumentsService).add(editor, termbaseId, { file })
    return { termbaseId, documentId: document.id }
  }
  const run = (documentId: string, progress: (step: JobStep) => void, signal: AbortSignal) =>
    server.app
      .get(JobHandlers)
      .of(EXTRACT_DOCUMENT)
      .run({ documentId } as never, { jobId: '', createdBy: null, progress, signal })
  const rows = async (termbaseId: string) => {
    const { db } = server.app.get(Database)
    return db.query(
      'SELECT source, target, score, reasons, variants FROM candidates WHERE termbase_id = $1 ORDER BY 1, 2',
      [termbaseId],
    )
  }

  test('goes through its stages in order, and its progress never falls', async () => {
    const { documentId } = await added()
    const steps: JobStep[] = []
    await run(documentId, (step) => steps.push(step), new AbortController().signal)
    expect([...new Set(steps.map(({ stage }) => stage))]).toEqual(stages)
    expect(steps.map(({ progress }) => progress)).toEqual(
      steps.map(({ progress }) => progress).toSorted((a, b) => a - b),
    )
  })

  test.each(stages)('that is cancelled while it is at "%s" ends there and leaves nothing', async (stage) => {
    const { termbaseId, documentId } = await added()
    const controller = new AbortController()
    let later = false
    const progress = (step: JobStep) => {
      later ||= controller.signal.aborted && step.stage !== stage
      if (step.stage === stage) controller.abort(new Error(`cancelled while ${titleOf(stage)}`))
    }
    await expect(run(documentId, progress, controller.signal)).rejects.toThrow(`cancelled while ${titleOf(stage)}`)
    expect(later).toBe(false)
    expect(await rows(termbaseId)).toEqual([])
  })

  test('teaches the next document of its termbase, and no longer once it is deleted', async () => {
    const { termbaseId, editor } = await desk(server)
    const documents = server.app.get(DocumentsService)
    const lessons = server.app.get(LessonsService)
    const ids: string[] = []
    for (const [name, part] of [text, `${text}\n\nA second page.\n\n第二页。\n`].entries()) {
      const file = { name: `${name}.txt`, bytes: Buffer.from(part) }
      ids.push((await documents.add(editor, termbaseId, { file })).document.id)
    }
    const [first, second] = ids as [string, string]
    await run(first, () => {}, new AbortController().signal)
    expect(await lessons.ofOthers(termbaseId, first)).toEqual([])
    const taught = await lessons.ofOthers(termbaseId, second)
    expect(taught).toHaveLength(1)
    expect(taught[0]!.length).toBeGreaterThan(100)
    await run(second, () => {}, new AbortController().signal)
    await documents.remove(editor, termbaseId, first)
    expect(await lessons.ofOthers(termbaseId, second)).toEqual([])
  }, 60_000)

  test('gives the same rows in a thread that has read another document before', async () => {
    const [first, second] = [await added(), await added()]
    for (const { documentId } of [first, second]) await run(documentId, () => {}, new AbortController().signal)
    const found = await rows(first.termbaseId)
    expect(found.length).toBeGreaterThan(20)
    expect(await rows(second.termbaseId)).toEqual(found)
  })
})
