import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import type { ConceptRecord } from './release-content.js'
import type { ReleaseSummary } from './releases.service.js'

/** Single concepts of a release: by their numbers, their names in files, or their places. */
@Injectable()
export class ReleaseConceptsService {
  constructor(private readonly database: Database) {}

  async numbered(release: Pick<ReleaseSummary, 'id'>, numbers: number[]): Promise<ConceptRecord[]> {
    return this.some(release, `(concept ->> 'number')::bigint = ANY ($2::bigint[])`, numbers)
  }

  /** By place. */
  async at(release: Pick<ReleaseSummary, 'id'>, places: number[]): Promise<Map<number, ConceptRecord>> {
    const rows: { position: number; concept: ConceptRecord }[] = await this.database.db.query(
      `SELECT position, concept FROM release_entries WHERE release_id = $1 AND position = ANY ($2::int[])`,
      [release.id, places],
    )
    return new Map(rows.map(({ position, concept }) => [position, concept]))
  }

  /** Those that files call by these ids; concepts that were deleted since are not found. */
  async named(
    release: Pick<ReleaseSummary, 'id' | 'termbaseId'>,
    externalIds: string[],
  ): Promise<Map<string, ConceptRecord>> {
    if (externalIds.length === 0) return new Map()
    const rows: { name: string; concept: ConceptRecord }[] = await this.database.db.query(
      `SELECT c.external_id AS name, e.concept FROM concepts c
       JOIN release_entries e ON e.release_id = $1 AND e.concept_id = c.id
       WHERE c.termbase_id = $2 AND c.external_id = ANY ($3)`,
      [release.id, release.termbaseId, externalIds],
    )
    return new Map(rows.map(({ name, concept }) => [name, concept]))
  }

  /** The releases of a termbase that hold a concept of that number, newest first. */
  async releasesWith(termbaseId: string, number: number): Promise<number[]> {
    const rows: { number: number }[] = await this.database.db.query(
      `SELECT r.number FROM releases r WHERE r.termbase_id = $1
       AND EXISTS (SELECT 1 FROM release_entries e WHERE e.release_id = r.id AND (e.concept ->> 'number')::bigint = $2)
       ORDER BY r.number DESC`,
      [termbaseId, number],
    )
    return rows.map((row) => row.number)
  }

  private async some(
    release: Pick<ReleaseSummary, 'id'>,
    condition: string,
    values: unknown[],
  ): Promise<ConceptRecord[]> {
    const rows: { concept: ConceptRecord }[] = await this.database.db.query(
      `SELECT concept FROM release_entries WHERE release_id = $1 AND ${condition}`,
      [release.id, values],
    )
    return rows.map(({ concept }) => concept)
  }
}
