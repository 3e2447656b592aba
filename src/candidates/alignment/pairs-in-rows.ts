import type { Db } from '../../database/database.js'
import type { LanguagePair } from '../../extraction/index.js'
import { beginningLength, beginningsIn } from '../../matching/index.js'
import type { CandidateState } from '../review.js'
import type { MarkablePair, RowTexts } from './remark.js'

/** More pairs than these are never looked for in one stretch of a document; the best are. */
const MOST_PAIRS = 5000

/** Pairs of the termbase in these states whose two sides may stand in these rows: the matcher then says which do. */
export async function pairsThatMayStandIn(
  db: Db,
  termbaseId: string,
  rows: RowTexts[],
  { languages, states, minScore = 0 }: { languages: LanguagePair; states: CandidateState[]; minScore?: number },
): Promise<MarkablePair[]> {
  const whole = rows.filter(({ source, target }) => source && target)
  const beginnings = (side: 'source' | 'target') =>
    beginningsIn(
      whole.map((row) => row[side]),
      languages[side],
    )
  return db.query(
    `SELECT id, source, target FROM candidates
     WHERE termbase_id = $1 AND state = ANY ($5::text[]) AND score >= $4
       AND left(source_key, ${beginningLength}) = ANY ($2::text[]) AND left(target_key, ${beginningLength}) = ANY ($3::text[])
     ORDER BY score DESC, id LIMIT ${MOST_PAIRS}`,
    [termbaseId, beginnings('source'), beginnings('target'), minScore, states],
  )
}
