import type { CandidateRow, NewDecision } from '../../api/types.js'

/** A decision on its way: what was decided, on the row as the editor saw it. */
export interface Sent {
  row: CandidateRow
  /** With an id of its own, so that sending it twice makes it once. */
  decision: NewDecision & { id: string }
  at: number
}

/**
 * Decisions that have not arrived, kept in this browser: they survive a reload, a crash and a closed lid. Each has a key of
 * its own, so that two open pages do not overwrite each other's; each belongs to the person who decided.
 */
export class KeptDecisions {
  private readonly prefix: string
  /** False when this browser keeps nothing for us: then leaving the page would lose what waits. */
  isSafe = true

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>,
    personId: string,
    termbaseId: string,
  ) {
    this.prefix = `termloom.decision.${personId}.${termbaseId}.`
  }

  /** Oldest first: the order in which they were made. */
  all(): Sent[] {
    const kept: Sent[] = []
    for (let i = 0; i < this.storage.length; i++) {
      const key = this.storage.key(i)
      const sent = key?.startsWith(this.prefix) ? parsed(this.storage.getItem(key)) : null
      if (sent) kept.push(sent)
    }
    return kept.toSorted((a, b) => a.at - b.at)
  }

  keep(sent: Sent): void {
    try {
      this.storage.setItem(this.prefix + sent.decision.id, JSON.stringify(sent))
    } catch {
      // A full or forbidden storage: the decision is still in memory, and the page warns before it is left.
      this.isSafe = false
    }
  }

  forget({ decision }: Sent): void {
    this.storage.removeItem(this.prefix + decision.id)
  }
}

function parsed(text: string | null): Sent | null {
  try {
    const sent = JSON.parse(text ?? '') as Partial<Sent>
    return sent.row?.id && sent.decision?.id && typeof sent.at === 'number' ? (sent as Sent) : null
  } catch {
    return null
  }
}
