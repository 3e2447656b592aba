// Fits the two linear models of src/extraction/pairs: which answer of a term is the translation, and would an editor accept the pair.
import { goldKey } from './gold.mjs'

/**
 * @typedef {{ features: Float32Array, term: string, answer: string, right: boolean, judged: boolean }} Example
 * @typedef {{ name: string, gold: number, groups: Example[][] }} Lesson
 */

/** Marks each described pair with what the gold lists say of it. `judged`: at least one of its sides is in a list. */
export function lessonFrom(name, groups, featureNames, gold, languages, swap) {
  const keyed = gold.map(({ src, tgt }) => [goldKey(src, languages.source), goldKey(tgt, languages.target)])
  const wanted = new Set(keyed.map(([s, t]) => `${s}\t${t}`))
  const sources = new Set(keyed.map(([s]) => s))
  const targets = new Set(keyed.map(([, t]) => t))
  const marked = groups.map((group) =>
    group.map(({ term, answer, features, count }) => {
      const [source, target] = swap ? [answer, term] : [term, answer]
      const [s, t] = [goldKey(source, languages.source), goldKey(target, languages.target)]
      const right = wanted.has(`${s}\t${t}`)
      return {
        term,
        answer,
        count,
        right,
        judged: right || sources.has(s) || targets.has(t),
        features: Float32Array.from(featureNames, (feature) => features[feature]),
      }
    }),
  )
  return { name, gold: wanted.size, groups: marked }
}

const dot = (weights, features) => {
  let sum = 0
  for (let index = 0; index < features.length; index++) sum += weights[index] * features[index]
  return sum
}

/** Softmax regression inside each group that holds a right pair: which of these is the translation? */
export function learnChoice(lessons, size) {
  const groups = lessons.flatMap((lesson) => {
    const usable = lesson.groups.filter((group) => group.length > 1 && group.some(({ right }) => right))
    return usable.map((group) => ({ group, weight: 1 / Math.sqrt(usable.length) }))
  })
  return descend(size, (weights, gradient) => {
    let total = 0
    for (const { group, weight } of groups) {
      const scores = group.map((pair) => dot(weights, pair.features))
      const top = Math.max(...scores)
      const exps = scores.map((score) => Math.exp(score - top))
      const all = exps.reduce((a, b) => a + b, 0)
      const good = exps.reduce((sum, value, index) => (group[index].right ? sum + value : sum), 0)
      total += weight
      for (const [index, { features, right }] of group.entries()) {
        const error = weight * (exps[index] / all - (right ? exps[index] / good : 0))
        for (let f = 0; f < size; f++) gradient[f] += error * features[f]
      }
    }
    return total
  })
}

/** Every pair with its probability among the answers of its term, among the terms of its answer, and whether it is first. */
export function withChoices(groups, choice) {
  const utility = new Map(groups.flat().map((pair) => [pair, dot(choice, pair.features)]))
  const byAnswer = new Map()
  for (const pair of utility.keys()) byAnswer.set(pair.answer, [...(byAnswer.get(pair.answer) ?? []), pair])
  const share = (group) => {
    const top = Math.max(...group.map((pair) => utility.get(pair)))
    const exps = group.map((pair) => Math.exp(utility.get(pair) - top))
    const all = exps.reduce((a, b) => a + b, 0)
    return new Map(group.map((pair, index) => [pair, exps[index] / all]))
  }
  const back = new Map([...byAnswer.values()].flatMap((group) => [...share(group)]))
  return groups.flatMap((group) => {
    const forward = share(group)
    const best = Math.max(...group.map((pair) => utility.get(pair)))
    return group.map((pair) => ({ pair, choices: [forward.get(pair), back.get(pair), utility.get(pair) === best ? 1 : 0, 1] }))
  })
}

/**
 * Logistic regression over all pairs: would a terminologist list this pair? The last inputs are choice, choiceBack, first, bias.
 * Lists are incomplete, so a pair that no list speaks of is a weak "no".
 */
export function learnAcceptance(lessons, choice, size) {
  const rows = lessons.flatMap((lesson) => {
    const pairs = withChoices(lesson.groups, choice)
    const positives = pairs.filter(({ pair }) => pair.right).length
    const weight = Math.sqrt(positives + 5) / (positives + 5)
    return pairs.map(({ pair, choices }) => ({
      inputs: Float32Array.of(...pair.features, ...choices),
      right: pair.right ? 1 : 0,
      weight: pair.judged ? weight : weight * 0.6,
    }))
  })
  return descend(size + 4, (weights, gradient) => {
    let total = 0
    for (const { inputs, right, weight } of rows) {
      const error = weight * (1 / (1 + Math.exp(-dot(weights, inputs))) - right)
      total += weight
      for (let f = 0; f < inputs.length; f++) gradient[f] += error * inputs[f]
    }
    return total
  }, 3e-4)
}

/** Adam over the whole batch: a fixed number of steps from zero, so the same corpora give the same weights. */
function descend(width, addGradient, decay = 3e-3, steps = 250) {
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
 * Knots [raw, share right] that make a raw probability honest: pool-adjacent-violators over equal-sized bins of held-out pairs.
 * `completeness` is the share of acceptable pairs that the gold lists hold (they are not complete), see extraction/README.md.
 */
export function calibrationOf(scored, completeness, bins = 12) {
  const sorted = scored.toSorted((a, b) => a.raw - b.raw)
  const top = sorted.slice(-Math.min(sorted.length, 6000))
  const size = Math.max(20, Math.floor(top.length / bins))
  const blocks = []
  for (let at = 0; at < top.length; at += size) {
    const bin = top.slice(at, at + size)
    if (bin.length < size / 2) break
    blocks.push({
      raw: bin.reduce((sum, { raw }) => sum + raw, 0) / bin.length,
      right: Math.min(1, bin.filter(({ right }) => right).length / bin.length / completeness),
      weight: bin.length,
    })
    while (blocks.length > 1 && blocks.at(-1).right < blocks.at(-2).right) {
      const [a, b] = [blocks.at(-2), blocks.pop()]
      const weight = a.weight + b.weight
      Object.assign(a, { raw: (a.raw * a.weight + b.raw * b.weight) / weight, right: (a.right * a.weight + b.right * b.weight) / weight, weight })
    }
  }
  return blocks.map(({ raw, right }) => [Number(raw.toFixed(4)), Number(Math.min(0.97, right).toFixed(4))])
}
