// Sentence alignment (strict bead F1), layout (pair precision and recall) and pinyin noise (rows exact) on the gold sets.
//   node test/bench/sentences.mjs [SET…]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readMixedText } from '../../dist/src/extraction/index.js'
import { beadFigures } from '../gold/beads.mjs'

const gold = path.resolve('../shared/data/gold')
if (!existsSync(gold)) {
  console.log('skipped: ../shared/data/gold is not here')
  process.exit(0)
}
const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part))

console.table(
  readdirSync(path.join(gold, 'sentalign'))
    .filter(isWanted)
    .map((set) => {
      const begin = Date.now()
      const { f1, beads } = beadFigures(set)
      return { set, f1: (f1 * 100).toFixed(1), beads, ms: Date.now() - begin }
    }),
)

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
