import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { Client } from 'pg'
import { endWith, filter, ignoreElements, type Observable, Subject } from 'rxjs'
import { Config } from '../config.js'
import { Database } from '../database/database.js'

/** What the database announces of a termbase's queue, to every instance of the server. */
export type DeskChange =
  /** These candidates are not as they were; null: too many to name. */
  | { what: 'candidates'; termbase: string; ids: string[] | null }
  /** Somebody has turned to a candidate, or away from all (null). */
  | {
      what: 'looking'
      termbase: string
      session: string
      person: { id: string; name: string }
      candidate: string | null
    }

const CHANNEL = 'desk_changed'
const RECONNECT_MS = 1000

/** Changes of the queues as they happen. One listening connection an instance, opened when first needed. */
@Injectable()
export class DeskChanges implements OnModuleDestroy {
  private readonly changes = new Subject<DeskChange>()
  private readonly stamps = new Map<string, number>()
  private client: Client | null = null
  private ready: Promise<boolean> | null = null
  private stopped = false

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Emits once, when the server stops. */
  get ended(): Observable<unknown> {
    return this.changes.pipe(ignoreElements(), endWith(null))
  }

  of(termbaseId: string): Observable<DeskChange> {
    void this.listening()
    return this.changes.pipe(filter(({ termbase }) => termbase === termbaseId))
  }

  /** Another number after every change of the queue; null while changes cannot be heard. */
  async stampOf(termbaseId: string): Promise<number | null> {
    if (!(await this.listening())) return null
    return this.stamps.get(termbaseId) ?? this.touch(termbaseId)
  }

  /** Says at once what the database announces a moment later. */
  touch(termbaseId: string): number {
    const stamp = (lastStamp += 1)
    this.stamps.set(termbaseId, stamp)
    return stamp
  }

  async announce(change: DeskChange): Promise<void> {
    await this.database.db.query(`SELECT pg_notify('${CHANNEL}', $1)`, [JSON.stringify(change)])
  }

  /** Before the server closes: a stream of events does not end by itself. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true
    this.changes.complete()
    await this.client?.end().catch(() => {})
  }

  private listening(): Promise<boolean> {
    if (this.stopped) return Promise.resolve(false)
    return (this.ready ??= this.listen())
  }

  private async listen(): Promise<boolean> {
    const client = new Client({
      connectionString: this.config.databaseUrl!,
      application_name: 'termloom desk',
      keepAlive: true,
    })
    this.client = client
    client.on('notification', ({ payload }) => payload && this.hear(JSON.parse(payload) as DeskChange))
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      return true
    } catch {
      this.lost(client)
      return false
    }
  }

  private hear(change: DeskChange): void {
    if (change.what === 'candidates') this.touch(change.termbase)
    this.changes.next(change)
  }

  /** What happened meanwhile was not heard: nothing that was counted before is trusted. */
  private lost(client: Client): void {
    if (this.stopped || this.client !== client) return
    this.client = null
    this.ready = null
    this.stamps.clear()
    setTimeout(() => void this.listening(), RECONNECT_MS).unref()
  }
}

/** Never the same twice, so that a count kept under an old stamp is not taken for a new one. */
let lastStamp = 0
