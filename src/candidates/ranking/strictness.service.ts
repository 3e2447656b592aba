import { Injectable } from '@nestjs/common'
import { Database } from '../../database/database.js'
import { TermbasesService } from '../../glossary/termbases.service.js'
import { applyFilter, type CandidateFilter } from '../candidate-filter.js'
import { Candidate } from '../candidate.entity.js'

/** What is left of the queue from one score on. */
export interface StrictnessLevel {
  /** Hundredths: candidates with at least this score. */
  minScore: number
  candidates: number
  /** How many of them an editor is expected to accept. */
  expectedRight: number
}

/** Foretells how long the queue is and how much of it is right, for each place the slider can stand at. */
@Injectable()
export class StrictnessService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
  ) {}

  /** One level a hundredth, from 0 to .99. Limits of the score in the filter are left out: they are what is asked. */
  async levels(
    termbaseId: string,
    { minScore: _, maxScore: __, ...filter }: CandidateFilter,
  ): Promise<StrictnessLevel[]> {
    const { sourceLanguage, targetLanguage } = await this.termbases.require(termbaseId)
    const query = this.database.db
      .createQueryBuilder(Candidate, 'c')
      .where('c.termbase_id = :termbaseId', { termbaseId })
      .select('least(99, floor(c.score::numeric * 100))', 'hundredth')
      .addSelect('count(*)', 'candidates')
      .addSelect('sum(c.score::float8)', 'right')
      .groupBy('1')
    applyFilter(query, { state: ['proposed'], ...filter }, [sourceLanguage, targetLanguage])
    const rows: { hundredth: string; candidates: string; right: number }[] = await query.getRawMany()
    return summed(new Map(rows.map((row) => [Number(row.hundredth), row])))
  }
}

/** From the strictest level down: what a level shows is its own and all that is above. */
function summed(byHundredth: ReadonlyMap<number, { candidates: string; right: number }>): StrictnessLevel[] {
  const levels: StrictnessLevel[] = []
  let [candidates, right] = [0, 0]
  for (let hundredth = 99; hundredth >= 0; hundredth--) {
    const own = byHundredth.get(hundredth)
    candidates += Number(own?.candidates ?? 0)
    right += own?.right ?? 0
    levels.push({ minScore: hundredth / 100, candidates, expectedRight: Math.round(right * 100) / 100 })
  }
  return levels.toReversed()
}
