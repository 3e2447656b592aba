import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { migrations } from '../../../migrations/index.js'
import { DomainError } from '../../shared/errors.js'
import { migrate } from '../migrate.js'
import { BackupReader, cutOff, FIRST_LINE, type LastHeading, type Manifest, type TableHeading } from './format.js'

/**
 * Reads a backup into an empty database, in one transaction. A backup of an older version is read into the tables of that
 * version, which are then brought up to date.
 */
export async function restoreBackup(url: string, file: string): Promise<{ tables: number }> {
  const reader = new BackupReader(unpacked(file))
  const manifest = await openBackup(reader, file)
  await migrate(url, manifest.migrations)
  const client = new Client({ connectionString: url, application_name: 'termloom restore' })
  await client.connect()
  try {
    await client.query('BEGIN')
    await refuseUnlessEmpty(client)
    const tables = await fillTables(client, reader)
    await continueIdentities(client)
    await queueAgain(client)
    await client.query('COMMIT')
    return { tables }
  } finally {
    await client.end()
    await migrate(url)
  }
}

/** gunzip tells of files that are none or that are cut off; what it says becomes an answer. */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  try {
    const gunzip = createGunzip()
    // What goes wrong on the way in comes out of gunzip as well, and is heard there.
    pipeline(createReadStream(file), gunzip).catch(() => {})
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw cutOff()
    if (code?.startsWith('Z_')) throw notABackup(file)
    throw error
  }
}

async function openBackup(reader: BackupReader, file: string): Promise<Manifest> {
  if ((await reader.line()) !== FIRST_LINE) throw notABackup(file)
  const manifest = JSON.parse(await reader.line()) as Manifest
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = manifest.migrations.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new DomainError('conflict', `The backup was made by a newer Termloom (it knows ${unknown.join(', ')}).`, {
      remedy: 'Restore it with that version or a later one.',
    })
  return manifest
}

function notABackup(file: string): DomainError {
  return new DomainError('unreadable-file', 'This is not a backup made by `termloom backup`.', { place: { file } })
}

async function refuseUnlessEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM users')
  if (rows[0]!.count === '0') return
  throw new DomainError('conflict', 'The database is not empty.', {
    remedy: 'Restore into a new one: choose another folder with TERMLOOM_DATA, or an empty database with DATABASE_URL.',
  })
}

async function fillTables(client: Client, reader: BackupReader): Promise<number> {
  for (let tables = 0; ; tables++) {
    const heading = JSON.parse(await reader.line()) as TableHeading | LastHeading
    if ('end' in heading) {
      if (heading.tables !== tables) throw cutOff()
      return tables
    }
    const columns = heading.columns.map((column) => `"${column}"`).join(', ')
    await pipeline(
      Readable.from(reader.rows()),
      client.query(copyFrom(`COPY "${heading.table}" (${columns}) FROM STDIN`)),
    )
  }
}

/** COPY writes the old numbers; the next new one must be above them. */
async function continueIdentities(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT attrelid::regclass::text AS "table", attname AS "column" FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND attidentity <> ''`,
  )
  for (const { table, column } of rows)
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), coalesce(max("${column}"), 0) + 1, false) FROM ${table}`,
      [table, column],
    )
}

/** The queue is not part of a backup; the jobs are, and those that were not finished begin anew. */
async function queueAgain(client: Client): Promise<void> {
  await client.query(`UPDATE jobs SET state = 'waiting' WHERE state = 'running'`)
  await client.query(
    `SELECT graphile_worker.add_job('run-job', json_build_object('jobId', id::text), job_key => id::text, max_attempts => 25)
     FROM jobs WHERE state = 'waiting'`,
  )
}
