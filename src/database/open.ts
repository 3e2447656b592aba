import { Client } from 'pg'
import type { Config } from '../config.js'
import { DomainError } from '../shared/errors.js'
import { openEmbedded, type RunningDatabase } from './embedded/index.js'

export type { RunningDatabase } from './embedded/index.js'

const LEAST_VERSION = 15

/** The database this process works on: the one of DATABASE_URL as it is, or the embedded one, started if need be. */
export async function openDatabase(config: Config, say?: (step: string) => void): Promise<RunningDatabase> {
  if (config.databaseUrl === null) return openEmbedded(config.dataFolder, say)
  await refuseUnfit(config.databaseUrl)
  // On a server of the operator's own any number of instances may work.
  return { url: config.databaseUrl, claim: async () => true, stop: async () => {}, lost: new Promise<never>(() => {}) }
}

async function refuseUnfit(url: string): Promise<void> {
  const { version, encoding } = await askServer(url)
  if (version < LEAST_VERSION)
    throw new DomainError(
      'conflict',
      `DATABASE_URL leads to PostgreSQL ${version}; Termloom needs ${LEAST_VERSION} or newer.`,
    )
  if (encoding !== 'UTF8')
    throw new DomainError('conflict', `The database of DATABASE_URL is encoded in ${encoding}; Termloom needs UTF8.`, {
      remedy: `Create one with: CREATE DATABASE termloom ENCODING 'UTF8' TEMPLATE template0`,
    })
}

async function askServer(url: string): Promise<{ version: number; encoding: string }> {
  const client = new Client({
    connectionString: url,
    application_name: 'termloom start',
    connectionTimeoutMillis: 10_000,
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding`,
    )
    return rows[0]!
  } catch (error) {
    // The address may carry a password, so it is not repeated here.
    throw new DomainError('conflict', `The database of DATABASE_URL does not answer: ${reason(error)}.`, {
      remedy: 'Check the address, or unset DATABASE_URL: then Termloom starts a PostgreSQL of its own.',
    })
  } finally {
    await client.end().catch(() => {})
  }
}

/** A name with two addresses fails twice, in one error without words. */
function reason(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return (first as Error).message
}
