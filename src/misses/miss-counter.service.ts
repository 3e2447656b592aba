import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { Database } from '../database/database.js'
import { LookupService, type MissedLookup } from '../lookup/lookup.service.js'
import { countable, type Miss } from './countable.js'

/** Searches that found nothing are written together, so often, in milliseconds. */
const rhythm = 2000

/** Distinct misses that wait to be written; more than these within one rhythm are a flood and are not counted. */
const mostWaiting = 5000

/** Misses that a termbase keeps; beyond them those go that were looked for least, the oldest first. */
const mostKept = 10_000

interface Counted extends Miss {
  termbaseId: string
  count: number
}

/** Counts searches that found nothing, apart from the request that asked. */
@Injectable()
export class MissCounter implements OnModuleInit, OnApplicationShutdown {
  private waiting = new Map<string, Counted>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly database: Database,
    private readonly lookups: LookupService,
  ) {}

  onModuleInit(): void {
    this.lookups.whenMissed((miss) => this.note(miss))
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer)
    await this.write().catch(() => {})
  }

  note({ termbases, text, direction, segment }: MissedLookup): void {
    const miss = countable(text, direction, segment)
    if (!miss) return
    for (const termbaseId of termbases) {
      const name = [termbaseId, miss.sourceLanguage, miss.targetLanguage, miss.key].join(' ')
      const known = this.waiting.get(name)
      if (known) {
        known.count++
        known.segment ??= miss.segment
      } else if (this.waiting.size < mostWaiting) this.waiting.set(name, { ...miss, termbaseId, count: 1 })
    }
    // A database that is away for a moment must not end the process; what could not be written is lost.
    this.timer ??= setTimeout(() => void this.write().catch(() => {}), rhythm).unref()
  }

  /** Writes what waits. */
  async write(): Promise<void> {
    this.timer = undefined
    const misses = [...this.waiting.values()]
    this.waiting = new Map()
    if (misses.length === 0) return
    await this.database.inTransaction(async (db) => {
      await db.query(COUNT, [JSON.stringify(misses)])
      await db.query(FORGET, [[...new Set(misses.map(({ termbaseId }) => termbaseId))], mostKept])
    })
  }
}

/** In the order of their keys, so that two processes do not wait for each other. What was dismissed stays dismissed. */
const COUNT = `
  INSERT INTO search_misses AS m (termbase_id, key, text, source_language, target_language, count, segment)
  SELECT r."termbaseId", r.key, r.text, r."sourceLanguage", r."targetLanguage", r.count, r.segment
  FROM jsonb_to_recordset($1::jsonb) AS r ("termbaseId" uuid, key text, text text, "sourceLanguage" text, "targetLanguage" text, count integer, segment text)
  JOIN termbases b ON b.id = r."termbaseId"
  WHERE NOT EXISTS (SELECT 1 FROM uncounted_termbases u WHERE u.termbase_id = r."termbaseId")
  ORDER BY r."termbaseId", r."sourceLanguage", r."targetLanguage", r.key
  ON CONFLICT ON CONSTRAINT uq_search_misses_key DO UPDATE SET
    count = m.count + excluded.count, last_seen = now(), segment = coalesce(m.segment, excluded.segment)`

const FORGET = `
  DELETE FROM search_misses WHERE id IN (
    SELECT id FROM (
      SELECT id, row_number() OVER (PARTITION BY termbase_id ORDER BY (candidate_id IS NOT NULL) DESC, count DESC, last_seen DESC) AS place
      FROM search_misses WHERE termbase_id = ANY($1::uuid[])) ranked
    WHERE place > $2)`
