import { Client } from 'pg'
import { parentPort, workerData } from 'node:worker_threads'
import { readEntries } from '../releases/read-entries.js'
import type { ShelvingOrder } from './shelve-in-thread.js'
import { shelvesOf } from './shelves.js'

/** Sorts the headwords of one release, away from the thread that answers requests. */
const { databaseUrl, releaseId } = workerData as ShelvingOrder

async function* concepts() {
  const client = new Client({ connectionString: databaseUrl, application_name: 'termloom site' })
  await client.connect()
  try {
    const query = async (sql: string, values: unknown[]) => (await client.query(sql, values)).rows
    for await (const { concept } of readEntries({ query }, releaseId)) yield concept
  } finally {
    await client.end()
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(await shelvesOf(concepts()))
