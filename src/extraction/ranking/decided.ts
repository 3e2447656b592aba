import type { Rankable } from './ranking-model.js'

/** A candidate that an editor has decided. */
export interface DecidedCandidate extends Rankable {
  /** Names the pair. Decisions are learnt in the order of their keys, so the order in which they were made says nothing. */
  key: string
  isAccepted: boolean
  /** The terms were changed before they were accepted. */
  isEdited?: boolean
  reason?: string | null
  /** Decisions made with one action. */
  batch?: string | null
}

/** So many decisions of one action are believed in full; beyond, an action says little more, because nobody looked at each row. */
const believedOfBatch = 25

/** Accepted, but not as it was proposed. */
const worthOfEdit = 0.5

/** Rejected for a reason that no feature can see. */
const worthOfReason: Readonly<Record<string, number>> = { 'off-subject': 0.5 }

/**
 * What each decision counts, in 0..1. A single decision counts 1. A bulk action over n rows counts as 25 · (1 + ln(n / 25)) rows, so an action
 * over 5,000 rows weighs as much as 157 looks.
 */
export function worthOf(decided: readonly DecidedCandidate[]): Float64Array {
  const sizes = new Map<string, number>()
  for (const { batch } of decided) if (batch) sizes.set(batch, (sizes.get(batch) ?? 0) + 1)
  return Float64Array.from(decided, ({ batch, isAccepted, isEdited, reason }) => {
    const size = batch ? sizes.get(batch)! : 1
    const share = size <= believedOfBatch ? 1 : (believedOfBatch * (1 + Math.log(size / believedOfBatch))) / size
    const kind = isAccepted ? (isEdited ? worthOfEdit : 1) : (worthOfReason[reason ?? ''] ?? 1)
    return share * kind
  })
}
