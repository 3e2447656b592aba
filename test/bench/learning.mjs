// What decisions teach the ranking of a termbase, by simulation on the gold corpora beside the checkout (../shared/data/gold).
// A corpus is extracted with weights that never saw its family; rows are decided as its list would decide them, in two ways: all in the
// untrained order, and as the queue really runs, learning now and then and showing first what it believes. Then the next hundred of the
// untrained order are compared with the first hundred of the learnt order, among the same remaining rows.
//   npm run bench:learning                      five corpora
//   npm run bench:learning -- tico19-en-zh …    others
//   … --decisions 100                           after so many decisions (default 300)
import { parseArgs } from 'node:util'
import { learnRanking, learntScore } from '../../dist/src/extraction/index.js'
import { describeCorpus, rankedPairs } from '../../dist/src/extraction/extract-term-pairs.js'
import { weightsFor } from '../../dist/src/extraction/pairs/weights.js'
import { corpusOf } from '../gold/corpus.mjs'
import { decisionsOn, readings, seenBy } from '../gold/decide.mjs'
import { modelsWithout } from '../gold/folds.mjs'
import { goldCorpora, goldIsHere } from '../gold/gold.mjs'

/** What the queue keeps: extract-document.worker.ts. */
const queueThreshold = 0.02
const strictnesses = [0.3, 0.5, 0.7, 0.8, 0.9]
const next = 100
const oftenIs = 20

if (!goldIsHere()) {
  process.stderr.write('The gold corpora are not beside this checkout (../shared/data/gold): nothing to measure.\n')
  process.exit(0)
}
const { values, positionals } = parseArgs({
  options: { decisions: { type: 'string', default: '300' } },
  allowPositionals: true,
})
const count = Number(values.decisions)
// The last two lists were attested through a dictionary that the ranking knows: their figures flatter.
const usual = ['hkma-en-zht', 'wmt23-de-en', 'wmt23-en-cs', 'jiyu-diplo-en-zh', 'newstest-en-zh']

for (const corpus of goldCorpora(positionals.length > 0 ? positionals : usual)) {
  const queue = await queueOf(corpus)
  for (const reading of readings) {
    const rows = seenBy(reading, queue, corpus)
    if (rows.length < count + 2 * next) continue
    for (const slips of [0, 0.05])
      for (const [way, every] of [
        ['in the untrained order', count],
        [`learning every ${oftenIs}`, oftenIs],
      ])
        measure(`${corpus.name}, ${reading}, ${slips * 100} % slips, ${way}`, decideFirst(rows, { every, slips }))
  }
}

async function queueOf(corpus) {
  const described = await describeCorpus(corpusOf(corpus))
  const { pairs, languages } = described.analysed
  const models = weightsFor({ sentencePairs: pairs.length, languages }, modelsWithout(corpus.name))
  return [...rankedPairs(described, { evidenceLimit: 1, threshold: queueThreshold }, models)]
}

/** Decides the first rows, and after every so many asks the ranking what comes first now. */
function decideFirst(rows, { every, slips }) {
  let rest = rows
  const taken = []
  let learnt = learnRanking([])
  while (taken.length < count) {
    if (learnt.model) rest = ranked(rest, learntScore(learnt.model)).map(({ row }) => row)
    taken.push(...rest.slice(0, every))
    rest = rest.slice(every)
    learnt = learnRanking(decisionsOn(taken, slips))
  }
  return { rows, taken, untrained: rest.toSorted((a, b) => b.score - a.score), learnt }
}

function ranked(rows, scoreOf) {
  return rows.map((row) => ({ row, score: scoreOf(row) })).toSorted((a, b) => b.score - a.score)
}

function measure(title, { rows, taken, untrained, learnt: { state, model, quality } }) {
  const scoreOf = model ? learntScore(model) : ({ score }) => score
  const learnt = ranked(untrained, scoreOf).map(({ row, score }) => ({ ...row, score }))
  say(`${title}: ${state}`)
  say(`  accepted among the first ${count}: untrained ${rightIn(rows.slice(0, count))}, so ${rightIn(taken)}`)
  say(
    `  accepted among the next ${next}: untrained ${rightIn(untrained.slice(0, next))}, learnt ${rightIn(learnt.slice(0, next))}`,
  )
  if (quality)
    say(
      `  held out: in order ${percent(quality.shipped.inOrder)} → ${percent(quality.learnt.inOrder)}, surprise ${quality.shipped.surprise.toFixed(3)} → ${quality.learnt.surprise.toFixed(3)}, calibration error ${percent(quality.learnt.calibrationError)}`,
    )
  for (const strictness of strictnesses) sayStrictness(strictness, untrained, learnt)
}

/** What the slider says of the rows that are left, and what is true. */
function sayStrictness(strictness, untrained, learnt) {
  const told = (rows) => {
    const shown = rows.filter(({ score }) => score >= strictness)
    const right = rightIn(shown)
    const foretold = shown.reduce((sum, { score }) => sum + score, 0)
    return shown.length === 0
      ? 'none'
      : `${shown.length} rows, said ${percent(foretold / shown.length)} right, are ${percent(right / shown.length)}`
  }
  say(`    from ${strictness}: untrained ${told(untrained)}; learnt ${told(learnt)}`)
}

function rightIn(rows) {
  return rows.filter(({ isRight }) => isRight).length
}

function percent(share) {
  return `${(share * 100).toFixed(0)} %`
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
