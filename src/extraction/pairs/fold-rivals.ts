import type { PairVariant } from '../types.js'
import { addVariant, byStrength, type Proposal } from './assemble.js'
import { leastRightness } from './default-threshold.js'

/** Other renderings that a row names; the weaker ones help nobody. */
const alternativesNamed = 5

/** What a row that lost keeps of its score: among held-out pairs about one in eight of them is right where six in eight winners are. */
const rivalShare = 0.16

export interface Folded {
  /** What an editor reads. */
  listed: Proposal[]
  /** What lost, each with what is left of its score. */
  rivals: Proposal[]
}

/**
 * One row a term, with its best answer, and one row an answer, with its best term: strongest first, each side is taken once (competitive
 * linking, Melamed 2000). A row whose term would rather have had an answer that is taken is a fragment or a guess. What loses is
 * named by the row that won, as another rendering, a shorter or a longer cut. A short form that a text explains stands beside its
 * full form, because both are names of the concept.
 */
export function foldRivals(proposals: readonly Proposal[], toVariant: ToVariant): Folded {
  const byTerm = new Map<string, Proposal>()
  const byAnswer = new Map<string, Proposal>()
  const listed: Proposal[] = []
  const rivals: Proposal[] = []
  for (const proposal of proposals.toSorted(byStrength)) {
    const [term, answer] = proposal.key.split('\t') as [string, string]
    const lead = byTerm.get(term) ?? byAnswer.get(answer)
    const standsByItself = proposal.abbreviation !== undefined && !byTerm.has(term)
    if ((lead && !standsByItself) || (!proposal.scored.first && !proposal.abbreviation)) {
      if (lead) nameRival(lead, proposal, toVariant)
      proposal.score *= rivalShare
      rivals.push(proposal)
      continue
    }
    listed.push(proposal)
    byTerm.set(term, proposal)
    if (!byAnswer.has(answer)) byAnswer.set(answer, proposal)
  }
  return { listed, rivals }
}

/**
 * One row a term, with the answer that the choosing model prefers, if that is likely enough right: a synonym has a row of its own beside the term that
 * shares its answer, a fragment has none, because the model that says what is right knows how the terms of an answer stand to each
 * other. What loses is named by the row of its term, or else by a row with its answer.
 */
export function foldByRightness(proposals: readonly Proposal[], toVariant: ToVariant): Folded {
  const byTerm = new Map<string, Proposal>()
  const byAnswer = new Map<string, Proposal>()
  const rivals: Proposal[] = []
  for (const proposal of proposals.toSorted(byPreference)) {
    const [term, answer] = proposal.key.split('\t') as [string, string]
    if (byTerm.has(term) || rightnessOf(proposal) < leastRightness) rivals.push(proposal)
    else {
      byTerm.set(term, proposal)
      if (!byAnswer.has(answer)) byAnswer.set(answer, proposal)
    }
  }
  for (const rival of rivals.toSorted(byStrength)) {
    const [term, answer] = rival.key.split('\t') as [string, string]
    const lead = byTerm.get(term) ?? byAnswer.get(answer)
    if (lead) nameRival(lead, rival, toVariant)
    rival.score *= rivalShare
  }
  return { listed: [...byTerm.values()].toSorted(byStrength), rivals }
}

const byPreference = (a: Proposal, b: Proposal): number =>
  isPreferred(b) - isPreferred(a) || rightnessOf(b) - rightnessOf(a) || byStrength(a, b)

const isPreferred = ({ scored, abbreviation }: Proposal): number => (abbreviation ? 1 : scored.first)

/** What a text defines, or its initials tell, was not judged by the model: its score speaks. */
const rightnessOf = ({ scored: { rightness }, score, abbreviation }: Proposal): number =>
  abbreviation ? Math.max(score, rightness ?? 0) : (rightness ?? score)

type ToVariant = (term: string, answer: string, kind: PairVariant['kind'], frequency: number) => PairVariant

function nameRival(lead: Proposal, rival: Proposal, toVariant: ToVariant): void {
  if (lead.variants.filter(({ kind }) => folded.has(kind)).length >= alternativesNamed) return
  addVariant(lead, toVariant(rival.term, rival.answer, relation(lead, rival), rival.count))
}

const folded: ReadonlySet<PairVariant['kind']> = new Set(['alternative', 'shorter', 'longer'])

function relation(lead: Proposal, rival: Proposal): PairVariant['kind'] {
  const [leadSide, rivalSide] =
    lead.term === rival.term ? [lead.answer, rival.answer] : [lead.term.toLowerCase(), rival.term.toLowerCase()]
  if (leadSide.includes(rivalSide)) return 'shorter'
  return rivalSide.includes(leadSide) ? 'longer' : 'alternative'
}

/** What a merely inflected wording keeps of the score of its dictionary form, as far as it can be right beside it. */
const wordingShare = 0.9

/** The forms in which terms stood in the text, as rows of their own: for whoever asks for all that was found. */
export function wordingsOf({ listed, rivals }: Folded): Proposal[] {
  const shares = [
    ...listed.map((proposal) => ({ proposal, share: rivalShare })),
    ...rivals.map((proposal) => ({ proposal, share: wordingShare })),
  ]
  return shares.flatMap(({ proposal, share }) =>
    proposal.wordings.map(({ term, answer, count, places }) => ({
      term,
      answer,
      key: proposal.key,
      score: proposal.score * share,
      count,
      kind: proposal.kind,
      scored: proposal.scored,
      places,
      variants: [],
      wordings: [],
      shortForms: [],
    })),
  )
}
