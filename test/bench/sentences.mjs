// Sentence alignment (strict bead F1), layout (pair precision and recall) and pinyin noise (rows exact) on the gold sets.
//   node test/bench/sentences.mjs [SET…]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { alignUnits } from '../../dist/src/extraction/sentences/align-units.js'
import { unitMaker, weigh } from '../../dist/src/extraction/sentences/evidence.js'
import { readMixedText } from '../../dist/src/extraction/index.js'

const gold = path.resolve('../shared/data/gold')
if (!existsSync(gold)) {
  console.log('skipped: ../shared/data/gold is not here')
  process.exit(0)
}
const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part))
const f1 = ({ hit, made, gold }) => ((200 * hit) / Math.max(1, made + gold)).toFixed(1)

const rows = []
for (const set of readdirSync(path.join(gold, 'sentalign')).filter(isWanted)) {
  const folder = path.join(gold, 'sentalign', set)
  const sum = { hit: 0, made: 0, gold: 0 }
  const begin = Date.now()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.gold.json'))) {
    const { src_lang: source, tgt_lang: target, beads } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    const lines = (end) =>
      readFileSync(path.join(folder, file.replace('.gold.json', end)), 'utf8')
        .split('\n')
        .filter((line, i, all) => i < all.length - 1 || line)
    const make = unitMaker({ source, target })
    const sides = [lines('.src').map(make.source), lines('.tgt').map(make.target)]
    sides.forEach(weigh)
    const key = (bead) => JSON.stringify(bead)
    const right = new Set(beads.filter(([a, b]) => a.length && b.length).map(key))
    const made = alignUnits(...sides).filter((bead) => bead.source.length && bead.target.length)
    sum.made += made.length
    sum.gold += right.size
    for (const bead of made) if (right.has(key([bead.source, bead.target]))) sum.hit++
  }
  rows.push({ set, f1: f1(sum), beads: sum.gold, ms: Date.now() - begin })
}
console.table(rows)

const layouts = {}
for (const file of readdirSync(path.join(gold, 'layout')).filter((name) => name.endsWith('.gold.json'))) {
  const { layout, pairs_en_zh_line_index: pairs } = JSON.parse(readFileSync(path.join(gold, 'layout', file), 'utf8'))
  if (!isWanted(`layout-${layout}`)) continue
  const text = readFileSync(path.join(gold, 'layout', file.replace('.gold.json', '.txt')), 'utf8')
  const document = readMixedText({ name: file, text, languages: { source: 'en', target: 'zh' } })
  const made = new Set()
  for (const bead of document.beads)
    for (const i of bead.source)
      for (const j of bead.target)
        made.add(`${document.sourceSentences[i].line - 1} ${document.targetSentences[j].line - 1}`)
  const right = new Set(pairs.map(([en, zh]) => `${en} ${zh}`))
  const sum = (layouts[layout] ??= { files: 0, hit: 0, made: 0, gold: 0 })
  sum.files++
  sum.made += made.size
  sum.gold += right.size
  let hit = 0
  for (const pair of made) if (right.has(pair)) hit++
  sum.hit += hit
  if (process.env.VERBOSE && hit / right.size < 0.98) console.log(file, `${hit}/${right.size}`, made.size)
}
console.table(
  Object.entries(layouts).map(([layout, { files, hit, made, gold }]) => ({
    layout,
    files,
    p: (hit / made).toFixed(3),
    r: (hit / gold).toFixed(3),
  })),
)
