// How well links agree with those that people drew: the alignment error rate of Och and Ney (2003), 1 − (|A∩S| + |A∩P|) / (|A| + |S|).
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { alignWords } from '../../dist/src/extraction/alignment/align-corpus.js'
import { emptyDictionary, loadDictionary } from '../../dist/src/extraction/alignment/dictionary.js'
import { goldFolder, readJsonLines } from './gold.mjs'

/**
 * @param {{sure: number[][], possible?: number[][]}[]} set
 * @param {number[][][]} links of each sentence pair
 */
export function alignmentFigures(set, links) {
  let [sureHits, possibleHits, made, sure] = [0, 0, 0, 0]
  for (const [n, row] of set.entries()) {
    const s = new Set(row.sure.map(String))
    const p = new Set([...s, ...(row.possible ?? []).map(String)])
    for (const link of links[n]) {
      if (s.has(String(link))) sureHits++
      if (p.has(String(link))) possibleHits++
    }
    made += links[n].length
    sure += s.size
  }
  return {
    aer: 1 - (sureHits + possibleHits) / (made + sure),
    precision: possibleHits / made,
    recall: sureHits / sure,
  }
}

/** The error rate of each hand-linked set, learnt from its own sentences alone: [name, rate]. */
export async function* alignmentErrors() {
  for (const file of readdirSync(path.join(goldFolder, 'wordalign')).filter((name) => name.endsWith('.jsonl'))) {
    const set = readJsonLines(path.join(goldFolder, 'wordalign', file))
    const pairs = set.map(({ src_tokens, tgt_tokens }) => ({ source: src_tokens, target: tgt_tokens }))
    const languages = { source: set[0].src_lang, target: set[0].tgt_lang }
    const dictionary = ['zh', 'ja'].includes(languages.source) ? loadDictionary() : emptyDictionary
    yield [
      file.replace('.jsonl', ''),
      alignmentFigures(set, [...(await alignWords(pairs, { languages, dictionary }))]).aer,
    ]
  }
}
