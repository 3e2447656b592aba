// Figures of abbreviation finding: pairs of MED1250 that the text defines, and acronyms whose Chinese name no text tells.
import path from 'node:path'
import { goldFolder, readJsonLines } from './gold.mjs'
import { definitionsIn } from '../../dist/src/extraction/pairs/abbreviations.js'
import { initialsLink } from '../../dist/src/extraction/pairs/initials.js'
import { loadDictionary } from '../../dist/src/extraction/alignment/dictionary.js'

const plain = (text) => text.toLowerCase().replace(/\s+/gu, ' ').trim()

export function abbreviationFigures() {
  return { 'abbreviations MED1250': definitionF1(), 'acronym to Chinese name': acronymTopOne() }
}

function definitionF1() {
  let [right, wanted, found] = [0, 0, 0]
  for (const { text, pairs } of readJsonLines(path.join(goldFolder, 'abbrev/med1250.jsonl'))) {
    const gold = new Set(pairs.map(([short, long]) => `${plain(short)}\t${plain(long)}`))
    const given = new Set(definitionsIn(text).map(({ short, long }) => `${plain(short.text)}\t${plain(long.text)}`))
    wanted += gold.size
    found += given.size
    right += [...given].filter((key) => gold.has(key)).length
  }
  return (2 * right) / (wanted + found)
}

/** Share of the official acronyms whose own name agrees best with the letters, among all official names. */
function acronymTopOne() {
  const rows = readJsonLines(path.join(goldFolder, 'abbrev/zh_official.jsonl')).filter(({ abbr }) => abbr.length > 0)
  const right = rows.filter(({ abbr: [acronym], zh_full: name }) => {
    const scored = rows.map(({ zh_full }) => ({
      zh_full,
      score: initialsLink(acronym, zh_full, loadDictionary()).score,
    }))
    return scored.reduce((best, one) => (one.score > best.score ? one : best)).zh_full === name
  })
  return right.length / rows.length
}
