// Prints one line a gold corpus: what extraction finds, against the lists kept beside the checkout (../shared/data/gold).
//   npm run bench:quality                       every corpus
//   npm run bench:quality -- tico19-en-zh …     some
//   … --write                                   keep the figures as the baseline that later runs are compared with
//   … --predictions FOLDER                      also write what was predicted, for the gold set's own scorer
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { abbreviationFigures } from '../gold/abbreviations.mjs'
import { corpusOf } from '../gold/corpus.mjs'
import { goldCorpora, goldIsHere, scorePairs } from '../gold/gold.mjs'
import { extractTermPairs } from '../../dist/src/extraction/index.js'

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

print(['corpus', 'gold', 'found', ...columns.map((column) => titles[column]), 'cpu s'])
for (const corpus of goldCorpora(positionals.length > 0 ? positionals : undefined)) {
  const begin = process.cpuUsage()
  const predicted = await predict(corpus)
  const { user, system } = process.cpuUsage(begin)
  const figures = scorePairs(corpus.gold, predicted, corpus.source, corpus.target)
  measured[corpus.name] = Object.fromEntries(columns.map((column) => [column, Number(figures[column].toFixed(4))]))
  print([
    corpus.name,
    figures.gold,
    figures.predicted,
    ...columns.map((column) => withChange(corpus.name, column)),
    ((user + system) / 1e6).toFixed(1),
  ])
  if (values.predictions) writePredictions(values.predictions, corpus.name, predicted)
}
for (const [name, value] of Object.entries(abbreviationFigures())) {
  measured[name] = { F1: Number(value.toFixed(4)) }
  print([name, '', '', withChange(name, 'F1')])
}
if (values.write) writeFileSync(baselineFile, `${JSON.stringify({ ...baseline, ...measured }, null, 2)}\n`)

async function predict(corpus) {
  const predicted = []
  for await (const { source, target, score } of extractTermPairs(corpusOf(corpus)))
    predicted.push({ src: source, tgt: target, score })
  return predicted
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
  process.stdout.write(`${name.padEnd(22)}${cells.map((cell) => String(cell).padStart(12)).join('')}\n`)
}

function writePredictions(folder, name, predicted) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.jsonl`), predicted.map((pair) => `${JSON.stringify(pair)}\n`).join(''))
}
