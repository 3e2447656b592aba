import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { DomainError } from '../../shared/errors.js'
import { findBinaries } from './binaries.js'
import { clusterExists, clusterOf, createCluster, OWNER, passwordOf, refuseOtherVersion } from './data-directory.js'
import { runningPort, startServer, stopServer } from './postmaster.js'
import { alone } from './start-lock.js'
import { databaseUser } from './system-user.js'

const DATABASE = 'termloom'
const PRESENCE = 'termloom presence'
const RECOVERY_MS = 60_000

export interface RunningDatabase {
  url: string
  /** Claims the data folder for one long-running process; false when another process has it. Released when that process ends, however it ends. */
  claim(purpose: string): Promise<boolean>
  /** Leaves the server, and stops it if nobody else of us is connected. */
  stop(): Promise<void>
}

/**
 * The PostgreSQL of a data folder: created at the first call, started when it does not run, joined when it does.
 * Any number of our processes may use it at once; each holds a connection that shows its presence, and the last one to
 * leave turns the light off. A process that is killed loses its connection, so nothing has to be cleaned up after it.
 */
export async function openEmbedded(
  dataFolder: string,
  say: (step: string) => void = () => {},
): Promise<RunningDatabase> {
  const folder = path.resolve(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const user = databaseUser()
  const presence = await alone(folder, async () => {
    const binaries = findBinaries(user)
    if (!clusterExists(folder)) {
      say('Creating the database')
      createCluster(folder, binaries, user)
    }
    refuseOtherVersion(folder, binaries)
    const cluster = clusterOf(folder)
    let port = runningPort(cluster)
    if (port === null) {
      say('Starting the database')
      port = await startServer(binaries, cluster, user)
    } else say('Joining the database that is running')
    await ensureDatabase(urlOf(folder, port, 'postgres'))
    return connect(urlOf(folder, port, DATABASE), PRESENCE)
  })
  return {
    url: urlOf(folder, presence.port, DATABASE),
    claim: (purpose) => claim(presence, purpose),
    stop: () =>
      alone(folder, async () => {
        const last = !(await othersPresent(presence))
        await presence.end()
        if (last) await stopServer(findBinaries(user), clusterOf(folder), user)
      }),
  }
}

function urlOf(folder: string, port: number, database: string): string {
  return `postgres://${OWNER}:${passwordOf(folder)}@127.0.0.1:${port}/${database}`
}

/** Connects, and waits while a server that was killed is still recovering. */
async function connect(url: string, application: string): Promise<Client> {
  const deadline = Date.now() + RECOVERY_MS
  for (;;) {
    const client = new Client({ connectionString: url, application_name: application, keepAlive: true })
    // A lost connection shows in the next query; unheard, the event would end the process.
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      if (Date.now() > deadline || !isStarting(error))
        throw new DomainError('conflict', `The database does not answer: ${(error as Error).message}`, {
          remedy: 'Look into the log folder beside the data, or set DATABASE_URL to another PostgreSQL.',
        })
      await wait(100)
    }
  }
}

/** 57P03: starting up, shutting down or recovering. Refused: a moment before it listens. */
function isStarting(error: unknown): boolean {
  return ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code?: string }).code ?? '')
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = await connect(adminUrl, 'termloom setup')
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}

async function claim(presence: Client, purpose: string): Promise<boolean> {
  const { rows } = await presence.query<{ got: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS got', [
    `termloom:${purpose}`,
  ])
  return rows[0]!.got
}

async function othersPresent(presence: Client): Promise<boolean> {
  try {
    const { rowCount } = await presence.query(
      'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid() LIMIT 1',
      [PRESENCE],
    )
    return rowCount !== 0
  } catch {
    return false
  }
}
