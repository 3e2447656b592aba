import type { Agent } from 'supertest'

export interface Job {
  id: string
  state: string
  stage: string | null
  problem: { code: string; message: string; remedy?: string; place?: { line?: number; offset?: number } } | null
  result: { proposed: number; known: number } | null
}

let termbases = 0

/** A termbase of its own for a test; Chinese to English unless told otherwise. */
export async function newTermbase(
  editor: Agent,
  languages = { sourceLanguage: 'zh', targetLanguage: 'en' },
): Promise<string> {
  const body = { name: `Termbase ${++termbases}`, ...languages }
  return (await editor.post('/api/v1/termbases').send(body).expect(201)).body.id
}

export function upload(editor: Agent, termbase: string, bytes: Buffer | string, name = 'report.txt') {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  return editor.post(`/api/v1/termbases/${termbase}/documents`).attach('file', content, name)
}

/** The job when it is done, failed or cancelled. */
export async function finished(agent: Agent, id: string): Promise<Job> {
  for (;;) {
    const { body } = await agent.get(`/api/v1/jobs/${id}`).expect(200)
    if (['done', 'failed', 'cancelled'].includes(body.state)) return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Uploads, waits for the job, and returns the document as it then is. */
export async function read(editor: Agent, termbase: string, bytes: Buffer | string, name?: string) {
  const { body } = await upload(editor, termbase, bytes, name).expect(202)
  const job = await finished(editor, body.job.id)
  const { body: document } = await editor.get(`/api/v1/termbases/${termbase}/documents/${body.document.id}`).expect(200)
  return { job, document }
}
