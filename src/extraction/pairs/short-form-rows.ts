// Short forms as rows of their own, for whoever looks terms up one by one: QCCM beside the name that it is short for.
import type { Proposal, ShortForm } from './assemble.js'
import { withoutFeatures } from './score.js'
import { variantKey } from './variant-key.js'

/** What a short form keeps of the score of its full form: it stands behind it. */
const shortFormShare = 0.9

/** Both short forms of a concept name each other, unless a text goes its own way. */
const bothShortShare = 0.88

/** Where the other language keeps a short form (CI, CI) or has a short form of its own, so many places say so. */
const usual = 2

/** The rows of short forms that are not there yet; what the texts usually answer to a short form stays before them. */
export function shortFormRows(proposals: readonly Proposal[], languages: { term: string; answer: string }): Proposal[] {
  const known = new Set(proposals.map(({ key }) => key))
  const ownRows = ownRowsOf(proposals, languages.term)
  return proposals.flatMap((lead) =>
    formsOf(lead).flatMap((form) => {
      const term = variantKey(form.term, languages.term)
      const key = `${term}\t${variantKey(form.answer, languages.answer)}`
      if (known.has(key)) return []
      known.add(key)
      const own = ownRows.get(term)
      const isFragment = own !== undefined && form.answer.includes(own.answer)
      return [
        rowOf(lead, own && !isFragment ? { ...form, most: Math.min(own.score, own.scored.rightness ?? 1) } : form, key),
      ]
    }),
  )
}

/** The strongest row of each term that stands in several places. */
function ownRowsOf(proposals: readonly Proposal[], language: string): Map<string, Proposal> {
  const found = new Map<string, Proposal>()
  for (const proposal of proposals) {
    if (proposal.count < usual) continue
    const term = variantKey(proposal.term, language)
    if (proposal.score > (found.get(term)?.score ?? 0)) found.set(term, proposal)
  }
  return found
}

interface Form {
  term: string
  answer: string
  places: Proposal['places']
  share: number
  /** Its score stays below this. */
  most?: number
}

function formsOf(lead: Proposal): Form[] {
  const of = (side: ShortForm['side']) => lead.shortForms.filter((form) => form.side === side)
  const [terms, answers] = [of('term'), of('answer')]
  return [
    ...terms.map(({ text, places }) => ({ term: text, answer: lead.answer, places, share: shortFormShare })),
    ...answers.map(({ text, places }) => ({ term: lead.term, answer: text, places, share: shortFormShare })),
    ...terms.flatMap((term) =>
      answers.flatMap((answer) => {
        const places = together(term.places, answer.places)
        return places.length > 0 ? [{ term: term.text, answer: answer.text, places, share: bothShortShare }] : []
      }),
    ),
  ]
}

/** The sentences that define both. */
const together = (terms: Proposal['places'], answers: Proposal['places']): Proposal['places'] =>
  terms.flatMap(({ pair, term }) =>
    answers.filter((other) => other.pair === pair).map(({ answer }) => ({ pair, term, answer })),
  )

function rowOf(lead: Proposal, { term, answer, places, share, most = 1 }: Form, key: string): Proposal {
  const { features } = lead.scored
  return {
    term,
    answer,
    key,
    score: share * Math.min(lead.score, most),
    count: places.length,
    kind: 'abbreviation',
    scored: {
      ...withoutFeatures(lead.scored),
      term,
      answer,
      places,
      rightness: undefined,
      features: { ...features, sameText: 0 },
    },
    places,
    variants: [],
    wordings: [],
    shortForms: [],
    abbreviation: lead.abbreviation,
  }
}
