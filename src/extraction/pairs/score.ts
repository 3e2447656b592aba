import { chooseAmong, type Choices } from './choose.js'
import type { DescribedPair, Description } from './describe-pairs.js'
import { linear, type AcceptanceModel, type Features, type PageRules, type PairModels } from './features.js'
import { sharesHeld, speaksForParts } from './held.js'
import type { Place } from './tally.js'

/** A described pair and how it stands among its rivals, each in 0..1. */
export interface ChosenPair extends DescribedPair {
  /** Probability that this is the translation, among the answers of the term. */
  choice: number
  /** The same asked from the other side: among the terms that have this answer. */
  choiceBack: number
  /** 1 for the first answer of its term. */
  first: number
  /** 1 for the first term of its answer. */
  firstBack: number
  /** Share of its places inside the place of a longer pair that is itself complete and first of its term. */
  held: number
}

/** How a term is written in most of its places: as a name, as an acronym that the answer does not repeat, or like any word. */
export type Writing = 'name' | 'acronym' | 'word'

export interface ScoredPair extends ChosenPair {
  writing: Writing
  /** The share of such pairs that an editor accepts. */
  score: number
}

/**
 * Two linear models. The first chooses: a softmax over the answers of one term, and the same over the terms of one answer.
 * The second judges: a logistic regression over the same features and the choices, calibrated so that 0.8 means that eight of ten
 * such pairs are right. One walk over all features fills the columns; only what is shown is described again.
 */
export function scorePairs(
  description: Description,
  models: PairModels,
  onProgress?: (share: number) => void,
): ScoredPair[] {
  const columns = valued(description, models, onProgress)
  const choices = chooseAmong(columns)
  const held = sharesHeld(columns.rows.length, {
    speaks: (at) => columns.maySpeak[at] === 1 && isSurelyChosen(choices, at),
    places: (at) => description.places(columns.rows[at]!),
  })
  const standings = { description, columns, choices, held, scores: new Float64Array(columns.rows.length) }
  return Array.from(columns.rows, (_, at) => {
    const pair = new StandingPair(standings, at)
    const raw = logistic(columns.acceptance[at]! + worthOfChoice(models.acceptance, pair))
    const kept = models.onPage ? raw * standing(pair, models.onPage) : raw
    standings.scores[at] = calibrated(kept, models.acceptance.calibration)
    return pair
  })
}

interface Standings {
  description: Description
  columns: Valued
  choices: Choices
  held: Float32Array
  scores: Float64Array
}

/** A place in the columns; whatever takes room is described again when somebody asks. */
class StandingPair implements ScoredPair {
  constructor(
    private readonly standings: Standings,
    private readonly at: number,
  ) {}

  get row(): number {
    return this.standings.columns.rows[this.at]!
  }

  get score(): number {
    return this.standings.scores[this.at]!
  }

  get choice(): number {
    return this.standings.choices.choice[this.at]!
  }

  get choiceBack(): number {
    return this.standings.choices.choiceBack[this.at]!
  }

  get first(): number {
    return this.standings.choices.first[this.at]!
  }

  get firstBack(): number {
    return this.standings.choices.firstBack[this.at]!
  }

  get held(): number {
    return this.standings.held[this.at]!
  }

  get writing(): Writing {
    return writings[this.standings.columns.writing[this.at]!]!
  }

  get term(): string {
    return this.standings.description.term(this.row)
  }

  get answer(): string {
    return this.standings.description.answer(this.row)
  }

  get count(): number {
    return this.standings.description.count(this.row)
  }

  get features(): Features {
    return this.standings.description.describe(this.row).features
  }

  get places(): Place[] {
    return this.standings.description.places(this.row)
  }
}

const writings: readonly Writing[] = ['word', 'name', 'acronym']

function writingOf({ termAcronym, sameText, termName }: Features): number {
  const writing: Writing = termAcronym > 0.5 && sameText < 0.5 ? 'acronym' : termName > 0.5 ? 'name' : 'word'
  return writings.indexOf(writing)
}

interface Valued {
  rows: Int32Array
  /** Where the rows of each term begin, and where the last ends. */
  groups: Int32Array
  /** Equal numbers, equal answers. */
  answers: Int32Array
  utility: Float64Array
  /** The judging model before it knows how the choices go. */
  acceptance: Float64Array
  maySpeak: Uint8Array
  /** The number of a way of writing in `writings`. */
  writing: Uint8Array
}

/** Terms between two reports of progress. */
const stride = 4096

/** What the models say of each row by its features alone. */
function valued(description: Description, models: PairModels, onProgress?: (share: number) => void): Valued {
  const [utilityOf, acceptanceOf] = [linear(models.choice), linear(models.acceptance)]
  const numbers = new Map<string, number>()
  const rows: number[] = []
  const groups: number[] = [0]
  const answers: number[] = []
  const utility: number[] = []
  const acceptance: number[] = []
  const maySpeak: number[] = []
  const writing: number[] = []
  for (const group of description.groups()) {
    for (const { row, answer, features } of group) {
      let number = numbers.get(answer)
      if (number === undefined) numbers.set(answer, (number = numbers.size))
      rows.push(row)
      answers.push(number)
      utility.push(utilityOf(features))
      acceptance.push(acceptanceOf(features))
      maySpeak.push(speaksForParts(features) ? 1 : 0)
      writing.push(writingOf(features))
    }
    groups.push(rows.length)
    if (groups.length % stride === 0) onProgress?.(groups.length / description.termCount)
  }
  return {
    rows: Int32Array.from(rows),
    groups: Int32Array.from(groups),
    answers: Int32Array.from(answers),
    utility: Float64Array.from(utility),
    acceptance: Float64Array.from(acceptance),
    maySpeak: Uint8Array.from(maySpeak),
    writing: Uint8Array.from(writing),
  }
}

/** Of an answer that its term hardly prefers nothing is told about its parts. */
const surelyChosen = 0.4

export const isSurelyChosen = ({ first, choice, choiceBack }: Choices, at: number): boolean =>
  first[at] === 1 && choice[at]! >= surelyChosen && choiceBack[at]! >= surelyChosen

/** What the calibration turns into a score: the raw probability, and on a page the share of it that the pair keeps. */
export function judged({ acceptance, onPage }: PairModels, pair: ChosenPair): number {
  const raw = logistic(linear(acceptance)(pair.features) + worthOfChoice(acceptance, pair))
  return raw * (onPage ? standing(pair, onPage) : 1)
}

/** What share of its probability a pair keeps on a page: one factor a rule, each saying what a reader sees at once. */
function standing({ held, first, firstBack, features }: ChosenPair, rules: PageRules): number {
  const { termCovered, answerCovered, dictionaryEntry, dictionaryParts, sameText } = features
  const accounted = Math.min(1, termCovered / rules.leastAccounted) * Math.min(1, answerCovered / rules.leastAccounted)
  const supported = 0.6 + 0.4 * Math.max(dictionaryEntry, dictionaryParts, sameText)
  const isNoNoun = Math.max(features.termVerb, features.termAdjective, features.termParticiple)
  const losses = [
    rules.fragmentLoss * held,
    rules.openLoss * features.termRightOpen,
    0.5 * rules.openLoss * features.termLeftOpen,
    rules.commonWordLoss * commonness(features),
    rules.commonPhraseLoss * features.termGeneral,
    rules.shortWordLoss * features.answerShortWord,
    rules.numberLoss * features.termNumber * (1 - features.termName),
    rules.verbPhraseLoss * features.termOpensWithVerb * (0.4 + 0.6 * features.answerOpensWithVerb),
    rules.noNounLoss * isNoNoun,
    rules.coordinationLoss * features.termCoordinated * (1 - features.termName),
    rules.secondLoss * (1 - first),
    rules.secondLoss * (1 - firstBack),
  ]
  return losses.reduce((kept, loss) => kept * (1 - loss), accounted * accounted * supported)
}

/** A single word that everybody uses, on either side, and is no name. */
function commonness({ termSingle, termCommonWord, answerSingle, answerGeneral, termName }: Features): number {
  return termSingle * Math.max(termCommonWord, 0.8 * answerSingle * answerGeneral) * (1 - termName)
}

function worthOfChoice(model: AcceptanceModel, { choice, choiceBack, first, held }: ChosenPair): number {
  return model.choice * choice + model.choiceBack * choiceBack + model.first * first + model.held * held
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** Straight lines between the knots [raw, share right], both rising; beyond the last knot up to [1, .99]. */
export function calibrated(raw: number, knots: readonly (readonly [number, number])[]): number {
  if (knots.length === 0) return raw
  let [x0, y0] = [0, 0]
  for (const [x1, y1] of [...knots, [1, 0.99] as const]) {
    if (raw <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0)
    ;[x0, y0] = [x1, y1]
  }
  return 0.99
}
