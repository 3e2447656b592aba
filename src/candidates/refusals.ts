import { DomainError } from '../shared/errors.js'
import { type CandidateState, type DecisionKind, isFinal } from './review.js'

/** Why a decision cannot be made, in words for the editor. */
export function cannotDecide(state: CandidateState, kind: DecisionKind): DomainError {
  return new DomainError('conflict', `A candidate that is ${state} cannot be decided "${kind}".`, {
    remedy: isFinal(state) ? 'Undo its last decision first.' : 'Reload the queue.',
    extra: { state },
  })
}

export function noCandidate(id: string): DomainError {
  return new DomainError('not-found', `There is no candidate ${id} in this termbase.`)
}

/** @param standing the decision that was made later, if that is what is in the way */
export function cannotUndo(isUndone: boolean, standing: string | null): DomainError {
  return new DomainError('conflict', 'Only the last decision of a candidate can be undone.', {
    remedy: isUndone ? 'This one is undone already.' : 'Undo the later decision first.',
    extra: { standing },
  })
}
