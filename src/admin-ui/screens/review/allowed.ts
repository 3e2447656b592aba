import type { CandidateState, DecisionKind } from '../../api/types.js'

/** Which decisions the server takes in which state; an accepted or merged candidate goes back by undo only. */
const allowed: Record<CandidateState, readonly DecisionKind[]> = {
  proposed: ['accept', 'edit', 'reject', 'merge', 'skip'],
  skipped: ['accept', 'edit', 'reject', 'merge', 'reopen'],
  rejected: ['accept', 'edit', 'reopen'],
  accepted: [],
  merged: [],
}

export function mayDecide(state: CandidateState, kind: DecisionKind): boolean {
  return allowed[state].includes(kind)
}

/** Still waits for a decision that lasts. */
export function isOpen({ state }: { state: CandidateState }): boolean {
  return state === 'proposed' || state === 'skipped'
}
