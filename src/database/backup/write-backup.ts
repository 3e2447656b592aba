import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { FIRST_LINE, type LastHeading, type Manifest, TABLE_END } from './format.js'
import { tablesInOrder } from './tables.js'

/** Writes all tables as they are at one moment, while others go on working. The file appears under its name when it is whole. */
export async function writeBackup(url: string, file: string): Promise<{ tables: number; rows: number }> {
  const client = new Client({ connectionString: url, application_name: 'termloom backup' })
  await client.connect()
  const unfinished = `${file}.part`
  const count = { tables: 0, rows: 0 }
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    await pipeline(Readable.from(content(client, count)), createGzip(), createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, file)
    return count
  } finally {
    await rm(unfinished, { force: true })
    await client.end()
  }
}

async function* content(client: Client, count: { tables: number; rows: number }): AsyncGenerator<Buffer | string> {
  yield `${FIRST_LINE}\n${JSON.stringify(await manifest(client))}\n`
  for (const heading of await tablesInOrder(client)) {
    yield `${JSON.stringify(heading)}\n`
    const columns = heading.columns.map((column) => `"${column}"`).join(', ')
    const rows = client.query(copyTo(`COPY (SELECT ${columns} FROM "${heading.table}") TO STDOUT`))
    yield* rows as AsyncIterable<Buffer>
    yield TABLE_END
    count.tables += 1
    count.rows += rows.rowCount
  }
  const last: LastHeading = { end: true, tables: count.tables }
  yield `${JSON.stringify(last)}\n`
}

async function manifest(client: Client): Promise<Manifest> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY "timestamp"')
  return { createdAt: new Date().toISOString(), migrations: rows.map(({ name }) => name) }
}
