import type { TermId, TermMatch } from './types.js'

/**
 * The matches a reader would mark: the longest first, none overlapping another, each with the shorter ones inside it.
 * `matches` come in reading order. A doubtful match never hides a sure one.
 */
export function selectLongest<Id extends TermId>(matches: TermMatch<Id>[]): TermMatch<Id>[] {
  const owners = new Owners()
  const chosen = new Set(byWeight(matches).filter((match) => owners.take(match)))
  return matches.flatMap((match, index) =>
    chosen.has(match) ? [{ ...match, contains: inside(match, matches, index) }] : [],
  )
}

/** Which span each character belongs to. Two matches may share one span if they are equally sure. */
class Owners {
  private readonly owner = new Map<number, string>()

  take({ start, end, doubtful }: TermMatch): boolean {
    const span = `${start} ${end} ${!doubtful}`
    for (let at = start; at < end; at++) if ((this.owner.get(at) ?? span) !== span) return false
    for (let at = start; at < end; at++) this.owner.set(at, span)
    return true
  }
}

function byWeight<Id extends TermId>(matches: TermMatch<Id>[]): TermMatch<Id>[] {
  return matches.toSorted(
    (a, b) => Number(!!a.doubtful) - Number(!!b.doubtful) || size(b) - size(a) || a.start - b.start,
  )
}

function size({ start, end }: TermMatch): number {
  return end - start
}

/** In reading order nothing inside a match comes before the first match with the same start. */
function inside<Id extends TermId>(outer: TermMatch<Id>, matches: TermMatch<Id>[], index: number): TermMatch<Id>[] {
  const found: TermMatch<Id>[] = []
  for (let next = index + 1; next < matches.length && matches[next]!.start < outer.end; next++) {
    const inner = matches[next]!
    if (inner.end <= outer.end && size(inner) < size(outer) && !inner.doubtful) found.push(inner)
  }
  return found
}
