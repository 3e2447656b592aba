import { chooseAmong, type Choices } from './choose.js'
import type { DescribedPair, Description } from './describe-pairs.js'
import {
  featureNames,
  linear,
  rivalryNames,
  yes,
  type Features,
  type JudgingModel,
  type PageRules,
  type PairModels,
  type Rivalry,
} from './features.js'
import { sharesHeld, speaksForParts } from './held.js'
import { Taken, takersOf } from './taken.js'
import type { Place } from './tally.js'
import { levelOf, readTrees } from './trees.js'

/** A described pair and how it stands among its rivals. */
export interface ChosenPair extends DescribedPair, Rivalry {}

/** How a term is written in most of its places: as a name, as an acronym that the answer does not repeat, or like any word. */
export type Writing = 'name' | 'acronym' | 'word'

export interface ScoredPair extends ChosenPair {
  writing: Writing
  /** The share of such pairs that an editor accepts. */
  score: number
  /** Probability that the pair is right if one of its sides is a term, whether or not anybody wants it. Undefined: nothing was learnt of it. */
  rightness: number | undefined
}

/**
 * The first model chooses: a softmax over the answers of one term, and the same over the terms of one answer. Two more judge by the same
 * features and the choices: would a terminologist list the pair (calibrated so that 0.8 means that eight of ten such rows are right),
 * and is it right at all. One walk over all features fills the columns; only what is shown is described again.
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
  const takers = takersOf({
    answers: columns.answers,
    utility: columns.utility,
    term: (at) => description.term(columns.rows[at]!),
  })
  const size = columns.rows.length
  const standings: Standings = {
    description,
    columns,
    choices,
    held,
    takers,
    scores: new Float64Array(size),
    rightness: models.rightness ? new Float32Array(size) : undefined,
  }
  const [acceptanceOf, rightnessOf] = [judgeOf(models.acceptance), models.rightness && judgeOf(models.rightness)]
  return Array.from(columns.rows, (_, at) => {
    const pair = new StandingPair(standings, at)
    const row = columns.levels.row(at)
    const raw = logistic(columns.acceptance[at]! + acceptanceOf(pair, row))
    const kept = models.onPage ? raw * standing(pair, models.onPage) : raw
    standings.scores[at] = calibrated(kept, models.acceptance.calibration)
    if (rightnessOf) standings.rightness![at] = logistic(columns.rightness[at]! + rightnessOf(pair, row))
    return pair
  })
}

/** What a judging model adds to the sum over the features: the rivalry, and the trees over both. */
function judgeOf(model: JudgingModel): (pair: Rivalry, levels: Uint8Array) => number {
  const weights = rivalryNames.map((name) => [name, model[name] ?? 0] as const).filter(([, weight]) => weight !== 0)
  const trees = readTrees(model.trees ?? [], judgedNames)
  const row = new Uint8Array(judgedNames.length)
  return (pair, levels) => {
    let sum = 0
    for (const [name, weight] of weights) sum += weight * pair[name]
    row.set(levels)
    for (const [index, name] of rivalryNames.entries()) row[featureNames.length + index] = levelOf(pair[name])
    return sum + trees(row, 0)
  }
}

/** What the trees see of a pair, in the order of their columns. */
export const judgedNames: readonly string[] = [...featureNames, ...rivalryNames]

interface Standings {
  description: Description
  columns: Valued
  choices: Choices
  held: Float32Array
  takers: Uint8Array
  scores: Float64Array
  rightness: Float32Array | undefined
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

  get sharedWithLonger(): number {
    return yes(this.standings.takers[this.at] === Taken.byLonger)
  }

  get sharedWithShorter(): number {
    return yes(this.standings.takers[this.at] === Taken.byShorter)
  }

  get sharedWithOther(): number {
    return yes(this.standings.takers[this.at] === Taken.byOther)
  }

  get rightness(): number | undefined {
    return this.standings.rightness?.[this.at]
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

/** What is known of a scored pair without making its features: a plain copy. */
export function withoutFeatures(pair: ScoredPair): Omit<ScoredPair, 'features'> {
  const { row, term, answer, count, places, writing, score, rightness } = pair
  const rivalry = Object.fromEntries(rivalryNames.map((name) => [name, pair[name]])) as unknown as Rivalry
  return { row, term, answer, count, places, writing, score, rightness, ...rivalry }
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
  /** The judging models before they know how the choices go. */
  acceptance: Float64Array
  rightness: Float64Array
  /** Features in bytes, for the trees. */
  levels: Levels
  maySpeak: Uint8Array
  /** The number of a way of writing in `writings`. */
  writing: Uint8Array
}

/** Terms between two reports of progress. */
const stride = 4096

/** What the models say of each row by its features alone. */
function valued(description: Description, models: PairModels, onProgress?: (share: number) => void): Valued {
  const [utilityOf, acceptanceOf] = [linear(models.choice), linear(models.acceptance)]
  const rightnessOf = models.rightness ? linear(models.rightness) : () => 0
  const levels = new Levels(Boolean(models.acceptance.trees ?? models.rightness?.trees))
  const rightness: number[] = []
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
      rightness.push(rightnessOf(features))
      levels.push(features)
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
    rightness: Float64Array.from(rightness),
    levels,
    maySpeak: Uint8Array.from(maySpeak),
    writing: Uint8Array.from(writing),
  }
}

/** Rows of bytes that grow, a column a feature; nothing is kept where no tree will ask. */
class Levels {
  private bytes: Uint8Array
  private size = 0

  constructor(private readonly areKept: boolean) {
    this.bytes = new Uint8Array(featureNames.length * (areKept ? 4096 : 1))
  }

  push(features: Features): void {
    if (!this.areKept) return
    const base = this.size++ * featureNames.length
    if (base === this.bytes.length) {
      const bytes = new Uint8Array(this.bytes.length * 2)
      bytes.set(this.bytes)
      this.bytes = bytes
    }
    for (const [index, name] of featureNames.entries()) this.bytes[base + index] = levelOf(features[name])
  }

  row(at: number): Uint8Array {
    const base = this.areKept ? at * featureNames.length : 0
    return this.bytes.subarray(base, base + featureNames.length)
  }
}

/** Of an answer that its term hardly prefers nothing is told about its parts. */
const surelyChosen = 0.4

export const isSurelyChosen = ({ first, choice, choiceBack }: Choices, at: number): boolean =>
  first[at] === 1 && choice[at]! >= surelyChosen && choiceBack[at]! >= surelyChosen

/**
 * What the models say of single pairs: `raw` is what the calibration turns into a score, the raw probability and on a page the share of it
 * that the pair keeps.
 */
export function judgesOf({ acceptance, rightness, onPage }: PairModels) {
  const [linearly, rightly] = [linear(acceptance), rightness && linear(rightness)]
  const [byRivalry, rightByRivalry] = [judgeOf(acceptance), rightness && judgeOf(rightness)]
  return {
    raw: (pair: ChosenPair) =>
      logistic(linearly(pair.features) + byRivalry(pair, levelsOf(pair.features))) *
      (onPage ? standing(pair, onPage) : 1),
    rightness: (pair: ChosenPair) =>
      rightly && logistic(rightly(pair.features) + rightByRivalry!(pair, levelsOf(pair.features))),
  }
}

const levelsOf = (features: Features): Uint8Array => Uint8Array.from(featureNames, (name) => levelOf(features[name]))

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
