// Prints every figure of quality, each with its change since the committed baseline. First two lines a gold corpus: what extraction lists, and what it holds in all, against the lists kept beside the checkout
// (../shared/data/gold). Corpora that weights are learnt from are judged by weights that never saw their family (test/gold/folds.json).
//   npm run bench:quality                       every corpus
//   npm run bench:quality -- tico19-en-zh …     some
//   … --write                                   keep the figures as the baseline that later runs are compared with
//   … --predictions FOLDER                      also write what was listed, for the gold set's own scorer
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { abbreviationFigures } from '../gold/abbreviations.mjs'
import { alignmentErrors } from '../gold/alignment-error.mjs'
import { beadFigures, sentenceSets } from '../gold/beads.mjs'
import { Calibration } from '../gold/calibration.mjs'
import { linkedSentences } from '../gold/consistency.mjs'
import { corpusOf } from '../gold/corpus.mjs'
import { modelsWithout } from '../gold/folds.mjs'
import { goldCorpora, goldIsHere, judgeWith, scorePairs } from '../gold/gold.mjs'
import { weightsFor } from '../../dist/src/extraction/pairs/weights.js'
import { describeCorpus, rankedPairs } from '../../dist/src/extraction/extract-term-pairs.js'

const baselineFile = path.join(import.meta.dirname, 'quality-baseline.json')
const columns = ['R', 'R1', 'E2E1', 'F1G', 'P100', 'PJ']
const titles = { R: 'recall', R1: 'once', E2E1: 'E2E@1', F1G: 'F1@G', P100: 'P@100', PJ: 'judged' }

if (!goldIsHere()) {
  process.stderr.write('The gold corpora are not beside this checkout (../shared/data/gold): nothing to measure.\n')
  process.exit(0)
}
const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, predictions: { type: 'string' } },
  allowPositionals: true,
})
const baseline = existsSync(baselineFile) ? JSON.parse(readFileSync(baselineFile, 'utf8')) : {}
const measured = {}
const calibration = new Calibration()

print(['corpus', 'gold', 'rows', ...columns.map((column) => titles[column]), 'cpu s'])
for (const corpus of goldCorpora(positionals.length > 0 ? positionals : undefined)) {
  const begin = process.cpuUsage()
  const described = await describeCorpus(corpusOf(corpus))
  const listed = pairsOf(described, corpus, {})
  const { user, system } = process.cpuUsage(begin)
  measure(corpus.name, corpus, listed, ((user + system) / 1e6).toFixed(1))
  measure(`${corpus.name} (all)`, corpus, pairsOf(described, corpus, { all: true }), '')
  const judge = judgeWith(corpus.gold, corpus.source, corpus.target)
  for (const pair of listed) calibration.add({ score: pair.score, ...judge(pair) })
  if (values.predictions) writePredictions(values.predictions, corpus.name, listed)
}
await measureConsistency()
for (const [name, value] of Object.entries(abbreviationFigures())) printOne(name, 'F1', value)
if (positionals.length === 0) {
  for await (const [set, rate] of alignmentErrors()) printOne(`alignment error ${set}`, 'AER', rate)
  for (const set of sentenceSets()) printOne(`sentences ${set}`, 'F1', beadFigures(set).f1)
}
process.stdout.write(`\nscores of listed rows, and how many of those that a list can judge are right:\n`)
for (const line of calibration.lines()) process.stdout.write(`  ${line}\n`)
if (values.write) writeFileSync(baselineFile, `${JSON.stringify({ ...baseline, ...measured }, null, 2)}\n`)

function printOne(name, column, value) {
  measured[name] = { [column]: Number(value.toFixed(4)) }
  print([name, '', '', withChange(name, column)])
}

function pairsOf(described, { name }, options) {
  const { pairs, languages } = described.analysed
  const models = weightsFor({ sentencePairs: pairs.length, languages }, modelsWithout(name))
  const ranked = rankedPairs(described, { evidenceLimit: 1, shortForms: true, ...options }, models)
  return [...ranked].map(({ source, target, score }) => ({ src: source, tgt: target, score }))
}

function measure(name, corpus, predicted, cpu) {
  const figures = scorePairs(corpus.gold, predicted, corpus.source, corpus.target)
  measured[name] = Object.fromEntries(columns.map((column) => [column, Number(figures[column].toFixed(4))]))
  print([name, figures.gold, figures.predicted, ...columns.map((column) => withChange(name, column)), cpu])
}

/** Listed pairs of hand-linked sentences, against the links; so few sentences count as a page. The second line: the better half of them. */
async function measureConsistency() {
  const better = 0.7
  const { corpus, precisionOf } = linkedSentences()
  const described = await describeCorpus(corpusOf(corpus))
  const lists = { 'consistency zh-en': {}, [`consistency from ${better}`]: { threshold: better } }
  for (const [name, options] of Object.entries(lists)) {
    const { found, precision } = precisionOf([...rankedPairs(described, { evidenceLimit: 1, ...options })])
    measured[name] = { precision: Number(precision.toFixed(4)) }
    print([name, '', found, withChange(name, 'precision')])
  }
}

/** ".712 +.031": the figure in hundredths, and the change since the baseline when it is more than a hair. */
function withChange(name, column) {
  const now = measured[name][column]
  const before = baseline[name]?.[column]
  const change = before === undefined ? 0 : now - before
  const sign = Math.abs(change) < 0.0005 ? '' : ` ${change > 0 ? '+' : '−'}${Math.abs(change * 100).toFixed(1)}`
  return `${(now * 100).toFixed(1)}${sign}`
}

function print([name, ...cells]) {
  process.stdout.write(`${name.padEnd(24)}${cells.map((cell) => String(cell).padStart(12)).join('')}\n`)
}

function writePredictions(folder, name, predicted) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.jsonl`), predicted.map((pair) => `${JSON.stringify(pair)}\n`).join(''))
}
