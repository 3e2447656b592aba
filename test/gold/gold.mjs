// Reads the gold corpora beside the checkout and scores predicted pairs with the definitions of their own scorer.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as OpenCC from 'opencc-js'

export const goldFolder = path.resolve(import.meta.dirname, '../../../shared/data/gold')

export const goldIsHere = () => existsSync(goldFolder)

export const readJsonLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))

/** Every corpus with listed pairs: { name, source, target, segments: [{id, doc, src, tgt}], gold: [{src, tgt, cooc}] } */
export function goldCorpora(names) {
  return readdirSync(goldFolder)
    .filter((name) => (names ? names.includes(name) : existsSync(path.join(goldFolder, name, 'pairs.jsonl'))))
    .map((name) => {
      const meta = JSON.parse(readFileSync(path.join(goldFolder, name, 'meta.json'), 'utf8'))
      return {
        name,
        source: meta.src_lang,
        target: meta.tgt_lang,
        segments: readJsonLines(path.join(goldFolder, name, 'segments.jsonl')),
        gold: readJsonLines(path.join(goldFolder, name, 'pairs.jsonl')),
      }
    })
}

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' })
const cjk = '\u3400-\u9fff\uf900-\ufaff'
const spacesAtHan = new RegExp(`(?<=[${cjk}，。、；：“”（）《》])\\s+|\\s+(?=[${cjk}，。、；：“”（）《》])`, 'gu')
const plainMarks = new Map(
  Object.entries({ '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '‑': '-', '\u00a0': ' ' }),
)

/** The form under which the gold lists compare a term: case, script, quotes, a leading article and an English plural do not count. */
export function goldKey(term, language) {
  const wide = term.normalize('NFKC')
  if (language.startsWith('zh') || language.startsWith('ja')) {
    const folded = toSimplified(wide).replace(spacesAtHan, '').replace(/\s+/gu, ' ').toLowerCase()
    return language.startsWith('zh') ? folded.replace(/[“”"'‘’《》「」『』 ]/gu, '') : folded
  }
  const folded = [...wide]
    .map((letter) => plainMarks.get(letter) ?? letter)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
  return language === 'en' ? singular(folded.replace(/^(the|a|an) /u, '')) : folded
}

function singular(term) {
  const words = term.split(' ')
  const last = words.pop()
  for (const [ending, instead] of [
    ['ies', 'y'],
    ['sses', 'ss'],
    ['s', ''],
  ])
    if (last.endsWith(ending)) {
      const kept = last.endsWith('ss') || last.length <= 3 ? last : last.slice(0, -ending.length) + instead
      return [...words, kept].join(' ')
    }
  return [...words, last].join(' ')
}

/** Tells of a pair whether a list can judge it (one of its sides is listed), and whether it is right. */
export function judgeWith(gold, source, target) {
  const rows = gold.map(({ src, tgt }) => [goldKey(src, source), goldKey(tgt, target)])
  const [sources, targets] = [new Set(rows.map(([s]) => s)), new Set(rows.map(([, t]) => t))]
  const wanted = new Set(rows.map(([s, t]) => `${s}\t${t}`))
  return ({ src, tgt }) => {
    const [s, t] = [goldKey(src, source), goldKey(tgt, target)]
    return { isJudged: sources.has(s) || targets.has(t), isRight: wanted.has(`${s}\t${t}`) }
  }
}

/**
 * The figures of one corpus.
 * @param {{src: string, tgt: string, cooc: number}[]} gold
 * @param {{src: string, tgt: string}[]} predicted best first
 */
export function scorePairs(gold, predicted, source, target) {
  const together = (src, tgt) => `${src}\t${tgt}`
  const wanted = new Map()
  const bySource = new Map()
  const byTarget = new Map()
  for (const { src, tgt, cooc } of gold) {
    const [s, t] = [goldKey(src, source), goldKey(tgt, target)]
    if (wanted.has(together(s, t))) continue
    wanted.set(together(s, t), cooc)
    bySource.set(s, (bySource.get(s) ?? new Set()).add(t))
    byTarget.set(t, (byTarget.get(t) ?? new Set()).add(s))
  }
  const seen = new Set()
  const hit = new Set()
  const first = new Map()
  const curve = []
  const counts = { exact: 0, boundary: 0, conflict: 0 }
  for (const { src, tgt } of predicted) {
    const [s, t] = [goldKey(src, source), goldKey(tgt, target)]
    const key = together(s, t)
    if (seen.has(key)) continue
    seen.add(key)
    if (!first.has(s)) first.set(s, t)
    if (wanted.has(key)) {
      counts.exact++
      hit.add(key)
    } else if (bySource.has(s) || byTarget.has(t)) {
      const near = [...(bySource.get(s) ?? [])]
        .map((other) => [s, other])
        .concat([...(byTarget.get(t) ?? [])].map((other) => [other, t]))
      const overlaps = near.some(([a, b]) => (a.includes(s) || s.includes(a)) && (b.includes(t) || t.includes(b)))
      counts[overlaps ? 'boundary' : 'conflict']++
    }
    curve.push(hit.size)
  }
  const size = wanted.size
  const at = (count) => (curve.length === 0 ? 0 : curve[Math.min(count, curve.length) - 1])
  const once = [...wanted].filter(([, cooc]) => cooc < 2).map(([key]) => key)
  const judged = counts.exact + counts.boundary + counts.conflict
  const atGold = at(size)
  const precision = atGold / Math.max(1, Math.min(size, curve.length))
  const recall = atGold / Math.max(1, size)
  return {
    gold: size,
    predicted: curve.length,
    R: hit.size / Math.max(1, size),
    R1: once.filter((key) => hit.has(key)).length / Math.max(1, once.length),
    E2E1: [...bySource].filter(([s, targets]) => targets.has(first.get(s))).length / Math.max(1, bySource.size),
    F1G: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    P100: at(100) / 100,
    PJ: counts.exact / Math.max(1, judged),
  }
}
