// Figures of abbreviation finding: pairs of MED1250 that the text defines, and acronyms whose Chinese name no text tells.
import path from 'node:path'
import { goldFolder, readJsonLines } from './gold.mjs'
import { definitionsIn } from '../../dist/src/extraction/pairs/abbreviations.js'
import { initialsLink } from '../../dist/src/extraction/pairs/initials.js'
import { loadDictionary } from '../../dist/src/extraction/alignment/dictionary.js'

const plain = (text) => text.toLowerCase().replace(/\s+/gu, ' ').trim()

export function abbreviationFigures() {
  return {
    'abbreviations MED1250': definitionF1(),
    ...Object.fromEntries(annotatedSets.map((set) => [`long forms ${set}`, longFormF1(set)])),
    'acronym to Chinese name': acronymTopOne(),
  }
}

/** Sets that mark short and long forms without saying which belong together; many of their long forms stand without a bracket. */
const annotatedSets = ['sdu22_en_legal', 'sdu22_en_sci', 'sdu22_es', 'sdu22_da', 'sdu22_vi', 'sdu22_fa']

/** A long form is right when it stands as marked, explaining a short form that is marked too. */
function longFormF1(set) {
  let [right, wanted, found] = [0, 0, 0]
  for (const row of readJsonLines(path.join(goldFolder, `abbrev/${set}.jsonl`))) {
    const [longs, shorts] = [row.long_spans, row.acronym_spans].map((spans) => new Set(spans.map(String)))
    const given = definitionsIn(row.text)
    wanted += longs.size
    found += given.length
    right += given.filter(
      ({ short, long }) => longs.has(`${long.start},${long.end}`) && shorts.has(`${short.start},${short.end}`),
    ).length
  }
  return (2 * right) / (wanted + found)
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
