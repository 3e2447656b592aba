/** Rows of several terms: those of the g-th are `groups[g]` up to `groups[g + 1]`; equal numbers in `answers` are equal answers. */
export interface Rivals {
  groups: ArrayLike<number>
  answers: ArrayLike<number>
  /** How well a row would do, as the choosing model has it. */
  utility: ArrayLike<number>
}

/** How each row stands among the answers of its term, and among the terms of its answer. */
export interface Choices {
  choice: Float64Array
  choiceBack: Float64Array
  /** 1 where no rival does better. */
  first: Uint8Array
  firstBack: Uint8Array
}

/** A softmax over the answers of one term, and the same over the terms of one answer. */
export function chooseAmong({ groups, answers, utility }: Rivals): Choices {
  const terms = new Int32Array(utility.length)
  for (let group = 0; group + 1 < groups.length; group++) terms.fill(group, groups[group], groups[group + 1])
  const forward = sharesWithin(terms, utility)
  const back = sharesWithin(answers, utility)
  return { choice: forward.share, first: forward.first, choiceBack: back.share, firstBack: back.first }
}

function sharesWithin(kinds: ArrayLike<number>, utility: ArrayLike<number>) {
  const best: number[] = []
  for (let at = 0; at < utility.length; at++) best[kinds[at]!] = Math.max(best[kinds[at]!] ?? -Infinity, utility[at]!)
  const sum = new Float64Array(best.length)
  const share = new Float64Array(utility.length)
  for (let at = 0; at < utility.length; at++) {
    share[at] = Math.exp(utility[at]! - best[kinds[at]!]!)
    sum[kinds[at]!]! += share[at]!
  }
  const first = new Uint8Array(utility.length)
  for (let at = 0; at < utility.length; at++) {
    share[at]! /= sum[kinds[at]!]!
    if (utility[at]! >= best[kinds[at]!]!) first[at] = 1
  }
  return { share, first }
}
