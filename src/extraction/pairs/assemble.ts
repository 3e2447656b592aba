import { primaryLanguage } from '../../shared/language-tag.js'
import { citationForm, type IsOrdinary } from '../terms/citation.js'
import { hasParadigms, tellsLemmas, type Lemmatise } from '../terms/lemmas/lemmatiser.js'
import { lightStemOf } from '../terms/lemmas/light-stem.js'
import { namesOne } from '../terms/singular.js'
import type { Evidence, PairVariant } from '../types.js'
import { textOf, type AnalysedPairs, type AnalysedSide } from './analysed.js'
import type { ScoredPair } from './score.js'
import type { Place } from './tally.js'
import { variantKey } from './variant-key.js'

/** A scored pair in the form a reader sees, before it is grouped with others. */
export interface Proposal {
  term: string
  answer: string
  /** What merges variants: equal keys, equal pair. */
  key: string
  score: number
  count: number
  kind: 'term' | 'name' | 'abbreviation'
  scored: ScoredPair
  places: Place[]
  variants: PairVariant[]
  /** Other forms in which its terms stood in the text: пандемии, пандемию beside пандемия. */
  wordings: Wording[]
  abbreviation?: { short: string; long: string; isSaidByText: boolean }
  /** Short forms of either side that the texts define for it. */
  shortForms: ShortForm[]
}

/** A short form, and the places where a text defines it beside the other side's full form. */
export interface ShortForm {
  side: 'term' | 'answer'
  text: string
  places: Place[]
}

export interface Wording {
  term: string
  answer: string
  count: number
  places: Place[]
}

export interface Languages {
  term: string
  answer: string
}

/** How the answer's script is shown: folded to the citation script, or as it stood. */
export type ShowAnswer = (text: string) => string

export interface Citing {
  pairs: AnalysedPairs
  languages: Languages
  show: { term: ShowAnswer; answer: ShowAnswer }
  isOrdinary: { term: IsOrdinary; answer: IsOrdinary }
  /** Whether a sentence, by its number, is set as a title. */
  isTitle: { term: (pair: number) => boolean; answer: (pair: number) => boolean }
  lemmatise: { term: Lemmatise; answer: Lemmatise }
}

/** Gives each scored pair its citation forms, taken from the places where it stood. */
export function propose(
  scored: ScoredPair,
  { pairs, languages, show, isOrdinary, isTitle, lemmatise }: Citing,
): Proposal {
  const places: readonly Place[] = scored.places
  const cited = (side: 'term' | 'answer', lemma: Lemmatise, shown = places) =>
    citationForm(
      shown.map((place) => {
        const opening = opensSentence(pairs.at(place.pair)[side], place[side])
        const text = show[side](textOf(pairs.at(place.pair)[side], place[side]))
        return { text, opensSentence: opening, inTitle: isTitle[side](place.pair) }
      }),
      languages[side],
      isOrdinary[side],
      lemma,
    )
  const stands = (side: 'term' | 'answer') => (text: string) =>
    places.some((place) => same(show[side](textOf(pairs.at(place.pair)[side], place[side])), text))
  const term = cited('term', standing(lemmatise.term, languages.term, stands('term')))
  const isOne = primaryLanguage(languages.term) === 'en' && namesOne(term)
  const answer = cited('answer', standing(lemmatise.answer, languages.answer, stands('answer'), isOne))
  /** Where only plurals stand, the singular that a dictionary would list. */
  const inSingular = (): Wording[] =>
    isOne && tellsLemmas(languages.answer)
      ? [
          {
            term,
            answer: cited('answer', (text) => lemmatise.answer(text, true)),
            count: scored.count,
            places: [...places],
          },
        ]
      : []
  const key = `${variantKey(term, languages.term)}\t${variantKey(answer, languages.answer)}`
  const proposal = new Cited(term, answer, key, kindOf(scored, term), scored)
  if (isInflected(languages.term) || isInflected(languages.answer))
    proposal.wordings = [
      ...wordingsIn(scored, (one) => ({
        term: cited('term', asItStood, one),
        answer: cited('answer', asItStood, one),
      })),
      ...inSingular(),
    ].filter((wording) => wording.term !== term || wording.answer !== answer)
  return proposal
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** A dictionary form that some place has, or that the language's paradigms can be trusted with. */
const standing =
  (lemmatise: Lemmatise, language: string, stands: (text: string) => boolean, isOne = false): Lemmatise =>
  (text) => {
    const lemma = lemmatise(text, isOne)
    if (lemma === text || stands(lemma)) return lemma
    return tellsLemmas(language) ? lemmatise(text) : text
  }

const asItStood: Lemmatise = (term) => term

/** Whether places of one term can show different forms of it, of which one is cited. */
const isInflected = (language: string): boolean => hasParadigms(language) || lightStemOf(language) !== undefined

/** The forms of a pair in its places, each with the places that have it; counts are shares of all that was seen. */
function wordingsIn(
  { places, count }: ScoredPair,
  citedIn: (places: readonly Place[]) => { term: string; answer: string },
): Wording[] {
  const found = new Map<string, Wording>()
  for (const place of places) {
    const { term, answer } = citedIn([place])
    const key = `${term}\t${answer}`
    const wording = found.get(key)
    if (wording) {
      wording.count++
      wording.places.push(place)
    } else found.set(key, { term, answer, count: 1, places: [place] })
  }
  for (const wording of found.values()) wording.count = Math.max(1, Math.round((wording.count * count) / places.length))
  return [...found.values()]
}

function kindOf({ writing }: ScoredPair, term: string): Proposal['kind'] {
  if (writing === 'acronym') return 'abbreviation'
  return writing === 'name' && /\p{Lu}/u.test(term) ? 'name' : 'term'
}

/** A large corpus makes a million of these: places are those of the row until others join them. */
class Cited implements Proposal {
  abbreviation: Proposal['abbreviation'] = undefined
  variants: PairVariant[] = []
  wordings: Wording[] = []
  shortForms: ShortForm[] = []
  score: number
  count: number
  private joined: Place[] | undefined

  constructor(
    readonly term: string,
    readonly answer: string,
    readonly key: string,
    public kind: Proposal['kind'],
    public scored: ScoredPair,
  ) {
    this.score = scored.score
    this.count = scored.count
  }

  get places(): Place[] {
    return this.joined ?? this.scored.places
  }

  set places(places: Place[]) {
    this.joined = places
  }
}

function opensSentence(side: AnalysedSide, range: { start: number; end: number }): boolean {
  const before = side.text.slice(Math.max(0, side.starts[range.start]! - 4), side.starts[range.start]!)
  return range.start === 0 || /[.:?!"“]\s*$/u.test(before)
}

/** Best first; equal scores by frequency, then by text, so that the order never depends on chance. */
export function byStrength(a: Proposal, b: Proposal): number {
  return b.score - a.score || b.count - a.count || compare(a.term, b.term) || compare(a.answer, b.answer)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Merges proposals of the same key; the strongest leads, the others' wordings become its variants. */
export function mergeVariants(
  proposals: Proposal[],
  toVariant: (wording: Pick<Wording, 'term' | 'answer' | 'count'>, lead: Proposal) => PairVariant,
): Proposal[] {
  const leads = new Map<string, Proposal>()
  for (const proposal of proposals) {
    const lead = leads.get(proposal.key)
    if (!lead) leads.set(proposal.key, proposal)
    else {
      lead.count += proposal.count
      lead.places = [...lead.places, ...proposal.places]
      lead.wordings = [...lead.wordings, ...proposal.wordings]
      if (proposal.term !== lead.term || proposal.answer !== lead.answer) addVariant(lead, toVariant(proposal, lead))
    }
  }
  for (const lead of leads.values()) for (const wording of lead.wordings) addVariant(lead, toVariant(wording, lead))
  return [...leads.values()]
}

export function addVariant(lead: Proposal, variant: PairVariant): void {
  const known = lead.variants.find(({ source, target }) => source === variant.source && target === variant.target)
  if (known) known.frequency += variant.frequency
  else lead.variants.push(variant)
}

/** For each proposal the longer ones whose both sides hold it, strongest first. */
export function holders(proposals: readonly Proposal[]): Map<Proposal, Proposal[]> {
  const byTerm = new Map<string, Proposal[]>()
  for (const proposal of proposals) {
    const key = proposal.scored.term
    byTerm.set(key, [...(byTerm.get(key) ?? []), proposal])
  }
  const found = new Map<Proposal, Proposal[]>()
  for (const longer of proposals) {
    const words = longer.scored.term.split(' ')
    if (words.length < 2 || words.length > 8) continue
    for (let start = 0; start < words.length; start++)
      for (let end = start + 1; end <= words.length; end++) {
        if (end - start === words.length) continue
        for (const shorter of byTerm.get(words.slice(start, end).join(' ')) ?? [])
          if (shorter.answer !== longer.answer && longer.answer.includes(shorter.answer)) {
            const list = found.get(shorter) ?? []
            if (!list.includes(longer)) found.set(shorter, [...list, longer])
          }
      }
  }
  return found
}

/** Every place as the text stood, source first. */
export function evidenceOf(
  places: readonly Place[],
  pairs: AnalysedPairs,
  termIsSource: boolean,
  limit: number,
): Evidence[] {
  return places.slice(0, limit).map((place) => {
    const { pair, term, answer } = pairs.at(place.pair)
    const sideOf = (
      side: AnalysedSide,
      range: { start: number; end: number },
      passage: { text: string; start: number; line: number },
    ) => ({
      text: passage.text,
      start: side.starts[range.start]!,
      end: side.ends[range.end - 1]!,
      offset: passage.start,
      line: passage.line,
    })
    const [source, target] = termIsSource
      ? [
          { side: term, range: place.term },
          { side: answer, range: place.answer },
        ]
      : [
          { side: answer, range: place.answer },
          { side: term, range: place.term },
        ]
    return {
      document: pair.document,
      source: sideOf(source.side, source.range, pair.source),
      target: sideOf(target.side, target.range, pair.target),
    }
  })
}
