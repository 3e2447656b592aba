import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DecidedCandidate } from './decided.js'
import { fewestDecisions, learnRanking } from './learn-ranking.js'
import { learntScore, movementOf } from './ranking-model.js'

const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000)
const names = ['seenOften', 'termName', 'termGeneral', 'leak', 'choice']
const candidate = fc.record({
  score: share,
  reasons: fc.dictionary(fc.constantFrom(...names), share),
  isAccepted: fc.boolean(),
  isEdited: fc.boolean(),
  reason: fc.constantFrom(null, 'off-subject', 'general-word'),
  batch: fc.constantFrom(null, 'one', 'other'),
})
const decisions = (minLength: number) =>
  fc
    .array(candidate, { minLength, maxLength: 120 })
    .map((all): DecidedCandidate[] => all.map((one, i) => ({ ...one, key: `pair ${i}` })))

/** Wants names, whatever the shipped score says; every fifth decision is about a name. */
function wantsNames(count: number): DecidedCandidate[] {
  return Array.from({ length: count }, (_, i) => {
    const isName = i % 2 === 0
    const reasons = { termName: isName ? 1 : 0, seenOften: (i % 7) / 7, choice: 0.9 }
    return { key: `pair ${i}`, score: 0.5 + (i % 10) / 25, reasons, isAccepted: i % 11 === 0 ? !isName : isName }
  })
}

describe('what decisions teach', () => {
  test('an editor who accepts names sees names first, and is told that this is why', () => {
    const { state, model, quality } = learnRanking(wantsNames(200))
    expect(state).toBe('learnt')
    const name = { score: 0.6, reasons: { termName: 1, choice: 0.9 } }
    const other = { score: 0.6, reasons: { termName: 0, choice: 0.9 } }
    expect(learntScore(model!)(name)).toBeGreaterThan(0.75)
    expect(learntScore(model!)(other)).toBeLessThan(0.3)
    expect(movementOf(model!, name).features[0]).toMatchObject({ name: 'termName', value: 1 })
    expect(movementOf(model!, name).features[0]!.change).toBeGreaterThan(0.1)
    expect(quality!.learnt.inOrder).toBeGreaterThan(quality!.shipped.inOrder + 0.2)
    expect(quality!.learnt.calibrationError).toBeLessThan(0.1)
  })

  test('too few decisions teach nothing, nor do decisions that are nearly all alike', () => {
    expect(learnRanking([])).toMatchObject({ state: 'waiting', model: null, quality: null })
    expect(learnRanking(wantsNames(fewestDecisions - 1)).state).toBe('waiting')
    const allAccepted = wantsNames(300).map((one) => ({ ...one, isAccepted: true }))
    expect(learnRanking(allAccepted)).toMatchObject({ state: 'waiting', decisions: { accepted: 300, rejected: 0 } })
  })

  test('decisions that follow no feature leave the order as it was shipped', () => {
    const blind = Array.from({ length: 300 }, (_, i): DecidedCandidate => {
      const score = ((i * 37) % 100) / 100
      const reasons = { termName: (i * 7919) % 2, leak: ((i * 104729) % 10) / 10 }
      return { key: `${i}`, score, reasons, isAccepted: score * 997 > (i * 613) % 997 }
    })
    const { state, model } = learnRanking(blind)
    expect(state).toBe('calibrated')
    const scores = [0.1, 0.3, 0.5, 0.7, 0.9].map((score) => learntScore(model!)({ score, reasons: { leak: 1 } }))
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  })

  test('one action over thousands of rows does not drown what was looked at', () => {
    const looked = wantsNames(200)
    const swept = Array.from({ length: 5000 }, (_, i) => ({
      key: `swept ${i}`,
      score: 0.55,
      reasons: { termName: 1, choice: 0.9 },
      isAccepted: false,
      batch: 'one sweep',
    }))
    const { decisions } = learnRanking([...looked, ...swept])
    expect(decisions).toMatchObject({ accepted: looked.filter(({ isAccepted }) => isAccepted).length })
    expect(decisions.worth).toBeCloseTo(200 + 25 * (1 + Math.log(200)), 6)
  })

  test('what another termbase learnt holds until own decisions say otherwise', () => {
    const { model: theirs } = learnRanking(wantsNames(200))
    expect(learnRanking([], theirs).model).toBe(theirs)
    const against = wantsNames(400).map((one) => ({ ...one, isAccepted: !one.isAccepted }))
    const name = { score: 0.6, reasons: { termName: 1, choice: 0.9 } }
    expect(learntScore(learnRanking(against, theirs).model!)(name)).toBeLessThan(0.35)
  })
})

describe('for any decisions', () => {
  test('their order says nothing', () => {
    fc.assert(
      fc.property(
        decisions(fewestDecisions),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (made, keys) => {
          const shuffled = made.map((one) => [one, keys.next().value] as const).toSorted(([, a], [, b]) => a - b)
          expect(learnRanking(shuffled.map(([one]) => one))).toEqual(learnRanking(made))
        },
      ),
      { numRuns: 30 },
    )
  })

  test('scores are probabilities, also where a feature never varies or is new', () => {
    fc.assert(
      fc.property(decisions(fewestDecisions), candidate, (made, open) => {
        const constant = made.map((one) => ({ ...one, reasons: { ...one.reasons, leak: 1 } }))
        const { model } = learnRanking(constant)
        if (!model) return
        for (const reasons of [open.reasons, { ...open.reasons, newFeature: 1 }, {}]) {
          const score = learntScore(model)({ score: open.score, reasons })
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the parts of a movement add up to it', () => {
    fc.assert(
      fc.property(decisions(fewestDecisions), candidate, (made, open) => {
        const { model } = learnRanking(made)
        if (!model) return
        const { from, to, overall, features } = movementOf(model, open)
        expect(from).toBe(open.score)
        expect(to).toBeCloseTo(learntScore(model)(open), 9)
        expect(from + overall + features.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(to, 9)
      }),
      { numRuns: 60 },
    )
  })

  test('accepting instead of rejecting raises the chance of its like', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 199 }), (at) => {
        const made = wantsNames(200)
        const withIt = (isAccepted: boolean) =>
          learnRanking(made.map((one, i) => (i === at ? { ...one, isAccepted } : one))).model!
        expect(learntScore(withIt(true))(made[at]!)).toBeGreaterThan(learntScore(withIt(false))(made[at]!))
      }),
      { numRuns: 25 },
    )
  })
})

test('ten thousand decisions are learnt in about a second', () => {
  const many = Array.from({ length: 10_000 }, (_, i): DecidedCandidate => {
    const reasons = Object.fromEntries(
      Array.from({ length: 60 }, (_, j) => [`feature${j}`, ((i * (j + 3)) % 101) / 101] as const).filter(
        ([, value], j) => (i + j) % 5 < 2 && value > 0,
      ),
    )
    return { key: `${i}`, score: (i % 100) / 100, reasons, isAccepted: (i * 31) % 100 < (i % 100) * 0.7 + 15 }
  })
  const begin = process.cpuUsage()
  expect(learnRanking(many).model).not.toBeNull()
  expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(1.5)
})
