import type { Actor } from '../auth/roles.js'
import type { Db } from '../database/database.js'
import { cannotDecide, cannotUndo, noCandidate } from './refusals.js'
import { type CandidateState, candidateStates, type DecisionKind, stateAfter } from './review.js'

export interface DecisionForMany {
  termbaseId: string
  ids: string[]
  kind: DecisionKind
  reason: string | null
  batchId: string
}

/**
 * A decision that leaves the glossary alone, for many candidates: a few statements, however many they are. Returns those it
 * cannot be made for.
 */
export async function decideTogether(
  db: Db,
  actor: Actor,
  wish: DecisionForMany,
): Promise<{ id: string; why: string }[]> {
  const { termbaseId, ids, kind, reason, batchId } = wish
  const states: { id: string; state: CandidateState }[] = await db.query(LOCK, [termbaseId, ids])
  const found = new Set(states.map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw noCandidate(missing)
  const stays = states.filter(({ state }) => stateAfter(state, kind) === null)
  const moved = states.filter(({ state }) => stateAfter(state, kind) !== null).map(({ id }) => id)
  const statesAfter = candidateStates.map((state) => stateAfter(state, kind) ?? state)
  await db.query(ADD_DECISIONS, [moved, candidateStates, statesAfter, kind, actor.id, reason, batchId])
  await db.query(MOVE, [moved, candidateStates, statesAfter])
  return stays.map(({ id, state }) => ({ id, why: cannotDecide(state, kind).message }))
}

/** Takes such a decision back for all its candidates, or for none when one of them was decided again since. */
export async function undoTogether(db: Db, actor: Actor, batchId: string): Promise<void> {
  const [later]: { id: string }[] = await db.query(LATER_DECISION, [batchId])
  if (later) throw cannotUndo(false, later.id)
  await db.query(MOVE_BACK, [batchId])
  await db.query(
    `UPDATE decisions SET undone_at = clock_timestamp(), undone_by = $2 WHERE batch_id = $1 AND undone_at IS NULL`,
    [batchId, actor.id],
  )
}

const LOCK = `SELECT id, state FROM candidates WHERE termbase_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`

/** The table of states, as rows. */
const AFTER = `unnest($2::text[], $3::text[]) AS a (state, after)`

const ADD_DECISIONS = `
  INSERT INTO decisions (candidate_id, kind, from_state, to_state, author_id, reason, batch_id)
  SELECT c.id, $4, c.state, a.after, $5, $6, $7 FROM candidates c JOIN ${AFTER} ON a.state = c.state WHERE c.id = ANY($1::uuid[])`

const MOVE = `
  UPDATE candidates c SET state = a.after, version = c.version + 1, concept_id = NULL, merged_into = NULL
  FROM ${AFTER} WHERE a.state = c.state AND c.id = ANY($1::uuid[])`

const MOVE_BACK = `
  UPDATE candidates c SET state = d.from_state, version = c.version + 1, concept_id = NULL, merged_into = NULL
  FROM decisions d WHERE d.candidate_id = c.id AND d.batch_id = $1 AND d.undone_at IS NULL`

const LATER_DECISION = `
  SELECT later.id FROM decisions d JOIN decisions later ON later.candidate_id = d.candidate_id AND later.undone_at IS NULL
  WHERE d.batch_id = $1 AND d.undone_at IS NULL AND later.at > d.at LIMIT 1`
