// How long a large release takes to publish, export and compare, and how much memory.
//   node test/bench/releases.mjs [TERMS] [FORMAT…]     default 1000000 terms and all formats that stream; runs on an
//   embedded server in a folder of its own, or on DATABASE_URL, which must be empty.
// The concepts are made by SQL from their numbers, so every run has the same: two languages, two terms each, a definition,
// a status, a note on every tenth. Seconds are of the wall; memory is resident memory over that of the idle process.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

const dist = path.resolve(import.meta.dirname, '../../dist/src')
const load = (file) => import(path.join(dist, file))
const { readConfig } = await load('config.js')
const { AppModule } = await load('app.module.js')
const { openDatabase } = await load('database/open.js')
const { migrate } = await load('database/migrate.js')
const { Database } = await load('database/database.js')
const { UsersService } = await load('auth/users.service.js')
const { TermbasesService } = await load('glossary/termbases.service.js')
const { ReleasesService } = await load('releases/releases.service.js')
const { ReleaseDiffsService } = await load('releases/release-diffs.service.js')
const { ReleaseExportService } = await load('releases/release-export.service.js')

const terms = Number(process.argv[2] ?? 1_000_000)
const formats = process.argv.slice(3)
if (formats.length === 0)
  formats.push('tbx-basic-dca', 'tbx-2008', 'csv', 'xlsx', 'jsonl', 'skos', 'multiterm-xml', 'omegat')

Logger.overrideLogger(false)
const folder = mkdtempSync(path.join(tmpdir(), 'termloom-bench-'))
const config = readConfig({ ...process.env, TERMLOOM_DATA: folder, TERMLOOM_LOG_LEVEL: 'error' })
const server = await openDatabase(config)
await migrate(server.url)
const app = await NestFactory.createApplicationContext(AppModule.on(config.with({ databaseUrl: server.url })))
try {
  await measure()
} finally {
  await app.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measure() {
  const { db } = app.get(Database)
  const releases = app.get(ReleasesService)
  const exports = app.get(ReleaseExportService)
  const diffs = app.get(ReleaseDiffsService)
  const actor = await app.get(UsersService).create(null, { name: 'bench', role: 'administrator' })
  const wanted = { name: 'bench', description: '', visibility: 'private', sourceLanguage: 'zh', targetLanguage: 'en' }
  const { id } = await app.get(TermbasesService).create(actor, wanted)
  await row('generate', () => generate(db, id, actor.id, Math.ceil(terms / 4)))
  await row('preview', async () => (await counted(diffs, id)).counts)
  const first = await row(
    'publish',
    () => releases.publish(actor, id, {}),
    ({ termCount }) => `${termCount} terms`,
  )
  for (const format of formats) {
    const file = await row(`export ${format}, first`, () => exports.file(first, { format }).then(read), describe)
    await row(`export ${format}, again`, () => read(file))
  }
  await row('slow client', () => slowly(exports, first))
  await db.query(
    `UPDATE concept_versions SET snapshot = snapshot || '{"definition": "another"}'
     WHERE (snapshot ->> 'number')::bigint % 10 = 0`,
  )
  const second = await row('publish after changing a tenth', () => releases.publish(actor, id, {}))
  await row('diff, first page', async () => (await diffs.diff(id, first.number, second.number, { limit: 50 })).counts)
  await row('changelog', async () => {
    let bytes = 0
    for await (const text of (await diffs.changelog(id, first.number, second.number)).text) bytes += text.length
    return `${bytes} characters`
  })
  await row('bring back', () => releases.publish(actor, id, { from: 1 }).then(() => ''))

  async function read(file) {
    let bytes = 0
    for await (const piece of exports.bytes(file, 'identity')) bytes += piece.length
    if (bytes !== file.sizeBytes) throw new Error(`${bytes} bytes instead of ${file.sizeBytes}`)
    return file
  }
}

/** Without the questions about terms, whose rows the generator does not make. */
async function counted(diffs, id) {
  return diffs.preview(id, { limit: 50, cursor: Buffer.from('["0"]').toString('base64url') })
}

/** Takes a piece, waits, takes the next: what is not taken must not pile up. */
async function slowly(exports, release) {
  const file = await exports.file(release, { format: formats[0] })
  let pieces = 0
  for await (const piece of exports.bytes(file, 'identity')) {
    if (piece.length > 0 && ++pieces > 40) break
    await sleep(50)
  }
  return ''
}

function describe({ sizeBytes, packedBytes }) {
  return `${(sizeBytes / 1e6).toFixed(0)} MB, ${(packedBytes / 1e6).toFixed(0)} MB packed`
}

async function row(
  name,
  task,
  tell = (result) => (typeof result === 'string' ? result : (JSON.stringify(result)?.slice(0, 60) ?? '')),
) {
  globalThis.gc?.()
  await sleep(200)
  const idle = process.memoryUsage().rss
  let peak = idle
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const begin = performance.now()
  const result = await task()
  const seconds = (performance.now() - begin) / 1000
  clearInterval(timer)
  console.log(
    `${name.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s  +${Math.round((peak - idle) / 1e6)} MB (${Math.round(idle / 1e6)} idle)  ${tell(result)}`,
  )
  return result
}

/** Concepts with their versions, from their numbers alone. */
async function generate(db, termbaseId, author, concepts) {
  await db.query(
    `INSERT INTO concepts (id, termbase_id, status, definition, created_by, updated_by)
     SELECT md5('concept ' || n)::uuid, $1, 'approved', 'definition ' || n, $2, $2 FROM generate_series(1, $3::int) n`,
    [termbaseId, author, concepts],
  )
  await db.query(
    `INSERT INTO concept_versions (concept_id, version, snapshot, author_id, cause)
     SELECT c.id, 1, jsonb_build_object(
       'id', c.id, 'number', c.number, 'status', 'approved', 'subjectField', 'subject ' || c.number % 20,
       'definition', c.definition, 'definitionSource', null, 'version', 1, 'createdBy', $2::uuid, 'updatedBy', $2::uuid,
       'note', CASE WHEN c.number % 10 = 0 THEN 'note ' || c.number END,
       'createdAt', '2026-01-01T00:00:00.000Z', 'updatedAt', '2026-01-01T00:00:00.000Z',
       'languages', (SELECT jsonb_agg(jsonb_build_object(
         'language', l, 'definition', null, 'definitionSource', null, 'note', null,
         'terms', (SELECT jsonb_agg(jsonb_build_object(
           'id', md5(c.number || l || k)::uuid, 'text', CASE l WHEN 'zh' THEN '术语' || md5(c.number || l || k) ELSE 'term ' || md5(c.number || l || k) END,
           'administrativeStatus', CASE k WHEN 1 THEN 'preferredTerm-admn-sts' ELSE 'admittedTerm-admn-sts' END,
           'partOfSpeech', 'noun', 'termType', null, 'grammaticalGender', null, 'geographicalUsage', null, 'termLocation', null,
           'note', null, 'source', 'bench', 'context', null, 'contextSource', null, 'caseSensitive', false, 'candidateId', null))
           FROM generate_series(1, 2) k))) FROM unnest(ARRAY['zh', 'en']) l)), $2::uuid, 'generated'
     FROM concepts c WHERE c.termbase_id = $1`,
    [termbaseId, author],
  )
  await db.query('ANALYZE concepts, concept_versions')
  return `${concepts} concepts`
}
