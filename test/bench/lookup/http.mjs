// A published termbank of a million terms, asked over HTTP by fifty clients at a time.
//   node test/bench/lookup/http.mjs [TERMS] [SECONDS]       default 1000000 terms, 8 seconds a row
// On an embedded server in a folder of its own. CPU is that of the server alone; latencies suffer from whatever else runs.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, readdirSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { makeSegments, makeTerms, random } from './termbank.mjs'

const autocannon = createRequire(import.meta.url)('autocannon')
const root = path.resolve(import.meta.dirname, '../../..')
const concepts = Math.ceil(Number(process.argv[2] ?? 1_000_000) / 2)
const seconds = Number(process.argv[3] ?? 8)
const folder = mkdtempSync(path.join(tmpdir(), 'termloom-bench-'))
const environment = {
  ...process.env,
  TERMLOOM_DATA: folder,
  PORT: '0',
  TERMLOOM_SAMPLE: 'no',
  TERMLOOM_LOG_LEVEL: 'error',
  // Counted, as in earnest, but never reached.
  TERMLOOM_LOOKUPS_PER_MINUTE: '10000000',
}
delete environment.DATABASE_URL

const running = new Set()
const key = `tl_${'bench'.repeat(8)}`
const headers = { authorization: `Bearer ${key}` }
const terms = { zh: makeTerms('zh', concepts), en: makeTerms('en', concepts) }
try {
  const { termbase } = await prepare()
  await measure(termbase)
} finally {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}

/** The release is written by SQL, as publishing would write it. */
async function prepare() {
  const { openDatabase } = await import('../../../dist/src/database/open.js')
  const { migrate } = await import('../../../dist/src/database/migrate.js')
  const { readConfig } = await import('../../../dist/src/config.js')
  const server = await openDatabase(readConfig(environment))
  await migrate(server.url)
  const client = new Client({ connectionString: server.url })
  await client.connect()
  const one = async (sql, values) => (await client.query(sql, values)).rows[0]
  try {
    const user = await one(`INSERT INTO users (name, role) VALUES ('bench', 'administrator') RETURNING id`)
    const { id: termbase } = await one(
      `INSERT INTO termbases (name, visibility, source_language, target_language) VALUES ('bench', 'public', 'zh', 'en') RETURNING id`,
    )
    await client.query(
      `INSERT INTO api_keys (name, role, user_id, prefix, key_hash) VALUES ('bench', 'reader', $1, 'tl_bench0', $2)`,
      [user.id, createHash('sha256').update(key).digest()],
    )
    await client.query('BEGIN')
    const { id } = await one(
      `INSERT INTO releases (id, termbase_id, number, author_id, content_hash, concept_count, term_count, languages)
       VALUES (gen_random_uuid(), $1, 1, $2, repeat('0', 64), $3, $4, '{en,zh}') RETURNING id`,
      [termbase, user.id, concepts, 2 * concepts],
    )
    for (let at = 0; at < concepts; at += 5000)
      await client.query(
        `INSERT INTO release_entries (release_id, position, concept_id, concept, evidence)
         SELECT $1, n, id, jsonb_build_object('id', id, 'number', n + 1, 'status', 'approved', 'definition', 'concept ' || n,
           'languages', jsonb_build_array(
             jsonb_build_object('language', 'zh', 'terms', jsonb_build_array(jsonb_build_object('text', zh, 'administrativeStatus', 'preferredTerm-admn-sts', 'caseSensitive', false))),
             jsonb_build_object('language', 'en', 'terms', jsonb_build_array(jsonb_build_object('text', en, 'administrativeStatus', 'preferredTerm-admn-sts', 'caseSensitive', false))))), '[]'
         FROM (SELECT $2 + ordinality - 1 AS n, gen_random_uuid() AS id, zh, en
               FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS u (zh, en, ordinality)) e`,
        [id, at, terms.zh.slice(at, at + 5000), terms.en.slice(at, at + 5000)],
      )
    await client.query('COMMIT')
    return { termbase }
  } finally {
    await client.end()
    await server.stop()
  }
}

async function measure(termbase) {
  const begin = performance.now()
  const server = await start()
  const bare = memory(server.pid)
  console.log(`started in ${((performance.now() - begin) / 1000).toFixed(1)} s, ${bare} MB`)
  const ask = (query) => `/api/v1/lookup?${new URLSearchParams({ source: 'zh', target: 'en', termbase, ...query })}`
  await timed('first answer, index built', () => fetch(server.url + ask({ text: '上海' })))
  const indexes = path.join(folder, 'indexes')
  const [file] = readdirSync(indexes)
  console.log(`index and concepts in ${Math.round(statSync(path.join(indexes, file)).size / 1e6)} MB on disc`)
  await server.end()
  const again = await start()
  const fresh = memory(again.pid)
  await timed('first answer after a restart', () => fetch(again.url + ask({ text: '上海' })))
  console.log(`memory ${fresh} -> ${memory(again.pid)} MB`)
  const some = (list) => list[Math.floor(random() * list.length)]
  const swapped = (text) => text.slice(0, -2) + text.at(-1) + text.at(-2)
  const gets = (query) => Array.from({ length: 3000 }, () => ({ method: 'GET', path: ask(query()), headers }))
  const long = makeSegments('zh', 500)
  const posts = (count) =>
    Array.from({ length: 500 }, () => ({
      method: 'POST',
      path: '/api/v1/recognize',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        source: 'zh',
        target: 'en',
        termbase,
        segments: Array.from({ length: count }, () => some(long)),
      }),
    }))
  const rows = [
    ['lookup exact, zh', 50, gets(() => ({ text: some(terms.zh) }))],
    ['lookup exact, en', 50, gets(() => ({ text: some(terms.en), source: 'en', target: 'zh' }))],
    ['lookup prefix', 50, gets(() => ({ text: some(terms.zh).slice(0, 2), mode: 'prefix' }))],
    ['lookup fuzzy, mistyped zh', 50, gets(() => ({ text: swapped(some(terms.zh)), mode: 'fuzzy' }))],
    [
      'lookup fuzzy, mistyped en',
      50,
      gets(() => ({ text: swapped(some(terms.en)), source: 'en', target: 'zh', mode: 'fuzzy' })),
    ],
    ['lookup of one character', 50, gets(() => ({ text: some(terms.zh)[0], mode: 'fuzzy' }))],
    ['recognize, one segment of 500', 10, posts(1)],
    ['recognize, 200 segments of 500', 2, posts(200).slice(0, 20)],
  ]
  for (const [name, connections, requests] of rows) await load(again, name, connections, requests)
  console.log(`memory in the end ${memory(again.pid)} MB`)
  await again.end()
}

async function load(server, name, connections, requests) {
  // What takes long is asked a number of times instead of a time long.
  const extent = (length) => (requests.length < 100 ? { amount: requests.length } : { duration: length })
  await autocannon({ url: server.url, connections, ...extent(2), requests, timeout: 60 })
  const cpu = cpuSeconds(server.pid)
  const result = await autocannon({ url: server.url, connections, ...extent(seconds), requests, timeout: 60 })
  const { latency, requests: sent, non2xx, errors, timeouts, statusCodeStats } = result
  const each = ((cpuSeconds(server.pid) - cpu) / sent.total) * 1000
  console.log(
    `${name.padEnd(32)} x${String(connections).padEnd(3)} ${String(Math.round(sent.average)).padStart(5)}/s  p50 ${latency.p50}  p97.5 ${latency.p97_5}  p99 ${latency.p99} ms, cpu ${each.toFixed(2)} ms, ${memory(server.pid)} MB` +
      (non2xx || errors ? `  FAILED: ${JSON.stringify({ ...statusCodeStats, errors, timeouts })}` : ''),
  )
}

async function timed(name, task) {
  const begin = performance.now()
  const response = await task()
  if (!response.ok) throw new Error(await response.text())
  await response.text()
  console.log(`${name}: ${((performance.now() - begin) / 1000).toFixed(2)} s`)
}

async function start() {
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []), path.join(root, 'bin/termloom.mjs'), 'serve'],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  running.add(child)
  child.once('exit', () => running.delete(child))
  const [line] = await new Promise((resolve) => createInterface(child.stdout).once('line', (...said) => resolve(said)))
  const url = new URL(/https?:\/\/\S+/.exec(line)[0]).origin
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return { url, pid: child.pid, end: () => (child.kill('SIGTERM'), ended) }
}

function memory(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1000)
}

function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
