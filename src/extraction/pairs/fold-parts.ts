import type { Proposal } from './assemble.js'
import type { Folded } from './fold-rivals.js'
import type { Features } from './features.js'
import { holds, type Place } from './tally.js'

/** A whole that scores so much of its part's score speaks for the part. */
const wholeSpeaks = 0.7

/**
 * On a page a reader sees each part beside the whole. A part that stands nowhere but inside listed wholes goes to the rivals, and names them
 * as what it is contained in; so does a wrapping ("use canary releases", "control plane and data plane") around rows that are listed.
 */
export function foldParts({ listed, rivals }: Folded): Folded {
  const wrappings = new Set(listed.filter((row) => isWrapping(row) && listed.some((other) => isInside(other, row))))
  const wholes = bySentence(listed.filter((row) => !wrappings.has(row) && isWhole(row)))
  const kept = listed.filter(
    (row) =>
      row.abbreviation !== undefined ||
      (!wrappings.has(row) &&
        !row.places.every((place) =>
          (wholes.get(place.pair) ?? []).some(
            (whole) => holds(whole.place, place) && whole.row.score >= row.score * wholeSpeaks,
          ),
        )),
  )
  const stays = new Set(kept)
  return { listed: kept, rivals: [...rivals, ...listed.filter((row) => !stays.has(row))] }
}

const isWrapping = (row: Proposal): boolean =>
  opensWithVerb(row) || (row.scored.features.termCoordinated > 0.5 && row.scored.features.termName < 0.5)

/** "working pressure" and "sealing ring" are terms, "use canary releases" is none. */
const opensWithVerb = ({ term, scored: { features } }: Proposal): boolean =>
  features.termOpensWithVerb > 0.5 && !/^\p{L}+ing\s/u.test(term)

/** One noun phrase, or a name: "cost of a mesh" says nothing against "mesh". */
function isWhole(row: Proposal): boolean {
  const { features } = row.scored
  return !isWrapping(row) && features.answerOpensWithVerb * features.cutExtended < 0.5 && isOnePhrase(features)
}

const isOnePhrase = ({ termJoined, termName, abbreviationLink }: Features): boolean =>
  termJoined < 0.5 || termName > 0.5 || abbreviationLink > 0

const isInside = (part: Proposal, whole: Proposal): boolean =>
  part.places.some((place) => whole.places.some((other) => other.pair === place.pair && holds(other, place)))

function bySentence(rows: readonly Proposal[]): Map<number, { row: Proposal; place: Place }[]> {
  const found = new Map<number, { row: Proposal; place: Place }[]>()
  for (const row of rows)
    for (const place of row.places) {
      const known = found.get(place.pair)
      if (known) known.push({ row, place })
      else found.set(place.pair, [{ row, place }])
    }
  return found
}
