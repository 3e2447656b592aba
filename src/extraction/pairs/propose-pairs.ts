import type { PairVariant } from '../types.js'
import { textOf, type AnalysedPair, type Knowledge } from './analysed.js'
import { mergeVariants, propose, type Citing, type Proposal } from './assemble.js'
import { groupShortForms } from './group-short-forms.js'
import type { NameDictionary } from './initials.js'
import type { Posterior } from './project-span.js'
import type { ScoredPair } from './score.js'
import { acronymLinks } from './short-forms.js'

export interface ProposalContext extends Citing {
  knowledge: Knowledge
  dictionary: NameDictionary
  toVariant(term: string, answer: string, kind: PairVariant['kind'], frequency: number): PairVariant
}

/** What scores less is not worth a citation form. */
const leastScore = 0.01

/** Pairs between two reports of progress. */
const stride = 4096

/** From scored spans to what an editor reads: citation forms, variants merged, short forms with their full names. */
export function proposePairs(
  scored: readonly ScoredPair[],
  context: ProposalContext,
  onProgress?: (share: number) => void,
): Proposal[] {
  const { pairs, knowledge, languages, show, toVariant } = context
  const worthwhile = scored
    .filter(({ score }) => score >= leastScore)
    .toSorted((a, b) => b.score - a.score || a.row - b.row)
  const proposals = mergeVariants(
    worthwhile
      .map((pair, at) => {
        if (at % stride === 0) onProgress?.(at / worthwhile.length)
        return propose(pair, context)
      })
      .filter(({ term, answer }) => term !== '' && answer !== ''),
    (variant, lead) =>
      toVariant(
        variant.term,
        variant.answer,
        variant.term.toLowerCase() === lead.term.toLowerCase() ? 'spelling' : 'inflection',
        variant.count,
      ),
  )
  const { definitions } = knowledge
  const explained = new Set(definitions.flatMap(({ short }) => [short, short.replace(/s$/u, '')]))
  const nameOf = (side: AnalysedPair['answer'], range: { start: number; end: number }) =>
    show.answer(textOf(side, range))
  let asked: { pair: AnalysedPair; posterior: Posterior } | undefined
  const tie = (pair: AnalysedPair, acronym: { start: number; end: number }, name: { start: number; end: number }) => {
    if (asked?.pair.number !== pair.number) asked = { pair, posterior: knowledge.posterior(pair) }
    const { probabilities, columns } = asked.posterior
    let mass = 0
    for (let column = name.start; column < name.end; column++) mass += probabilities[acronym.start * columns + column]!
    return Math.min(1, mass)
  }
  const links = acronymLinks(pairs, explained, context.dictionary, languages.answer, nameOf, tie)
  return groupShortForms(proposals, definitions, links, context)
}
