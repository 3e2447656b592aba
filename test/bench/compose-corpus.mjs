// English-Chinese corpora of any size, made of the sentences of the gold sets.
import path from 'node:path'
import { readAlignedSegments, sentencePairs } from '../../dist/src/extraction/index.js'
import { goldFolder, readJsonLines } from '../gold/gold.mjs'

const sets = [
  'hkma-en-zht',
  'd2l-en-zh',
  'pydocs-en-zh',
  'tico19-en-zh',
  'wmt23-en-zh',
  'newstest-en-zh',
  'jiyu-diplo-en-zh',
  'ntrex-en-zh',
  'cncf-en-zh-cn',
]

const languages = { source: 'en', target: 'zh' }

/**
 * `size` sentence pairs, one set after another in turn. The real ones come first; where there are not enough, they come again with every
 * listed term that both sides hold exchanged for another of the same list, and with other numbers: real words in sentences that nobody
 * wrote, so that the vocabulary of spans grows with the corpus, if more slowly than it does in life.
 * @returns {{ pairs: { source: string, target: string }[], real: number }}
 */
export function composeCorpus(size) {
  const given = inTurn(sets.map(sentencesOf))
  const pairs = given.slice(0, size).map(({ source, target }) => ({ source, target }))
  const real = pairs.length
  const draw = drawing(20_261_123)
  for (let at = 0; pairs.length < size; at = (at + 1) % given.length) pairs.push(perturbed(given[at], draw))
  return { pairs, real }
}

function sentencesOf(name) {
  const terms = readJsonLines(path.join(goldFolder, name, 'pairs.jsonl'))
  const segments = readJsonLines(path.join(goldFolder, name, 'segments.jsonl')).map(({ src, tgt }) => ({
    source: src,
    target: tgt,
  }))
  const document = readAlignedSegments({ name, segments, languages })
  return sentencePairs(document).map(({ source, target }) => ({ source: source.text, target: target.text, terms }))
}

function inTurn(lists) {
  const found = []
  const longest = Math.max(...lists.map((list) => list.length))
  for (let at = 0; at < longest; at++) for (const list of lists) if (at < list.length) found.push(list[at])
  return found
}

const termsExchanged = 3

function perturbed({ source, target, terms }, draw) {
  const shift = 1 + draw(97)
  const renumbered = (text) => text.replace(/\d+/g, (digits) => String(Number(digits) + shift))
  const found = { source, target }
  const start = draw(terms.length)
  for (let seen = 0, exchanged = 0; seen < terms.length && exchanged < termsExchanged; seen++) {
    const { src, tgt } = terms[(start + seen) % terms.length]
    if (!found.source.includes(src) || !found.target.includes(tgt)) continue
    const other = terms[draw(terms.length)]
    found.source = found.source.replace(src, () => other.src)
    found.target = found.target.replace(tgt, () => other.tgt)
    exchanged++
  }
  return { source: renumbered(found.source), target: renumbered(found.target) }
}

/** Whole numbers below a bound, the same ones every time (a linear congruence; Knuth, TAOCP 3.3.4). */
function drawing(seed) {
  let state = seed >>> 0
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * bound)
  }
}
