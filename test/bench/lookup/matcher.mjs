// How fast, how large: the index over a termbank of a million terms, half Chinese, half English.
//   node test/bench/lookup/matcher.mjs [TERMS]       default 1000000
import { performance } from 'node:perf_hooks'
import { isBoundary } from '../../../dist/src/matching/boundaries.js'
import { buildIndex, indexStamp, openIndex, unpackArrays } from '../../../dist/src/matching/index.js'
import { readText } from '../../../dist/src/matching/reading.js'
import { findTerms } from '../../../dist/src/matching/term-index.js'
import { nativeScan } from './native.mjs'
import { makeSegments, makeTerms, queries, random } from './termbank.mjs'

const count = Number(process.argv[2] ?? 1_000_000)
const languages = ['zh', 'en']
const segments = Object.fromEntries(languages.map((language) => [language, makeSegments(language, 2000)]))
const terms = languages.flatMap((language) => makeTerms(language, count / 2).map((text) => ({ text, language })))
const bytes = build()
const begin = performance.now()
const shared = new SharedArrayBuffer(bytes.length)
new Uint8Array(shared).set(bytes)
const index = openIndex(shared)
console.log(
  `${index.size} terms, index ${mega(bytes.length)} MB, opened and checked in ${(performance.now() - begin).toFixed(0)} ms`,
)
for (const language of languages) measure(language)
compare()

function build() {
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

/**
 * Against a plain Aho-Corasick over the same terms, which knows no words, no spellings and no forms; in turns, by CPU.
 * Scanning is what both do: find where terms stand. Ours folds spellings on the way; recognising judges what was found.
 */
function compare() {
  const native = nativeScan()
  if (native.missing) return console.log(`no native library to compare with: ${native.missing}`)
  const begin = process.cpuUsage()
  const size = native.build(Buffer.from(terms.map(({ text }) => text).join('\n')))
  console.log(`native Aho-Corasick: ${size} MB, built in ${(spent(begin) / 1000).toFixed(1)} s of CPU`)
  for (const language of languages) {
    const matcher = index.in(language)
    const texts = segments[language].map((text) => ({ text, bytes: Buffer.from(text) }))
    const total = { ours: 0, scan: 0, native: 0 }
    const scan = scanner(language)
    for (let round = 0; round < 5; round++) {
      let start = process.cpuUsage()
      for (const { text } of texts) matcher.match(text)
      if (round > 0) total.ours += spent(start)
      start = process.cpuUsage()
      for (const { text } of texts) scan(text)
      if (round > 0) total.scan += spent(start)
      start = process.cpuUsage()
      for (const { bytes } of texts) native.scan(bytes)
      if (round > 0) total.native += spent(start)
    }
    const each = (milliseconds) => (milliseconds / texts.length / 4).toFixed(3)
    const times = (ours) => `${(ours / total.native).toFixed(1)} times`
    console.log(
      `${language}, a segment: native ${each(total.native)} ms, scanning ${each(total.scan)} ms (${times(total.scan)}), ` +
        `recognising ${each(total.ours)} ms (${times(total.ours)})`,
    )
  }
}

/** Reads a text and counts the terms that stand in it as written, between places where a word may begin and end. */
function scanner(language) {
  const { written } = unpackArrays(shared, indexStamp, { checked: true })[language]
  const profile = { simplify: language === 'zh' }
  return (text) => {
    const { units, length } = readText(text, profile)
    let found = 0
    for (let start = 0; start < length; start++)
      if (isBoundary(units, length, start))
        findTerms(written, { units, length, start }, (_, end) => {
          if (isBoundary(units, length, end)) found++
        })
    return found
  }
}

/** Milliseconds of CPU. */
function spent(begin) {
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
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
