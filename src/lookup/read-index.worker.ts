import { Client } from 'pg'
import { parentPort, workerData } from 'node:worker_threads'
import { readEntries } from '../releases/read-entries.js'
import type { IndexOrder } from './read-index.js'
import { readOrBuild } from './release-files.js'

/** Reads or builds the index of one release, away from the thread that answers requests. */
const { file, databaseUrl, releaseId } = workerData as IndexOrder

async function* concepts() {
  const client = new Client({ connectionString: databaseUrl, application_name: 'termloom index' })
  await client.connect()
  try {
    const query = async (sql: string, values: unknown[]) => (await client.query(sql, values)).rows
    for await (const { concept } of readEntries({ query }, releaseId)) yield concept
  } finally {
    await client.end()
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(await readOrBuild(file, concepts))
