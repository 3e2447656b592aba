// How quickly the glossary site answers for a large release.
//   node test/bench/site.mjs [CONCEPTS]       default 100000 concepts, in Chinese and English
// On an embedded server in a folder of its own. Each page is asked 40 times after the first, one after the other, and its
// size as it travels; latencies suffer from whatever else runs.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { gzipSync } from 'node:zlib'
import { makeTerms, random } from './lookup/termbank.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const concepts = Number(process.argv[2] ?? 100_000)
const rounds = 40
const folder = mkdtempSync(path.join(tmpdir(), 'termloom-bench-'))
const environment = {
  ...process.env,
  TERMLOOM_DATA: folder,
  PORT: '0',
  TERMLOOM_SAMPLE: 'no',
  TERMLOOM_LOG_LEVEL: 'error',
}
delete environment.DATABASE_URL
const terms = { zh: makeTerms('zh', concepts), en: makeTerms('en', concepts) }
let server
try {
  const termbase = await prepare()
  server = spawn(process.execPath, [path.join(root, 'bin/termloom.mjs'), 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await measure(await addressOf(server), termbase)
} finally {
  server?.kill('SIGTERM')
  if (server) await new Promise((resolve) => server.on('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}

/** The release is written by SQL, as publishing would write it. */
async function prepare() {
  const { openDatabase } = await import('../../dist/src/database/open.js')
  const { migrate } = await import('../../dist/src/database/migrate.js')
  const { readConfig } = await import('../../dist/src/config.js')
  const database = await openDatabase(readConfig(environment))
  await migrate(database.url)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const one = async (sql, values) => (await client.query(sql, values)).rows[0]
  try {
    const user = await one(`INSERT INTO users (name, role) VALUES ('bench', 'administrator') RETURNING id`)
    const { id: termbase } = await one(
      `INSERT INTO termbases (name, visibility, source_language, target_language) VALUES ('bench', 'public', 'zh', 'en') RETURNING id`,
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
         SELECT $1, $2 + ordinality - 1, (concept ->> 'id')::uuid, concept, '[]'
         FROM unnest($3::jsonb[]) WITH ORDINALITY AS e (concept)`,
        [id, at, Array.from({ length: Math.min(5000, concepts - at) }, (_, i) => JSON.stringify(concept(at + i)))],
      )
    await client.query('COMMIT')
    return termbase
  } finally {
    await client.end()
    await database.stop()
  }
}

function concept(i) {
  const section = (language) => ({
    language,
    terms: [
      {
        id: `${language}${i}`,
        text: terms[language][i].text ?? terms[language][i],
        administrativeStatus: 'preferredTerm-admn-sts',
      },
    ],
  })
  const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
  const said = { definition: `What the concept of number ${i + 1} means.`, subjectField: `field ${i % 300}` }
  return { id, number: i + 1, status: 'approved', ...said, languages: [section('zh'), section('en')] }
}

async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/[^/\s]+/.exec(line)
    if (found) return found[0]
  }
  throw new Error('The server ended before it was ready.')
}

async function measure(origin, termbase) {
  const home = `${origin}/glossary/${termbase}/latest`
  const begin = performance.now()
  const first = await (await fetch(home)).text()
  console.log(
    `first visit: ${Math.round(performance.now() - begin)} ms, ${first.includes('http-equiv="refresh"') ? 'says that it is sorting' : 'sorted'}`,
  )
  while ((await (await fetch(home)).text()).includes('http-equiv="refresh"'))
    await new Promise((resolve) => setTimeout(resolve, 250))
  console.log(`sorted after ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  const number = () => 1 + Math.floor(random() * concepts)
  const pages = {
    home: () => '',
    'pinyin Z': () => '/browse/zh/pinyin/Z',
    'pinyin Z, page 20': () => '/browse/zh/pinyin/Z?page=20',
    'strokes 8': () => `/browse/zh/strokes/${encodeURIComponent('8画')}`,
    'radical 水': () => `/browse/zh/radicals/${encodeURIComponent('水')}`,
    subject: () => `/browse/zh/subjects/${encodeURIComponent('field 7')}`,
    concept: () => `/concept/${number()}`,
    'search zh': () => `/search?q=${encodeURIComponent(concept(number() - 1).languages[0].terms[0].text.slice(0, 2))}`,
    'search en': () => `/search?q=${encodeURIComponent(concept(number() - 1).languages[1].terms[0].text)}`,
  }
  for (const [name, place] of Object.entries(pages)) {
    const times = []
    let size = 0
    for (let i = 0; i <= rounds; i++) {
      const at = performance.now()
      const answer = await fetch(home + place())
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`)
      size = gzipSync(text).length
      if (i > 0) times.push(performance.now() - at)
    }
    times.sort((a, b) => a - b)
    const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1)
    console.log(
      `${name.padEnd(20)} p50 ${at(0.5).padStart(6)} ms   p95 ${at(0.95).padStart(6)} ms   ${(size / 1000).toFixed(1)} kB`,
    )
  }
}
