// Do the proposed pairs agree with links that people drew? A pair is consistent where some place of its two forms holds a sure link
// and no sure link leaves it (the scorer of the gold set defines it so; a pair counts as good when most of its sentences say so).
import path from 'node:path'
import { goldFolder, goldKey, readJsonLines } from './gold.mjs'

const longestTerm = 14

/** @returns {{ corpus: object, precisionOf(pairs: {source: string, target: string}[]): {found: number, precision: number} }} */
export function linkedSentences(set = 'zhen') {
  const rows = readJsonLines(path.join(goldFolder, `wordalign/${set}.jsonl`))
  const [{ src_lang: source, tgt_lang: target }] = rows
  const textOf = (tokens, language) => tokens.join(joint(language))
  return {
    corpus: {
      name: `wordalign-${set}`,
      source,
      target,
      segments: rows.map(({ id, src_tokens, tgt_tokens }) => ({
        id,
        src: textOf(src_tokens, source),
        tgt: textOf(tgt_tokens, target),
      })),
    },
    precisionOf: (pairs) => precisionOf(pairs, rows, source, target),
  }
}

const joint = (language) => (/^(?:zh|ja)/u.test(language) ? '' : ' ')

/** Compared as the gold lists compare, but number is not forgiven: what stands in the text is looked for. */
const plain = (text, language) => goldKey(text, language === 'en' ? 'xx' : language).replace(/^(the|a|an) /u, '')

function precisionOf(pairs, rows, source, target) {
  const indexes = rows.map((row) => ({
    sure: row.sure,
    source: placesOf(row.src_tokens, source),
    target: placesOf(row.tgt_tokens, target),
  }))
  let [good, bad] = [0, 0]
  for (const pair of pairs) {
    const [from, to] = [plain(pair.source, source), plain(pair.target, target)]
    let [held, broken] = [0, 0]
    for (const row of indexes) {
      const [sources, targets] = [row.source.get(from), row.target.get(to)]
      if (!sources || !targets) continue
      if (sources.some((one) => targets.some((other) => isConsistent(row.sure, one, other)))) held++
      else broken++
    }
    if (held + broken === 0) continue
    if (held >= broken) good++
    else bad++
  }
  return { found: good + bad, precision: good / Math.max(1, good + bad) }
}

/** Every stretch of tokens, by its text. */
function placesOf(tokens, language) {
  const places = new Map()
  for (let start = 0; start < tokens.length; start++)
    for (let end = start; end < Math.min(tokens.length, start + longestTerm); end++) {
      const text = plain(tokens.slice(start, end + 1).join(joint(language)), language)
      places.set(text, [...(places.get(text) ?? []), [start, end]])
    }
  return places
}

function isConsistent(sure, [a, b], [c, d]) {
  const inside = (x, y) => [x >= a && x <= b, y >= c && y <= d]
  const links = sure.map(([x, y]) => inside(x, y))
  return links.some(([one, other]) => one && other) && links.every(([one, other]) => one === other)
}
