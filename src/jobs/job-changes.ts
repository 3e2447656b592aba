import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { endWith, filter, ignoreElements, type Observable, Subject } from 'rxjs'
import { Client } from 'pg'
import { Config } from '../config.js'

const RECONNECT_MS = 1000

/** The ids of jobs that change, as the database announces them. One listening connection an instance, opened when first needed. */
@Injectable()
export class JobChanges implements OnModuleDestroy {
  private readonly changed = new Subject<string>()
  private client: Client | null = null
  private stopped = false

  constructor(private readonly config: Config) {}

  /** Emits once, when the server stops. */
  get ended(): Observable<unknown> {
    return this.changed.pipe(ignoreElements(), endWith(null))
  }

  of(id: string): Observable<string> {
    return this.all().pipe(filter((each) => each === id))
  }

  all(): Observable<string> {
    if (!this.client && !this.stopped) void this.listen()
    return this.changed
  }

  /** Before the server closes: it waits for its connections, and a stream of events is one that does not end by itself. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true
    this.changed.complete()
    await this.client?.end().catch(() => {})
  }

  /** Whoever watches polls now and then as well, so a connection that is lost for a second loses nothing. */
  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.config.databaseUrl!,
      application_name: 'termloom jobs',
      keepAlive: true,
    })
    this.client = client
    client.on('notification', ({ payload }) => payload && this.changed.next(payload))
    client.on('error', () => this.listenAgain(client))
    try {
      await client.connect()
      await client.query('LISTEN job_changed')
    } catch {
      this.listenAgain(client)
    }
  }

  private listenAgain(lost: Client): void {
    if (this.stopped || this.client !== lost) return
    this.client = null
    setTimeout(() => this.client ?? (this.stopped || void this.listen()), RECONNECT_MS).unref()
  }
}
