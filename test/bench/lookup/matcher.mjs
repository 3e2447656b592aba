// How fast, how large: the index over a termbank of a million terms, half Chinese, half English.
//   node test/bench/lookup/matcher.mjs [TERMS]       default 1000000
import { performance } from 'node:perf_hooks'
import { buildIndex, openIndex } from '../../../dist/src/matching/index.js'
import { makeSegments, makeTerms, queries, random } from './termbank.mjs'

const count = Number(process.argv[2] ?? 1_000_000)
const languages = ['zh', 'en']
const segments = Object.fromEntries(languages.map((language) => [language, makeSegments(language, 2000)]))
const bytes = build()
const begin = performance.now()
const shared = new SharedArrayBuffer(bytes.length)
new Uint8Array(shared).set(bytes)
const index = openIndex(shared)
console.log(
  `${index.size} terms, index ${mega(bytes.length)} MB, opened and checked in ${(performance.now() - begin).toFixed(0)} ms`,
)
for (const language of languages) measure(language)

function build() {
  const terms = languages.flatMap((language) => makeTerms(language, count / 2).map((text) => ({ text, language })))
  const cpu = process.cpuUsage()
  const built = buildIndex(terms.map((term, id) => ({ ...term, id })))
  const { user, system } = process.cpuUsage(cpu)
  console.log(`built in ${((user + system) / 1e6).toFixed(1)} s of CPU`)
  return built
}

function measure(language) {
  const matcher = index.in(language)
  const mine = segments[language]
  const hits = mine.reduce((sum, segment) => sum + matcher.match(segment, { overlap: 'all' }).length, 0)
  console.log(`${language}: segments of 500 characters, ${(hits / mine.length).toFixed(0)} hits each`)
  const row = (name, inputs, task) => console.log(`  ${name.padEnd(12)} ${percentiles(inputs, task)}`)
  row('recognise', mine, (segment) => matcher.match(segment))
  for (const mode of ['exact', 'prefix', 'fuzzy'])
    row(mode, queries(mine).map(mistyped), (query) => matcher.search(query, { mode }))
}

/** Every second query with two neighbours swapped. */
function mistyped(query, at) {
  const place = 1 + Math.floor(random() * (query.length - 2))
  return at % 2 ? query.slice(0, place) + query[place + 1] + query[place] + query.slice(place + 2) : query
}

/** Milliseconds after a warm-up; CPU on average beside them, because other programs do not disturb it. */
function percentiles(inputs, task) {
  for (const input of inputs.slice(0, 300)) task(input)
  const cpu = process.cpuUsage()
  const times = inputs.map((input) => {
    const start = performance.now()
    task(input)
    return performance.now() - start
  })
  const { user, system } = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(2)
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)} ms, cpu ${((user + system) / 1000 / inputs.length).toFixed(2)} ms`
}

function mega(size) {
  return Math.round(size / 1e6)
}
