// Strict F1 of aligned sentences: a bead counts when just its sentences stand together in the gold set.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { alignUnits } from '../../dist/src/extraction/sentences/align-units.js'
import { unitMaker, weigh } from '../../dist/src/extraction/sentences/evidence.js'
import { goldFolder } from './gold.mjs'

export const sentenceSets = () => readdirSync(path.join(goldFolder, 'sentalign'))

/** @returns {{ f1: number, beads: number }} over all documents of a set */
export function beadFigures(set) {
  const folder = path.join(goldFolder, 'sentalign', set)
  let [hits, made, wanted] = [0, 0, 0]
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.gold.json'))) {
    const { src_lang: source, tgt_lang: target, beads } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    const linesOf = (end) =>
      readFileSync(path.join(folder, file.replace('.gold.json', end)), 'utf8')
        .split('\n')
        .filter((line, at, all) => at < all.length - 1 || line)
    const make = unitMaker({ source, target })
    const sides = [linesOf('.src').map(make.source), linesOf('.tgt').map(make.target)]
    for (const side of sides) weigh(side)
    const key = (bead) => JSON.stringify(bead)
    const right = new Set(beads.filter(([a, b]) => a.length > 0 && b.length > 0).map(key))
    const found = alignUnits(...sides).filter((bead) => bead.source.length > 0 && bead.target.length > 0)
    made += found.length
    wanted += right.size
    for (const bead of found) if (right.has(key([bead.source, bead.target]))) hits++
  }
  return { f1: (2 * hits) / Math.max(1, made + wanted), beads: wanted }
}
