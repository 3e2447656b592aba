import { citationForm } from '../terms/citation.js'
import type { ExtractionOptions, KnownPair, PairVariant, TermPair } from '../types.js'
import type { AnalysedPairs } from './analysed.js'
import { byStrength, evidenceOf, holders, type Proposal } from './assemble.js'
import { explain } from './explain.js'
import { featureNames, type Features } from './features.js'
import type { ScoredPair } from './score.js'
import { variantKey } from './variant-key.js'

export interface Order {
  pairs: AnalysedPairs
  /** Whether the asking side is the product's source language. */
  termIsSource: boolean
  languages: { term: string; answer: string }
}

const evidencePerPair = 20
const holdersNamed = 5

/** Pairs between two reports of progress, and the share of ranking that is done when listing begins. */
const stride = 1024
const listed = 0.65

/** Term pairs in the product's order, best first; equal scores by frequency, then by text, so the same corpus gives the same bytes. */
export function* strongestFirst(
  proposals: readonly Proposal[],
  order: Order,
  options: ExtractionOptions,
): Generator<TermPair> {
  const sorted = proposals.toSorted(byStrength)
  const longer = holders(sorted)
  const threshold = options.threshold ?? 0
  let given = 0
  for (const proposal of sorted) {
    if (proposal.score < threshold) return
    if (given >= (options.limit ?? Infinity)) return
    if (given++ % stride === 0) options.onProgress?.('rank', listed + (1 - listed) * (given / sorted.length))
    yield termPair(proposal, longer.get(proposal) ?? [], order, options)
  }
}

/**
 * Approved pairs are in the glossary already, rejected ones were decided: neither is proposed again. Rejected ones go before rivals are
 * folded, so that another answer can take their place; approved ones after, so that their rivals stay folded.
 */
export function withoutKnown(
  proposals: Proposal[],
  state: KnownPair['state'],
  order: Pick<Order, 'termIsSource' | 'languages'>,
  options: ExtractionOptions,
): Proposal[] {
  const keys = knownKeys(
    [...(options.known ?? [])].filter((one) => one.state === state),
    order,
  )
  return keys.size === 0 ? proposals : proposals.filter(({ key }) => !keys.has(key))
}

function knownKeys(
  known: readonly KnownPair[],
  { termIsSource, languages }: Pick<Order, 'termIsSource' | 'languages'>,
): Set<string> {
  const keys = new Set<string>()
  for (const { source, target } of known) {
    const [term, answer] = termIsSource ? [source, target] : [target, source]
    for (const one of wordings(term, languages.term))
      for (const other of wordings(answer, languages.answer)) keys.add(`${one}\t${other}`)
  }
  return keys
}

/** As it is written, and as a citation form would write it. */
function wordings(text: string, language: string): string[] {
  const cited = citationForm([{ text: text.toLowerCase(), opensSentence: false, inTitle: false }], language)
  return [...new Set([text, cited].map((wording) => variantKey(wording, language)))]
}

function termPair(proposal: Proposal, longer: Proposal[], order: Order, options: ExtractionOptions): TermPair {
  const { source, target } = turned(proposal, order)
  const { features } = proposal.scored
  const explanation = explain({
    source,
    target,
    count: proposal.count,
    features,
    abbreviation: proposal.abbreviation,
  })
  return {
    source,
    target,
    score: Math.round(proposal.score * 1e4) / 1e4,
    kind: proposal.kind,
    frequency: proposal.count,
    reasons: reasonsOf(proposal.scored, features),
    explanation: explanation.en,
    explanationZh: explanation.zh,
    variants: proposal.variants,
    containedIn: longer
      .toSorted(byStrength)
      .slice(0, holdersNamed)
      .map((one) => turned(one, order)),
    evidence: evidenceOf(
      inCorpusOrder(proposal),
      order.pairs,
      order.termIsSource,
      options.evidenceLimit ?? evidencePerPair,
    ),
  }
}

const turned = ({ term, answer }: { term: string; answer: string }, { termIsSource }: Order) =>
  termIsSource ? { source: term, target: answer } : { source: answer, target: term }

const inCorpusOrder = ({ places }: Proposal) =>
  places.toSorted((a, b) => a.pair - b.pair || a.term.start - b.term.start || a.answer.start - b.answer.start)

function reasonsOf(scored: ScoredPair, features: Features): Record<string, number> {
  const reasons: Record<string, number> = {}
  for (const name of featureNames) {
    const value = features[name]
    if (value > 0) reasons[name] = Math.round(Math.min(1, value) * 1e4) / 1e4
  }
  reasons['choice'] = Math.round(scored.choice * 1e4) / 1e4
  reasons['choiceBack'] = Math.round(scored.choiceBack * 1e4) / 1e4
  reasons['insideLonger'] = Math.round(scored.held * 1e4) / 1e4
  return reasons
}

/** Puts a variant in the product's order. */
export const variantIn =
  ({ termIsSource }: Pick<Order, 'termIsSource'>) =>
  (term: string, answer: string, kind: PairVariant['kind'], frequency: number): PairVariant => ({
    ...(termIsSource ? { source: term, target: answer } : { source: answer, target: term }),
    kind,
    frequency,
  })
