/** The states of a candidate under review, and which decision leads where. An editor can read this table and say where it is wrong. */
export const candidateStates = ['proposed', 'accepted', 'rejected', 'merged', 'skipped'] as const
export type CandidateState = (typeof candidateStates)[number]

export const decisionKinds = ['accept', 'edit', 'reject', 'merge', 'skip', 'reopen'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What may follow a state. `edit` is to accept with the terms changed. */
export const nextStates: Record<CandidateState, Partial<Record<DecisionKind, CandidateState>>> = {
  proposed: { accept: 'accepted', edit: 'accepted', reject: 'rejected', merge: 'merged', skip: 'skipped' },
  skipped: { accept: 'accepted', edit: 'accepted', reject: 'rejected', merge: 'merged', reopen: 'proposed' },
  rejected: { accept: 'accepted', edit: 'accepted', reopen: 'proposed' },
  // An accepted or merged candidate has changed the glossary: the way back is to undo that decision.
  accepted: {},
  merged: {},
}

/** The state after the decision, or null when it cannot be made in this state. */
export function stateAfter(state: CandidateState, decision: DecisionKind): CandidateState | null {
  return nextStates[state][decision] ?? null
}

/** No decision leads on from here; only undoing the last one does. */
export function isFinal(state: CandidateState): boolean {
  return Object.keys(nextStates[state]).length === 0
}

/** States in which a candidate still waits for a decision that lasts. */
export const openStates: readonly CandidateState[] = ['proposed', 'skipped']
