import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import { Config } from '../config.js'
import { Database } from '../database/database.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { JobHandlers } from '../jobs/job-handlers.js'
import { JobWorker } from '../jobs/job-worker.js'
import type { JobStep } from '../jobs/job.js'
import { JobsService } from '../jobs/jobs.service.js'
import { DocumentsService } from './documents.service.js'
import { EXTRACT_DOCUMENT } from './reading-stages.js'
import { SampleTermbase } from './sample-termbase.js'

const sample = path.join(import.meta.dirname, 'sample/national-defense-passage.txt')

describe('a document', () => {
  let server: StartedApp
  let documents: DocumentsService
  beforeAll(async () => {
    server = await startApp({ jobs: false })
    documents = server.app.get(DocumentsService)
  })
  afterAll(() => server.stop())

  const add = async (text: string, name = 'a.txt') => {
    const { termbaseId, editor } = await desk(server)
    const file = { name, bytes: Buffer.from(text) }
    const added = await documents.add(editor, termbaseId, { file })
    return { termbaseId, editor, file, id: added.document.id, job: added.job! }
  }
  const run = (
    documentId: string,
    signal = new AbortController().signal,
    progress: (step: JobStep) => void = () => {},
  ) =>
    server.app
      .get(JobHandlers)
      .of(EXTRACT_DOCUMENT)
      .run({ documentId } as never, { jobId: '', createdBy: null, progress, signal })
  const rowsOf = async (documentId: string) => {
    const { db } = server.app.get(Database)
    const pairs: unknown[] = await db.query(
      'SELECT position, source_text, target_text FROM sentence_pairs WHERE document_id = $1 ORDER BY position',
      [documentId],
    )
    const evidence: unknown[] = await db.query(
      `SELECT c.source, c.target, p.position, e.source_start, e.target_start FROM candidate_evidence e JOIN sentence_pairs p ON p.id = e.sentence_pair_id
       JOIN candidates c ON c.id = e.candidate_id WHERE p.document_id = $1 ORDER BY 1, 2, 3, 4, 5`,
      [documentId],
    )
    return { pairs, evidence }
  }

  test('is read twice when its server was killed in between, and stands there once', async () => {
    const { id } = await add(await readFile(sample, 'utf8'))
    await run(id)
    const first = await rowsOf(id)
    expect(first.pairs.length).toBeGreaterThan(5)
    expect(first.evidence.length).toBeGreaterThan(20)
    await run(id)
    expect(await rowsOf(id)).toEqual(first)
  })

  test('whose job is stopped half way has no rows at all', async () => {
    const { id } = await add(await readFile(sample, 'utf8'))
    const stop = new AbortController()
    const inTheMiddle = ({ progress }: JobStep) => {
      if (progress > 0.5) stop.abort(new Error('stopped half way'))
    }
    await expect(run(id, stop.signal, inTheMiddle)).rejects.toThrow('stopped half way')
    expect(await rowsOf(id)).toEqual({ pairs: [], evidence: [] })
  })

  test('that was deleted meanwhile is not brought back by its job', async () => {
    const { termbaseId, editor, id, job } = await add('国防\nnational defense\n')
    await documents.remove(editor, termbaseId, id)
    expect((await server.app.get(JobsService).get(job.id)).state).toBe('cancelled')
    await expect(run(id)).rejects.toMatchObject({ code: 'cancelled' })
    await expect(documents.get(termbaseId, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is as far as its job: waiting, cancelled, and waiting again after another try', async () => {
    const { termbaseId, editor, file, id, job } = await add('国防\nnational defense\n')
    const state = async () => (await documents.get(termbaseId, id)).state
    expect(await state()).toBe('waiting')
    await expect(documents.retry(editor, termbaseId, id)).rejects.toMatchObject({ code: 'conflict' })
    await server.app.get(JobsService).cancel(job.id)
    expect(await state()).toBe('cancelled')
    const again = await documents.add(editor, termbaseId, { file: { ...file, name: 'b.txt' } })
    expect(again).toMatchObject({
      duplicate: true,
      document: { id, state: 'waiting', name: 'a.txt' },
      job: { state: 'waiting' },
    })
  })

  test('of two files is another one than the first of them alone', async () => {
    const { termbaseId, editor, file } = await add('国防\n')
    const targetFile = { name: 'b.txt', bytes: Buffer.from('national defense\n') }
    expect(await documents.add(editor, termbaseId, { file, targetFile })).toMatchObject({ duplicate: false })
    expect(await documents.add(editor, termbaseId, { file, targetFile, aligned: true })).toMatchObject({
      duplicate: false,
    })
    expect(await documents.add(editor, termbaseId, { file, targetFile })).toMatchObject({ duplicate: true })
  })

  test('of one termbase is not shown to another', async () => {
    const { id } = await add('国防\nnational defense\n')
    const other = await desk(server)
    await expect(documents.original(other.termbaseId, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(documents.remove(other.editor, other.termbaseId, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the sample', () => {
  let server: StartedApp
  beforeAll(async () => {
    server = await startApp({ jobs: false })
  })
  afterAll(() => server.stop())
  const load = (): Promise<string[]> => {
    const said: string[] = []
    return server.app
      .get(SampleTermbase)
      .run((step) => said.push(step))
      .then(() => said)
  }
  const termbases = () => server.app.get(TermbasesService).list()

  test('is not loaded when the operator does not want it', async () => {
    const config = server.app.get(Config)
    Object.assign(config, { sample: false })
    await load()
    expect(await termbases()).toEqual([])
    Object.assign(config, { sample: true })
  })

  test('is loaded into an empty database, waits for its candidates, and tells how far it is', async () => {
    await server.app
      .get(TermbasesService)
      .create(null, { name: 'Sample: China’s national defense', sourceLanguage: 'zh', targetLanguage: 'en' })
    await server.app.get(JobWorker).start()
    const said = await load()
    expect(said).toEqual(expect.arrayContaining(['Loading the sample', 'Sample: reading the file']))
    const [only, ...others] = await termbases()
    expect(others).toEqual([])
    expect(only).toMatchObject({ sourceLanguage: 'zh', counts: { documents: 1 } })
    expect(only!.counts.candidates.proposed).toBeGreaterThan(20)
  })

  test('is loaded once, also when somebody has deleted its document', async () => {
    expect(await load()).toEqual([])
    const editor = await server.actor('editor')
    const [only] = await termbases()
    const [document] = await server.app.get(DocumentsService).list(only!.id)
    const languages = [{ language: 'zh', terms: [{ text: '国防' }] }]
    await server.app.get(ConceptsService).create(editor, only!.id, { languages })
    await server.app.get(DocumentsService).remove(editor, only!.id, document!.id)
    expect(await load()).toEqual([])
  })
})
