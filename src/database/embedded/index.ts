import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { findBinaries } from './binaries.js'
import { connect } from './connect.js'
import { clusterExists, clusterOf, createCluster, OWNER, passwordOf, refuseOtherVersion } from './data-directory.js'
import { runningPort, startServer, stopServer } from './postmaster.js'
import { alone } from './start-lock.js'
import { databaseUser } from './system-user.js'

const DATABASE = 'termloom'
const PRESENCE = 'termloom presence'

export interface RunningDatabase {
  url: string
  /** Claims the data folder for one long-running process; false when another process has it. Released when that process ends, however it ends. */
  claim(purpose: string): Promise<boolean>
  /** Leaves the server, and stops it if nobody else of us is connected. */
  stop(): Promise<void>
  /** Rejects when the server is gone for good. */
  lost: Promise<never>
}

/** The PostgreSQL of a data folder: created at the first call, started when it does not run, joined when it does. */
export async function openEmbedded(
  dataFolder: string,
  say: (step: string) => void = () => {},
): Promise<RunningDatabase> {
  const folder = path.resolve(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const server = new EmbeddedServer(folder)
  await server.join(say)
  return server
}

/**
 * Any number of our processes may use one server at once; each holds a connection that shows its presence, and the last one
 * to leave turns the light off. A process that is killed loses its connection, so nothing has to be cleaned up after it.
 */
class EmbeddedServer implements RunningDatabase {
  url = ''
  readonly lost: Promise<never>
  private reportLoss: (reason: unknown) => void
  private readonly user = databaseUser()
  private presence: Client
  private readonly claims: string[] = []
  private leaving = false

  constructor(private readonly folder: string) {
    this.lost = new Promise((_resolve, reject) => (this.reportLoss = reject))
    // Who does not wait for it does not want to know.
    this.lost.catch(() => {})
  }

  join(say: (step: string) => void = () => {}): Promise<void> {
    return alone(this.folder, async () => {
      const binaries = findBinaries(this.user)
      if (!clusterExists(this.folder)) {
        say('Creating the database')
        createCluster(this.folder, binaries, this.user)
      }
      refuseOtherVersion(this.folder, binaries)
      const cluster = clusterOf(this.folder)
      let port = runningPort(cluster)
      if (port === null) {
        say('Starting the database')
        // After a crash the old port: our pools go on trying it.
        port = await startServer(binaries, cluster, this.user, this.presence?.port)
      } else say('Joining the database that is running')
      await this.connectTo(port)
    })
  }

  async claim(purpose: string): Promise<boolean> {
    const got = await tryLock(this.presence, purpose)
    if (got) this.claims.push(purpose)
    return got
  }

  stop(): Promise<void> {
    this.leaving = true
    return alone(this.folder, async () => {
      const last = !(await othersPresent(this.presence))
      await this.presence.end()
      if (last) await stopServer(findBinaries(this.user), clusterOf(this.folder), this.user)
    })
  }

  private async connectTo(port: number): Promise<void> {
    await ensureDatabase(this.addressOf(port, 'postgres'))
    this.url = this.addressOf(port, DATABASE)
    this.presence = await connect(this.url, PRESENCE)
    this.presence.once('end', () => void this.rejoin())
    for (const purpose of this.claims) await tryLock(this.presence, purpose)
  }

  /** The server was killed, or crashed and came back by itself. */
  private async rejoin(): Promise<void> {
    if (this.leaving) return
    await this.join().catch(this.reportLoss)
  }

  private addressOf(port: number, database: string): string {
    return `postgres://${OWNER}:${passwordOf(this.folder)}@127.0.0.1:${port}/${database}`
  }
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

async function tryLock(presence: Client, purpose: string): Promise<boolean> {
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
