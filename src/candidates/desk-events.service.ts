import { Injectable } from '@nestjs/common'
import { bufferTime, concatMap, filter, from, interval, map, merge, type Observable, of, takeUntil } from 'rxjs'
import type { Actor } from '../auth/roles.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import type { CandidateRow, Person } from './candidate-record.js'
import { type DeskChange, DeskChanges } from './desk-changes.js'
import { QueueService } from './queue.service.js'

/** Somebody, on one page, with one candidate in front of them. */
export interface Looking {
  session: string
  person: Person
  candidate: string | null
}

export type DeskEvent =
  | { type: 'looking'; data: Looking }
  /** Candidates as they are now; `rows` is null when so many changed that the list had better be read again. */
  | { type: 'candidates'; data: { rows: CandidateRow[] | null } }
  | { type: 'ping'; data: object }

/** A page says again every 20 seconds what it shows; one that fell silent has gone. */
const GONE_AFTER_MS = 45_000
const PING_MS = 15_000
/** Decisions come in bursts: one message for those of a moment. */
const GATHER_MS = 120

/** What happens on the desks of others, while it happens. */
@Injectable()
export class DeskEventsService {
  private readonly present = new Map<string, Map<string, Looking & { at: number }>>()

  constructor(
    private readonly changes: DeskChanges,
    private readonly termbases: TermbasesService,
    private readonly queue: QueueService,
  ) {}

  async events(termbaseId: string): Promise<Observable<DeskEvent>> {
    await this.termbases.require(termbaseId)
    const changes = this.changes.of(termbaseId)
    const looking = changes.pipe(
      filter((change) => change.what === 'looking'),
      map((change) => ({ type: 'looking' as const, data: this.remember(change) })),
    )
    const candidates = changes.pipe(
      filter((change) => change.what === 'candidates'),
      bufferTime(GATHER_MS),
      filter((batch) => batch.length > 0),
      concatMap((batch) => from(this.rowsOf(batch))),
      map((rows) => ({ type: 'candidates' as const, data: { rows } })),
    )
    const pings = interval(PING_MS).pipe(map(() => ({ type: 'ping' as const, data: {} })))
    return merge(
      of(...this.here(termbaseId).map((data) => ({ type: 'looking' as const, data }))),
      looking,
      candidates,
      pings,
    ).pipe(takeUntil(this.changes.ended))
  }

  async look(actor: Actor, termbaseId: string, session: string, candidate: string | null): Promise<void> {
    await this.termbases.require(termbaseId)
    const person = { id: actor.id, name: actor.name }
    this.remember({ what: 'looking', termbase: termbaseId, session, person, candidate })
    await this.changes.announce({ what: 'looking', termbase: termbaseId, session, person, candidate })
  }

  private async rowsOf(batch: Extract<DeskChange, { what: 'candidates' }>[]): Promise<CandidateRow[] | null> {
    const ids = new Set<string>()
    for (const change of batch) {
      if (change.ids === null) return null
      for (const id of change.ids) ids.add(id)
    }
    return ids.size > 200 ? null : this.queue.rows([...ids])
  }

  private remember({ termbase, session, person, candidate }: Extract<DeskChange, { what: 'looking' }>): Looking {
    const sessions = this.present.get(termbase) ?? new Map<string, Looking & { at: number }>()
    this.present.set(termbase, sessions)
    if (candidate === null) sessions.delete(session)
    else sessions.set(session, { session, person, candidate, at: Date.now() })
    return { session, person, candidate }
  }

  private here(termbaseId: string): Looking[] {
    const sessions = this.present.get(termbaseId) ?? new Map<string, Looking & { at: number }>()
    for (const [session, { at }] of sessions) if (at < Date.now() - GONE_AFTER_MS) sessions.delete(session)
    return [...sessions.values()].map(({ session, person, candidate }) => ({ session, person, candidate }))
  }
}
