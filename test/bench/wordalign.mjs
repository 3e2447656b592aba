// Alignment error rate on the gold sets of word alignment: with and without the dictionary, CPU seconds and peak memory.
//   node test/bench/wordalign.mjs [SET…] [--with N]     N more Chinese-English sentence pairs to learn from
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { alignWords, wordCutter } from '../../dist/src/extraction/alignment/align-corpus.js'
import { emptyDictionary, loadDictionary } from '../../dist/src/extraction/alignment/dictionary.js'

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { with: { type: 'string', default: '0' } },
})
const gold = path.resolve('../shared/data/gold')
if (!existsSync(gold)) {
  console.log('skipped: ../shared/data/gold is not here')
  process.exit(0)
}

const linesOf = (file) =>
  readFileSync(path.join(gold, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const isChinese = ({ src_lang, tgt_lang }) => src_lang === 'zh' && tgt_lang === 'en'

const rows = []
for (const name of readdirSync(path.join(gold, 'wordalign')).filter((file) => file.endsWith('.jsonl'))) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
  const set = linesOf(`wordalign/${name}`)
  const pairs = set.map(({ src_tokens, tgt_tokens }) => ({ source: src_tokens, target: tgt_tokens }))
  if (isChinese(set[0])) pairs.push(...moreChinese(Number(values.with)))
  for (const dictionary of isChinese(set[0]) ? [loadDictionary(), emptyDictionary] : [emptyDictionary]) {
    const before = process.cpuUsage()
    const links = await alignWords(pairs, {
      languages: { source: set[0].src_lang, target: set[0].tgt_lang },
      dictionary,
    })
    const { user } = process.cpuUsage(before)
    rows.push({
      set: name,
      pairs: pairs.length,
      dictionary: dictionary !== emptyDictionary,
      ...score(set, links),
      cpu: (user / 1e6).toFixed(1),
      rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    })
  }
}
console.table(rows)

/** Sentences that have nothing to do with the gold set, as a user's documents would have. */
function moreChinese(count) {
  const cut = { zh: wordCutter('zh'), en: wordCutter('en') }
  const found = []
  for (const folder of [
    'ntrex-en-zh',
    'newstest-en-zh',
    'wmt23-en-zh',
    'tico19-en-zh',
    'jiyu-diplo-en-zh',
    'hkma-en-zht',
    'pydocs-en-zh',
    'd2l-en-zh',
  ])
    for (const { src, tgt } of found.length < count ? linesOf(`${folder}/segments.jsonl`) : [])
      if (found.length < count) found.push({ source: cut.zh(tgt), target: cut.en(src) })
  return found
}

/** AER of Och and Ney (2003): 1 − (|A∩S| + |A∩P|) / (|A| + |S|). */
function score(set, links) {
  let sureHits = 0,
    possibleHits = 0,
    made = 0,
    sure = 0
  set.forEach((row, n) => {
    const s = new Set(row.sure.map(String))
    const p = new Set([...s, ...(row.possible ?? []).map(String)])
    for (const link of links[n]) {
      if (s.has(String(link))) sureHits++
      if (p.has(String(link))) possibleHits++
    }
    made += links[n].length
    sure += s.size
  })
  return {
    aer: ((1 - (sureHits + possibleHits) / (made + sure)) * 100).toFixed(1),
    p: ((possibleHits / made) * 100).toFixed(1),
    r: ((sureHits / sure) * 100).toFixed(1),
  }
}
