// Alignment error rate on the gold sets of word alignment: with and without the dictionary, CPU seconds and peak memory.
//   node test/bench/wordalign.mjs [SET…]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hardLinks, learnAlignment } from '../../dist/src/extraction/alignment/learn.js'
import { emptyDictionary, loadDictionary } from '../../dist/src/extraction/alignment/dictionary.js'
import { wordSupport } from '../../dist/src/extraction/alignment/prior.js'
import { stemmerOf } from '../../dist/src/extraction/alignment/stem.js'
import { foldScript } from '../../dist/src/extraction/text/clean.js'

const folder = path.resolve('../shared/data/gold/wordalign')
if (!existsSync(folder)) {
  console.log('skipped: ../shared/data/gold is not here')
  process.exit(0)
}
const wanted = process.argv.slice(2)
const rows = []
for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
  const gold = readFileSync(path.join(folder, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line))
  for (const dictionary of [loadDictionary(), emptyDictionary]) {
    if (dictionary !== emptyDictionary && !/zh/.test(gold[0].src_lang + gold[0].tgt_lang)) continue
    const before = process.cpuUsage()
    const links = await align(gold, dictionary)
    const { user } = process.cpuUsage(before)
    rows.push({ set: name, pairs: gold.length, dictionary: dictionary !== emptyDictionary, ...score(gold, links), cpu: (user / 1e6).toFixed(1), rssMb: Math.round(process.resourceUsage().maxRSS / 1024) })
  }
}
console.table(rows)

async function align(gold, dictionary) {
  const languages = { source: gold[0].src_lang, target: gold[0].tgt_lang }
  const sides = [vocabulary(languages.source), vocabulary(languages.target)]
  const pairs = gold.map(({ src_tokens, tgt_tokens }) => ({ source: sides[0].ids(src_tokens), target: sides[1].ids(tgt_tokens) }))
  const support = wordSupport(languages, dictionary)
  const model = await learnAlignment(pairs, {
    sourceVocabulary: sides[0].words.length,
    targetVocabulary: sides[1].words.length,
    prior: (source, target) => support(sides[0].words[source], sides[1].words[target]),
  })
  return pairs.map(({ target }, n) => hardLinks(model.posterior(n), target.length, Number(process.env.THRESHOLD ?? 0.2)))
}

function vocabulary(language) {
  const stem = stemmerOf(language)
  const byForm = new Map()
  const words = []
  const ids = (tokens) =>
    Int32Array.from(tokens, (token) => {
      const word = foldScript(token.normalize('NFKC'))
      const form = stem(word)
      if (!byForm.has(form)) words[byForm.size] = word, byForm.set(form, byForm.size)
      return byForm.get(form)
    })
  return { words, ids }
}

/** AER of Och and Ney (2003): 1 − (|A∩S| + |A∩P|) / (|A| + |S|). */
function score(gold, links) {
  let sureHits = 0, possibleHits = 0, made = 0, sure = 0
  gold.forEach((row, n) => {
    const s = new Set(row.sure.map(String))
    const p = new Set([...s, ...(row.possible ?? []).map(String)])
    for (const link of links[n]) {
      if (s.has(String(link))) sureHits++
      if (p.has(String(link))) possibleHits++
    }
    made += links[n].length
    sure += s.size
  })
  return { aer: ((1 - (sureHits + possibleHits) / (made + sure)) * 100).toFixed(1), p: ((possibleHits / made) * 100).toFixed(1), r: ((sureHits / sure) * 100).toFixed(1) }
}
