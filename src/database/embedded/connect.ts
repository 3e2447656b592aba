import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { DomainError } from '../../shared/errors.js'

const RECOVERY_MS = 60_000
const PAUSE_MS = 100

/** Connects, and waits while a server that was killed is still recovering. */
export async function connect(url: string, application: string): Promise<Client> {
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
      await wait(PAUSE_MS)
    }
  }
}

/** 57P03: starting up, shutting down or recovering. Refused: a moment before it listens. */
function isStarting(error: unknown): boolean {
  return ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code?: string }).code ?? '')
}
