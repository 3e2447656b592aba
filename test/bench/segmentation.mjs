// How often does a word boundary cut a listed term apart? Each occurrence of a gold term in the sentences that hold it, and each entity of the
// gold segmentation sets, is looked for among the tokens: cut is one whose first or last letter stands inside a token. Word F1 beside it.
//   npm run bench:segmentation              every corpus whose language joins words
//   npm run bench:segmentation -- hkma …    some
import { existsSync } from 'node:fs'
import path from 'node:path'
import { goldCorpora, goldFolder, goldIsHere, readJsonLines } from '../gold/gold.mjs'
import { languageOf } from '../../dist/src/extraction/languages/index.js'
import { tokeniserOf } from '../../dist/src/extraction/text/tokenise.js'

if (!goldIsHere()) {
  process.stderr.write('The gold corpora are not beside this checkout (../shared/data/gold): nothing to measure.\n')
  process.exit(0)
}
class Counts {
  whole = new Map()
  cut = new Map()

  add(term, isWhole) {
    const counts = isWhole ? this.whole : this.cut
    counts.set(term, (counts.get(term) ?? 0) + 1)
  }

  print(name) {
    const sum = (counts) => [...counts.values()].reduce((a, b) => a + b, 0)
    const always = [...this.cut]
      .filter(([term]) => !this.whole.has(term))
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    const all = sum(this.whole) + sum(this.cut)
    const terms = new Set([...this.whole.keys(), ...this.cut.keys()]).size
    print(
      name,
      all,
      percent(sum(this.cut) / Math.max(1, all)),
      `${always.length} of ${terms}`,
      always
        .slice(0, 4)
        .map(([term]) => term)
        .join('  '),
    )
  }
}

const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part))

print('corpus', 'occurrences', 'cut', 'terms always cut', 'for instance')
for (const corpus of goldCorpora().filter(({ name }) => isWanted(name)))
  for (const [side, text, language] of [
    ['src', 'src', corpus.source],
    ['tgt', 'tgt', corpus.target],
  ])
    if (joinsWords(language)) printTerms(`${corpus.name} ${language}`, corpus, side, text, language)
for (const name of ['ner_peoplesdaily'].filter(isWanted)) printEntities(name)
print('\nsegmentation', 'words', 'F1')
for (const name of ['sighan_pku', 'sighan_msr', 'sighan_as', 'sighan_cityu', 'ud_gsdsimp'].filter(isWanted))
  printWords(name)

/** Where nothing stands between words, or parts stand in one. */
function joinsWords(language) {
  const { usesSpaces, particles } = languageOf(language)
  return !usesSpaces || particles !== undefined
}

function printTerms(name, { segments, gold }, side, text, language) {
  const byId = new Map(segments.map((segment) => [segment.id, segment[text]]))
  const edges = edgesWith(language)
  const seen = new Set()
  const counts = new Counts()
  for (const { [side]: term, seg_ids: ids } of gold)
    for (const id of ids) {
      const sentence = byId.get(id)
      if (sentence === undefined || seen.has(`${id} ${term}`)) continue
      seen.add(`${id} ${term}`)
      for (let at = sentence.indexOf(term); at >= 0; at = sentence.indexOf(term, at + term.length))
        counts.add(term, edges(sentence).has(at) && edges(sentence).has(at + term.length))
    }
  counts.print(name)
}

function printEntities(name) {
  const edges = edgesWith('zh')
  const counts = new Counts()
  for (const { text, entities } of readJsonLines(path.join(goldFolder, `segmentation/${name}.jsonl`)))
    for (const [start, end] of entities)
      counts.add(text.slice(start, end), edges(text).has(start) && edges(text).has(end))
  counts.print(name)
}

/** The places of a sentence where a token begins or ends. */
function edgesWith(language) {
  const tokenise = tokeniserOf(language)
  const known = new Map()
  return (sentence) => {
    let found = known.get(sentence)
    if (!found) {
      found = new Set(tokenise(sentence).flatMap(({ start, end }) => [start, end]))
      known.set(sentence, found)
    }
    return found
  }
}

function printWords(name) {
  const file = path.join(goldFolder, `segmentation/${name}.jsonl`)
  if (!existsSync(file)) return
  const tokenise = tokeniserOf('zh')
  let [right, made, wantedWords] = [0, 0, 0]
  for (const { tokens } of readJsonLines(file)) {
    let at = 0
    const gold = new Set(tokens.map((token) => `${at} ${(at += token.length)}`))
    const found = tokenise(tokens.join('')).map(({ start, end }) => `${start} ${end}`)
    right += found.filter((word) => gold.has(word)).length
    made += found.length
    wantedWords += gold.size
  }
  print(name, wantedWords, percent((2 * right) / (made + wantedWords)))
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`
}

function print(name, ...cells) {
  process.stdout.write(`${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(14)).join('  ')}\n`)
}
