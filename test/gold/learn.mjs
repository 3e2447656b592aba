// Fits the models of src/extraction/pairs: which answer of a term is the translation, would a terminologist list the pair, is it right.
import { featureNames } from '../../dist/src/extraction/pairs/features.js'
import { foldOf } from '../../dist/src/extraction/pairs/analyse-side.js'
import { chooseAmong } from '../../dist/src/extraction/pairs/choose.js'
import { linear, rivalryNames } from '../../dist/src/extraction/pairs/features.js'
import { leastRightness } from '../../dist/src/extraction/pairs/default-threshold.js'
import { sharesHeld, speaksForParts } from '../../dist/src/extraction/pairs/held.js'
import { isSurelyChosen, judgedNames, judgesOf } from '../../dist/src/extraction/pairs/score.js'
import { Taken, takersOf } from '../../dist/src/extraction/pairs/taken.js'
import { levelOf } from '../../dist/src/extraction/pairs/trees.js'
import { goldKey } from './gold.mjs'
import { learnTrees } from './trees.mjs'

const size = featureNames.length

/**
 * Marks each described pair with what the gold lists say of it. `judged`: at least one of its sides is in a list.
 * @param termIsSource whether the asking side is the gold list's source
 */
export function lessonFrom(name, groups, gold, languages, termIsSource) {
  const [foldSource, foldTarget] = [foldedKey(languages.source), foldedKey(languages.target)]
  const keyed = gold.map(({ src, tgt }) => [foldSource(src), foldTarget(tgt)])
  const wanted = new Set(keyed.map(([s, t]) => `${s}\t${t}`))
  const sources = new Set(keyed.map(([s]) => s))
  const targets = new Set(keyed.map(([, t]) => t))
  const marked = groups.map((group) =>
    group.map((pair) => {
      const [source, target] = termIsSource ? [pair.term, pair.answer] : [pair.answer, pair.term]
      const [s, t] = [foldSource(source), foldTarget(target)]
      const right = wanted.has(`${s}\t${t}`)
      const vector = Float32Array.from(featureNames, (feature) => pair.features[feature])
      return { ...pair, source, target, right, judged: right || sources.has(s) || targets.has(t), vector }
    }),
  )
  const listed = keyed.map(([src, tgt], at) => ({ src, tgt, cooc: gold[at].cooc }))
  return { name, gold: wanted.size, listed, groups: marked }
}

/** Described pairs have every noun in the singular, so lists are read the same way. */
function foldedKey(language) {
  const fold = foldOf(language)
  return (text) => goldKey(text, language).replaceAll("'s", " 's").split(/\s+/u).map(fold).join(' ')
}

/** The pairs of all groups in a row, each with how it stands among its rivals (see src/extraction/pairs/score.ts). */
function choose(groups, model) {
  const pairs = groups.flat()
  const utilityOf = linear(model)
  const numbers = new Map()
  const answers = pairs.map(({ answer }) => numbers.get(answer) ?? numbers.set(answer, numbers.size).size - 1)
  const utility = pairs.map(({ features }) => utilityOf(features))
  const choices = chooseAmong({ groups: startsOf(groups), answers, utility })
  const takers = takersOf({ answers, utility, term: (at) => pairs[at].term })
  const held = sharesHeld(pairs.length, {
    speaks: (at) => speaksForParts(pairs[at].features) && isSurelyChosen(choices, at),
    places: (at) => pairs[at].places,
  })
  return pairs.map((pair, at) => ({
    ...pair,
    choice: choices.choice[at],
    choiceBack: choices.choiceBack[at],
    first: choices.first[at],
    firstBack: choices.firstBack[at],
    held: held[at],
    sharedWithLonger: takers[at] === Taken.byLonger ? 1 : 0,
    sharedWithShorter: takers[at] === Taken.byShorter ? 1 : 0,
    sharedWithOther: takers[at] === Taken.byOther ? 1 : 0,
  }))
}

function startsOf(groups) {
  const starts = [0]
  for (const { length } of groups) starts.push(starts.at(-1) + length)
  return starts
}

const dot = (weights, features) => {
  let sum = 0
  for (let index = 0; index < features.length; index++) sum += weights[index] * features[index]
  return sum
}

/** Softmax regression inside each group that holds a right pair: which of these is the translation? */
function learnChoice(lessons) {
  const groups = lessons.flatMap((lesson) => {
    const usable = lesson.groups.filter((group) => group.length > 1 && group.some(({ right }) => right))
    return usable.map((group) => ({ group, weight: 1 / Math.sqrt(usable.length) }))
  })
  const weights = descend(size, (weights, gradient) => {
    let total = 0
    for (const { group, weight } of groups) {
      const scores = group.map((pair) => dot(weights, pair.vector))
      const top = Math.max(...scores)
      const exps = scores.map((score) => Math.exp(score - top))
      const all = exps.reduce((a, b) => a + b, 0)
      const good = exps.reduce((sum, value, index) => (group[index].right ? sum + value : sum), 0)
      total += weight
      for (const [index, { vector, right }] of group.entries()) {
        const error = weight * (exps[index] / all - (right ? exps[index] / good : 0))
        for (let f = 0; f < size; f++) gradient[f] += error * vector[f]
      }
    }
    return total
  })
  return { bias: 0, weights: named(weights) }
}

const named = (weights) =>
  Object.fromEntries(featureNames.map((name, index) => [name, Number(weights[index].toFixed(3))]))

/** Pairs that no list speaks of are many: so many of them stand for all, with the weight of all. */
const oneIn = 3

/** Every pair of a lesson as the judging models see it, with the say of its corpus: the more right pairs, the less each. */
function examplesOf(lessons, choice) {
  return lessons.flatMap((lesson) => {
    const pairs = choose(lesson.groups, choice)
    const positives = pairs.filter(({ right }) => right).length
    const weight = Math.sqrt(positives + 5) / (positives + 5)
    return pairs.map((pair) => ({
      inputs: Float32Array.of(...pair.vector, ...rivalryNames.map((name) => pair[name]), 1),
      right: pair.right ? 1 : 0,
      judged: pair.judged,
      weight,
    }))
  })
}

/**
 * Would a terminologist list this pair? Lists are incomplete, so a pair that no list speaks of is a weaker "no" than one that contradicts a
 * list.
 */
function learnAcceptance(examples) {
  const weighed = examples.map((example) => ({ ...example, weight: example.weight * (example.judged ? 1 : 0.6) }))
  const few = weighed.flatMap((example, at) =>
    example.judged ? [example] : at % oneIn === 0 ? [{ ...example, weight: example.weight * oneIn }] : [],
  )
  return { ...learnJudging(weighed, few), calibration: [] }
}

/** Is the pair right, given that one of its sides is listed? */
function learnRightness(examples) {
  const judged = examples.filter((example) => example.judged)
  return learnJudging(judged, judged)
}

/** A logistic regression, and trees that correct it where reasons work together. */
function learnJudging(all, forTrees) {
  const width = size + rivalryNames.length
  const weights = descend(
    width + 1,
    (weights, gradient) => {
      let total = 0
      for (const { inputs, right, weight } of all) {
        const error = weight * (1 / (1 + Math.exp(-dot(weights, inputs))) - right)
        total += weight
        for (let f = 0; f < inputs.length; f++) gradient[f] += error * inputs[f]
      }
      return total
    },
    2e-4,
  )
  const rows = new Uint8Array(forTrees.length * width)
  for (const [row, { inputs }] of forTrees.entries())
    for (let column = 0; column < width; column++) rows[row * width + column] = levelOf(inputs[column])
  return {
    bias: Number(weights[width].toFixed(3)),
    ...Object.fromEntries(rivalryNames.map((name, index) => [name, Number(weights[size + index].toFixed(3))])),
    weights: named(weights),
    trees: learnTrees({
      rows,
      width,
      names: judgedNames,
      right: Float64Array.from(forTrees, ({ right }) => right),
      weights: Float64Array.from(forTrees, ({ weight }) => weight),
      margins: Float64Array.from(forTrees, ({ inputs }) => dot(weights, inputs)),
    }),
  }
}

/** Adam over the whole batch: a fixed number of steps from zero, so the same corpora give the same weights. */
export function descend(width, addGradient, decay = 1.5e-3, steps = 220) {
  const weights = new Float64Array(width)
  const slopes = new Float64Array(width)
  const squares = new Float64Array(width)
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(width)
    const total = addGradient(weights, gradient)
    const pace = 0.15 * (1 - step / (steps + 20))
    for (let f = 0; f < width; f++) {
      const slope = gradient[f] / total + decay * weights[f]
      slopes[f] = 0.9 * slopes[f] + 0.1 * slope
      squares[f] = 0.99 * squares[f] + 0.01 * slope * slope
      weights[f] -= (pace * (slopes[f] / (1 - 0.9 ** step))) / (Math.sqrt(squares[f] / (1 - 0.99 ** step)) + 1e-8)
    }
  }
  return weights
}

/**
 * Models learnt from some lessons, not calibrated.
 * @param {object} [onPage] what else is asked of a pair on a single page
 */
export function learnPlain(lessons, onPage) {
  const choice = learnChoice(lessons)
  const examples = examplesOf(lessons, choice)
  return { choice, acceptance: learnAcceptance(examples), rightness: learnRightness(examples), onPage }
}

/** All pairs of a lesson under some models, best first. */
export function ranked(lesson, models) {
  const { raw, rightness } = judgesOf(models)
  return choose(lesson.groups, models.choice)
    .map((pair) => ({
      src: pair.source,
      tgt: pair.target,
      term: pair.term,
      right: pair.right,
      judged: pair.judged,
      first: pair.first,
      raw: raw(pair),
      rightness: rightness(pair),
    }))
    .sort((a, b) => b.raw - a.raw)
}

/** For each family of corpora (same texts in several languages are one) the pairs ranked by models that never saw the family. */
export function leaveOneOut(lessons, familyOf, onPage) {
  return [...new Set(lessons.map(({ name }) => familyOf(name)))].map((family) => {
    const rest = lessons.filter(({ name }) => familyOf(name) !== family)
    const models = learnPlain(rest, onPage)
    return {
      family,
      models,
      lessons: lessons
        .filter(({ name }) => familyOf(name) === family)
        .map((lesson) => ({ lesson, pairs: ranked(lesson, models) })),
    }
  })
}

/** One row a term, as src/extraction/pairs/fold-rivals.ts makes it: what an editor sees, best first. */
export function listed(pairs) {
  const terms = new Set()
  return pairs
    .toSorted((a, b) => b.first - a.first || b.rightness - a.rightness)
    .filter(({ term, rightness }) => rightness >= leastRightness && !terms.has(term) && terms.add(term) !== undefined)
    .toSorted((a, b) => b.raw - a.raw)
}

const bins = 16
/** Scores rise at least so much from knot to knot, so that no order is lost. */
const leastRise = 0.004

/**
 * Knots [raw, share right] that make a raw probability honest: pool-adjacent-violators (Ayer et al. 1955) over bins of held-out rows that a
 * list can judge, because one of their sides stands in it. Each corpus has the same say.
 * @param {object[][]} corpora held-out pairs of each corpus, best first
 */
export function calibrationOf(corpora) {
  const sorted = corpora
    .flatMap((pairs) => {
      const rows = listed(pairs).filter(({ judged }) => judged)
      return rows.map(({ raw, right }) => ({ raw, right: right ? 1 : 0, weight: 1 / Math.sqrt(rows.length) }))
    })
    .sort((a, b) => a.raw - b.raw)
  return rising(pooled(binned(sorted))).map(({ raw, right }) => [Number(raw.toFixed(5)), Number(right.toFixed(4))])
}

/** Bins of the same weight: mean raw probability and share right of each. */
function binned(rows) {
  const all = rows.reduce((sum, { weight }) => sum + weight, 0)
  const found = Array.from({ length: bins }, () => ({ raw: 0, right: 0, weight: 0 }))
  let passed = 0
  for (const { raw, right, weight } of rows) {
    const bin = found[Math.min(bins - 1, Math.floor((passed / all) * bins))]
    bin.raw += raw * weight
    bin.right += right * weight
    bin.weight += weight
    passed += weight
  }
  return found
    .filter(({ weight }) => weight > 0)
    .map(({ raw, right, weight }) => ({ raw: raw / weight, right: right / weight, weight }))
}

/** Neighbours that fall are one block. */
function pooled(found) {
  const blocks = []
  for (const bin of found) {
    blocks.push({ ...bin })
    while (blocks.length > 1 && blocks.at(-1).right < blocks.at(-2).right) {
      const [a, b] = [blocks.at(-2), blocks.pop()]
      const weight = a.weight + b.weight
      const mean = (name) => (a[name] * a.weight + b[name] * b.weight) / weight
      Object.assign(a, { raw: mean('raw'), right: mean('right'), weight })
    }
  }
  return blocks
}

function rising(blocks) {
  let last = 0
  return blocks.map((block) => ({ ...block, right: (last = Math.max(Math.min(0.97, block.right), last + leastRise)) }))
}
