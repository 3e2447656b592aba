/** An answer shared with a term that it would rather have: what that term is to this one. */
export const Taken = { byNobody: 0, byLonger: 1, byShorter: 2, byOther: 3 } as const
export type Taken = (typeof Taken)[keyof typeof Taken]

export interface Shared {
  /** Equal numbers, equal answers. */
  answers: ArrayLike<number>
  /** How well a row would do, as the choosing model has it. */
  utility: ArrayLike<number>
  /** The words of the term, one space between them. */
  term(row: number): string
}

/** For each row whether its answer would rather have another term: synonyms share an answer, and so do fragments. */
export function takersOf({ answers, utility, term }: Shared): Uint8Array {
  const best: number[] = []
  for (let at = 0; at < utility.length; at++) {
    const leader = best[answers[at]!]
    if (leader === undefined || utility[at]! > utility[leader]!) best[answers[at]!] = at
  }
  return Uint8Array.from({ length: utility.length }, (_, at) => {
    const leader = best[answers[at]!]!
    return leader === at ? Taken.byNobody : relation(` ${term(leader)} `, ` ${term(at)} `)
  })
}

function relation(taker: string, own: string): Taken {
  if (taker === own) return Taken.byNobody
  if (taker.includes(own)) return Taken.byLonger
  return own.includes(taker) ? Taken.byShorter : Taken.byOther
}
