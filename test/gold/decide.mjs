// An editor who decides by a gold list: what a termbase with this list in mind would have accepted.
import { judgeWith } from './gold.mjs'

/**
 * Two ways to read a list. `judged`: the editor sees only pairs one of whose sides is listed, and accepts those that are listed as they stand;
 * what no list speaks of is neither right nor wrong. `listed`: the editor sees everything, and wants nothing but what is listed.
 */
export const readings = ['judged', 'listed']

/** The rows this editor sees, in their order, each with whether the list has it. */
export function seenBy(reading, rows, { gold, source, target }) {
  const judge = judgeWith(gold, source, target)
  return rows
    .map((row) => ({ ...row, ...judge({ src: row.source, tgt: row.target }) }))
    .filter(({ isJudged }) => reading === 'listed' || isJudged)
}

/** Decisions as learning takes them; a share `slips` of them goes the wrong way, the same ones in every run. */
export function decisionsOn(rows, slips) {
  const random = generator(7)
  return rows.map(({ source, target, score, reasons, isRight }) => ({
    key: `${source}\t${target}`,
    score,
    reasons,
    isAccepted: random() < slips ? !isRight : isRight,
  }))
}

/** Numbers in 0..1 that look like chance and are the same each time (mulberry32). */
function generator(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
