import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { filter, type Observable, Subject } from 'rxjs'
import { Client } from 'pg'
import { Config } from '../config.js'

const RECONNECT_MS = 1000

/** The ids of jobs that change, as the database announces them. One listening connection an instance, opened when first needed. */
@Injectable()
export class JobChanges implements OnApplicationShutdown {
  private readonly changed = new Subject<string>()
  private client: Client | null = null
  private stopped = false

  constructor(private readonly config: Config) {}

  of(id: string): Observable<string> {
    return this.all().pipe(filter((each) => each === id))
  }

  all(): Observable<string> {
    if (!this.client && !this.stopped) void this.listen()
    return this.changed
  }

  async onApplicationShutdown(): Promise<void> {
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
