import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import { placeKey, ProposalsService } from '../candidates/proposals.service.js'
import { NotedSegmentsService } from '../corpora/noted-segments.service.js'
import { Database, type Db } from '../database/database.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import { primaryLanguage } from '../shared/language-tag.js'
import { type PairGiven, pairOf, sidesOf } from './pair-of-miss.js'

export const missStates = ['open', 'dismissed', 'proposed'] as const
export type MissState = (typeof missStates)[number]

export interface MissRecord {
  id: string
  text: string
  sourceLanguage: string
  targetLanguage: string
  count: number
  segment: string | null
  firstSeen: Date
  lastSeen: Date
  state: MissState
  candidateId: string | null
}

export interface MissesQuery {
  state: MissState
  limit: number
  offset: number
}

export interface MissList {
  items: MissRecord[]
  total: number
  /** Whether this termbase counts what is looked up in vain. */
  counting: boolean
}

/** What translators look for in vain, for editors to deal with. */
@Injectable()
export class MissesService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly segments: NotedSegmentsService,
    private readonly proposals: ProposalsService,
  ) {}

  /** Most wanted first. */
  async list(termbaseId: string, { state, limit, offset }: MissesQuery): Promise<MissList> {
    await this.termbases.require(termbaseId)
    return this.database.inSnapshot(async (db) => {
      const items: MissRecord[] = await db.query(
        `${RECORDS} WHERE termbase_id = $1 AND ${IN_STATE[state]} ORDER BY count DESC, last_seen DESC, key LIMIT $2 OFFSET $3`,
        [termbaseId, limit, offset],
      )
      const [{ total }] = await db.query(
        `SELECT count(*)::integer AS total FROM search_misses WHERE termbase_id = $1 AND ${IN_STATE[state]}`,
        [termbaseId],
      )
      return { items, total, counting: await isCounting(db, termbaseId) }
    })
  }

  /** Not counting forgets what was counted: what is not wanted must not lie about. Candidates that came of it stay. */
  async setCounting(termbaseId: string, counting: boolean): Promise<void> {
    await this.termbases.require(termbaseId)
    await this.database.inTransaction(async (db) => {
      if (counting) await db.query(`DELETE FROM uncounted_termbases WHERE termbase_id = $1`, [termbaseId])
      else {
        await db.query(`INSERT INTO uncounted_termbases VALUES ($1) ON CONFLICT DO NOTHING`, [termbaseId])
        await db.query(`DELETE FROM search_misses WHERE termbase_id = $1`, [termbaseId])
      }
    })
  }

  /** Dismisses a miss, or takes it up again. */
  async setDismissed(termbaseId: string, id: string, dismissed: boolean): Promise<MissRecord> {
    return this.database.inTransaction(async (db) => {
      const { state } = await locked(db, termbaseId, id)
      if (state === 'proposed') throw alreadyProposed()
      await db.query(`UPDATE search_misses SET dismissed_at = CASE WHEN $2 THEN now() END WHERE id = $1`, [
        id,
        dismissed,
      ])
      return locked(db, termbaseId, id)
    })
  }

  /** Puts the pair into the review queue, with the segment it was looked up in as its evidence. */
  async propose(actor: Actor, termbaseId: string, id: string, given: PairGiven): Promise<MissRecord> {
    const termbase = await this.termbases.require(termbaseId)
    return this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      const miss = await locked(db, termbaseId, id)
      if (miss.state === 'proposed') throw alreadyProposed()
      if (![termbase.sourceLanguage, termbase.targetLanguage].map(primaryLanguage).includes(miss.sourceLanguage))
        throw new DomainError('invalid-input', `This termbase has no terms in ${miss.sourceLanguage}.`, {
          remedy: 'Dismiss this search.',
        })
      const sides = sidesOf(miss, termbase, given)
      const kept = await this.segments.keep(db, actor, termbaseId, {
        name: `${miss.text} (search)`,
        source: sides.source.segment,
        target: sides.target.segment,
        languages: { source: termbase.sourceLanguage, target: termbase.targetLanguage },
      })
      const pair = pairOf(sides, kept, miss.count)
      const places = new Map([[placeKey(kept.source.start, kept.target.start), kept.sentencePairId]])
      await this.proposals.store(db, termbase, [pair], places)
      const candidateId = await this.proposals.idOf(db, termbase, pair)
      await db.query(`UPDATE search_misses SET candidate_id = $2, dismissed_at = NULL WHERE id = $1`, [id, candidateId])
      return locked(db, termbaseId, id)
    })
  }
}

const IN_STATE: Record<MissState, string> = {
  open: 'dismissed_at IS NULL AND candidate_id IS NULL',
  dismissed: 'dismissed_at IS NOT NULL AND candidate_id IS NULL',
  proposed: 'candidate_id IS NOT NULL',
}

const RECORDS = `
  SELECT id, text, source_language AS "sourceLanguage", target_language AS "targetLanguage", count, segment,
    first_seen AS "firstSeen", last_seen AS "lastSeen", candidate_id AS "candidateId",
    CASE WHEN candidate_id IS NOT NULL THEN 'proposed' WHEN dismissed_at IS NOT NULL THEN 'dismissed' ELSE 'open' END AS state
  FROM search_misses`

async function locked(db: Db, termbaseId: string, id: string): Promise<MissRecord> {
  const [miss]: MissRecord[] = await db.query(`${RECORDS} WHERE termbase_id = $1 AND id = $2 FOR UPDATE`, [
    termbaseId,
    id,
  ])
  if (miss) return miss
  throw new DomainError('not-found', `There is no search ${id} in this termbase.`, {
    remedy: 'It may have been forgotten meanwhile: load the list again.',
  })
}

async function isCounting(db: Db, termbaseId: string): Promise<boolean> {
  const rows: unknown[] = await db.query(`SELECT 1 FROM uncounted_termbases WHERE termbase_id = $1`, [termbaseId])
  return rows.length === 0
}

function alreadyProposed(): DomainError {
  return new DomainError('conflict', 'A candidate was made of this search already.', {
    remedy: 'Decide on the candidate in the review.',
  })
}
