import type { WorkerEvents } from 'graphile-worker'
import { Client } from 'pg'

const SWEEP_MS = 5000
const RECONNECT_MS = 1000

/** A pool announces itself a moment before it may take its first job; a lock this young is not judged. */
const BENEFIT_OF_DOUBT = `interval '3 seconds'`

/**
 * Gives back the jobs of workers that were killed, within seconds instead of the four hours that the queue itself would
 * wait. Each living pool of workers holds an advisory lock of its id (what the queue writes as `locked_by`) on a connection
 * of its process. The lock goes when the process goes, however it goes: who can take the lock of a pool knows it is dead.
 */
export class DeadWorkers {
  private readonly ours = new Set<string>()
  private client: Client | null = null
  private timer: NodeJS.Timeout | null = null
  private stopped = false

  private constructor(private readonly url: string) {}

  static async watch(url: string, events: WorkerEvents): Promise<DeadWorkers> {
    const watcher = new DeadWorkers(url)
    events.on('pool:create', ({ workerPool }) => watcher.announce(workerPool.id))
    await watcher.connect()
    await watcher.sweep()
    watcher.timer = setInterval(() => void watcher.sweep().catch(() => {}), SWEEP_MS)
    return watcher
  }

  async stop(): Promise<void> {
    this.stopped = true
    if (this.timer) clearInterval(this.timer)
    await this.client?.end().catch(() => {})
  }

  private announce(poolId: string): void {
    this.ours.add(poolId)
    void this.client?.query('SELECT pg_advisory_lock(hashtext($1))', [poolId]).catch(() => {})
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'termloom workers', keepAlive: true })
    client.on('error', () => this.connectAgain(client))
    await client.connect()
    this.client = client
    for (const poolId of this.ours) this.announce(poolId)
  }

  private connectAgain(lost: Client): void {
    if (this.stopped || (this.client && this.client !== lost)) return
    this.client = null
    setTimeout(() => {
      if (!this.stopped) void this.connect().catch(() => this.connectAgain(lost))
    }, RECONNECT_MS).unref()
  }

  private async sweep(): Promise<void> {
    const client = this.client
    if (!client) return
    const { rows } = await client.query<{ locked_by: string }>(
      `SELECT DISTINCT locked_by FROM graphile_worker.jobs
       WHERE locked_by IS NOT NULL AND locked_at < now() - ${BENEFIT_OF_DOUBT}`,
    )
    for (const { locked_by: poolId } of rows) if (!this.ours.has(poolId)) await this.giveBackIfDead(client, poolId)
  }

  private async giveBackIfDead(client: Client, poolId: string): Promise<void> {
    const { rows } = await client.query<{ dead: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS dead', [
      poolId,
    ])
    if (!rows[0]!.dead) return
    try {
      await client.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [poolId])
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtext($1))', [poolId])
    }
  }
}
