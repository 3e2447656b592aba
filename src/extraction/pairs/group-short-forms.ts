import { citationForm } from '../terms/citation.js'
import type { PairVariant } from '../types.js'
import { textOf, type AnalysedPairs, type FoundDefinition, type Knowledge } from './analysed.js'
import { addVariant, type Proposal } from './assemble.js'
import { noFeatures, type Features } from './features.js'
import { withoutFeatures, type ScoredPair } from './score.js'
import { isContraction, nameInOtherLanguage, type AcronymLink } from './short-forms.js'
import { variantKey } from './variant-key.js'

export interface ShortFormContext {
  pairs: AnalysedPairs
  knowledge: Knowledge
  languages: { term: string; answer: string }
  show: { term: (text: string) => string; answer: (text: string) => string }
  /** Puts term and answer in the product's order. */
  toVariant(term: string, answer: string, kind: PairVariant['kind'], frequency: number): PairVariant
}

/**
 * One concept, one proposal: the pair of full names leads, and the short forms of both sides hang on it. A short form that a text
 * explains in two ways stays with neither, because the two are different concepts.
 */
export function groupShortForms(
  proposals: Proposal[],
  definitions: readonly FoundDefinition[],
  links: readonly AcronymLink[],
  context: ShortFormContext,
): Proposal[] {
  const book = new Book(proposals, context)
  const meanings = meaningsOf(definitions, context)
  for (const definition of firstOfEach(definitions, context)) {
    const isAmbiguous = (meanings.get(definition.short)?.size ?? 0) > 1
    if (definition.side === 'term') joinNamedTerm(definition, isAmbiguous, book, context)
    else joinNamedAnswer(definition, isAmbiguous, book, context)
  }
  for (const link of strongestLinks(links, context)) joinAcronym(link, book, context)
  return book.proposals()
}

/** Proposals by their two sides, while they are being grouped. */
class Book {
  private readonly kept = new Set<Proposal>()
  private readonly byTerm = new Map<string, Proposal | Proposal[]>()
  private readonly byAnswer = new Map<string, Proposal | Proposal[]>()

  constructor(
    proposals: readonly Proposal[],
    private readonly context: ShortFormContext,
  ) {
    for (const proposal of proposals) this.enter(proposal)
  }

  proposals(): Proposal[] {
    return [...this.kept]
  }

  withTerm(text: string): Proposal[] {
    return this.strongest(this.byTerm.get(variantKey(text, this.context.languages.term)))
  }

  withAnswer(text: string): Proposal[] {
    return this.strongest(this.byAnswer.get(variantKey(text, this.context.languages.answer)))
  }

  drop(proposal: Proposal): void {
    this.kept.delete(proposal)
  }

  /** The proposal of these two forms, made from one place when nothing proposed it yet. */
  open(
    term: string,
    answer: string,
    place: Proposal['places'][number],
    score: number,
    features: Partial<Features>,
  ): Proposal {
    const key = `${variantKey(term, this.context.languages.term)}\t${variantKey(answer, this.context.languages.answer)}`
    const known = listOf(this.byTerm.get(key.split('\t')[0]!)).findLast((proposal) => proposal.key === key)
    if (known && this.kept.has(known)) {
      known.score = Math.max(known.score, score)
      known.scored = saidToo(known.scored, features)
      return known
    }
    return this.enter(madeFrom(term, answer, key, place, score, features))
  }

  private enter(proposal: Proposal): Proposal {
    const [term, answer] = proposal.key.split('\t') as [string, string]
    this.kept.add(proposal)
    for (const [index, key] of [
      [this.byTerm, term],
      [this.byAnswer, answer],
    ] as const) {
      const known = index.get(key)
      if (Array.isArray(known)) known.push(proposal)
      else index.set(key, known ? [known, proposal] : proposal)
    }
    return proposal
  }

  private strongest(proposals: Proposal | readonly Proposal[] | undefined): Proposal[] {
    return listOf(proposals)
      .filter((one) => this.kept.has(one))
      .sort((a, b) => b.score - a.score)
  }
}

/** Most keys have one proposal: it stands there without an array around it. */
const listOf = (proposals: Proposal | readonly Proposal[] | undefined): readonly Proposal[] =>
  proposals === undefined ? [] : 'key' in proposals ? [proposals] : proposals

/** The same pair, of which something more is known. */
const saidToo = (scored: ScoredPair, features: Partial<Features>): ScoredPair => ({
  ...withoutFeatures(scored),
  features: { ...scored.features, ...features },
})

function madeFrom(
  term: string,
  answer: string,
  key: string,
  place: Proposal['places'][number],
  score: number,
  features: Partial<Features>,
): Proposal {
  const scored: ScoredPair = {
    row: -1,
    term,
    answer,
    count: 1,
    features: { ...noFeatures(), seenOnce: 1, shareOfTerm: 1, shareOfAnswer: 1, ...features },
    places: [place],
    choice: 1,
    choiceBack: 1,
    first: 1,
    firstBack: 1,
    held: 0,
    sharedWithLonger: 0,
    sharedWithShorter: 0,
    sharedWithOther: 0,
    writing: 'acronym',
    score,
    rightness: score,
  }
  return {
    term,
    answer,
    key,
    score,
    count: 1,
    kind: 'abbreviation',
    scored,
    places: [place],
    variants: [],
    wordings: [],
    shortForms: [],
  }
}

/** How many different long forms each short form has. */
function meaningsOf(
  definitions: readonly FoundDefinition[],
  { languages }: ShortFormContext,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { short, long, side } of definitions) {
    const meanings = found.get(short) ?? new Set()
    found.set(short, meanings.add(`${side} ${variantKey(long, languages[side]).replace(/s$/u, '')}`))
  }
  for (const [short, meanings] of found) {
    const perSide = ['term ', 'answer '].map((side) => [...meanings].filter((meaning) => meaning.startsWith(side)))
    found.set(short, new Set(perSide.reduce((a, b) => (b.length > a.length ? b : a))))
  }
  return found
}

function firstOfEach(definitions: readonly FoundDefinition[], { languages }: ShortFormContext): FoundDefinition[] {
  const seen = new Set<string>()
  return definitions.filter(({ side, short, long }) => {
    const key = `${side}\t${short}\t${variantKey(long, languages[side])}`
    return !seen.has(key) && seen.add(key)
  })
}

function joinNamedTerm(definition: FoundDefinition, isAmbiguous: boolean, book: Book, context: ShortFormContext): void {
  const pair = context.pairs.at(definition.pair)
  const name = nameInOtherLanguage(pair, context.knowledge, definition.longTokens)
  const cited = citationForm(
    [{ text: definition.long, opensSentence: definition.longTokens.start === 0, inTitle: false }],
    context.languages.term,
  )
  const proposed = book.withTerm(cited)[0]
  const spoken = name && context.show.answer(textOf(pair.answer, name))
  if (!spoken && !proposed) return dropGuesses(definition.short, book)
  const isBetter =
    spoken !== undefined &&
    (!proposed || (proposed.count < 3 && spoken !== proposed.answer && spoken.includes(proposed.answer)))
  const lead =
    name && spoken && isBetter && name.accounted > 0.4
      ? book.open(
          proposed?.term ?? cited,
          spoken,
          { pair: definition.pair, term: definition.longTokens, answer: name },
          trusted(name.accounted),
          {
            termCovered: name.accounted,
            answerCovered: name.accounted,
            bothCovered: name.accounted,
            abbreviationLink: definition.score,
          },
        )
      : proposed
  if (!lead) return dropGuesses(definition.short, book)
  if (proposed && proposed !== lead) {
    addVariant(
      lead,
      context.toVariant(
        proposed.term,
        proposed.answer,
        proposed.answer.length < lead.answer.length ? 'shorter' : 'longer',
        proposed.count,
      ),
    )
    book.drop(proposed)
  }
  lead.abbreviation = { short: definition.short, long: definition.long, isSaidByText: true }
  lead.kind = 'abbreviation'
  lead.score = Math.max(lead.score, (lead.score + trusted(lead.scored.features.bothCovered)) / 2)
  if (isAmbiguous) return
  const bare = definition.short.replace(/(?<=\p{Lu})s$/u, '')
  addVariant(lead, context.toVariant(bare, lead.answer, 'abbreviation', 1))
  rememberShortForm(lead, 'term', bare, definition, name)
  for (const short of book.withTerm(bare)) if (short !== lead) joinShortForm(short, lead, book, context)
}

/** Keeps where a short form stands beside the other side's name; where the name was not seen in that sentence, there is nothing to show. */
function rememberShortForm(
  lead: Proposal,
  side: 'term' | 'answer',
  text: string,
  { pair, shortTokens }: FoundDefinition,
  name?: { start: number; end: number },
): void {
  const other = side === 'term' ? 'answer' : 'term'
  const beside = lead.places.find((place) => place.pair === pair)?.[other] ?? name
  if (!beside) return
  const place =
    side === 'term' ? { pair, term: shortTokens, answer: beside } : { pair, term: beside, answer: shortTokens }
  lead.shortForms.push({
    side,
    text,
    places: [{ ...place, answer: { start: place.answer.start, end: place.answer.end } }],
  })
}

/** A short form that the texts use by themselves so often is a candidate of its own; its full form stands beside it. */
const standsAlone = 2

function joinShortForm(short: Proposal, lead: Proposal, book: Book, context: ShortFormContext): void {
  const isSame = short.answer === lead.answer
  const isShorter =
    isContraction(short.answer, lead.answer) && (!lead.answer.includes(short.answer) || short.count >= standsAlone)
  if (isSame || isShorter) {
    short.abbreviation = lead.abbreviation
    if (isShorter) addVariant(lead, context.toVariant(short.term, short.answer, 'abbreviation', short.count))
    if (short.count >= standsAlone) {
      short.kind = 'abbreviation'
      addVariant(short, context.toVariant(lead.term, lead.answer, 'full-form', lead.count))
    } else if (isSame) {
      lead.places = [...lead.places, ...short.places]
      lead.count += short.count
      lead.score = Math.max(lead.score, short.score)
      book.drop(short)
    }
  } else if (short.scored.features.sameText < 0.5 && (short.count < 3 || lead.answer.includes(short.answer)))
    book.drop(short)
}

/** What a text takes the trouble to abbreviate is a term; how sure its translation is, the alignment says. Whether anybody wants it, the model. */
const trusted = (accounted: number): number => 0.45 + 0.45 * accounted

/** Where the full name found no counterpart, what its abbreviation was aligned with once or twice is a guess. */
function dropGuesses(short: string, book: Book): void {
  for (const guess of book.withTerm(short))
    if (guess.count < 3 && guess.scored.features.sameText < 0.5) book.drop(guess)
}

function joinNamedAnswer(
  definition: FoundDefinition,
  isAmbiguous: boolean,
  book: Book,
  context: ShortFormContext,
): void {
  if (isAmbiguous) return
  const acronym = /^[\p{Script=Latin}\p{N}&.-]+$/u.test(definition.short)
  const long = context.show.answer(definition.long)
  if (acronym) {
    const explained = book.withTerm(definition.short).find((one) => one.answer === long) ?? book.withAnswer(long)[0]
    if (!explained) return
    explained.abbreviation = { short: definition.short, long, isSaidByText: true }
    if (explained.term !== definition.short)
      addVariant(explained, context.toVariant(explained.term, definition.short, 'abbreviation', 1))
    return
  }
  const short = context.show.answer(definition.short)
  const lead = book.withAnswer(long)[0]
  if (!lead) return
  lead.kind = 'abbreviation'
  lead.abbreviation = { short, long, isSaidByText: true }
  addVariant(lead, context.toVariant(lead.term, short, 'abbreviation', 1))
  rememberShortForm(lead, 'answer', short, definition)
  for (const other of book.withAnswer(short))
    if (other.term === lead.term) {
      lead.places = [...lead.places, ...other.places]
      lead.count += other.count
      book.drop(other)
    }
}

function strongestLinks(links: readonly AcronymLink[], { pairs }: ShortFormContext): AcronymLink[] {
  const best = new Map<string, AcronymLink>()
  for (const link of links) {
    const acronym = textOf(pairs.at(link.pair).term, link.acronym)
    if (link.score > (best.get(acronym)?.score ?? 0)) best.set(acronym, link)
  }
  return [...best.values()]
}

/** An acronym that only its letters explain: counts overrule letters where there are counts. */
function joinAcronym(link: AcronymLink, book: Book, context: ShortFormContext): void {
  const pair = context.pairs.at(link.pair)
  const acronym = textOf(pair.term, link.acronym).replace(/(?<=\p{Lu})s$/u, '')
  const name = context.show.answer(textOf(pair.answer, link.name))
  const others = book.withTerm(acronym)
  if (others.some((one) => one.count >= 3 && one.score > 0.5 && one.answer !== name)) return
  const lead = book.open(
    acronym,
    name,
    { pair: link.pair, term: link.acronym, answer: link.name },
    Math.min(0.97, 0.35 + 0.6 * link.score),
    { abbreviationLink: link.score, dictionaryEntry: link.isListed ? 1 : 0 },
  )
  lead.kind = 'abbreviation'
  lead.abbreviation = { short: acronym, long: name, isSaidByText: false }
  for (const other of others) if (other !== lead && other.count < 3) book.drop(other)
}
